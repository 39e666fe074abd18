"""`dwibahasa model evaluate`: how good a model is, beside others."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import click

from pipeline.cli import options


@click.command()
@click.argument("files", nargs=-1, metavar="[PAIRS.tsv]...", type=click.Path(path_type=Path))
@options.direction
@click.option("--model", metavar="NAME_OR_DIR", help="A model's name, or a Marian folder.")
@click.option("--engine", metavar="NAME", help="auto, ctranslate2 or transformers.")
@click.option(
    "--tests", metavar="DIR", type=click.Path(path_type=Path), help="Where test sets lie [$DWIBAHASA_EVAL]."
)
@click.option(
    "--against", metavar="NAME_OR_DIR", multiple=True, help="Compare with another model, beyond chance."
)
@click.option(
    "--limit", metavar="N", type=click.IntRange(min=2), help="Only the first so many pairs of a set."
)
@click.option("--card", is_flag=True, help="Write the scores into the model's card, README.md.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of tables, with every translation.")
def evaluate(files: tuple[Path, ...], *, card: bool, as_json: bool, **flags: Any) -> None:
    """Measure a model, beside others.

    BLEU and chrF; names, addresses, figures and terms that came across; what is broken or made up.

    PAIRS.tsv has a pair a line, Indonesian, a tab, English. Without one, the sets are every .tsv of
    $DWIBAHASA_EVAL or --tests, and the held-out part of the desk's own corpus. Translations of a set
    by other systems, in the folder peers_SET beside it (NAME.en or NAME.en.xz), are set beside the
    model's. A difference is real where it would come by chance less than once in twenty.
    """
    from pipeline import bootstrap
    from pipeline.adapters.models.folder import find_model, open_model
    from pipeline.cli.model import tables
    from pipeline.config import bundled
    from pipeline.errors import ConfigError
    from pipeline.training.measure import measure
    from pipeline.training.test_sets import held_out_set, read_test_set

    asked = {name: flags[name] for name in ("source", "target", "engine")}
    settings = options.settings(model=flags["model"], **asked)
    direction = bootstrap.direction_of(settings)
    folder = find_model(settings, direction)
    if flags["model"] and not (asked["source"] or asked["target"]):
        direction = open_model(folder).direction or direction
    sets = [read_test_set(path, direction) for path in files or _test_sets(flags["tests"])]
    if not files:
        sets.append(held_out_set(sorted(bundled("data/corpus").glob("*.tsv")), direction))
    sets = [one.first(flags["limit"]) for one in sets if one.pairs]
    if not sets:
        raise ConfigError("nothing to measure on: name PAIRS.tsv, or a folder of them in DWIBAHASA_EVAL")
    if card and not (folder / "README.md").is_file():
        raise ConfigError(f"{folder} has no card (README.md) to write the scores into")
    others = {
        name: bootstrap.build_engine(options.settings(model=name, **asked), direction)
        for name in flags["against"]
    }
    engine = bootstrap.build_engine(settings, direction)
    terms = bootstrap.build_terms(settings, direction)
    found = measure(sets, engine, terms, others, lambda text: click.echo(text, err=True))
    if as_json:
        click.echo(json.dumps(found.as_data(), ensure_ascii=False))
    else:
        tables.show(found)
    if card:
        from pipeline.training.card import with_scores

        limit = f" --limit {flags['limit']}" if flags["limit"] else ""
        command = f"dwibahasa model evaluate --model {folder.name}{limit}"
        path = folder / "README.md"
        path.write_text(with_scores(path.read_text(encoding="utf-8"), found, command), encoding="utf-8")
        click.echo(f"scores written into {path}", err=True)


def _test_sets(named: Path | None) -> list[Path]:
    from pipeline.errors import ConfigError

    folder = named or os.environ.get("DWIBAHASA_EVAL")
    if not folder:
        click.echo("DWIBAHASA_EVAL names no folder of test sets: only the desk's own held-out part", err=True)
        return []
    found = sorted(Path(folder).glob("*.tsv"))
    if not found:
        raise ConfigError(f"no test sets (*.tsv) in {folder}")
    return found
