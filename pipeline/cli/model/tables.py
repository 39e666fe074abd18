"""What `dwibahasa model evaluate` shows: the sets, what is copied, the model beside others."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table

from pipeline.cli import tables
from pipeline.training.compare import Compared
from pipeline.training.copying import Copied
from pipeline.training.evaluate import Score
from pipeline.training.measure import Measurement

_SAMPLES = 2
_CHANCE = 0.05


def show(found: Measurement) -> None:
    """Print the tables, and what their figures mean exactly."""
    console = tables.console()
    title = f"{found.model} ({found.direction}, {found.engine}, digest {found.digest[:12]})"
    console.print(_sets(title, found.scores))
    console.print(
        "broken: says nothing, or one thing three times · made up: less like its reference than a stranger's",
        style="dim",
    )
    for name, rows in found.beside.items():
        console.print(_beside(name, rows))
    console.print(_copied(found.abilities))
    for one in found.abilities:
        for source, thing, said in one.lost[:_SAMPLES]:
            console.print(f"lost {thing!r}: {source} → {said}", style="dim", highlight=False, markup=False)
    for signature in dict.fromkeys(signature for score in found.scores for signature in score.signatures):
        console.print(signature, style="dim", highlight=False)
    console.print(f"decoding {dict(found.decoding)}", style="dim", highlight=False)


def _sets(title: str, scores: Sequence[Score]) -> Table:
    names = ("pairs", "BLEU", "chrF", "names", "copies", "figures", "broken", "made up", "words/s")
    table = tables.grid(title, "test set", *names)
    for score in scores:
        table.add_row(
            score.name,
            f"{score.pairs:,}",
            f"{score.bleu:.1f}",
            f"{score.chrf:.1f}",
            *(_share(share) for share in (score.names, score.copies, score.figures)),
            f"{score.broken:.2%}",
            f"{score.detached:.2%}",
            f"{score.words_a_second:.0f}",
        )
    return table


def _beside(name: str, rows: Sequence[Compared]) -> Table:
    table = tables.grid(f"beside others on {name}", "", "BLEU", "chrF", "p (BLEU)", "p (chrF)", "difference")
    for row in rows:
        known = [chance for chance in (row.bleu_chance, row.chrf_chance) if chance is not None]
        verdict = ("real" if max(known) < _CHANCE else "may be chance") if known else ""
        chances = [f"{chance:.3f}" for chance in known] or ["", ""]
        style = None if known else "bold"
        table.add_row(row.name, f"{row.bleu:.1f}", f"{row.chrf:.1f}", *chances, verdict, style=style)
    return table


def _copied(abilities: Sequence[Copied]) -> Table:
    table = tables.grid("", "written into the source", "given", "came out", "share")
    for one in abilities:
        table.add_row(one.kind, f"{one.given:,}", f"{one.kept:,}", _share(one.share))
    return table


def _share(value: float | None) -> str:
    return f"{value:.1%}" if value is not None else "–"
