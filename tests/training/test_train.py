from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import torch
from builders import ID_EN
from training.tiny import write_recipe

from pipeline import registry
from pipeline.adapters.models.folder import open_model
from pipeline.config import load_settings
from pipeline.errors import ConfigError, StorageError
from pipeline.training.checkpoints import Checkpoints
from pipeline.training.machine import Machine, find_machine
from pipeline.training.progress import Progress, read_log
from pipeline.training.recipe import load_recipe
from pipeline.training.train import Interrupted
from pipeline.training.workshop import make_model

CPU = Machine(torch.device("cpu"), half=False, workers=0)

SCRIPT = """
import sys
from pathlib import Path
import torch
from pipeline.training.machine import Machine
from pipeline.training.recipe import load_recipe
from pipeline.training.workshop import make_model
torch.set_num_threads(1)
make_model(load_recipe(Path(sys.argv[1])), Path(sys.argv[2]), Machine(torch.device("cpu"), half=False, workers=0))
"""


@pytest.fixture(autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)


def weights(folder: Path) -> dict[str, torch.Tensor]:
    checkpoints = Checkpoints(folder / "training" / "checkpoints", 3)
    return checkpoints.weights(checkpoints.steps()[-1])


def same(one: dict[str, torch.Tensor], other: dict[str, torch.Tensor]) -> bool:
    return one.keys() == other.keys() and all(
        torch.allclose(one[name], other[name], atol=1e-6) for name in one
    )


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a model without being disturbed."""
    torch.set_num_threads(1)
    folder = tmp_path_factory.mktemp("whole")
    make_model(load_recipe(write_recipe(folder)), folder / "out", CPU)
    return folder


def test_a_model_is_made_that_both_engines_load_and_whose_loss_falls(whole: Path) -> None:
    found = open_model(whole / "out" / "model", ID_EN)
    assert (found.name, found.obeys_terms, found.max_tokens) == ("tiny", True, 48)
    texts = ["Presiden membuka sekolah 3 hari ini.", "Warga menutup pasar 12 kemarin."]
    said = []
    for name in ("ctranslate2", "transformers"):
        model = str(whole / "out" / "model")
        options = {"name": name, "model": model, "compute_type": "float32", "beam": 1, "hypotheses": 1}
        settings = load_settings({"engine": options, "paths": {"models": str(whole / "cache")}}, {})
        engine = registry.load("pipeline.adapters.engines", name).create(settings, ID_EN)
        said.append([translation.best.text for translation in engine.translate(texts)])
    assert said[0] == said[1]
    assert said[0][0].startswith("The president")
    rows = read_log(whole / "out" / "training" / "log.csv")
    assert float(rows[-1]["development_loss"]) < float(rows[0]["development_loss"])
    assert float(rows[-1]["development_chrf"]) > 50
    card = (whole / "out" / "model" / "README.md").read_text()
    assert load_recipe(whole / "recipe.toml").signature in card
    assert "made up by the test" in card


def test_the_row_of_pad_stays_zero(whole: Path) -> None:
    shared = weights(whole / "out")["model.shared.weight"]
    assert not shared[-1].any()
    assert shared[:-1].any(dim=1).all()


def test_a_killed_training_goes_on_to_the_same_result(whole: Path, tmp_path: Path) -> None:
    recipe = whole / "recipe.toml"
    out = tmp_path / "out"
    kills = 0
    for _ in range(2):
        process = subprocess.Popen([sys.executable, "-c", SCRIPT, str(recipe), str(out)])
        written = len(Checkpoints(out / "training" / "checkpoints", 3).steps())
        while process.poll() is None:
            steps = Checkpoints(out / "training" / "checkpoints", 3).steps()
            if len(steps) > written or (written >= 3 and steps):
                time.sleep(0.05)  # into the next steps, or into the writing of the next checkpoint
                process.send_signal(signal.SIGKILL)
                kills += process.wait() == -signal.SIGKILL
                break
            time.sleep(0.005)
    assert kills
    subprocess.run([sys.executable, "-c", SCRIPT, str(recipe), str(out)], check=True)
    assert same(weights(whole / "out"), weights(out))
    told = [
        {**row, "tokens_a_second": "", "seconds_left": ""} for row in read_log(out / "training" / "log.csv")
    ]
    assert [row["step"] for row in told] == [
        row["step"] for row in read_log(whole / "out" / "training" / "log.csv")
    ]


def test_a_training_that_is_stopped_by_its_minutes_goes_on_to_the_same_result(
    whole: Path, tmp_path: Path
) -> None:
    recipe, out = load_recipe(whole / "recipe.toml"), tmp_path / "out"
    hurried = Machine(torch.device("cpu"), half=False, workers=0, minutes=0.1 / 60)
    pauses = 0
    for _ in range(100):
        try:
            make_model(recipe, out, hurried)
        except Interrupted:
            pauses += 1
        else:
            break
    assert pauses
    assert same(weights(whole / "out"), weights(out))
    assert not list((out / "training" / "checkpoints").glob("pause-*"))


def test_batches_made_by_workers_are_the_same(whole: Path, tmp_path: Path) -> None:
    make_model(
        load_recipe(whole / "recipe.toml"), tmp_path, Machine(torch.device("cpu"), half=False, workers=2)
    )
    assert same(weights(whole / "out"), weights(tmp_path))


def test_a_folder_of_another_recipe_is_refused(whole: Path, tmp_path: Path) -> None:
    other = load_recipe(write_recipe(tmp_path, schedule={"clip": 3.0}))
    with pytest.raises(ConfigError, match="whose recipe differ"):
        make_model(other, whole / "out", CPU)


def test_a_model_is_the_start_of_another(whole: Path, tmp_path: Path) -> None:
    model = str(whole / "out" / "model")
    recipe = load_recipe(write_recipe(tmp_path, init=model, schedule={"target_tokens": 2000}))
    told: list[str | Progress] = []
    made = make_model(recipe, tmp_path / "out", CPU, told.append)
    first = next(one for one in told if isinstance(one, Progress))
    last = read_log(whole / "out" / "training" / "log.csv")[-1]
    assert first.development_loss is not None
    assert first.development_loss < float(last["development_loss"]) + 0.5
    assert "the weights of `model`" in (made / "README.md").read_text()
    with pytest.raises(ConfigError, match=r"init: .* is no Marian folder"):
        make_model(load_recipe(write_recipe(tmp_path, init=str(tmp_path))), tmp_path / "more", CPU)


def test_a_full_disk_leaves_the_older_checkpoint_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkpoints = Checkpoints(tmp_path, 3)
    checkpoints.write(1, {"a": torch.ones(3)}, {"step": 1})

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(
        StorageError, match=r"step 2 can't be written \(No space left on device\); step 1's is whole"
    ):
        checkpoints.write(2, {"a": torch.zeros(3)}, {"step": 2})
    assert checkpoints.last() == 1
    assert checkpoints.weights(1)["a"].tolist() == [1, 1, 1]
    assert [path.name for path in tmp_path.iterdir()] == ["step-00000001"]


def test_old_checkpoints_go_and_the_last_two_stay_whole(tmp_path: Path) -> None:
    checkpoints = Checkpoints(tmp_path, 3)
    for step in range(1, 7):
        checkpoints.write(step, {"a": torch.full((2,), float(step))}, {"step": step})
    assert checkpoints.steps() == [4, 5, 6]
    assert [path.parent.name[-1] for path in sorted(tmp_path.glob("*/state.pt"))] == ["5", "6"]
    checkpoints.write(7, {"a": torch.ones(2)}, {"step": 7}, pause=True)
    assert (checkpoints.last(), checkpoints.steps()) == (7, [4, 5, 6])
    checkpoints.write(8, {"a": torch.ones(2)}, {"step": 8})
    assert (checkpoints.last(), checkpoints.steps()) == (8, [5, 6, 8])


@pytest.mark.parametrize(
    ("device", "message"), [("tpu", "not one of auto, cpu, cuda"), ("cuda", "no CUDA here")]
)
def test_a_device_that_is_not_there_is_named(
    device: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    with pytest.raises(ConfigError, match=message):
        find_machine(device)


def test_too_small_a_limit_of_pieces_is_named(tmp_path: Path) -> None:
    recipe = load_recipe(write_recipe(tmp_path, batches={"max_pieces": 4}))
    with pytest.raises(ConfigError, match="no pair has at most 4 pieces"):
        make_model(recipe, tmp_path / "out", CPU)


def test_too_many_pieces_for_too_few_pairs_are_named(tmp_path: Path) -> None:
    recipe: Any = load_recipe(write_recipe(tmp_path, vocabulary={"pieces": 9000}))
    with pytest.raises(ConfigError, match="no vocabulary of 9000 can be made"):
        make_model(recipe, tmp_path / "out", CPU)
