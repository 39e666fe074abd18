"""`dwibahasa export`: editions as files for translators, editors and content systems."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from pipeline.cli import options
from pipeline.config import Settings
from pipeline.errors import ArticleError, ConfigError, DwibahasaError, StorageError
from pipeline.model import BitextUnit, Edition
from pipeline.model.work import MemoryEntry


@click.command()
@click.argument("editions", nargs=-1, metavar="[KEY|EDITION.json]...")
@click.option(
    "--format",
    "formats",
    metavar="LIST",
    help="html, md, json, docx, xliff, xliff12, tmx, ninjs: one or several, with commas.",
)
@click.option("--out", "folder", type=click.Path(file_okay=False), default=".", help="Where files go [.].")
@click.option("--force", is_flag=True, help="Write over files that have other words in them.")
@click.option("--memory", is_flag=True, help="Write the translation memory, as memory.tmx.")
def export(editions: tuple[str, ...], *, formats: str | None, folder: str, force: bool, memory: bool) -> None:
    """Write editions in other formats, and the translation memory as TMX.

    An edition is named by its key in the store or in the folder of editions, or is a JSON file. The
    paths of what was written go to standard output.
    """
    from pipeline import bootstrap

    if not editions and not memory:
        raise click.UsageError("name an edition, or --memory")
    settings = options.settings(formats=formats)
    writers = bootstrap.build_writers(settings.translate.formats)
    failed = False
    for name in editions:
        try:
            edition = named(name, settings)
            for writer in writers.values():
                path = Path(folder) / f"{edition.article.key}{writer.SUFFIX}"
                written = writer.write(edition)
                _write(path, written if isinstance(written, bytes) else _encoded(written), force=force)
        except ConfigError:
            raise
        except DwibahasaError as error:
            failed = True
            click.echo(f"failed: {name}: {error}", err=True)
    if memory:
        _write_memory(Path(folder) / "memory.tmx", settings)
    click.get_current_context().exit(1 if failed else 0)


def named(name: str, settings: Settings) -> Edition:
    """Return the edition that the user means: a file, or a key of the store or of the folder of editions.

    Raises:
        ArticleError: there is none, or it is broken.
    """
    from pipeline import bootstrap
    from pipeline.adapters.formats import json as json_format

    path = Path(name)
    if path.suffix == ".json" or path.is_file():
        try:
            return json_format.read_edition(path.read_bytes())
        except OSError as error:
            raise ArticleError(f"can't be read: {error.strerror}") from error
    store = bootstrap.existing_store(settings)
    found = store.articles.edition(name) if store else None
    found = found or bootstrap.build_shelf(settings).record(name)
    if found is None:
        raise ArticleError(
            f"there is no edition of this key, neither in the store nor in {settings.editions}"
        )
    return found


def _write(path: Path, content: bytes, *, force: bool) -> None:
    """Write a file unless other words lie there: an editor may have put them in.

    Raises:
        StorageError: it can't be written, or other words lie there.
    """
    from pipeline.adapters.files import write_atomically

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        there = path.read_bytes() if path.exists() else content
    except OSError as error:
        raise StorageError(f"can't write {path}: {error.strerror}") from error
    if there != content and not force:
        raise StorageError(f"{path} lies there with other words in it; move it away, or say --force")
    write_atomically(path, content)
    click.echo(str(path))


def _encoded(text: str) -> bytes:
    return text.encode(errors="backslashreplace")


def _write_memory(path: Path, settings: Settings) -> None:
    from pipeline import bootstrap
    from pipeline.adapters.formats import tmx

    store = bootstrap.existing_store(settings)
    if store is None:
        raise StorageError("there is no store yet, so nothing is remembered")
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".part")
    with temporary.open("w", encoding="utf-8", newline="\n") as file:  # piece by piece: it may be large
        file.writelines(tmx.written_units(_remembered(store.memory.entries()), settings.translate.source))
    temporary.replace(path)
    click.echo(str(path))


def _remembered(entries: Iterator[MemoryEntry]) -> Iterator[BitextUnit]:
    from pipeline.adapters.memory_exchange import unit_of

    return map(unit_of, entries)
