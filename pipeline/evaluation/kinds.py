"""Learn what lines of a kind have in common from pages that a person has read, and write it down as numbers.

Each line is described as the second reading finds it: typed by rules, between lines that are. The rules know
every line of the pages in `layouts`, for they were made with them; how far each may be trusted is learnt from the
pages in `taught`, which no rule was made for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from pipeline.errors import ConfigError
from pipeline.evaluation.golden import TAUGHT, GoldenPage
from pipeline.model import BlockKind, Paragraph
from pipeline.stages.likely import BIAS, KINDS, SETTLED, evidence, is_settled, weights
from pipeline.stages.structure import first_reading

_FEWEST = 8
"""Evidence that is seen on fewer lines is left out."""

_STRENGTH = 0.6
"""How far weights may follow few lines (the inverse of the L2 penalty)."""

_RULED = 4.0
"""What a line weighs of a page that rules were made with: they are right there, and have to stay so."""

_SMALLEST = 0.1
"""A row without a weight of this size says nothing."""


class Example(NamedTuple):
    """A line that the second reading weighs: what speaks for one kind or another, and what it is."""

    evidence: tuple[str, ...]
    kind: BlockKind
    weight: float


def calibrate(pages: Iterable[GoldenPage]) -> int:
    """Fit the weights, write them down, and return the number of lines that they were fitted on."""
    found = [example for page in pages for example in examples(page)]
    KINDS.write_text(_written(*_fit(found)), encoding="utf-8")
    weights.cache_clear()
    return len(found)


def examples(golden: GoldenPage) -> Iterator[Example]:
    """Yield the lines of a page that the first reading doesn't settle."""
    page, forms = first_reading(golden.manuscript)
    weight = 1.0 if golden.folder == TAUGHT else _RULED
    for place, kind in enumerate(line_kinds(golden, page.lines)):
        if kind not in SETTLED and not is_settled(page, place):
            yield Example(tuple(evidence(page, forms, place)), kind, weight)


def line_kinds(golden: GoldenPage, lines: Sequence[Paragraph]) -> list[BlockKind]:
    """Return what a person says that each line is: the paragraph for a dateline and its paragraph."""
    blocks = iter(golden.blocks)
    kinds = []
    for line in lines:
        left, held = len(_bare(line.text)), []
        while left > 0:
            kind, sentences = next(blocks)
            left -= len(_bare(" ".join(sentences)))
            held.append(kind)
        kinds.append(held[1] if held[0] is BlockKind.DATELINE and len(held) > 1 else held[0])
    return kinds


def _bare(text: str) -> str:
    return "".join(text.split())


def _fit(found: Sequence[Example]) -> tuple[list[str], dict[str, list[float]]]:
    """Return the names of the kinds, and for each piece of evidence a weight for each of them."""
    try:
        from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415 - wanted in development alone
        from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
        from threadpoolctl import threadpool_limits  # noqa: PLC0415
    except ImportError:
        raise ConfigError("calibrating needs scikit-learn: pip install 'dwibahasa[evaluate]'") from None

    seen = Counter(name for one in found for name in one.evidence)
    rows = [{name: 1.0 for name in one.evidence if seen[name] >= _FEWEST} for one in found]
    table: Any = DictVectorizer()
    model: Any = LogisticRegression(C=_STRENGTH, max_iter=500)
    with threadpool_limits(1):
        model.fit(
            table.fit_transform(rows),
            [str(one.kind) for one in found],
            sample_weight=[one.weight for one in found],
        )
    rows_of = {BIAS: model.intercept_.tolist()}
    rows_of |= {name: model.coef_[:, column].tolist() for name, column in sorted(table.vocabulary_.items())}
    return model.classes_.tolist(), rows_of


def _written(kinds: Sequence[str], found: dict[str, list[float]]) -> str:
    """Return the text of `kinds.tsv`."""
    lines = [
        "# What speaks for which kind of line, as logarithms: `dwibahasa evaluate language --calibrate` writes it",
        "# from the pages that a person has read; run it again after adding pages.",
        "\t".join(["evidence", *kinds]),
    ]
    for name, row in found.items():
        if max(map(abs, row)) >= _SMALLEST:
            lines.append("\t".join([name, *(f"{value:.2f}" for value in row)]))
    return "\n".join(lines) + "\n"
