"""`dwibahasa model fetch`: bring a Marian from the Hugging Face hub."""

from __future__ import annotations

import click

from pipeline.cli import options


@click.command()
@click.argument("name", metavar="OWNER/MODEL")
@click.option(
    "--revision", metavar="COMMIT", help="A commit, branch or tag; else what it was at the first fetch."
)
@options.direction
def fetch(name: str, revision: str | None, source: str | None, target: str | None) -> None:
    """Fetch a Marian from the Hugging Face hub.

    Every file is checked, and the model tried on a sentence. The first fetch settles the revision for
    good; a fetch that was broken off goes on. The folder goes to standard output; from then on `--model
    OWNER/MODEL` means it.
    """
    from pipeline import bootstrap
    from pipeline.adapters.models.folder import open_model
    from pipeline.adapters.models.hub import fetch as bring

    settings = options.settings(source=source, target=target, model=name)
    folder = bring(name, settings.models, revision, say=lambda text: click.echo(text, err=True))
    direction = open_model(folder).direction or bootstrap.direction_of(settings)
    bootstrap.build_engine(settings, direction)  # converts it, and has it translate a sentence
    click.echo(f"{direction}: it translates", err=True)
    click.echo(folder)
