"""Names that a good translation says without the name: `the central bank`, `lawmakers`, `Beijing`, `the court`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files

_DETERMINERS = r"(?:the|an?|its|his|her|their|our|this|that|each|every)"


@cache
def _table() -> Mapping[str, re.Pattern[str]]:
    """Return for each Indonesian form what English may say for it."""
    found: dict[str, str] = {}
    for row in files("pipeline.text").joinpath("paraphrases.tsv").read_text("utf-8").splitlines():
        forms, _, said = row.partition("\t")
        if not row.startswith("#"):
            for form in forms.split("|"):
                found[form] = f"{found[form]}|{said}" if form in found else said
    return {form: re.compile(rf"(?<!\w)(?:{said})(?!\w)", re.IGNORECASE) for form, said in found.items()}


def paraphrased(indonesian: Iterable[str], english: Iterable[str], text: str) -> bool:
    """Tell whether an English text speaks of a body without its name.

    `indonesian` are its forms there, `english` those that the term base wants. Either other words are
    known for it, or its last word stands alone behind an article: `the court`, `the ministry`.

    >>> paraphrased(["Bank Indonesia"], ["Bank Indonesia"], "The central bank left rates unchanged.")
    True
    >>> paraphrased(["Menteri Perhubungan"], ["Transportation Minister"], "The minister left."), paraphrased(
    ...     ["Menteri Perhubungan"], ["Transportation Minister"], "The communications minister left."
    ... )
    (True, False)
    """
    if any((known := _table().get(form)) and known.search(text) for form in indonesian):
        return True
    heads = {words[-1].lower() for form in english if len(words := form.split()) > 1}
    return any(_behind_determiner(head).search(text) for head in heads)


@lru_cache(maxsize=4096)
def _behind_determiner(head: str) -> re.Pattern[str]:
    return re.compile(rf"\b{_DETERMINERS} {re.escape(head)}(?:s|'s|’s)?\b(?! of\b)", re.IGNORECASE)
