"""`dwibahasa evaluate`: how good the desk is at what it says it does, measured in this checkout."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from pipeline.cli import options
from pipeline.cli.evaluate_checks import checks
from pipeline.cli.evaluate_store import store
from pipeline.errors import ConfigError
from pipeline.evaluation.golden import GoldenPage
from pipeline.evaluation.outcomes import Outcomes


@click.group()
def evaluate() -> None:
    """Measure the desk: its knowledge of the two languages, its checks."""


@evaluate.command()
@options.direction
@click.option(
    "--golden",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Pages read by a person [tests/golden/segmentation].",
)
@click.option(
    "--sample", metavar="N", type=click.IntRange(min=1), help="Only N sentences, drawn with a fixed seed."
)
@click.option("--whole", is_flag=True, help="The whole corpus, not only the part that no model has seen.")
@click.option("--no-model", is_flag=True, help="Blocks and sentences only.")
@click.option(
    "--calibrate",
    is_flag=True,
    help="First learn from the pages, but those to measure by, what no rule says.",
)
@click.option("--engine", metavar="NAME", help="auto, ctranslate2 or transformers.")
@click.option("--model", metavar="NAME_OR_DIR", help="A bundled model's name, or a Marian folder.")
@click.option(
    "--examples", metavar="N", type=click.IntRange(min=0), default=0, help="Show N silent errors a kind."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of tables.")
def language(
    golden: Path | None, *, no_model: bool, calibrate: bool, as_json: bool, examples: int, **flags: Any
) -> None:
    """Measure blocks and sentences, terms, names and quantities.

    Blocks and sentences are compared with pages that a person has read. Terms, names and quantities
    are followed through the whole pipeline, over the sample articles and the held-out part of
    data/corpus: how many come across right, and how many are wrong without a flag. Both directions
    are measured unless --from, --to or --model names one.
    """
    from pipeline.adapters import reading
    from pipeline.cli import tables
    from pipeline.config import bundled
    from pipeline.evaluation import outcomes, segmentation
    from pipeline.evaluation.golden import MEASURED, read_golden

    pages = read_golden(golden or bundled("tests/golden/segmentation"), reading.read)
    if calibrate:
        _learn([page for page in pages if page.folder not in MEASURED])
    read = segmentation.measure(pages)
    unlearnt = segmentation.measure(page for page in pages if page.folder in MEASURED)
    judged = {} if no_model else _judged(flags)
    if as_json:
        data = {name: outcomes.as_data(found) for name, found in judged.items()}
        layouts = {"segmentation": segmentation.rates(read), "unlearnt": segmentation.rates(unlearnt)}
        click.echo(json.dumps(layouts | data, ensure_ascii=False))
        return
    tables.segmentation_table(read, "golden pages")
    if unlearnt.pages:
        tables.segmentation_table(unlearnt, "of them that nothing was learnt from")
    tables.differences(unlearnt if unlearnt.pages else read)
    for name, found in judged.items():
        tables.outcomes_table(name, found, examples)


def _learn(pages: Sequence[GoldenPage]) -> None:
    """Learn how headlines are told, and then what each line is, which depends on where the headline stands."""
    from pipeline.evaluation import headlines, kinds

    headlines.calibrate(pages)
    kinds.calibrate(pages)


def _judged(flags: dict[str, Any]) -> dict[str, Outcomes]:
    """Translate the sample articles and the sentences of the corpus, and judge both, in each direction."""
    from pipeline import bootstrap
    from pipeline.config import bundled
    from pipeline.evaluation import outcomes

    pairs = _pairs(flags.pop("sample"), whole=flags.pop("whole"))
    named = any(flags[name] is not None for name in ("source", "target", "model"))
    judged = {}
    for settings in [
        options.settings(**(flags if named else flags | {"source": direction.source}))
        for direction in bootstrap.DIRECTIONS[: 1 if named else None]
    ]:
        desk = bootstrap.build(settings)
        if desk.direction.source == "id":
            readings = (item.read() for item in bootstrap.intake([str(bundled("data/samples"))], settings))
            editions = [desk.edition(one.manuscript) for one in readings if one.manuscript is not None]
            judged["samples"] = outcomes.judge_units(unit for edition in editions for unit in edition.units)
            said = [outcomes.Sentence(*pair) for pair in pairs]
            judged["corpus"] = outcomes.judge_sentences(said, desk)
        else:
            said = [outcomes.Sentence(english, indonesian) for indonesian, english in pairs]
            judged["corpus en-id"] = outcomes.judge_sentences(said, desk)
    return judged


def _pairs(sample: int | None, *, whole: bool) -> list[tuple[str, str]]:
    """Return pairs of the corpus, Indonesian first: the held-out ones, all, or some of them."""
    from pipeline.config import bundled
    from pipeline.training.corpus.held_out import held_out_pairs
    from pipeline.training.corpus.reading import read_pairs

    paths = sorted(bundled("data/corpus").glob("*.tsv"))
    if not paths:
        raise ConfigError("data/corpus is not here; measuring needs a checkout")
    pairs = (
        [(line.indonesian, line.english) for path in paths for line in read_pairs(path) if not line.broken]
        if whole
        else list(held_out_pairs(paths))
    )
    if sample is None or sample >= len(pairs):
        return pairs
    return random.Random(_SEED).sample(pairs, sample)  # noqa: S311 - a draw that can be drawn again


_SEED = 20


evaluate.add_command(checks)
evaluate.add_command(store)
