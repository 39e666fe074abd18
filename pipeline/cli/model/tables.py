"""What `dwibahasa model evaluate` shows: the sets, the model beside others, what it copies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table

from pipeline.cli import screen
from pipeline.model import Direction
from pipeline.ports import Engine
from pipeline.training.compare import Compared
from pipeline.training.copying import Copied
from pipeline.training.evaluate import Score

_SAMPLES = 2
_CHANCE = 0.05


def show(
    engine: Engine,
    direction: Direction,
    scores: Sequence[Score],
    comparisons: Mapping[str, Sequence[Compared]],
    abilities: Sequence[Copied],
) -> None:
    """Print the tables, and what their figures mean exactly."""
    console = screen.wide_console()
    console.print(f"{engine.model} ({direction}, {engine.name}, digest {engine.digest[:12]})", style="bold")
    console.print(_sets(scores))
    console.print(
        "broken: nothing, or one thing three times · made up: less like its reference than a stranger's"
    )
    for label, rows in comparisons.items():
        console.print(_beside(label, rows))
    console.print(_copied(abilities))
    _show_lost(console, abilities)
    for signature in dict.fromkeys(signature for score in scores for signature in score.signatures):
        console.print(signature, style="dim", highlight=False)
    console.print(f"decoding {dict(engine.decoding)}", style="dim", highlight=False)


def _sets(scores: Sequence[Score]) -> Table:
    grid = _grid(
        "test set", "pairs", "BLEU", "chrF", "names", "copies", "figures", "broken", "made up", "words/s"
    )
    for score in scores:
        shares = [_share(share) for share in (score.names, score.copies, score.figures)]
        grid.add_row(
            score.name,
            f"{score.pairs:,}",
            f"{score.bleu:.1f}",
            f"{score.chrf:.1f}",
            *shares,
            f"{score.broken:.2%}",
            f"{score.detached:.2%}",
            f"{score.words_a_second:.0f}",
        )
    return grid


def _beside(label: str, rows: Sequence[Compared]) -> Table:
    grid = _grid(f"beside others on {label}", "BLEU", "chrF", "p (BLEU)", "p (chrF)", "difference")
    for row in rows:
        chances = (row.bleu_chance, row.chrf_chance)
        sure = (
            ""
            if row.bleu_chance is None
            else "real"
            if max(map(_number, chances)) < _CHANCE
            else "maybe chance"
        )
        grid.add_row(
            row.name,
            f"{row.bleu:.1f}",
            f"{row.chrf:.1f}",
            *("" if chance is None else f"{chance:.3f}" for chance in chances),
            sure,
            style="bold" if row.bleu_chance is None else None,
        )
    return grid


def _copied(abilities: Sequence[Copied]) -> Table:
    grid = _grid("written into the source", "given", "came out", "share")
    for one in abilities:
        grid.add_row(one.kind, f"{one.given:,}", f"{one.kept:,}", _share(one.share))
    return grid


def _show_lost(console: Console, abilities: Sequence[Copied]) -> None:
    for one in abilities:
        for source, thing, said in one.lost[:_SAMPLES]:
            console.print(f"lost {thing!r}: {source} → {said}", style="dim", highlight=False, markup=False)


def _grid(first: str, *others: str) -> Table:
    grid = Table(box=None, pad_edge=False, header_style="bold")
    grid.add_column(first)
    for name in others:
        grid.add_column(name, justify="right")
    return grid


def _share(value: float | None) -> str:
    return f"{value:.1%}" if value is not None else "–"


def _number(value: float | None) -> float:
    return 1.0 if value is None else value
