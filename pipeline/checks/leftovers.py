"""Something of a machine is left in the text: a placeholder, markup, an entity.

`⟦T0⟧`, `&quot;` or `<b>` in print says aloud that nobody read the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import Finding, Severity, Span, Unit

SEVERITY = Severity.MAJOR

_LEFT = re.compile(
    r"[⟦⟧]\w*[⟦⟧]?|__\w+__|\{\{?\w*\}?\}|%(?:s|d|\(\w+\)s)|</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>|&(?:#\d+|#x[\da-f]+|[a-z]{2,8});"
    r"|\[(?:TERM|NUM|UNK|PH|NAME)\w*\]|<unk>|▁|�|⁇|\\[nt]\b|\*\*|>>\w*<?<?",
    re.IGNORECASE,
)


def check(unit: Unit) -> Iterator[Finding]:
    """Flag what no newspaper prints and the source does not have."""
    for found in _LEFT.finditer(unit.target):
        if found[0] not in unit.source:
            yield Finding(
                f"“{found[0]}” was left over by a machine: strike it, and see what it stood for.",
                None,
                Span(*found.span()),
            )
