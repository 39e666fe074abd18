"""Fit an earlier translation to a new sentence: numbers and names are taken out, and put in by value.

`Harga beras naik 5 persen di Medan` was translated last week; today it is 7 percent in Padang. What
can't be put in without doubt is not put in at all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.config import StyleSettings
from pipeline.model import Direction, Quantity, Span
from pipeline.text.formats import write
from pipeline.text.quantities import align, parse, same_value
from pipeline.text.spelling import proper_words
from pipeline.text.words import find

MEMORY = "memory"
"""How the rule of an edit begins that says which entry was used, `memory: 99%`."""


class _Slot(NamedTuple):
    """A place in a sentence that another sentence may fill otherwise; a name has no quantity."""

    span: Span
    quantity: Quantity | None


def context_of(before: str, after: str) -> str:
    """Return what tells a sentence's surroundings from others: a digest of the sentences on both sides."""
    return hashlib.sha256(f"{before}\0{after}".encode(errors="surrogatepass")).hexdigest()[:32]


def mask(text: str, language: str) -> str:
    """Return a sentence without what may differ: two that are equal now say the same of other things.

    >>> mask("Harga beras di Sumbersari naik 5 persen.", "id")
    'Harga beras di ⟦name⟧ naik ⟦percent %⟧.'
    """
    pieces: list[str] = []
    end = 0
    for slot in _slots(text, language):
        pieces += (text[end : slot.span.start], _mark(slot))
        end = slot.span.end
    return "".join((*pieces, text[end:]))


def fit(source: str, target: str, sentence: str, direction: Direction, style: StyleSettings) -> str | None:
    """Return the translation of `source` made that of `sentence`; None if that can't be done without doubt.

    Both sentences have to be equal but for their numbers and for names that are in no dictionary:
    `Inggris` put in for `Suriname` would be no English.

    >>> from pipeline.config import load_settings
    >>> fit("Naik 5 persen di Sumbersari.", "Up 5 percent in Sumbersari.", "Naik 7,5 persen di Banjarsari.",
    ...     Direction("id", "en"), load_settings(environment={}).style)
    'Up 7.5 percent in Banjarsari.'
    """
    if source == sentence:
        return target
    language = direction.source
    old, new = _slots(source, language), _slots(sentence, language)
    if mask(source, language) != mask(sentence, language):
        return None
    changes: list[tuple[Span, str]] = []
    spoken = parse(target, direction.target)
    for earlier, now in zip(old, new, strict=True):
        change = _change(earlier, now, (source, target, sentence), spoken, direction, style)
        if change is None:
            return None
        changes += change
    written = _written(target, changes)
    return written if written and _says_the_same(sentence, written, direction) else None


def _slots(text: str, language: str) -> list[_Slot]:
    """Find the numbers in digits and the names of a sentence, in order."""
    numbers = [_Slot(one.span, one) for one in parse(text, language) if not one.spelled]
    taken = [slot.span for slot in numbers]
    names = [span for span in proper_words(text, language) if not any(span.overlaps(one) for one in taken)]
    return sorted([*numbers, *(_Slot(span, None) for span in names)])


def _mark(slot: _Slot) -> str:
    if slot.quantity is None:
        return "⟦name⟧"
    return f"⟦{f'{slot.quantity.kind} {slot.quantity.unit}'.strip()}⟧"


def _change(  # noqa: PLR0913, PLR0917 - one slot seen from both sentences and their translation
    earlier: _Slot,
    now: _Slot,
    texts: tuple[str, str, str],
    spoken: Sequence[Quantity],
    direction: Direction,
    style: StyleSettings,
) -> list[tuple[Span, str]] | None:
    """Return what has to change in the translation for one slot; None if its place is in doubt."""
    source, target, sentence = texts
    before, after = earlier.span.of(source), now.span.of(sentence)
    if before == after:
        return []
    if earlier.quantity is None or now.quantity is None:
        span = find(before, target)
        return [(span, after)] if span is not None and target.count(before) == 1 else None
    places = [one.span for one in spoken if not one.spelled and same_value(earlier.quantity, one)]
    return [(places[0], write(now.quantity, direction.target, style))] if len(places) == 1 else None


def _written(target: str, changes: Sequence[tuple[Span, str]]) -> str | None:
    """Write the changes into the translation; None if two of them want the same place."""
    pieces: list[str] = []
    end = 0
    for span, text in sorted(changes):
        if span.start < end:
            return None
        pieces += (target[end : span.start], text)
        end = span.end
    return "".join((*pieces, target[end:]))


def _says_the_same(sentence: str, written: str, direction: Direction) -> bool:
    found = align(parse(sentence, direction.source), parse(written, direction.target))
    return not any(not one.spelled for one in (*found.lost, *found.added))
