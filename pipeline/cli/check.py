"""`dwibahasa check`: run the checks over translations that anybody made."""

from __future__ import annotations

import json
from itertools import islice
from typing import BinaryIO

import click

from pipeline.cli import options

_AT_ONCE = 256
"""Pairs that the models are asked about together: enough to fill a batch, few enough to stream."""


@click.command()
@click.argument("bitext", metavar="BITEXT|-", type=click.File("rb"))
@options.direction
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines instead of lines for people.")
@options.review_budget
@options.models
def check(bitext: BinaryIO, *, as_json: bool, **flags: str | None) -> None:
    """Run the checks over anybody's translation.

    BITEXT is JSON lines of id, block, source and target, or an XLIFF or TMX file. What can't be read
    is named on standard error, and the rest is checked all the same.
    """
    from pipeline import bootstrap
    from pipeline.adapters import pairs
    from pipeline.adapters.formats.json import flag_data
    from pipeline.service import Pair

    found = pairs.read(bitext)
    if found.direction and not flags["source"] and not flags["target"]:
        flags |= found.direction._asdict()
    settings = options.settings(**flags)
    checker = bootstrap.build_checker(settings)
    whole = found.together or settings.checks.review_budget
    while batch := list(islice(found, None if whole else _AT_ONCE)):
        asked = [Pair(entry.source, entry.target, entry.kind) for entry in batch]
        units = checker.check_pairs(asked, together=found.together)
        for entry, unit in zip(batch, units, strict=True):
            if as_json:
                listed = [flag_data(flag) for flag in unit.flags]
                answer = {
                    "id": entry.key,
                    "review": unit.review,
                    "risk": unit.risk,
                    "flags": listed,
                }
                click.echo(json.dumps(answer, ensure_ascii=False))
                continue
            if unit.review:
                click.echo(f"{entry.key}: for review ({unit.risk:.0%} risk)")
            for flag in unit.flags:
                click.echo(f"{entry.key}: {flag.severity} {flag.check}: {flag.message}")
    for problem in found.broken:
        click.echo(problem, err=True)
    models = ", ".join(f"{role} {digest[:12]}" for role, digest in checker.witnesses.evidence.items())
    click.echo(f"models asked: {models or 'none, the rules alone decide'}", err=True)
    click.get_current_context().exit(1 if found.broken else 0)
