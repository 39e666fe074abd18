"""What a person sees in the terminal: a progress bar while it works, a table when it is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from pipeline.model import Severity
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


def table(done: Sequence[Done]) -> None:
    """Print a row an article, the sums, and the paths that were written."""
    console = Console(soft_wrap=True)
    if not console.is_terminal:
        console = Console(width=_WIDE)
    if not done:
        console.print("No articles to translate.")
        return
    fresh = [outcome for outcome in done if outcome.fresh]
    grid = Table(box=None, pad_edge=False, header_style="bold")
    grid.add_column("article", overflow="fold")
    for name in ("words", "segments", "flagged", *(str(severity) for severity in Severity), "seconds"):
        grid.add_column(name, justify="right")
    for outcome in done:
        shelved = outcome.shelved
        seconds = f"{outcome.seconds:.1f}" if outcome.fresh else "unchanged"
        grid.add_row(shelved.key, *_counts([outcome]), seconds)
    if len(done) > 1:
        grid.add_row("all", *_counts(done), f"{sum(outcome.seconds for outcome in done):.1f}", style="bold")
    console.print(grid)
    for outcome in fresh:
        for path in outcome.shelved.paths:
            console.print(path, highlight=False, soft_wrap=True)
    if not fresh:
        console.print("Nothing new: every article has its edition already.")


def grid(names: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table of texts as they are: a feed's title may hold markup, or try to move the cursor."""
    console = Console() if Console().is_terminal else Console(width=_WIDE)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in names:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text("".join(c if c.isprintable() else "·" for c in cell)) for cell in row))
    console.print(table)


def _counts(done: Sequence[Done]) -> list[str]:
    shelved = [outcome.shelved for outcome in done]
    numbers = [
        sum(one.words for one in shelved),
        sum(one.segments for one in shelved),
        sum(one.flagged for one in shelved),
        *(sum(one.severities.get(severity, 0) for one in shelved) for severity in Severity),
    ]
    return [str(number) for number in numbers]


def rows(title: str, found: Sequence[Mapping[str, object]]) -> None:
    """Print rows as a table whose columns are all that any row has."""
    console = Console() if Console().is_terminal else Console(width=_WIDE)
    grid = Table(box=None, pad_edge=False, header_style="bold", title=title, title_justify="left")
    names = list(dict.fromkeys(name for row in found for name in row))
    for place, name in enumerate(names):
        grid.add_column(name, justify="right" if place else "left")
    for row in found:
        grid.add_row(*(str(row.get(name, "")) for name in names))
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
