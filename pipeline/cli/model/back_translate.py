"""`dwibahasa model back-translate`: make pairs of sentences in one language."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options


@click.command("back-translate")
@click.argument("lines", metavar="LINES.txt", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("pairs", metavar="PAIRS.tsv", type=click.Path(dir_okay=False, path_type=Path))
@options.direction
@click.option("--model", metavar="NAME_OR_DIR", help="A model's name, or a Marian folder.")
@click.option("--engine", metavar="NAME", help="auto, ctranslate2 or transformers.")
def back_translate(lines: Path, pairs: Path, **flags: str | None) -> None:
    """Make pairs of sentences in one language.

    LINES.txt, a sentence a line, is translated. English sentences (--from en) make pairs for a model into
    English: it learns to write from what people wrote. Name PAIRS.tsv in a recipe's [[corpora]] with tag
    = "<bt> ". LINES may be packed (.xz, .gz); a run that was killed goes on.
    """
    from pipeline import bootstrap
    from pipeline.training.back_translate import back_translate as make_pairs

    settings = options.settings(**flags)
    direction = bootstrap.direction_of(settings)
    engine = bootstrap.build_engine(settings, direction)
    made = make_pairs(lines, pairs, engine, direction, lambda reached: click.echo(str(reached), err=True))
    click.echo(f"{pairs}: {made.written:,} pairs")
