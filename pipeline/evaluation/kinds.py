"""Learn what lines of a kind have in common from pages that a person has read, and write it down as numbers.

Each line is described as the second reading finds it: typed by rules, between lines that are. The rules know
every line of the pages in `layouts`, for they were made with them; how far each may be trusted is learnt from the
pages in `taught`, which no rule was made for. A page is one chain of lines, so that what follows on what is learnt too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from pipeline.errors import ConfigError
from pipeline.evaluation.golden import TAUGHT, GoldenPage
from pipeline.model import BlockKind, Paragraph
from pipeline.stages.evidence import Surroundings, evidence
from pipeline.stages.likely import AFTER, KINDS, SETTLED, is_settled, weights
from pipeline.stages.page import FEW
from pipeline.stages.structure import first_reading

_FEWEST = 5
"""Evidence that is seen on fewer lines is left out."""

_SPARSE, _STRENGTH = 0.2, 1.0
"""What weights cost, the L1 and the L2 penalty: the first leaves a third of them."""

_ROUNDS = 100

_RULED = 4
"""How often a page counts that rules were made with: they are right there, and have to stay so."""

_SMALLEST = 0.05
"""A smaller weight says nothing."""


class Line(NamedTuple):
    """A line of a page: what it is, and what speaks for that; nothing where the first reading settles it."""

    kind: BlockKind
    evidence: tuple[str, ...] = ()


def calibrate(pages: Iterable[GoldenPage]) -> int:
    """Fit the weights, write them down, and return the number of lines that they were fitted on."""
    chains = []
    for page in pages:
        if len(chain := lines_of(page)) >= FEW:
            chains += [chain] * (1 if page.folder == TAUGHT else _RULED)
    KINDS.write_text(_written(_fit(chains)), encoding="utf-8")
    weights.cache_clear()
    return len({id(line) for chain in chains for line in chain if line.evidence})


def lines_of(golden: GoldenPage) -> list[Line]:
    """Return the lines of a page; what the first reading settles, or alone could, is what it says, right or not."""
    page, forms = first_reading(golden.manuscript)
    around = Surroundings(page, forms)
    found = []
    for place, kind in enumerate(line_kinds(golden, page.lines)):
        said = page.kinds[place]
        if said is not None and (kind in SETTLED or is_settled(page, place)):
            found.append(Line(said))
        else:
            found.append(Line(kind, tuple(evidence(around, place))))
    return found


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


def _fit(chains: Sequence[Sequence[Line]]) -> dict[str, dict[str, float]]:
    """Return for each piece of evidence, and for what a line comes after, a weight for each kind it speaks of."""
    try:
        import pycrfsuite  # noqa: PLC0415 - wanted in development alone
    except ImportError:
        raise ConfigError("calibrating needs python-crfsuite: pip install 'dwibahasa[evaluate]'") from None

    seen = Counter(name for chain in chains for line in chain for name in line.evidence)
    trainer = pycrfsuite.Trainer(
        algorithm="lbfgs",
        params={
            "c1": _SPARSE,
            "c2": _STRENGTH,
            "max_iterations": _ROUNDS,
            "feature.possible_transitions": True,
        },
        verbose=False,
    )
    for chain in chains:
        rows = [
            [name for name in line.evidence if seen[name] >= _FEWEST] or [_GIVEN + line.kind]
            for line in chain
        ]
        trainer.append(rows, [str(line.kind) for line in chain])
    with TemporaryDirectory() as folder:
        path = str(Path(folder, "kinds.crf"))
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        found = tagger.info()
        tagger.close()
    rows_of: dict[str, dict[str, float]] = {}
    for (above, below), weight in found.transitions.items():
        rows_of.setdefault(f"{AFTER} {above}", {})[below] = weight
    for (name, kind), weight in found.state_features.items():
        if not name.startswith(_GIVEN):
            rows_of.setdefault(name, {})[kind] = weight
    return rows_of


_GIVEN = "given "
"""Evidence of what stands settled in the second reading, so that what follows on it is learnt."""


def _written(found: Mapping[str, Mapping[str, float]]) -> str:
    """Return the text of `kinds.tsv`."""
    lines = [
        "# What speaks for which kind of line, as logarithms: `dwibahasa evaluate language --calibrate` writes it",
        "# from the pages that a person has read; run it again after adding pages.",
    ]
    for name, row in sorted(found.items()):
        cells = [f"{kind} {weight:.2f}" for kind, weight in sorted(row.items()) if abs(weight) >= _SMALLEST]
        if cells:
            lines.append("\t".join([name, *cells]))
    return "\n".join(lines) + "\n"
