"""Draw how well the checks tell wrong translations from right ones."""

from __future__ import annotations

from pathlib import Path

from pipeline.errors import ConfigError, StorageError
from pipeline.evaluation.risks import SHARE_WRONG, Measured


def draw(measured: Measured, picture: Path) -> None:
    """Draw recall by type, the precision-recall curve and the calibration (PNG, SVG or PDF, by the suffix).

    Raises:
        ConfigError: matplotlib is not installed.
        StorageError: the picture can't be written.
    """
    try:
        from matplotlib.figure import Figure  # noqa: PLC0415 - an extra, for this picture only
    except ImportError:
        raise ConfigError("drawing needs matplotlib: pip install 'dwibahasa[evaluate]'") from None
    figure = Figure(figsize=(12, 8), layout="constrained")
    grid = figure.add_gridspec(2, 2)
    types = figure.add_subplot(grid[:, 0])
    rows = sorted(measured.by_type.items(), key=lambda one: -one[1].share)
    types.barh([name for name, _ in rows], [rate.share for _, rate in rows], color="tab:blue")
    types.set_xlim(0, 1)
    types.set_title("errors sent to a person, by type")
    curve = figure.add_subplot(grid[0, 1])
    curve.step(*zip(*measured.curve, strict=True), where="post")
    curve.set(xlabel="recall", ylabel="precision", xlim=(0, 1), ylim=(0, 1.02))
    curve.set_title(
        f"reading the riskiest first, one in {1 / SHARE_WRONG:.0f} wrong: area {measured.precision:.2f}"
    )
    calibration = figure.add_subplot(grid[1, 1])
    calibration.plot([0, 1], [0, 1], color="grey", linestyle=":")
    calibration.plot([one.said for one in measured.bins], [one.wrong for one in measured.bins], marker="o")
    calibration.set(xlabel="risk that was said", ylabel="share that is wrong", xlim=(0, 1), ylim=(0, 1))
    calibration.set_title("calibration")
    try:
        picture.parent.mkdir(parents=True, exist_ok=True)
        figure.savefig(picture)
    except (OSError, ValueError) as error:
        raise StorageError(f"can't write {picture}: {error}") from error
