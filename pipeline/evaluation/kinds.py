"""Learn what lines of a kind have in common from pages that a person has read, and write it down as numbers.

The rules know every line of those pages, for they were made with them, and so no button among them is
ever left open. A page that nobody has seen has lines which no rule knows: so most of what gives itself
away is covered up, each time other lines, and the weights learn to tell it by its make and its place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from random import Random
from typing import Any, NamedTuple

from pipeline.errors import ConfigError
from pipeline.evaluation.golden import GoldenPage
from pipeline.model import BlockKind
from pipeline.stages.likely import BIAS, KINDS, evidence
from pipeline.stages.page import Page
from pipeline.stages.structure import opened
from pipeline.text import layout

_COVERED = 0.6
"""The share of lines that give themselves away which is covered up each time."""

_COPIES = 4
_FEWEST = 16
"""Evidence that is seen less often, in all copies, is left out."""

_STRENGTH = 2.0
"""How far weights may follow few lines (the inverse of the L2 penalty)."""

_SMALLEST = 0.05
"""A row without a weight of this size says nothing."""

_NEVER_OPEN = frozenset(
    {BlockKind.HEADLINE, BlockKind.DUPLICATE_HEADLINE, BlockKind.DATELINE, BlockKind.SOURCE}
)


class Example(NamedTuple):
    """An open line: what speaks for one kind or another, and what it is."""

    evidence: tuple[str, ...]
    kind: BlockKind


def calibrate(pages: Iterable[GoldenPage]) -> int:
    """Fit the weights, write them down, and return the number of open lines that they were fitted on."""
    found = [example for page in pages for example in examples(page)]
    KINDS.write_text(_written(*_fit(found)), encoding="utf-8")
    return len(found)


def examples(golden: GoldenPage) -> Iterator[Example]:
    """Yield the open lines of a page several times, each time with other lines covered up."""
    page = opened(golden.manuscript)
    kinds = _kinds(golden, page)
    draw = Random(golden.name)  # noqa: S311 - the same lines every time
    for _ in range(_COPIES):
        forms = [
            None if known is right and known not in _NEVER_OPEN and draw.random() < _COVERED else known
            for known, right in zip(page.kinds, kinds, strict=True)
        ]
        prose = tuple(
            place
            for place, known in enumerate(forms)
            if known is None and layout.is_prose(page.lines[place].text)
        )
        for place, known in enumerate(forms):
            if known is None and kinds[place] not in _NEVER_OPEN:
                covered = replace(page, kinds=[*kinds[:place], *forms[place:]], prose=prose)
                yield Example(tuple(evidence(covered, place)), kinds[place])


def _kinds(golden: GoldenPage, page: Page) -> list[BlockKind]:
    """Return what a person says that each line is: the paragraph for a dateline and its paragraph."""
    blocks = iter(golden.blocks)
    kinds = []
    for line in page.lines:
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
            sample_weight=[1 / _COPIES] * len(rows),
        )
    weights = {BIAS: model.intercept_.tolist()}
    weights |= {name: model.coef_[:, column].tolist() for name, column in sorted(table.vocabulary_.items())}
    return model.classes_.tolist(), weights


def _written(kinds: Sequence[str], weights: dict[str, list[float]]) -> str:
    """Return the text of `kinds.tsv`."""
    lines = [
        "# What speaks for which kind of line, as logarithms: `dwibahasa evaluate language --calibrate` writes it",
        "# from the pages that a person has read; run it again after adding pages.",
        "\t".join(["evidence", *kinds]),
    ]
    for name, row in weights.items():
        if max(map(abs, row)) >= _SMALLEST:
            lines.append("\t".join([name, *(f"{value:.2f}" for value in row)]))
    return "\n".join(lines) + "\n"
