"""`dwibahasa segment`, `check` and `checks`: look at one stage of the pipeline by itself."""

from __future__ import annotations

import json
from typing import BinaryIO

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
    (item,) = bootstrap.intake([path], found)
    reading = item.read()
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
@click.argument("bitext", metavar="BITEXT.jsonl|-", type=click.File("rb"))
@options.direction
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines instead of lines for people.")
def check(bitext: BinaryIO, *, as_json: bool, **flags: str | None) -> None:
    """Run the checks over anybody's translation.

    BITEXT holds JSON lines of id, block, source and target. A line that can't be read is named on standard
    error, and the others are checked all the same.
    """
    from pipeline import bootstrap
    from pipeline.adapters.formats.json import flag_data
    from pipeline.service import Pair
    from pipeline.stages.review import needs_review

    desk = bootstrap.build_checker(options.settings(**flags))
    broken = 0
    for number, line in enumerate(bitext, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            pair = Pair(record["source"], record["target"], record.get("block", "paragraph"))
            unit = desk.check_pair(pair)
        except (ValueError, KeyError, TypeError) as error:
            broken += 1
            click.echo(f"line {number} can't be checked: {type(error).__name__}: {error}", err=True)
            continue
        flags_found = [flag_data(flag) for flag in unit.flags]
        if as_json:
            answer = {"id": record.get("id"), "review": needs_review(unit), "flags": flags_found}
            click.echo(json.dumps(answer, ensure_ascii=False))
        else:
            for flag in unit.flags:
                click.echo(f"{record.get('id')}: {flag.severity} {flag.check}: {flag.message}")
    click.get_current_context().exit(1 if broken else 0)


@click.command()
def checks() -> None:
    """List the checks: severity, name, and what each looks for."""
    from pipeline import bootstrap, registry

    for name in bootstrap.enabled_checks(options.settings()):
        module = registry.load("pipeline.checks", name)
        title = (module.__doc__ or "").strip().partition("\n")[0]
        click.echo(f"{module.SEVERITY:<9} {name:<22} {title}")
