"""Sentences and articles to measure with: the desk's own corpus, varied so that no sentence comes twice."""

from __future__ import annotations

import random
import re
from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.config import bundled
from pipeline.errors import ConfigError
from pipeline.model import Direction, Manuscript, Paragraph
from pipeline.text.quantities.months import MONTHS

SENTENCES = 12
"""Sentences of an article, in four paragraphs: a short wire story of some 180 words."""

_MONTH = "|".join(sum(MONTHS.values(), ()))
_NUMBER = re.compile(rf"(?:{_MONTH})\s\d\d?\b|(?<![\w/.,:–-])[1-9]\d?(?![\w/:–-]|[.,]\d|\s(?:{_MONTH}))")
"""A small figure that stands alone, or a day behind its month, which stays as it is: most other days there aren't."""
_PLACES = ("Ambon", "Bandung", "Cirebon", "Denpasar", "Ende", "Garut", "Jambi", "Kupang", "Malang", "Palu")


class Pair(NamedTuple):
    """A sentence and its reference."""

    source: str
    reference: str


def pairs(direction: Direction, wanted: int, seed: int = 1) -> list[Pair]:
    """Return sentence pairs of the desk's corpus, a sample that is the same at every run.

    Raises:
        ConfigError: there is no corpus here; a wheel doesn't carry it.
    """
    folder = bundled("data/corpus")
    files: Sequence[Path] = sorted(folder.glob("*.tsv"))
    if not files:
        raise ConfigError(f"the bench needs the sentence pairs of a checkout, and {folder} has none")
    found = [
        Pair(*line.split("\t")) if direction.source == "id" else Pair(*reversed(line.split("\t")))
        for path in files
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    long_enough = [pair for pair in found if len(pair.source.split()) > 7]
    random.Random(seed).shuffle(long_enough)  # noqa: S311 - a sample, not a secret
    return long_enough[:wanted]


def manuscripts(sentences: Sequence[str], wanted: int, each: int = SENTENCES) -> Iterator[Manuscript]:
    """Yield articles of `each` sentences; the same number gives the same article at every run.

    Figures change from article to article, and every sentence begins with a place of its own: an engine
    that translates equal sentences once gains nothing that a newsroom's articles wouldn't give it.
    """
    common = {word for sentence in sentences for word in sentence.split() if word.islower()}
    for number in range(wanted):
        chance = random.Random(number)  # noqa: S311 - as above
        chosen = [_varied(chance.choice(sentences), common, chance) for _ in range(each)]
        paragraphs = [Paragraph(" ".join(chosen[at : at + 3])) for at in range(0, each, 3)]
        title = Paragraph(f"Berita {number} dari {chance.choice(_PLACES)}: laporan hari ini")
        yield Manuscript(f"bench-{number}.txt", (title, *paragraphs))


def _varied(sentence: str, common: Container[str], chance: random.Random) -> str:
    changed = _NUMBER.sub(
        lambda found: str(chance.randint(2, 98)) if found[0].isdigit() else found[0], sentence
    )
    first = changed.split(maxsplit=1)[0]
    # `DPR` and `Kosta Rika` keep their capital, as they would in a paper.
    opening = first.lower() if first.lower() in common else first
    return f"Di {chance.choice(_PLACES)}, {opening}{changed[len(first) :]}"
