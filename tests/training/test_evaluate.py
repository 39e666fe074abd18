from __future__ import annotations

from pathlib import Path

import pytest
from builders import EN_ID, ID_EN

from pipeline.adapters.engines.echo import EchoEngine
from pipeline.errors import ConfigError
from pipeline.training.copying import measure_copying
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
    stuck = [Pair("rubbbbbbber", "rubber"), Pair("kata 1.000.000.000", "word 1,000,000,000")]
    assert evaluate("stuck", stuck, EchoEngine(), ID_EN).broken == 0.5
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


def test_a_translation_of_something_else_is_told_from_a_poor_one() -> None:
    references = [
        f"The minister said on day {number} that {word} prices would rise again."
        for number, word in enumerate(("rice", "fuel", "egg", "salt"))
    ]
    own = [Pair(text.replace("would", "could"), text) for text in references]
    assert evaluate("own", own, EchoEngine(), ID_EN).detached == 0
    others = [Pair(references[(number + 2) % 4], text) for number, text in enumerate(references)]
    assert evaluate("others", others, EchoEngine(), ID_EN).detached == 1


def test_invented_things_are_counted_when_they_come_out() -> None:
    pairs = [Pair("Kata Kishida, 1.500 orang datang.", "Kishida said 1,500 people came.")] * 20
    found = {one.kind: one for one in measure_copying(pairs, EchoEngine(), ID_EN)}
    assert set(found) == {"unknown names", "unknown addresses", "unknown figures"}
    assert found["unknown names"].share == found["unknown addresses"].share == 1
    figures = found["unknown figures"]
    assert figures.given > figures.kept  # the echo leaves a figure in the notation of the source
    assert figures.lost
