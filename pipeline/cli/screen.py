"""What a person sees in the terminal: a progress bar while it works, tables when it is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from pipeline.service import Done, Failed

_WIDE = 120
"""Columns where no terminal says how many there are: a table in a log is not cut at 80."""


def progress(outcomes: Iterable[Done | Failed], total: int) -> Iterator[Done | Failed]:
    """Pass outcomes on, with a bar on standard error while a person watches."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[words]} words"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task("Translating", total=total, words=0)
        words = 0
        for outcome in outcomes:
            if isinstance(outcome, Done) and outcome.fresh:
                words += outcome.shelved.words
            bar.update(task, advance=1, words=words)
            yield outcome


def grid(names: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table of texts as they are: a feed's title may hold markup, or try to move the cursor."""
    console = Console() if Console().is_terminal else Console(width=_WIDE)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in names:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text("".join(c if c.isprintable() else "·" for c in cell)) for cell in row))
    console.print(table)


def rows(title: str, found: Sequence[Mapping[str, object]]) -> None:
    """Print rows as a table whose columns are all that any row has."""
    console = Console() if Console().is_terminal else Console(width=_WIDE)
    grid = Table(box=None, pad_edge=False, header_style="bold", title=title, title_justify="left")
    names = list(dict.fromkeys(name for row in found for name in row))
    for place, name in enumerate(names):
        grid.add_column(name, justify="right" if place else "left")
    for row in found:
        grid.add_row(*(Text(str(row.get(name, ""))) for name in names))
    console.print(grid)


def shards(found: Iterable[Mapping[str, object]], articles: int) -> Iterator[Mapping[str, object]]:
    """Pass the counts of shards on, with a bar on standard error while a person watches."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task("Articles", total=articles)
        for row in found:
            bar.update(task, advance=float(str(row["articles"])))
            yield row
