"""`dwibahasa segment` and `checks`: look at one stage of the pipeline by itself."""

from __future__ import annotations

import json

import click

from pipeline.cli import options
from pipeline.errors import ArticleError


@click.command()
@click.argument("path", metavar="PATH|-")
@options.direction
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of lines for people.")
def segment(path: str, *, as_json: bool, **flags: str | None) -> None:
    """Show the blocks and sentences of an article; no model is needed."""
    from pipeline import bootstrap
    from pipeline.service import key_of
    from pipeline.stages.segment import segment_article
    from pipeline.stages.structure import structure

    found = options.settings(**flags)
    direction = bootstrap.direction_of(found)
    items = bootstrap.intake([path], found)
    if len(items) != 1:
        raise click.UsageError(f"one article at a time, and {path} holds {len(items)}")
    reading = items[0].read()
    if reading.manuscript is None:
        raise ArticleError(f"{path}: {reading.error}")
    article = structure(reading.manuscript, key_of(reading.manuscript, direction), direction)
    sentences: dict[str, list[str]] = {block.key: [] for block in article.blocks}
    for one in segment_article(article):
        sentences[one.block.key].append(one.text)
    if as_json:
        blocks = [
            {"key": block.key, "kind": block.kind, "text": block.text, "segments": sentences[block.key]}
            for block in article.blocks
        ]
        click.echo(json.dumps({"key": article.key, "blocks": blocks}, ensure_ascii=False))
        return
    for block in article.blocks:
        click.echo(click.style(f"{block.key} {block.kind}", bold=True))
        for sentence in sentences[block.key]:
            click.echo(f"  {sentence}")


@click.command()
def checks() -> None:
    """List the checks: severity, name, and what each looks for.

    Where a store has been worked in, also how many of its flags wait, were upheld and dismissed.
    """
    from pipeline import bootstrap, registry

    settings = options.settings()
    counts = bootstrap.check_counts(settings)
    for name in bootstrap.enabled_checks(settings):
        module = registry.load("pipeline.checks", name)
        title = (module.__doc__ or "").strip().partition("\n")[0]
        line = f"{module.SEVERITY:<9} {name:<22} {title}"
        if counts:
            found = counts.get(name)
            waiting, upheld, dismissed = (found.open, found.upheld, found.dismissed) if found else (0, 0, 0)
            line += f" [fired {waiting + upheld + dismissed}: {upheld} upheld, {dismissed} dismissed, {waiting} open]"
        click.echo(line)
