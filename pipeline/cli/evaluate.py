"""`dwibahasa evaluate`: how good the desk is at what it says it does, measured in this checkout."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.group()
def evaluate() -> None:
    """Measure the desk: its knowledge of the two languages, its checks."""


@evaluate.command()
@click.option(
    "--golden",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Pages read by a person [tests/golden/segmentation].",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of tables.")
def language(golden: Path | None, *, as_json: bool) -> None:
    """Measure blocks and sentences against pages that a person has read."""
    from pipeline.cli.tables import segmentation_table
    from pipeline.config import bundled
    from pipeline.evaluation.golden import read_golden
    from pipeline.evaluation.segmentation import measure, rates

    found = measure(read_golden(golden or bundled("tests/golden/segmentation")))
    if as_json:
        click.echo(json.dumps({"segmentation": rates(found)}, ensure_ascii=False))
    else:
        segmentation_table(found)
