"""What a word is most often translated by, in the form that texts have it: `badai` by `storm`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_TABLE = "renderings.tsv"


def rendering(word: str, language: str) -> str | None:
    """Return what a word of `language`, in small letters, is usually translated by, or None where that isn't clear.

    >>> rendering("badai", "id"), rendering("poison", "en"), rendering("wagimin", "id")
    ('storm', 'racun', None)
    """
    return _table().get(language, {}).get(word)


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in files("pipeline.text").joinpath(_TABLE).read_text("utf-8").splitlines():
        if not row.startswith("#"):
            language, word, other = row.split("\t")
            found[language][word] = other
    return found
