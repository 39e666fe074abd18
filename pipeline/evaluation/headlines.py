"""Learn what speaks for a headline from pages that a person has read, and write it down as numbers.

Each page is one choice among its lines, or of none of them: weights are found under which what the person chose
would most often be chosen (a conditional logit).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from pipeline.errors import ConfigError
from pipeline.evaluation.golden import GoldenPage
from pipeline.evaluation.kinds import line_kinds
from pipeline.model import BlockKind
from pipeline.stages.headline import NONE, WEIGHTS, Candidate, candidates, weights
from pipeline.stages.structure import by_form, shown

_STRENGTH = 2.0
"""How much large weights cost (the L2 penalty)."""
_COPIED = 0.03
"""What the copy of a page below its headline weighs: editors paste such a text, sites send none."""
_FEWEST = 10
"""Evidence that is seen on fewer lines is left out."""
_SMALLEST = 0.02


class Choice(NamedTuple):
    """The candidates of a page, and which of them are right: none of them where the page has no headline."""

    candidates: tuple[Candidate, ...]
    right: frozenset[int]
    weight: float = 1.0


def calibrate(pages: Iterable[GoldenPage]) -> int:
    """Fit the weights, write them down, and return the number of choices that they were fitted on."""
    choices = [one for page in pages for one in choices_of(page)]
    WEIGHTS.write_text(_written(_fit(choices)), encoding="utf-8")
    weights.cache_clear()
    return len(choices)


def choices_of(golden: GoldenPage) -> Iterator[Choice]:
    """Yield the choice that a page leaves, and the one that is left when somebody copies what is below its headline.

    A headline that is set twice is right in either place.
    """
    lines = shown(golden.manuscript)
    if any(line.hint is BlockKind.HEADLINE for line in lines):
        return  # the markup decides, and nothing is weighed
    kinds = line_kinds(golden, lines)
    heads = [place for place, kind in enumerate(kinds) if kind in _HEADS]
    wanted = heads if BlockKind.HEADLINE in kinds else []
    found = tuple(candidates(lines, [by_form(line) for line in lines]))
    yield Choice(found, frozenset(one.place for one in found if one.place in wanted))
    if wanted and heads[-1] + 1 < len(lines):
        below = lines[heads[-1] + 1 :]
        yield Choice(tuple(candidates(below, [by_form(line) for line in below])), frozenset(), _COPIED)


_HEADS = frozenset({BlockKind.HEADLINE, BlockKind.DUPLICATE_HEADLINE})


def _fit(choices: Sequence[Choice]) -> dict[str, float]:
    """Return a weight for each piece of evidence, and for there being no headline."""
    try:
        import numpy as np  # noqa: PLC0415 - wanted in development alone
        from scipy.optimize import minimize  # noqa: PLC0415
    except ImportError:
        raise ConfigError("calibrating needs scikit-learn: pip install 'dwibahasa[evaluate]'") from None

    seen = Counter(name for one in choices for found in one.candidates for name in found.evidence)
    names = [NONE, *sorted(name for name, times in seen.items() if times >= _FEWEST)]
    columns = {name: column for column, name in enumerate(names)}
    tables = []
    for found, right, weight in choices:
        rows = np.zeros((len(found) + 1, len(names)))
        rows[0, 0] = 1.0
        for row, one in enumerate(found, 1):
            for name, value in one.evidence.items():
                if name in columns:
                    rows[row, columns[name]] = value
        tables.append((rows, [row for row, one in enumerate(found, 1) if one.place in right] or [0], weight))

    def cost(values: Any) -> tuple[float, Any]:
        total, slope = _STRENGTH * values @ values, 2 * _STRENGTH * values
        for rows, right, weight in tables:
            scores = rows @ values
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            wanted = np.zeros_like(shares)
            wanted[right] = shares[right] / shares[right].sum()
            total -= weight * np.log(shares[right].sum())
            slope = slope + weight * rows.T @ (shares - wanted)
        return total, slope

    found = minimize(cost, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return dict(zip(names, found.tolist(), strict=True))


def _written(found: dict[str, float]) -> str:
    """Return the text of `headline.tsv`."""
    lines = [
        "# What speaks for a line being the headline: `dwibahasa evaluate language --calibrate` writes it",
        "# from the pages that a person has read; run it again after adding pages.",
    ]
    lines += [
        f"{name}\t{weight:.2f}" for name, weight in found.items() if name == NONE or abs(weight) >= _SMALLEST
    ]
    return "\n".join(lines) + "\n"
