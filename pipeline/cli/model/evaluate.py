"""`dwibahasa model evaluate`: how good a model is, beside others."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from pipeline.cli import options
from pipeline.config import Settings, bundled
from pipeline.errors import ConfigError
from pipeline.model import Direction
from pipeline.ports import Engine
from pipeline.training.compare import Compared
from pipeline.training.copying import Copied
from pipeline.training.evaluate import Pair, Score

_HELD_OUT = "held-out"
_PEERS = "peers_"
_PROBED = 300
"""Sentences into which things are written to see whether they are copied: a share is sure to a percent."""


@click.command()
@click.argument("tests", nargs=-1, metavar="[PAIRS.tsv]...", type=click.Path(path_type=Path))
@options.direction
@click.option("--model", "name", metavar="NAME_OR_DIR", help="A model's name, or a Marian folder.")
@click.option("--engine", metavar="NAME", help="auto, ctranslate2 or transformers.")
@click.option(
    "--tests", "folder", metavar="DIR", type=click.Path(path_type=Path), help="Test sets [$DWIBAHASA_EVAL]."
)
@click.option(
    "--against", metavar="NAME_OR_DIR", multiple=True, help="Compare with another model, beyond chance."
)
@click.option("--limit", type=click.IntRange(min=1), help="Only the first so many pairs of a set.")
@click.option("--card", is_flag=True, help="Write the scores into the model's card, README.md.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of tables, with every translation.")
def evaluate(
    tests: tuple[Path, ...],
    *,
    name: str | None,
    folder: Path | None,
    against: tuple[str, ...],
    limit: int | None,
    card: bool,
    as_json: bool,
    **flags: str | None,
) -> None:
    """Measure a model: BLEU and chrF, names, copies, figures, terms, and what is broken or made up.

    PAIRS.tsv has a pair a line, Indonesian, a tab, English. Without one, the sets are the held-out part of
    the desk's own corpus and every .tsv of $DWIBAHASA_EVAL or --tests. Translations of a set by other
    systems, in the folder peers_SET beside it (NAME.en or NAME.en.xz), are set beside the model's.
    """
    from pipeline import bootstrap
    from pipeline.adapters.models.folder import find_model, open_model
    from pipeline.cli.model import tables
    from pipeline.training.copying import measure_copying
    from pipeline.training.evaluate import evaluate as measure
    from pipeline.training.obedience import measure_obedience

    settings = options.settings(model=name, **flags)
    direction = bootstrap.direction_of(settings)
    if name and not any((flags["source"], flags["target"])):
        direction = open_model(find_model(settings, direction)).direction or direction
    files = list(tests) or _files(folder)
    sets = {path.stem: (path, pairs[:limit]) for path, pairs in _read(files, direction, own=not tests)}
    if not sets:
        raise ConfigError("nothing to measure on: name PAIRS.tsv, or a folder of them in DWIBAHASA_EVAL")
    engine = bootstrap.build_engine(settings, direction)
    others = {other: _other(other, flags, direction) for other in against}
    scores, comparisons = [], {}
    for label, (path, pairs) in sets.items():
        click.echo(f"{label}: translating {len(pairs):,} sentences", err=True)
        score = measure(label, pairs, engine, direction)
        scores.append(score)
        if rows := _beside(score, pairs, path, others, direction):
            comparisons[label] = rows
    pairs = [pair for _, (_, found) in sets.items() for pair in found]
    probed = pairs[:: max(1, len(pairs) // _PROBED)]
    click.echo("terms and copies", err=True)
    terms = measure_obedience(pairs, engine, direction, bootstrap.build_terms(settings, direction))
    abilities = [terms, *measure_copying(probed, engine, direction)]
    if as_json:
        click.echo(_json(engine, direction, scores, comparisons, abilities))
    else:
        tables.show(engine, direction, scores, comparisons, abilities)
    if card:
        _write_card(find_model(settings, direction), scores, abilities, direction, name, limit)


def _files(folder: Path | None) -> list[Path]:
    """Return the test sets of the folder that is asked for."""
    named = folder or os.environ.get("DWIBAHASA_EVAL")
    if not named:
        click.echo("DWIBAHASA_EVAL names no folder of test sets: only the desk's own held-out part", err=True)
        return []
    if not Path(named).is_dir():
        raise ConfigError(f"test sets: {named} is not a folder")
    return sorted(Path(named).glob("*.tsv"))


def _read(files: list[Path], direction: Direction, *, own: bool) -> Iterator[tuple[Path, list[Pair]]]:
    from pipeline.training.corpus.held_out import held_out_pairs
    from pipeline.training.evaluate import read_pairs

    for path in files:
        yield path, read_pairs(path, direction)
    corpus = sorted(bundled("data/corpus").glob("*.tsv")) if own else []
    pairs = [
        Pair(*pair) if direction.source == "id" else Pair(*reversed(pair)) for pair in held_out_pairs(corpus)
    ]
    if pairs:
        yield Path(f"{_HELD_OUT}.tsv"), pairs


def _other(name: str, flags: dict[str, str | None], direction: Direction) -> Engine:
    from pipeline import bootstrap

    settings: Settings = options.settings(model=name, engine=flags["engine"])
    return bootstrap.build_engine(settings, direction)


def _beside(
    score: Score, pairs: list[Pair], path: Path, others: dict[str, Engine], direction: Direction
) -> list[Compared]:
    """Set the model's translations beside other models' and other systems'."""
    from pipeline.training.compare import compare, read_outputs

    rivals = {}
    peers = path.parent / f"{_PEERS}{path.stem}"
    if any(peers.glob(f"*.{direction.target}*")):
        whole = sum(1 for _ in path.open("rb"))
        found = read_outputs(peers, direction.target, whole)
        rivals |= {name: lines[: len(pairs)] for name, lines in found.items()}
    for name, engine in others.items():
        said = engine.translate([one.source for one in pairs])
        rivals[name] = [translation.best.text for translation in said]
    if not rivals:
        return []
    return compare("this model", score.said, rivals, [one.reference for one in pairs])


def _json(
    engine: Engine,
    direction: Direction,
    scores: list[Score],
    comparisons: dict[str, list[Compared]],
    abilities: list[Copied],
) -> str:
    found = {
        "model": engine.model,
        "digest": engine.digest,
        "engine": engine.name,
        "direction": str(direction),
        "decoding": dict(engine.decoding),
        "sets": [asdict(score) for score in scores],
        "abilities": [asdict(one) | {"share": one.share} for one in abilities],
        "beside": {label: [row._asdict() for row in rows] for label, rows in comparisons.items()},
    }
    return json.dumps(found, ensure_ascii=False)


def _write_card(
    model: Path,
    scores: list[Score],
    abilities: list[Copied],
    direction: Direction,
    name: str | None,
    limit: int | None,
) -> None:
    from pipeline.training.card import with_scores

    path = model / "README.md"
    if not path.is_file():
        raise ConfigError(f"{model} has no card (README.md) to write the scores into")
    command = f"dwibahasa model evaluate --from {direction.source} --to {direction.target}"
    command += f" --model {Path(name).name}" if name else ""
    command += f" --limit {limit}" if limit else ""
    path.write_text(
        with_scores(path.read_text(encoding="utf-8"), scores, abilities, command), encoding="utf-8"
    )
    click.echo(f"scores written into {path}", err=True)
