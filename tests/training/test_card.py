from __future__ import annotations

from pathlib import Path

import pytest
from builders import ID_EN

from pipeline.errors import ConfigError
from pipeline.training.card import with_scores
from pipeline.training.copying import Copied
from pipeline.training.curve import plot
from pipeline.training.evaluate import Score
from pipeline.training.measure import Measurement
from pipeline.training.progress import Log, Progress, read_log

SCORE = Score(
    "flores", 997, 23.44, 51.02, ("bleu-signature", "chrf-signature"), None, 0.9, 0.001, 2000.0, 0.8, 0.002
)
FOUND = Measurement(ID_EN, "id-en", "ab", "echo", {}, (SCORE,), (Copied("terms", 40, 39, ()),), {})


def test_scores_stand_in_a_card_once_and_nothing_else_is_lost() -> None:
    card = "# id-en\n\n## Data\n\n| a |\n"
    first = with_scores(card, FOUND, "dwibahasa model evaluate a.tsv")
    assert "| flores | 997 | 23.4 | 51.0 | 80.0% | – | 90.0% | 0.10% | 0.20% |" in first
    assert "| terms | 40 | 97.5% |" in first
    assert first.startswith(card.rstrip())
    again = with_scores(first + "\n## Training\n\nLong.\n", FOUND, "another command")
    assert again.count("## Scores") == 1
    assert "dwibahasa model evaluate a.tsv" not in again
    assert again.endswith("\n## Training\n\nLong.\n")
    assert again.index("## Data") < again.index("## Scores") < again.index("## Training")


def progress(step: int, loss: float | None = None) -> Progress:
    return Progress(step, 1, step * 1000, 5.0, None, 0.001, 2500.0, 7500.0, loss)


def test_a_log_goes_on_after_the_step_of_its_checkpoint(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    log = Log(path, 0)
    for step in (10, 20, 30):
        log.add(progress(step, 4.0))
    log.close()
    path.write_text(path.read_text() + "40,1,40")  # a kill in the middle of a row
    log = Log(path, 20)
    assert [row["step"] for row in read_log(path)] == ["10", "20"]  # whatever kills it before the next row
    log.add(progress(30))
    log.close()
    assert [row["step"] for row in read_log(path)] == ["10", "20", "30"]
    assert read_log(path)[2]["development_loss"] == ""


def test_progress_is_one_line_for_a_person() -> None:
    assert str(progress(10, 4.0)) == (
        "step 10 · epoch 1 · 0.01 M tokens · loss 5.000 · dev loss 4.000 · 2,500 tokens/s · 2 h 05 min left"
    )


def test_a_curve_is_drawn_from_a_log(tmp_path: Path) -> None:
    log = Log(tmp_path / "log.csv", 0)
    for step in (10, 20, 30):
        log.add(progress(step, 4.0 - step / 20))
    log.close()
    plot(tmp_path / "log.csv", tmp_path / "curve.svg")
    assert (
        "million target tokens" in (tmp_path / "curve.svg").read_text()
        or (tmp_path / "curve.svg").stat().st_size > 5000
    )
    with pytest.raises(ConfigError, match="can't read the log"):
        plot(tmp_path / "none.csv", tmp_path / "curve.svg")
