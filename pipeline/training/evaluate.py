"""Measure a model on sentence pairs: BLEU and chrF with their signatures, terms, copies, figures, repetition.

The engine translates bare sentences, as other people's systems are measured; what the pipeline adds
(terms, localised figures, names) is not in the score.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.errors import ConfigError
from pipeline.model import Direction, Hypothesis, Translation
from pipeline.ports import Engine
from pipeline.text.names import names_of
from pipeline.text.pairing import pair
from pipeline.text.stuttering import is_stuttering
from pipeline.text.words import find

_COPIED = re.compile(r"https?://\S+|www\.\S+|[@#]\w+|\b[\w.-]+@[\w.-]+\.\w+")

_TELLING = 6
"""Words of a reference from which it can be told from another one."""


class Pair(NamedTuple):
    """A sentence and its reference translation."""

    source: str
    reference: str


@dataclass(frozen=True, slots=True)
class Score:
    """What a model reached on one test set; shares are from 0 to 1, None where nothing was to judge.

    `broken` translations say nothing, or one thing three times in a row; `detached` ones are less like
    their own reference than like that of another sentence: made up.
    """

    name: str
    pairs: int
    bleu: float
    chrf: float
    signatures: tuple[str, str]
    copies: float | None
    figures: float | None
    broken: float
    words_a_second: float
    names: float | None = None
    detached: float = 0.0
    said: tuple[str, ...] = ()


def read_pairs(path: Path, direction: Direction) -> list[Pair]:
    """Read a test set: a line a pair, Indonesian, a tab, English; further columns are passed over.

    Raises:
        ConfigError: the file can't be read, or a line has no tab.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} can't be read: {error}") from error
    pairs = []
    for number, line in enumerate(lines, 1):
        indonesian, tab, rest = line.partition("\t")
        if not tab:
            raise ConfigError(f"{path}:{number}: no tab between Indonesian and English")
        english = rest.partition("\t")[0]
        pairs.append(Pair(indonesian, english) if direction.source == "id" else Pair(english, indonesian))
    return pairs


def evaluate(name: str, pairs: Sequence[Pair], engine: Engine, direction: Direction) -> Score:
    """Translate the sources of `pairs` and score the result.

    Raises:
        ConfigError: sacreBLEU is not installed.
    """
    try:
        from sacrebleu.metrics.bleu import BLEU  # noqa: PLC0415 - an extra, for measuring only
        from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415
    except ImportError:
        raise ConfigError("measuring needs sacreBLEU: pip install 'dwibahasa[evaluate]'") from None
    started = time.perf_counter()
    translations = engine.translate([one.source for one in pairs])
    seconds = time.perf_counter() - started
    said = [translation.best.text for translation in translations]
    references = [[one.reference for one in pairs]]
    bleu, chrf = BLEU(), CHRF()
    return Score(
        name,
        len(pairs),
        float(bleu.corpus_score(said, references).score),
        float(chrf.corpus_score(said, references).score),
        (str(bleu.get_signature()), str(chrf.get_signature())),
        _copies(pairs, said),
        _figures(pairs, said, direction),
        sum(_is_broken(translation) for translation in translations) / max(len(pairs), 1),
        sum(len(one.source.split()) for one in pairs) / max(seconds, 1e-9),
        _names(pairs, said, direction),
        _detached(pairs, said, chrf),
        tuple(said),
    )


def _copies(pairs: Sequence[Pair], said: Sequence[str]) -> float | None:
    """Return the share of addresses, handles and hashtags that came across letter by letter."""
    wanted = [
        (copy, text) for one, text in zip(pairs, said, strict=True) for copy in _COPIED.findall(one.source)
    ]
    return sum(copy in text for copy, text in wanted) / len(wanted) if wanted else None


def _names(pairs: Sequence[Pair], said: Sequence[str], direction: Direction) -> float | None:
    """Return the share of the names no dictionary has, the same in the reference, that came across."""
    wanted = [
        (name, text)
        for one, text in zip(pairs, said, strict=True)
        for name in names_of([one.source], direction.source)
        if find(name, one.source) and find(name, one.reference)
    ]
    return sum(find(name, text) is not None for name, text in wanted) / len(wanted) if wanted else None


def _figures(pairs: Sequence[Pair], said: Sequence[str], direction: Direction) -> float | None:
    """Return the share of figures that have the same value in the translation."""
    found: Counter[str] = Counter()
    for one, text in zip(pairs, said, strict=True):
        pairing = pair(one.source, text, direction)
        found["met"] += sum(not quantity.spelled for quantity, _ in pairing.met)
        found["lost"] += sum(not quantity.spelled for quantity in pairing.lost)
    total = found.total()
    return found["met"] / total if total else None


def _detached(pairs: Sequence[Pair], said: Sequence[str], chrf: Any) -> float:
    """Return the share of translations that have less to do with their reference than with a stranger's.

    The stranger is half the set away, where no sentence is of the same article. What the source itself
    is (a name, a command of two words) would be near chance: only sentences of some length are asked.
    """
    asked = [number for number, one in enumerate(pairs) if len(one.reference.split()) >= _TELLING]
    away = len(pairs) // 2
    if not away or not asked:
        return 0.0

    def is_made_up(number: int) -> bool:
        own, other = (pairs[place].reference for place in (number, (number + away) % len(pairs)))
        return bool(
            chrf.sentence_score(said[number], [own]).score < chrf.sentence_score(said[number], [other]).score
        )

    return sum(map(is_made_up, asked)) / len(asked)


def _is_broken(translation: Translation) -> bool:
    """Tell a translation that says nothing, or one thing three times in a row."""
    best: Hypothesis = translation.best
    return bool(translation.fault) or not best.text.strip() or is_stuttering(best.text)
