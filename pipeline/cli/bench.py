"""`dwibahasa bench`: how fast the desk is on this machine."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from pipeline.cli import options

_MEASURES = ("translation", "opus", "stages", "checks", "startup", "growth", "ray", "sweep")


@click.command()
@options.direction
@click.option("--model", metavar="NAME_OR_DIR", help="A bundled model's name, or a Marian folder.")
@click.option("--only", metavar="LIST", help=f"Some of {', '.join(_MEASURES)}.")
@click.option("--rounds", default=3, show_default=True, help="How often each case is timed, in turn.")
@click.option("--sentences", default=256, show_default=True, help="Sentences through each engine.")
@click.option("--articles", default=10_000, show_default=True, help="Articles at most, as work grows.")
@click.option("--quick", is_flag=True, help="As little as shows that it works; no figure to quote.")
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help="Where results go [data/bench].")
def bench(  # noqa: PLR0913 - one flag, one argument
    *,
    only: str | None,
    rounds: int,
    sentences: int,
    articles: int,
    quick: bool,
    out: Path | None,
    **flags: str | None,
) -> None:
    """Measure speed, memory and start-up here, beside what others would run."""
    from pipeline import bootstrap, registry
    from pipeline.bench import cost, report
    from pipeline.bench.scope import Row, Scope
    from pipeline.cli import screen
    from pipeline.config import data_folder

    settings = options.settings(**flags)
    direction = bootstrap.direction_of(settings)
    names = tuple(only.split(",")) if only else _MEASURES
    measures = {name: registry.load("pipeline.bench.measures", name) for name in names}
    folder = out or data_folder() / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    where = report.machine()
    results: dict[str, list[Row]] = {}
    for name, module in measures.items():
        with tempfile.TemporaryDirectory() as work:
            size = (1, 12, 1) if quick else (rounds, sentences, articles)
            scope = Scope(settings, direction, *size, Path(work))
            click.echo(f"measuring {name} …", err=True)
            results[name] = module.measure(scope)
        screen.rows(module.TITLE, results[name])
        if name == "growth":
            results["cost"] = cost.sheet(results[name])
            screen.rows(cost.TITLE, results["cost"])
        report.write(results, where, scope, folder / "bench.json")
    click.echo(str(folder / "bench.json"))
    if report.plot(results, folder / "bench.png"):
        click.echo(str(folder / "bench.png"))
