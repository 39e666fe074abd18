"""`dwibahasa glossary`: lint the term bases, look a term up, bring entries in and out."""

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


@glossary.command("import")
@click.argument("source", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--name", metavar="NAME", help="The term base to write, NAME.csv in your own folder [FILE's name]."
)
@click.option("--replace", is_flag=True, help="Write over a term base of that name.")
def import_(source: Path, name: str | None, *, replace: bool) -> None:
    """Bring the entries of FILE, CSV or TBX, into your own term bases, which win over the bundled ones.

    An entry that can't be used is named with its line, and the others are taken; what stands in a term base
    already, just so, is not taken twice.
    """
    from pipeline import bootstrap
    from pipeline.adapters.glossaries import exchange

    settings = options.settings()
    folder = settings.own_glossaries
    target = folder / f"{name or source.stem}.csv"
    if target.exists() and not replace:
        raise click.UsageError(f"{target} exists: give another --name, or --replace it")
    outcome = exchange.bring_in(source, target, bootstrap.glossary_files(settings))
    for problem in outcome.problems:
        click.echo(str(problem), err=True)
    click.echo(f"{outcome.taken} entries in {target}" if outcome.taken else "no entry taken, nothing written")
    if outcome.known:
        click.echo(f"{outcome.known} stand in your term bases already, and were left there", err=True)
    click.get_current_context().exit(1 if outcome.problems else 0)


@glossary.command("export")
@click.argument("target", metavar="FILE.csv|FILE.tbx", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--own", is_flag=True, help="Only your own entries, without the bundled ones.")
def export(target: Path, *, own: bool) -> None:
    """Write all entries into one FILE: a spreadsheet's CSV, or TBX-Basic for translation tools."""
    from pipeline import bootstrap
    from pipeline.adapters.glossaries import exchange

    settings = options.settings()
    files = [
        path
        for path in bootstrap.glossary_files(settings)
        if not own or path.parent == settings.own_glossaries
    ]
    number = exchange.write_out(files, target)
    click.echo(f"{number} entries in {target}")
