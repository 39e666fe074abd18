"""From weights to a Marian folder that transformers and CTranslate2 both load."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import torch

from pipeline.errors import StorageError
from pipeline.training.network import build_network
from pipeline.training.preparation import Prepared
from pipeline.training.recipe import Recipe
from pipeline.training.vocabulary import FILES

_BEAM = 4


def export(
    recipe: Recipe,
    prepared: Prepared,
    weights: dict[str, torch.Tensor],
    folder: Path,
    card: str,
) -> None:
    """Write the model into `folder`, float16; what stood there before goes only when the new one is whole.

    Raises:
        StorageError: it can't be written.
    """
    from transformers import GenerationConfig, logging  # noqa: PLC0415 - seconds, for training only

    logging.disable_progress_bar()
    built = build_network(recipe, prepared.vocabulary, None)
    with torch.no_grad():
        for name, parameter in built.named_parameters():
            if parameter.requires_grad:
                parameter.copy_(weights[name])
        built.model.shared.weight[prepared.vocabulary.pad] = 0
    model = built.half()
    model.config.dropout = 0.0
    vocabulary = prepared.vocabulary
    model.generation_config = GenerationConfig(
        num_beams=_BEAM,
        bad_words_ids=[[vocabulary.pad]],
        bos_token_id=vocabulary.end,
        eos_token_id=vocabulary.end,
        forced_eos_token_id=vocabulary.end,
        pad_token_id=vocabulary.pad,
        decoder_start_token_id=vocabulary.pad,
    )
    work = folder.with_name(f".{folder.name}.exporting")
    old = folder.with_name(f".{folder.name}.old")
    try:
        shutil.rmtree(work, ignore_errors=True)
        model.save_pretrained(work)
        for name in FILES:
            if (prepared.vocabulary_folder / name).is_file():
                shutil.copyfile(prepared.vocabulary_folder / name, work / name)
        (work / "dwibahasa.json").write_text(json.dumps(_about(recipe), indent=1) + "\n", encoding="utf-8")
        (work / "README.md").write_text(card, encoding="utf-8")
        for path in work.iterdir():
            path.chmod(0o644)  # safetensors gives the weights to their owner alone
        shutil.rmtree(old, ignore_errors=True)
        if folder.exists():
            folder.rename(old)
        work.rename(folder)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise StorageError(f"can't write the model {folder}: {error.strerror or error}") from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _about(recipe: Recipe) -> dict[str, object]:
    return {
        "name": recipe.name,
        "source": recipe.source,
        "target": recipe.target,
        "code_switching": bool(recipe.augment.get("code_switch")),
        "longest": recipe.batches.max_pieces,
    }
