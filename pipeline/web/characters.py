"""Characters that a person can't see, made visible: a headline must not turn a page around."""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb]"
)


def visible(text: str) -> str:
    r"""Return a text with control and direction marks shown as what they are.

    >>> visible("abc\u202edef")
    'abc⟨202E⟩def'
    """
    return _HIDDEN.sub(lambda found: f"⟨{ord(found[0]):04X}⟩", text)
