"""Tables of what was measured, for a person in a terminal or a log."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from pipeline.evaluation.outcomes import Outcomes, Tally, total
from pipeline.evaluation.segmentation import Segmentation

_WIDE = 120
"""Columns where no terminal says how many there are: a table in a log is not cut at 80."""


def console() -> Console:
    """Return a console as wide as the terminal, or wide enough for a log."""
    return Console() if Console().is_terminal else Console(width=_WIDE)


def grid(title: str, first: str, *columns: str) -> Table:
    """Return an empty table whose figures stand at the right."""
    made = Table(box=None, pad_edge=False, header_style="bold", title=title, title_justify="left")
    made.add_column(first)
    for name in columns:
        made.add_column(name, justify="right")
    return made


def segmentation_table(found: Segmentation, what: str) -> None:
    """Print precision and recall of blocks and sentence ends of so many pages; `what` says which."""
    table = grid(f"{found.pages} {what}", "", "wanted", "found", "precision", "recall", "F1")
    rates = [
        ("sentence ends inside blocks", found.inside),
        ("all segments", found.segments),
        ("blocks", found.blocks),
        *((f"  {kind}", found.kinds[kind]) for kind in sorted(found.kinds)),
        *((f"blocks of {folder}", found.folders[folder]) for folder in sorted(found.folders)),
    ]
    for name, rate in rates:
        shares = (f"{share:.2%}" for share in (rate.precision, rate.recall, rate.f1))
        table.add_row(name, str(rate.wanted), str(rate.found), *shares)
    printer = console()
    printer.print(table)
    printer.print(f"of the report, carried over as the page's: {found.lost}", highlight=False)
    printer.print(f"of the page, translated as the report's: {found.leaked}", highlight=False)


def differences(found: Segmentation) -> None:
    """Print the pages that came out otherwise than a person read them, the worst first."""
    printer = console()
    for name, number in found.astray.most_common():
        printer.print(f"{name}: {number} differences", style="dim", highlight=False)


def outcomes_table(name: str, found: Outcomes, examples: int) -> None:
    """Print what became of terms, names and quantities, by kind, and some of the silent errors."""
    table = grid(
        f"{name}: {found.sentences} sentences", "", "number", "right", "flagged", "silent", "silent %"
    )
    groups = (
        ("terms that are required", found.terms),
        ("terms that are preferred", found.preferred),
        ("names", {"": found.names}),
        ("quantities", found.quantities),
        ("values of the reference", found.reference),
    )
    printer = console()
    shown: list[str] = []
    for title, tallies in groups:
        if not total(tallies).total:
            continue
        table.add_row(title, *_figures(total(tallies)), style="bold")
        for kind in sorted(tallies):
            if kind:
                table.add_row(f"  {kind}", *_figures(tallies[kind]))
            shown += (f"{title} {kind}: {one}" for one in tallies[kind].examples[:examples])
    printer.print(table)
    for one in shown:
        printer.print(one, highlight=False, markup=False)


def _figures(tally: Tally) -> tuple[str, ...]:
    share, silence = tally.share or 0, tally.silence or 0
    return str(tally.total), f"{share:.2%}", str(tally.flagged), str(tally.silent), f"{silence:.2%}"
