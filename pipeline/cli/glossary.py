"""`dwibahasa glossary`: lint the term bases, look a term up."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options


@click.group()
def glossary() -> None:
    """Look after the term bases."""


@glossary.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
def lint(paths: tuple[Path, ...]) -> None:
    """Check term bases: every line's columns, forms, doubles and clashes; by default all that are used."""
    from pipeline import bootstrap
    from pipeline.adapters.lint import lint as find_problems

    files = list(paths) or bootstrap.glossary_files(options.settings())
    problems = find_problems(files)
    for problem in problems:
        click.echo(str(problem))
    if problems:
        click.echo(f"{len(problems)} problems in {len(files)} files", err=True)
    click.get_current_context().exit(1 if problems else 0)


@glossary.command()
@click.argument("text")
@options.direction
def lookup(text: str, source: str | None, target: str | None) -> None:
    """Show the terms that stand in TEXT, as the pipeline finds them."""
    from pipeline import bootstrap

    found = options.settings(source=source, target=target)
    terms = bootstrap.build_terms(found, bootstrap.direction_of(found))
    matches = terms.find(text)
    for match in matches:
        term = match.term
        about = ", ".join(filter(None, (term.kind, str(term.policy), term.note, term.origin)))
        click.echo(f"{match.span.of(text)} → {match.target}  ({about})")
    if not matches:
        click.echo("no term found", err=True)
    click.get_current_context().exit(0 if matches else 1)
