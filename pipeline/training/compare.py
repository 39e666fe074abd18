"""Set a model's translations beside other people's, and tell a difference from chance.

Paired bootstrap (Koehn 2004): of a thousand test sets drawn from this one, in how many would the
other be ahead? Below one in twenty the difference is no accident of these sentences.
"""

from __future__ import annotations

import lzma
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.errors import ConfigError
from pipeline.training.corpus.reading import open_file


class Compared(NamedTuple):
    """A system on a test set; the chances (p-values) are None for the one that the others are compared with."""

    name: str
    bleu: float
    chrf: float
    bleu_chance: float | None
    chrf_chance: float | None


def read_outputs(folder: Path, language: str, count: int) -> dict[str, list[str]]:
    """Read other systems' translations of a test set: `NAME.en`, `NAME.en.xz`, a line a sentence.

    Raises:
        ConfigError: there are none, or one has another number of lines.
    """
    found = {}
    for path in sorted([*folder.glob(f"*.{language}"), *folder.glob(f"*.{language}.*")]):
        try:
            with open_file(path) as file:
                lines = file.read().decode("utf-8").splitlines()
        except (OSError, EOFError, UnicodeDecodeError, lzma.LZMAError) as error:
            raise ConfigError(f"{path} can't be read: {error}") from error
        if len(lines) != count:
            raise ConfigError(f"{path} has {len(lines)} lines, the test set {count}: are they the same?")
        found[path.name.partition(f".{language}")[0]] = lines
    if not found:
        raise ConfigError(f"{folder}: no translations named NAME.{language} or NAME.{language}.xz")
    return found


def compare(
    name: str, said: Sequence[str], others: Mapping[str, Sequence[str]], references: Sequence[str]
) -> list[Compared]:
    """Score `said` and the others, best last, with the chance that a difference from `said` is none.

    Raises:
        ConfigError: sacreBLEU is not installed.
    """
    try:
        from sacrebleu.metrics.bleu import BLEU  # noqa: PLC0415 - an extra, for measuring only
        from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415
        from sacrebleu.significance import PairedTest  # noqa: PLC0415
    except ImportError:
        raise ConfigError("measuring needs sacreBLEU: pip install 'dwibahasa[evaluate]'") from None
    systems: list[tuple[str, Sequence[str]]] = [(name, said), *others.items()]
    # A metric keeps the references that it was made with, so there is a new one for every comparison.
    given = [list(references)]
    test = PairedTest(systems, {"BLEU": BLEU(references=given), "chrF": CHRF(references=given)}, None, "bs")
    _, scores = test()
    results: Mapping[str, Sequence[Any]] = scores
    rows = [
        Compared(str(who), bleu.score, chrf.score, bleu.p_value, chrf.p_value)
        for who, bleu, chrf in zip(results["System"], results["BLEU"], results["chrF2"], strict=True)
    ]
    # Of two that say the same sacreBLEU finds the difference, which is none, significant.
    same = {other for other, lines in others.items() if list(lines) == list(said)}
    rows = [row._replace(bleu_chance=1.0, chrf_chance=1.0) if row.name in same else row for row in rows]
    return sorted(rows, key=lambda row: row.bleu)
