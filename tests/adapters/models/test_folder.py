from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from builders import EN_ID, ID_EN

from pipeline import registry
from pipeline.adapters.models.folder import find_model, open_model
from pipeline.adapters.models.pieces import Pieces
from pipeline.config import bundled, load_settings
from pipeline.errors import EngineError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "model"
    shutil.copytree(bundled("data/models") / "id-en", copy)
    return copy


def edit(folder: Path, **changes: object) -> None:
    path = folder / "config.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | changes), encoding="utf-8")


def test_a_working_model_is_opened(folder: Path) -> None:
    model = open_model(folder, ID_EN)
    assert (model.name, len(model.digest)) == ("id-en", 64)
    assert model.max_tokens < 512


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"model_type": "bart"}, "'bart', not 'marian'"),
        ({"decoder_start_token_id": 0}, "decoder_start_token_id has to be pad_token_id"),
        ({"tie_word_embeddings": False}, "not tied"),
        ({"vocab_size": 7}, "vocab.json has"),
    ],
)
def test_a_configuration_that_cannot_work_is_refused(
    folder: Path, change: dict[str, object], reason: str
) -> None:
    edit(folder, **change)
    with pytest.raises(EngineError, match=reason):
        open_model(folder, ID_EN)


def test_truncated_weights_are_refused(folder: Path) -> None:
    weights = folder / "model.safetensors"
    weights.chmod(0o644)
    weights.write_bytes(weights.read_bytes()[:-100])
    with pytest.raises(EngineError, match="is truncated"):
        open_model(folder, ID_EN)
    weights.write_bytes(b"\0\1")
    with pytest.raises(EngineError, match="is damaged"):
        open_model(folder, ID_EN)


def test_weights_without_a_layer_of_the_configuration_are_refused(folder: Path) -> None:
    edit(folder, decoder_layers=3)
    with pytest.raises(EngineError, match=r"no layer 2 of the decoder"):
        open_model(folder, ID_EN)


@pytest.mark.parametrize("name", ["ctranslate2", "transformers"])
def test_weights_that_no_loader_can_read_are_an_error_with_its_reason(
    folder: Path, tmp_path: Path, name: str
) -> None:
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")
    settings = load_settings(
        {"engine": {"model": str(folder), "name": name}, "paths": {"models": str(tmp_path / "cache")}}, {}
    )
    with pytest.raises(EngineError, match=r"can't be loaded \(UnpicklingError: .*\); are they whole\?"):
        registry.load("pipeline.adapters.engines", name).create(settings, ID_EN)


def test_a_truncated_vocabulary_is_named(folder: Path) -> None:
    whole = (folder / "source.spm").read_bytes()
    (folder / "source.spm").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(EngineError, match=r"source\.spm can't be read \(.*\); is it whole\?"):
        Pieces(folder)


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "target.spm").unlink()
    with pytest.raises(EngineError, match=r"target\.spm is missing"):
        open_model(folder, ID_EN)


def test_the_wrong_direction_is_refused(folder: Path) -> None:
    with pytest.raises(EngineError, match="translates id-en, not en-id"):
        open_model(folder, EN_ID)


def test_a_model_that_is_not_there_is_told_with_those_that_are() -> None:
    settings = load_settings({"engine": {"model": "nowhere"}}, {})
    with pytest.raises(EngineError, match=r"no model 'nowhere': .*id-en"):
        find_model(settings, ID_EN)
