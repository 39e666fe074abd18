"""`dwibahasa import`: editions that were worked on elsewhere come back, memories and backfills come in."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.admit import admit
from pipeline.config import Settings
from pipeline.errors import ArticleError, ConfigError, DwibahasaError
from pipeline.model import BitextUnit
from pipeline.stages.merge import Merged


@click.command(name="import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--into", metavar="KEY|EDITION.json", help="The edition, where the file doesn't name it.")
@click.option("--by", "actor", metavar="NAME", help="In whose name [yours].")
def take_back(files: tuple[Path, ...], *, into: str | None, actor: str | None) -> None:
    """Take back XLIFF, Word and TMX that were edited elsewhere, and take in what a backfill made.

    Every sentence is known by its key and held against the source. What was changed here as well, or
    belongs to another source, is not taken but shown; nothing is overwritten silently. A TMX of another
    tool goes into the translation memory, once however often it is imported. Of a backfill (its folder, or
    shards of it, JSON lines or Parquet) every edition goes into the store, under the folder's name.
    """
    settings = options.settings()
    troubled = False
    for file in files:
        try:
            if file.is_dir() or file.suffix in (".jsonl", ".parquet"):
                troubled |= not admit(file, settings)
            else:
                troubled |= not _take(file, into, actor or getpass.getuser(), settings)
        except ConfigError:
            raise
        except DwibahasaError as error:
            troubled = True
            click.echo(f"failed: {file}: {error}", err=True)
    click.get_current_context().exit(1 if troubled else 0)


def _take(file: Path, into: str | None, actor: str, settings: Settings) -> bool:
    """Take one file; tell whether all of it was taken."""
    from pipeline.adapters import bitext

    data = _read(file, settings.intake.max_megabytes)
    units = bitext.units(data)
    first = next(units, None)
    if first is None:
        raise ArticleError("there is no sentence in it")
    found = chain([first], units)
    if bitext.format_of(data) == "tmx" and first.base is None and not into:
        _remember(file, found, settings)
        return True
    listed = list(found)
    keys = [into] if into else list(dict.fromkeys(unit.edition for unit in listed))
    whole = True
    for key in keys:
        if not key:
            raise ArticleError("it doesn't say which edition it belongs to; name it with --into")
        own = [unit for unit in listed if into or unit.edition == key]
        merged = _merge(key, own, actor, file, settings)
        _tell(file, key, merged)
        whole &= not merged.conflicts
    return whole


def _read(file: Path, max_megabytes: int) -> bytes:
    limit = max_megabytes * 1_000_000
    try:
        with file.open("rb") as opened:
            data = opened.read(limit + 1)
    except OSError as error:
        raise ArticleError(f"can't be read: {error.strerror}") from error
    if len(data) > limit:
        raise ArticleError(f"larger than {max_megabytes} MB; [intake] max_megabytes allows more")
    return data


def _merge(key: str, units: Sequence[BitextUnit], actor: str, file: Path, settings: Settings) -> Merged:
    """Merge into the store where it knows the edition, else into its file."""
    from pipeline import bootstrap
    from pipeline.service.returning import Returns, take_back

    checks = bootstrap.build_checks(settings)
    path = Path(key) if key.endswith(".json") else settings.editions / f"{key}.json"
    store = None if key.endswith(".json") else bootstrap.existing_store(settings)
    if store is not None and store.articles.article(key):
        returns = Returns(store, checks, actor, datetime.now(UTC), f"imported from {file.name}")
        return returns.take(key, units)
    shelf = bootstrap.shelf_of(path)
    edition = shelf.record(path.stem)
    if edition is None:
        raise ArticleError(f"there is no edition {key!r}, neither in the store nor in {path.parent}")
    merged = take_back(edition, units, checks)
    if merged.taken:
        shelf.put(merged.edition)
    return merged


def _remember(file: Path, units: Iterable[BitextUnit], settings: Settings) -> None:
    from pipeline import bootstrap
    from pipeline.adapters.memory_exchange import entry_of

    now = datetime.now(UTC)
    made = (entry_of(unit, file=file.name, now=now) for unit in units)
    added = bootstrap.build_store(settings).memory.add(entry for entry in made if entry)
    click.echo(f"{file}: {added} new entries in the translation memory")


def _tell(file: Path, key: str, merged: Merged) -> None:
    """Print what was taken, and a table of what was not."""
    from rich.table import Table

    from pipeline.cli.tables import console

    printer = console()
    taken = len(merged.taken)
    said = f"{file}: {taken} {'sentence' if taken == 1 else 'sentences'} of {key} taken"
    said += f", {len(merged.conflicts)} not taken" if merged.conflicts else ""
    said += f", {len(merged.missing)} not in the file" if merged.missing else ""
    printer.print(said, markup=False, highlight=False, soft_wrap=True)
    if not merged.conflicts:
        return
    table = Table(show_lines=True)
    for name in ("sentence", "why it was not taken", "what stands here", "what the file says"):
        table.add_column(name, overflow="fold")
    for one in merged.conflicts:
        table.add_row(*_shown((one.key, one.reason, one.ours, one.theirs)))
    printer.print(table)


def _shown(texts: Iterable[str]) -> Iterator[str]:
    """Make texts fit to be shown: a terminal obeys control characters, and the table reads [brackets]."""
    from rich.markup import escape

    for text in texts:
        short = text if len(text) <= 400 else text[:399] + "…"
        yield escape("".join(one if one.isprintable() else f"\\u{ord(one):04x}" for one in short))
