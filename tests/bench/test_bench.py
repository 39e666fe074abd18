from __future__ import annotations

import json
import time
from itertools import islice
from pathlib import Path

import pytest
from builders import ID_EN

from pipeline import registry
from pipeline.bench import cost, report
from pipeline.bench.articles import manuscripts, pairs
from pipeline.bench.measures import opus
from pipeline.bench.scope import Scope
from pipeline.bench.timing import child, in_turn, ratios
from pipeline.config import load_settings


def test_cases_are_timed_in_turn_and_compared_round_by_round() -> None:
    order: list[str] = []

    def case(name: str, seconds: float) -> None:
        order.append(name)
        time.sleep(seconds)

    timings = in_turn({"slow": lambda: case("slow", 0.03), "quick": lambda: case("quick", 0.01)}, 3)
    assert order == ["slow", "quick"] * 3
    assert ratios(timings, "quick")["slow"][0] > 1.5
    assert ratios(timings, "quick")["quick"] == (1.0, 1.0)


def test_a_command_is_timed_with_its_memory_and_its_status() -> None:
    clock, user, memory, status = child(["sh", "-c", "exit 3"])
    assert (status, clock > 0, user >= 0, memory > 0) == (3, True, True, True)


def test_articles_are_the_same_at_every_run_and_no_sentence_comes_twice() -> None:
    sentences = [pair.source for pair in pairs(ID_EN, 500)]
    found = [one.paragraphs for one in islice(manuscripts(sentences, 40), 40)]
    assert found == [one.paragraphs for one in manuscripts(sentences, 40)]
    paragraphs = [paragraph.text for one in found for paragraph in one[1:]]
    assert len(set(paragraphs)) == len(paragraphs)


def test_what_is_varied_stays_what_a_paper_may_print() -> None:
    sentences = [
        "DPR AS memilih ketua baru, Sabtu (27/4/2024) pukul 9.45, di tengah 12 kamera.",
        "Kosta Rika menang 3–2 pada 9 April.",
        "Pertandingan selesai.",
        "Usai pertandingan itu.",
        "NATO met on March 20, 2023.",
    ]
    said = "\n".join(paragraph.text for one in manuscripts(sentences, 20) for paragraph in one.paragraphs)
    assert "(27/4/2024) pukul 9.45, di tengah " in said
    assert ", DPR AS memilih" in said
    assert ", Kosta Rika menang 3–2 pada 9 April." in said
    assert ", pertandingan selesai" in said
    assert ", NATO met on March 20, 2023." in said
    assert said.count("di tengah 12 kamera") < said.count("di tengah") / 2


def test_the_checks_are_timed_without_a_model(tmp_path: Path) -> None:
    scope = Scope(load_settings(environment={}), ID_EN, 1, 1, 1, tmp_path)
    (row,) = registry.load("pipeline.bench.measures", "checks").measure(scope)
    assert row["pairs"] == 40
    assert float(str(row["processor s"])) > 0


@pytest.mark.real
def test_stages_and_settings_are_measured_with_the_bundled_model(tmp_path: Path) -> None:
    settings = load_settings({"engine": {"threads": 1}, "paths": {"models": None}})
    scope = Scope(settings, ID_EN, 1, 12, 1, tmp_path)
    results = {
        name: registry.load("pipeline.bench.measures", name).measure(scope) for name in ("stages", "sweep")
    }
    assert {"engine", "whole as a share of bare"} <= {row["what"] for row in results["stages"]}
    assert {"default", "int8", "beam 1"} <= {row["setting"] for row in results["sweep"]}
    report.write(results, report.machine(), scope, tmp_path / "bench.json")
    written = json.loads((tmp_path / "bench.json").read_text(encoding="utf-8"))
    assert {"date", "processor", "cores", "load", "versions"} <= set(written["machine"])
    assert written["size"] == {"rounds": 1, "sentences": 12, "articles": 1}


@pytest.mark.real
def test_a_model_of_another_size_is_made_and_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = {
        "d_model": 64,
        "encoder_ffn_dim": 64,
        "decoder_ffn_dim": 64,
        "encoder_layers": 1,
        "decoder_layers": 1,
    }
    monkeypatch.setattr(opus, "SHAPE", {**opus.SHAPE, **small, "vocab_size": 9000})
    scope = Scope(load_settings({"engine": {"threads": 1}}), ID_EN, 1, 2, 1, tmp_path)
    rows = opus.measure(scope)
    assert [str(row["way"]).split(",")[0] for row in rows] == [
        "Dwibahasa's engine", "CTranslate2", "transformers", "transformers",
    ]  # fmt: skip
    assert all(float(str(row["words/s"])) > 0 for row in rows)


def test_hours_follow_from_the_largest_run_of_a_model() -> None:
    grown = [
        {"engine": "auto", "articles": 10, "sentences each": 12, "user s": 99.0},
        {"engine": "auto", "articles": 1000, "sentences each": 12, "user s": 360.0},
        {"engine": "auto", "articles": 10_000, "sentences each": 3, "user s": 900.0},
        {"engine": "echo", "articles": 10_000, "sentences each": 3, "user s": 1.0},
    ]
    rows = {str(row["articles"]): row for row in cost.sheet(grown)}
    assert rows["1,000"]["core hours"] == "0.1"
    assert rows["100,000,000"]["h on 1,024 cores"] == "9.8"
    assert rows["a day, a core"]["core hours"] == "240,000 articles"
    assert cost.sheet([]) == []


def test_the_plot_stands_for_whatever_was_measured(tmp_path: Path) -> None:
    row = {"engine": "auto", "sentences each": 12, "words/s": 900.0, "peak MB": 180}
    grown = [row | {"articles": size} for size in (1, 10)]
    assert report.plot({"growth": grown}, tmp_path / "bench.png")
    assert (tmp_path / "bench.png").stat().st_size > 5000
