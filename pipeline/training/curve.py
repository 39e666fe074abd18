"""Draw the learning curve of a training from its log."""

from __future__ import annotations

from pathlib import Path

from pipeline.errors import ConfigError, StorageError
from pipeline.training.progress import read_log


def plot(log: Path, picture: Path) -> None:
    """Draw losses and chrF over target tokens into `picture` (PNG, SVG or PDF, by its suffix).

    Raises:
        ConfigError: matplotlib is not installed, or the log can't be read.
        StorageError: the picture can't be written.
    """
    try:
        from matplotlib.figure import Figure  # noqa: PLC0415 - an extra, for training only
    except ImportError:
        raise ConfigError("drawing needs matplotlib: pip install 'dwibahasa[train]'") from None
    try:
        rows = read_log(log)
    except OSError as error:
        raise ConfigError(f"can't read the log {log}: {error.strerror}") from error
    figure = Figure(figsize=(7, 4), layout="constrained")
    axes = figure.add_subplot()
    axes.set_xlabel("million target tokens")
    axes.set_ylabel("cross-entropy a piece")
    for column, label in (("loss", "training"), ("development_loss", "development")):
        found = [(float(row["tokens"]) / 1e6, float(row[column])) for row in rows if row[column]]
        if found:
            axes.plot(*zip(*found, strict=True), label=label)
    found = [
        (float(row["tokens"]) / 1e6, float(row["development_chrf"]))
        for row in rows
        if row["development_chrf"]
    ]
    if found:
        right = axes.twinx()
        right.plot(*zip(*found, strict=True), color="tab:green", linestyle="--", label="chrF")
        right.set_ylabel("development chrF")
    figure.legend(loc="outside upper center", ncols=3)
    try:
        figure.savefig(picture)
    except OSError as error:
        raise StorageError(f"can't write {picture}: {error.strerror}") from error
