"""A Marian folder: where it is, what it is, and why it can't be used when it can't.

The layout is that of the Hugging Face hub: `config.json`, `vocab.json`, `source.spm`, `target.spm`
and the weights. A file of our own, `dwibahasa.json`, may stand beside them and say for which
direction the model is and whether it was trained to keep terms written into its source.
"""

from __future__ import annotations

import hashlib
import json
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.config import Settings, bundled
from pipeline.errors import EngineError, UnknownModelError
from pipeline.model import Direction

_WEIGHTS = ("model.safetensors", "pytorch_model.bin")
_CODES = {"ind": "id", "in": "id", "eng": "en"}
CONVERTED = "ctranslate2"
"""The folder of the cache where converted models lie."""

_NEEDED = ("config.json", "vocab.json", "source.spm", "target.spm")


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A folder that holds a working Marian.

    `digest` is a SHA-256 in hex over weights, vocabulary and configuration. `max_tokens` is how long
    a text may be, the end mark not counted: as many as there are positions, or fewer where the
    model's card says that it never saw longer ones (`longest`). `direction` is None where no file
    tells it: many a Marian of the hub doesn't.
    """

    path: Path
    name: str
    direction: Direction | None
    digest: str
    max_tokens: int
    vocabulary_size: int
    pad: int
    obeys_terms: bool


def find_model(settings: Settings, direction: Direction) -> Path:
    """Return the folder of the model that the settings name, or the direction's own.

    Raises:
        UnknownModelError: there is no such folder; the message lists the bundled ones.
    """
    wanted = settings.engine.model or str(direction)
    for candidate in (Path(wanted), bundled("data/models") / wanted, settings.models / wanted):
        if candidate.is_dir() and (settings.engine.model or candidate.is_absolute()):
            return candidate
    known = ", ".join(name for name, _ in known_models(settings))
    hint = f"; `dwibahasa model fetch {wanted}` gets it from the hub" if wanted.count("/") == 1 else ""
    raise UnknownModelError(f"no model {wanted!r}: name a Marian folder, or one of {known or 'none'}{hint}")


def known_models(settings: Settings) -> list[tuple[str, Path]]:
    """Return the names and folders of the bundled models and of those that were fetched."""
    found = []
    for root in (bundled("data/models"), settings.models):
        configs = [*root.glob("*/config.json"), *root.glob("*/*/config.json")]
        folders = sorted({path.parent for path in configs if path.parent.parent != root / CONVERTED})
        found += [(folder.relative_to(root).as_posix(), folder) for folder in folders]
    return found


def open_model(path: Path, direction: Direction | None = None) -> ModelFolder:
    """Look at a folder closely enough to know that the model will work, and that it is for `direction`.

    Raises:
        EngineError: what is wrong, and with which file.
    """
    weights = next((path / name for name in _WEIGHTS if (path / name).is_file()), None)
    if weights is None:
        raise EngineError(f"{path}: no weights ({' or '.join(_WEIGHTS)})")
    for name in _NEEDED:
        if not (path / name).is_file():
            raise EngineError(f"{path}: {name} is missing")
    config = _json(path / "config.json")
    generation = _json(path / "generation_config.json") if (path / "generation_config.json").is_file() else {}
    vocabulary = _json(path / "vocab.json")
    _refuse_what_cannot_work(path, config, generation, vocabulary)
    if weights.suffix == ".safetensors":
        _refuse_damaged(weights, config)
    about = _json(path / "dwibahasa.json") if (path / "dwibahasa.json").is_file() else {}
    own = _direction(path, about)
    if direction and own and own != direction:
        raise EngineError(f"{path} translates {own}, not {direction}")
    return ModelFolder(
        path,
        str(about.get("name") or path.name),
        own,
        _digest([weights, *(path / name for name in _NEEDED)]),
        min(int(config.get("max_position_embeddings", 512)) - 1, int(about.get("longest", 511))),
        int(config["vocab_size"]),
        int(config["pad_token_id"]),
        about.get("code_switching") is True,
    )


def _direction(path: Path, about: dict[str, Any]) -> Direction | None:
    """Return what our own file says, or else the tokenizer's (`ind`, `id` and `in` are all Indonesian)."""
    told = (about.get("source"), about.get("target"))
    if not all(told) and (path / "tokenizer_config.json").is_file():
        tokenizer = _json(path / "tokenizer_config.json")
        told = (tokenizer.get("source_lang"), tokenizer.get("target_lang"))
    source, target = (_CODES.get(str(one), one) for one in told)
    return Direction(str(source), str(target)) if source and target else None


def _refuse_what_cannot_work(
    path: Path, config: dict[str, Any], generation: dict[str, Any], vocabulary: dict[str, Any]
) -> None:
    """Refuse a configuration with which Marian runs and yet says nonsense."""
    if config.get("model_type") != "marian":
        raise EngineError(f"{path}: model_type is {config.get('model_type')!r}, not 'marian'")
    pad = config.get("pad_token_id")
    if not isinstance(pad, int) or config.get("decoder_start_token_id") != pad:
        raise EngineError(f"{path}: decoder_start_token_id has to be pad_token_id ({pad})")
    if config.get("forced_eos_token_id", generation.get("forced_eos_token_id")) is None:
        raise EngineError(f"{path}: no forced_eos_token_id, so a long sentence would never end")
    if config.get("tie_word_embeddings", True) is not True:
        raise EngineError(f"{path}: embeddings are not tied, as they are in every Marian")
    size = config.get("vocab_size")
    if len(vocabulary) != size or max(vocabulary.values(), default=0) != len(vocabulary) - 1:
        raise EngineError(f"{path}: vocab.json has {len(vocabulary)} pieces, the model {size}")


def unreadable(folder: Path, error: Exception) -> EngineError:
    """Return the error for weights that can't be loaded; their loaders raise what they like, at length."""
    reason = f"{type(error).__name__}: {error}".strip().partition("\n")[0][:200]
    return EngineError(
        f"the weights in {folder} can't be loaded ({reason}); are they whole? Copy or fetch them again"
    )


def _refuse_damaged(weights: Path, config: dict[str, Any]) -> None:
    """Compare a safetensors file with what its header promises, and that with the configuration.

    A layer that is missing would be filled with chance, and the model would speak all the same.
    """
    size = weights.stat().st_size
    with weights.open("rb") as file:
        start = file.read(8)
        length = struct.unpack("<Q", start)[0] if len(start) == 8 else size
        header = file.read(length) if length < size else b""
    try:
        entries = json.loads(header)
        end = max(entry["data_offsets"][1] for name, entry in entries.items() if name != "__metadata__")
    except (ValueError, KeyError, TypeError, AttributeError):
        raise EngineError(f"{weights} is damaged: its header can't be read; copy it again") from None
    if size != 8 + length + end:
        raise EngineError(f"{weights} is truncated: {size} bytes of {8 + length + end}; copy it again")
    for part in ("encoder", "decoder"):
        for layer in range(int(config.get(f"{part}_layers", 0))):
            if not any(name.startswith(f"model.{part}.layers.{layer}.") for name in entries):
                raise EngineError(f"{weights} has no layer {layer} of the {part}, but config.json says so")


def _json(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EngineError(f"{path} can't be read: {error}") from error
    if not isinstance(found, dict):
        raise EngineError(f"{path} holds no JSON object")
    return found


def _digest(files: list[Path]) -> str:
    total = hashlib.sha256()
    for path in sorted(files):
        with path.open("rb") as file:
            total.update(hashlib.file_digest(file, "sha256").digest())
    return total.hexdigest()
