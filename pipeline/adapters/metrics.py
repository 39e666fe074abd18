"""What Prometheus' node exporter reads from a text file: how the desk stands after a run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from pipeline.adapters.files import write_atomically
from pipeline.model.jobs import RunReport, Standing


def write_metrics(path: Path, standing: Standing, report: RunReport, at: datetime) -> None:
    """Write the file, whole or not at all: the exporter may read at any moment."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, "".join(_lines(standing, report, at)))


def _lines(standing: Standing, report: RunReport, at: datetime) -> Iterator[str]:
    yield from _gauge("articles", "Articles by state", {"state": standing.articles})
    yield from _gauge("pending_articles", "Articles that wait for translation", standing.pending)
    yield from _gauge("retrying_articles", "Articles that failed and will be tried again", standing.retrying)
    yield from _gauge("trouble", "What waits for a person", len(standing.trouble))
    oldest = (at - standing.oldest_pending).total_seconds() if standing.oldest_pending else 0
    yield from _gauge("oldest_pending_seconds", "How long the oldest article has waited", max(oldest, 0))
    yield from _gauge("run_timestamp_seconds", "When the last run ended", at.timestamp())
    yield from _gauge("run_seconds", "How long it took", report.seconds)
    yield from _gauge("run_received", "Articles and corrections that it took in", report.received)
    yield from _gauge("run_translated", "Articles that it translated", report.translated)
    yield from _gauge("run_failed", "What failed in it", report.failed)


def _gauge(name: str, about: str, value: float | Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    yield f"# HELP dwibahasa_{name} {about}.\n# TYPE dwibahasa_{name} gauge\n"
    if isinstance(value, Mapping):
        for label, numbers in value.items():
            for key, number in sorted(numbers.items()):
                yield f'dwibahasa_{name}{{{label}="{key}"}} {number}\n'
    else:
        yield f"dwibahasa_{name} {value:.3f}\n" if isinstance(value, float) else f"dwibahasa_{name} {value}\n"
