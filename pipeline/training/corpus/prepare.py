"""From the corpora that a recipe names to the pairs that a model learns, with a count of all that was left out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.errors import ConfigError
from pipeline.text.typography import clean
from pipeline.training.corpus.detokenise import detokenise
from pipeline.training.corpus.filters import why_dropped
from pipeline.training.corpus.held_out import EvaluationSets, is_held_out
from pipeline.training.corpus.reading import Line, read_pairs
from pipeline.training.corpus.seen import Seen
from pipeline.training.corpus.store import PairWriter
from pipeline.training.recipe import Corpus, Filters, Recipe, expand

REPORT = "report.json"
_SHOWN = 3
"""Places that are named for each reason: enough to look, not a list of a million duplicates."""


@dataclass(slots=True)
class Report:
    """What became of the lines of one file: how many were kept, and how many not for which reason."""

    path: str
    kept: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    places: dict[str, list[int]] = field(default_factory=dict)

    def drop(self, reason: str, number: int) -> None:
        """Count a line that was left out, and remember the first few by number."""
        self.dropped[reason] += 1
        shown = self.places.setdefault(reason, [])
        if len(shown) < _SHOWN:
            shown.append(number)

    def __str__(self) -> str:
        reasons = [
            f"{reason} {count:,} (line {', '.join(map(str, self.places[reason]))}{' …' if count > _SHOWN else ''})"
            for reason, count in self.dropped.most_common()
        ]
        return f"{self.path}: kept {self.kept:,}" + (f"; left out: {'; '.join(reasons)}" if reasons else "")


def prepare(recipe: Recipe, folder: Path) -> list[Report]:
    """Read every corpus of `recipe`, keep what is good once, and store it in `folder`.

    Of two lines that are the same the first corpus has it, so a recipe names its best corpus first.

    Raises:
        ConfigError: a corpus is missing or can't be read, or nothing at all is left of them.
    """
    gate = _Gate(recipe.filters)
    reports = []
    with PairWriter(folder) as writer:
        for part, corpus in enumerate(recipe.corpora):
            for path in expand(corpus.path):
                report = Report(str(path))
                reports.append(report)
                for indonesian, english in _good(path, corpus, gate, report):
                    pair = (indonesian, english) if recipe.source == "id" else (english, indonesian)
                    writer.add(corpus.tag + pair[0], pair[1], part)
        writer.close([corpus.weight for corpus in recipe.corpora])
    if not any(report.kept for report in reports):
        raise ConfigError("nothing is left of the corpora:\n" + "\n".join(map(str, reports)))
    write_reports(folder, reports)
    return reports


def _good(path: Path, corpus: Corpus, gate: _Gate, report: Report) -> Iterator[tuple[str, str]]:
    for line in read_pairs(path):
        pair = _tidy(line, corpus)
        if reason := line.broken or gate.why_not(pair, corpus):
            report.drop(reason, line.number)
        else:
            report.kept += 1
            yield pair


class _Gate:
    """Lets a pair through once, if it is good and no model is measured on it."""

    def __init__(self, filters: Filters) -> None:
        self._filters = filters
        self._tests = EvaluationSets(path for pattern in filters.evaluation_sets for path in expand(pattern))
        self._seen = Seen()

    def why_not(self, pair: tuple[str, str], corpus: Corpus) -> str:
        """Return why a pair is left out, or nothing; from now on it counts as seen."""
        # First of all, for a line that stands there a million times is looked at closely once.
        if self._seen.add("\t".join(pair)):
            return "seen before"
        if reason := why_dropped(*pair, self._filters):
            return reason
        if self._tests.hold(*pair):
            return "in a test set"
        return "held out" if corpus.held_out and is_held_out(*pair) else ""


def _tidy(line: Line, corpus: Corpus) -> tuple[str, str]:
    indonesian, english = clean(line.indonesian)[0], clean(line.english)[0]
    if corpus.detokenise:
        return detokenise(indonesian), detokenise(english)
    return indonesian, english


def write_reports(folder: Path, reports: list[Report]) -> None:
    """Store reports beside the pairs."""
    listed = [
        {"path": one.path, "kept": one.kept, "dropped": one.dropped, "places": one.places} for one in reports
    ]
    (folder / REPORT).write_text(json.dumps(listed, ensure_ascii=False, indent=1), encoding="utf-8")


def read_reports(folder: Path) -> list[Report]:
    """Read the reports of a folder of prepared pairs."""
    listed = json.loads((folder / REPORT).read_text(encoding="utf-8"))
    return [Report(one["path"], one["kept"], Counter(one["dropped"]), one["places"]) for one in listed]
