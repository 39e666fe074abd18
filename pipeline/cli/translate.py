"""`dwibahasa translate`: articles in, editions out, then a table that a person can read."""

from __future__ import annotations

import sys

import click

from pipeline.cli import options
from pipeline.cli.stopping import Stopping
from pipeline.config import Settings
from pipeline.errors import ArticleError

STOPPED = 130
"""The exit status of a run that Ctrl-C ended before it was through."""


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH|-]...")
@options.direction
@click.option("--out", "editions", metavar="DIR", help="Where editions go [data/editions].")
@click.option(
    "--format",
    "formats",
    metavar="LIST",
    help="html, md, json, docx, xliff, xliff12, tmx, ninjs: one or several, with commas.",
)
@click.option("--engine", metavar="NAME", help="auto, ctranslate2, transformers or echo.")
@click.option("--model", metavar="NAME_OR_DIR", help="A bundled model's name, or a Marian folder.")
@options.review_budget
@options.models
@click.option("--lines", is_flag=True, help="One segment a line in, its translation a line out.")
def translate(paths: tuple[str, ...], *, lines: bool, **flags: str | None) -> None:
    """Translate articles into bilingual editions with review flags.

    PATH is a file or a folder, - is standard input. Without one, the new articles of the inbox are
    translated. What has an edition already, made the same way, is left alone.
    """
    found = options.settings(**flags)
    if lines:
        _translate_lines(paths, found)
        return
    click.get_current_context().exit(_translate_articles(paths, found))


def _translate_lines(paths: tuple[str, ...], settings: Settings) -> None:
    from pipeline import bootstrap

    if not paths and sys.stdin.isatty():
        raise click.UsageError("--lines wants a PATH, or lines on standard input")
    desk = bootstrap.build(settings)
    for path in paths or ("-",):
        try:
            opened = click.open_file(path, encoding="utf-8", errors="replace")
        except OSError as error:
            raise ArticleError(f"{path}: can't be read: {error.strerror}") from error
        with opened as file:
            for line in desk.translate_lines(file):
                click.echo(line)


def _translate_articles(paths: tuple[str, ...], settings: Settings) -> int:
    from pipeline import bootstrap
    from pipeline.cli import screen
    from pipeline.cli.listing import Listing

    if not paths:
        folder, is_samples = bootstrap.inbox(settings)
        paths = (str(folder),)
        if is_samples:
            click.echo(f"{settings.inbox} is empty: translating the samples of {folder}", err=True)
    items = bootstrap.intake(paths, settings, _passed_over)
    desk = bootstrap.build(settings)
    shelf = bootstrap.build_shelf(settings)
    with Listing() as listing:
        with Stopping() as stopping:
            readings = (item.read() for item in stopping.until(items))
            for outcome in screen.progress(desk.translate(readings, shelf), total=len(items)):
                listing.add(outcome)
        listing.print()
        done, failed = listing.done, listing.failed
    if failed and done + failed > 1:
        others = "the others are done" if done else "none is done"
        click.echo(f"{failed} of {done + failed} articles failed; {others}", err=True)
    if left := len(items) - done - failed:
        click.echo(f"stopped: {left} of {len(items)} articles are left; the same command does them", err=True)
        return STOPPED
    return 1 if failed else 0


def _passed_over(path: str) -> None:
    click.echo(f"passed over: {path}: nothing reads such files", err=True)
