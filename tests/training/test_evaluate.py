from __future__ import annotations

from pathlib import Path

import pytest
from builders import EN_ID, ID_EN

from pipeline.adapters.engines.echo import EchoEngine
from pipeline.errors import ConfigError
from pipeline.training.evaluate import Pair, evaluate, read_pairs


def test_a_perfect_copy_scores_a_hundred() -> None:
    pairs = [Pair("Satu dua tiga empat lima.", "Satu dua tiga empat lima.")] * 3
    score = evaluate("same", pairs, EchoEngine(), ID_EN)
    assert (round(score.bleu), round(score.chrf), score.broken) == (100, 100, 0)
    assert score.signatures[0].startswith("nrefs:1")


def test_faults_repetitions_and_figures_are_counted() -> None:
    pairs = [Pair("ya ya ya ya", "yes"), Pair("⚠fault", "x"), Pair("Naik 1.500 di https://a.id", "Up 1,500")]
    score = evaluate("bad", pairs, EchoEngine(), ID_EN)
    assert score.broken == pytest.approx(2 / 3)
    assert score.figures == 0  # the echo leaves 1.500, which is one and a half in English
    assert score.copies == 1


def test_a_test_set_is_read_for_either_direction(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("satu\tone\tnews\n", encoding="utf-8")
    assert read_pairs(path, ID_EN) == [Pair("satu", "one")]
    assert read_pairs(path, EN_ID) == [Pair("one", "satu")]
    path.write_text("satu\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"a\.tsv:1: no tab"):
        read_pairs(path, ID_EN)
