"""`dwibahasa model pairs`: approved translations of a translator's file as pairs to learn from."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
def pairs(files: tuple[Path, ...]) -> None:
    """Print the approved translations of TMX and XLIFF as pairs to learn from.

    A pair is a line: Indonesian, a tab, English. Of an edition of this desk only what was reviewed
    counts; another tool's memory counts whole. The result is a corpus for `fine-tune.toml`.
    """
    from pipeline.adapters import bitext
    from pipeline.training.corpus.approved import approved_pairs

    count = 0
    for path in files:
        for pair in approved_pairs(bitext.units(path.read_bytes())):
            click.echo("\t".join(pair))
            count += 1
    click.echo(f"{count:,} pairs", err=True)
    click.get_current_context().exit(0 if count else 1)
