from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file
from training.tiny import sentences, write_pairs, write_recipe

from pipeline.adapters.models.folder import open_model
from pipeline.training.progress import read_log

COMMAND = [sys.executable, "-c", "from pipeline.cli import main; main()"]


def run(*arguments: str | Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"DWIBAHASA_THREADS": "1"} | (env or {}),
    )


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Train by the command, killed once on the way."""
    folder = tmp_path_factory.mktemp("trained")
    recipe = write_recipe(folder, source="id", target="en")
    arguments = (
        "model",
        "train",
        str(recipe),
        "--threads",
        "1",
        "--device",
        "cpu",
        "--out",
        str(folder / "out"),
    )
    process = subprocess.Popen([*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    checkpoints = folder / "out" / "training" / "checkpoints"
    while process.poll() is None and not list(checkpoints.glob("step-*")):
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    assert process.communicate()[0] == b""
    done = run(*arguments)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{folder / 'out' / 'model'}\n"
    for word in ("loss", "dev chrF", "tokens/s", "left"):
        assert word in done.stderr
    return folder


def test_a_training_leaves_a_log_a_curve_and_a_model_that_translates(trained: Path) -> None:
    out = trained / "out"
    assert int(read_log(out / "training" / "log.csv")[-1]["tokens"]) >= 24_000
    assert (out / "curve.png").stat().st_size > 5000
    assert "obeys terms   yes" in run("model", "info", out / "model").stdout


def test_a_model_is_taken_from_the_checkpoints_whatever_became_of_the_recipe(
    trained: Path, tmp_path: Path
) -> None:
    done = run("model", "export", trained / "out", tmp_path / "model", "--note", "By way of a test.")
    assert done.returncode == 0, done.stderr
    assert open_model(tmp_path / "model").digest == open_model(trained / "out" / "model").digest
    assert "By way of a test." in (tmp_path / "model" / "README.md").read_text()
    other = write_recipe(tmp_path, schedule={"clip": 2.0})
    done = run("model", "export", trained / "out", tmp_path / "model", "--recipe", other)
    assert (done.returncode, "not made with this recipe" in done.stderr) == (2, True)
    assert run("model", "export", tmp_path / "model", tmp_path / "x").returncode == 2


def test_trainings_are_averaged_only_where_they_started_from_the_same_weights(
    trained: Path, tmp_path: Path
) -> None:
    ends = []
    for seed in (2, 3):
        folder = tmp_path / str(seed)
        folder.mkdir()
        recipe = write_recipe(folder, init=str(trained / "out" / "model"), seed=seed)
        assert run("model", "train", recipe, "--out", folder).returncode == 0
        ends.append(load_file(tmp_path / str(seed) / "model" / "model.safetensors"))
    both = ("model", "export", tmp_path / "2", tmp_path / "both", "--with", tmp_path / "3")
    assert run(*both).returncode == 0
    name = "model.encoder.layers.0.fc1.weight"
    mean = load_file(tmp_path / "both" / "model.safetensors")[name].float()
    one, other = (end[name].float() for end in ends)
    assert not torch.allclose(one, other, atol=1e-4)
    assert torch.allclose(mean, (one + other) / 2, atol=1e-3)
    record = json.loads((tmp_path / "3" / "training" / "of.json").read_text())
    assert record["recipe"] in (tmp_path / "both" / "README.md").read_text()
    done = run("model", "export", tmp_path / "2", tmp_path / "no", "--with", trained / "out")
    assert (done.returncode, "did not start from the same weights" in done.stderr) == (2, True)
    start = load_file(trained / "out" / "model" / "model.safetensors")[name].float()
    assert run("model", "export", tmp_path / "2", tmp_path / "back", "--with-start").returncode == 0
    mean = load_file(tmp_path / "back" / "model.safetensors")[name].float()
    assert torch.allclose(mean, (one + start) / 2, atol=1e-3)
    assert "those that it started from" in (tmp_path / "back" / "README.md").read_text()
    done = run("model", "export", trained / "out", tmp_path / "no", "--with-start")
    assert (done.returncode, "started from" in done.stderr) == (2, True)


def test_a_model_for_ctranslate2_alone_is_written(trained: Path, tmp_path: Path) -> None:
    done = run("model", "export", trained / "out" / "model", tmp_path / "int8", "--int8")
    assert done.returncode == 0, done.stderr
    assert {"model.bin", "source.spm", "target.spm", "README.md"} <= {
        path.name for path in (tmp_path / "int8").iterdir()
    }
    again = run("model", "export", trained / "out" / "model", tmp_path / "int8", "--int8")
    assert "is there already" in again.stderr


def test_a_model_is_measured_beside_another_and_its_card_says_so(trained: Path, tmp_path: Path) -> None:
    tests = tmp_path / "tests"
    tests.mkdir()
    pairs = sentences(40, seed=9)
    write_pairs(tests / "tiny.tsv", pairs)
    (tests / "peers_tiny").mkdir()
    (tests / "peers_tiny" / "perfect.en").write_text("".join(f"{english}\n" for _, english in pairs))
    model = trained / "out" / "model"
    found = run(
        "model",
        "evaluate",
        "--model",
        model,
        "--tests",
        tests,
        "--limit",
        "40",
        "--against",
        model,
        "--json",
        "--card",
    )
    assert found.returncode == 0, found.stderr
    data = json.loads(found.stdout)
    sets = {one["name"]: one for one in data["scores"]}
    assert set(sets) == {"tiny", "held-out"}
    assert sets["tiny"]["chrf"] > 50
    assert sets["tiny"]["figures"] is not None
    assert [row["name"] for row in data["beside"]["tiny"]][-1] == "perfect"
    assert {one["kind"] for one in data["abilities"]} == {
        "terms",
        "unknown names",
        "unknown addresses",
        "unknown figures",
    }
    assert "| tiny | 40 |" in (model / "README.md").read_text()


def test_without_test_sets_the_held_out_part_is_measured_and_said(trained: Path) -> None:
    done = run(
        "model", "evaluate", "--model", trained / "out" / "model", "--limit", "5", env={"DWIBAHASA_EVAL": ""}
    )
    assert done.returncode == 0, done.stderr
    assert "DWIBAHASA_EVAL names no folder" in done.stderr
    assert "held-out" in done.stdout
    assert "nrefs:1" in done.stdout


def test_pairs_are_made_of_sentences_in_one_language(trained: Path, tmp_path: Path) -> None:
    lines = tmp_path / "lines.txt"
    lines.write_text("".join(f"{indonesian}\n" for indonesian, _ in sentences(5, seed=3)), encoding="utf-8")
    done = run("model", "back-translate", lines, tmp_path / "pairs.tsv", "--model", trained / "out" / "model")
    assert done.returncode == 0, done.stderr
    rows = [line.split("\t") for line in (tmp_path / "pairs.tsv").read_text().splitlines() if "\t" in line]
    assert [row[0] for row in rows] == lines.read_text().splitlines()
    assert all(len(row) == 3 and row[1] for row in rows)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["train", "nope"], "no recipe 'nope': name a file, or one of the shipped ones: en-id-compact"),
        (["train", "/nowhere/a.toml"], "can't read the recipe"),
        (["evaluate", "--tests", "/nowhere"], "no test sets"),
        (["fetch", "opus"], "OWNER/MODEL"),
    ],
)
def test_what_cannot_be_done_exits_with_two_and_says_why(arguments: list[str], problem: str) -> None:
    done = run("model", *arguments)
    assert done.returncode == 2
    assert problem in done.stderr


def test_models_are_listed_and_a_damaged_one_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "desk" / "bad").mkdir(parents=True)
    (tmp_path / "desk" / "bad" / "config.json").write_text('{"model_type": "t5"}')
    listed = run("model", "list", env={"DWIBAHASA_MODELS": str(tmp_path)}).stdout
    assert "id-en" in listed
    assert "desk/bad" in listed
    assert "can't be used" in listed


def test_a_direction_is_taken_from_the_model_that_is_named() -> None:
    assert "direction     en-id" in run("model", "info", "en-id").stdout
