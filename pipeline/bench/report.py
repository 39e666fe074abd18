"""What a bench says: JSON with machine, versions and date for the record, and a plot for people."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pipeline import __version__
from pipeline.bench.cost import translated
from pipeline.bench.scope import Row, Scope

_LIBRARIES = ("ctranslate2", "sentencepiece", "torch", "transformers", "ray")


def machine() -> dict[str, object]:
    """Describe where and with what the figures were measured; the load says how much company they had."""
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "dwibahasa": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "load": [round(load, 2) for load in os.getloadavg()],
        "versions": {name: _version(name) for name in _LIBRARIES},
    }


def write(
    results: Mapping[str, Sequence[Row]], where: Mapping[str, object], scope: Scope, path: Path
) -> None:
    """Write the results as JSON."""
    settings = scope.settings.engine
    data = {
        "schema": "dwibahasa/bench/1",
        "machine": where,
        "decoding": {
            "model": settings.model or str(scope.direction),
            "beam": settings.beam,
            "compute_type": settings.compute_type,
            "batch_tokens": settings.batch_tokens,
            "threads": settings.threads,
        },
        "size": {"rounds": scope.rounds, "sentences": scope.sentences, "articles": scope.articles},
        "results": results,
    }
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def plot(results: Mapping[str, Sequence[Row]], path: Path) -> bool:
    """Draw words a second by way and by number of articles; False where matplotlib is not installed."""
    try:
        import matplotlib as mpl  # noqa: PLC0415 - an extra, for the plot only
    except ImportError:
        return False
    mpl.use("Agg")
    from matplotlib import pyplot as plt  # noqa: PLC0415

    figure, (left, right) = plt.subplots(1, 2, figsize=(11, 4), layout="constrained")
    ways = list(reversed(results.get("translation", ())))
    left.barh(
        [str(row["way"]) for row in ways], [float(str(row["words/s"])) for row in ways], color="#1f5a87"
    )
    left.set_title("Translation alone, words a second")
    grown = translated(results.get("growth", ()))
    sizes = [float(str(row["articles"])) for row in grown]
    right.plot(sizes, [float(str(row["words/s"])) for row in grown], "o-", color="#1f5a87", label="words/s")
    right.plot(sizes, [float(str(row["peak MB"])) for row in grown], "s--", color="#8a4b00", label="peak MB")
    right.set_title("As work grows")
    right.set_xlabel("articles")
    if sizes:
        right.set_xscale("log")
        right.legend()
    right.set_ylim(bottom=0)
    figure.savefig(path)
    plt.close(figure)
    return True


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor())


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
