"""`dwibahasa evaluate checks`: how well the checks tell wrong translations from right ones."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import click

from pipeline.cli import options
from pipeline.evaluation.quality import Sample
from pipeline.model import Unit

_CORPUS = 500
"""Right pairs of the corpus that are checked: enough for tenths of a percent."""


@click.command()
@click.option("--half", type=click.Choice(["development", "test"]), default="test", help="Which half [test].")
@click.option("--calibrate", is_flag=True, help="First fit risk and signals anew, on the development half.")
@click.option("--misses", is_flag=True, help="Show what goes wrong (with --half development only).")
@click.option("--picture", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Draw it.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of tables.")
@options.models
def checks(  # noqa: PLR0913 - an option each
    *, half: str, calibrate: bool, misses: bool, picture: Path | None, as_json: bool, models: str | None
) -> None:
    """Measure the checks on labelled pairs: recall, false alarms, ranking, calibration.

    With DWIBAHASA_EVAL set to a folder that has flores_dev.tsv and peers_flores_dev, the output of
    other machines is ranked too.
    """
    from pipeline.cli import check_tables
    from pipeline.config import bundled
    from pipeline.evaluation.peers import peers
    from pipeline.evaluation.quality import corpus, labelled
    from pipeline.evaluation.risks import measure

    if misses and half == "test":
        raise click.UsageError("the test half is not to be looked at: --misses goes with --half development")
    if calibrate:
        _calibrate()
    check = _checks(models)
    found = labelled(bundled("data/quality"), half)
    others = corpus(bundled("data/corpus"), half)
    some = Random(half).sample(others, min(_CORPUS, len(others)))  # noqa: S311 - the same pairs every time
    measured = measure(
        {"wrong": found.wrong, "free wording": found.free, "twins of errors": found.twins}, check
    )
    everyday = measure({"corpus": some, "corpus, turned round": [one.turned() for one in some]}, check)
    folder = os.environ.get("DWIBAHASA_EVAL")
    ranked = peers(Path(folder), check) if folder else []
    if as_json:
        click.echo(json.dumps(check_tables.data(measured, everyday, ranked), ensure_ascii=False))
    else:
        check_tables.show(measured, everyday, ranked, half)
    if misses:
        check_tables.show_misses(measured)
    if picture:
        from pipeline.evaluation.picture import draw

        draw(measured, picture)


def _checks(models: str | None) -> Callable[[Sequence[Sample]], list[Unit]]:
    """Return what checks samples of either direction, in order."""
    from pipeline import bootstrap
    from pipeline.service import Pair

    checkers = {
        direction: bootstrap.build_checker(
            options.settings(models=models, source=direction.source, target=direction.target)
        )
        for direction in bootstrap.DIRECTIONS
    }

    def check(samples: Sequence[Sample]) -> list[Unit]:
        units: dict[int, Unit] = {}
        for direction, checker in checkers.items():
            places = [place for place, one in enumerate(samples) if one.direction == direction]
            pairs = [Pair(samples[at].source, samples[at].target, samples[at].kind) for at in places]
            units |= zip(places, checker.check_pairs(pairs), strict=True)
        return [units[place] for place in range(len(samples))]

    return check


def _calibrate() -> None:
    """Measure the models, then fit the risk by what they and the checks say, and write the file."""
    from pipeline import bootstrap
    from pipeline.config import bundled
    from pipeline.evaluation import calibration as fitting
    from pipeline.evaluation.examples import from_corpus, from_labelled
    from pipeline.evaluation.quality import corpus, labelled
    from pipeline.evaluation.usual import measure_usual

    found = labelled(bundled("data/quality"), "development")
    fitting.keep_usual(measure_usual(found, bootstrap.both_engines(options.settings())))
    rules = from_corpus(corpus(bundled("data/corpus"), "development"), _checks("never"))
    fitting.keep_fitted(rules, from_labelled(found, _checks("always")))
