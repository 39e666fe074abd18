"""The network: a Marian as transformers builds it, made from a recipe or taken from a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from pipeline.errors import ConfigError
from pipeline.training.recipe import Recipe
from pipeline.training.vocabulary import Vocabulary

_DAMPED = 0.3
"""How loud self-attention and feed-forward layers start, where the words' meaning is known already."""

_MIXED = 0.1
"""How much chance stands beside the identity in cross-attention at the start."""


def build_network(recipe: Recipe, vocabulary: Vocabulary, prior: npt.NDArray[np.float32] | None) -> Any:
    """Return a `MarianMTModel` to train, in float32; `prior` are the embeddings to start from.

    Raises:
        ConfigError: the folder to go on from can't be loaded, or its vocabulary doesn't fit.
    """
    # Attention has to be seen for guiding it, and only the plain implementation shows it.
    attention = "eager" if recipe.prior.guide or recipe.prior.guide_end else "sdpa"
    model = _loaded(Path(recipe.init), attention) if recipe.init else _fresh(recipe, vocabulary, attention)
    if model.config.vocab_size != len(vocabulary) or model.config.pad_token_id != vocabulary.pad:
        raise ConfigError(
            f"init: {recipe.init} has weights for {model.config.vocab_size} pieces and a vocabulary of "
            f"{len(vocabulary)}: they don't belong together"
        )
    for module in model.modules():
        if hasattr(module, "dropout") and isinstance(module.dropout, float):
            module.dropout = recipe.network.dropout
    with torch.no_grad():
        if prior is not None and not recipe.init:
            model.model.shared.weight.copy_(torch.from_numpy(prior))
        model.model.shared.weight[vocabulary.pad] = 0
    return model


def _fresh(recipe: Recipe, vocabulary: Vocabulary, attention: str) -> Any:
    from transformers import MarianConfig, MarianMTModel  # noqa: PLC0415 - seconds, for training only

    network = recipe.network
    torch.manual_seed(recipe.seed)
    config = MarianConfig(
        vocab_size=len(vocabulary),
        d_model=network.width,
        encoder_layers=network.encoder_layers,
        decoder_layers=network.decoder_layers,
        encoder_ffn_dim=network.feed_forward,
        decoder_ffn_dim=network.feed_forward,
        encoder_attention_heads=network.heads,
        decoder_attention_heads=network.heads,
        activation_function="swish",
        scale_embedding=True,
        static_position_embeddings=True,
        max_position_embeddings=network.positions,
        share_encoder_decoder_embeddings=True,
        tie_word_embeddings=True,
        pad_token_id=vocabulary.pad,
        eos_token_id=vocabulary.end,
        bos_token_id=vocabulary.end,
        decoder_start_token_id=vocabulary.pad,
        forced_eos_token_id=vocabulary.end,
        dropout=network.dropout,
        attention_dropout=0.0,
        activation_dropout=0.0,
        attn_implementation=attention,
    )
    model: Any = MarianMTModel(config)
    for name, weights in model.named_parameters():
        if weights.dim() > 1 and "embed_positions" not in name:
            if "shared" in name or "embed_tokens" in name:
                torch.nn.init.normal_(weights, std=network.width**-0.5)
            else:
                torch.nn.init.xavier_uniform_(weights)
    if recipe.prior.near_identity:
        _start_near_identity(model, network.width)
    return model


def _start_near_identity(model: Any, width: int) -> None:
    """Let words pass through at first: with a prior in the embeddings that is a word-for-word translation."""
    with torch.no_grad():
        for layer in (*model.model.encoder.layers, *model.model.decoder.layers):
            layer.self_attn.out_proj.weight.mul_(_DAMPED)
            layer.fc2.weight.mul_(_DAMPED)
        for layer in model.model.decoder.layers:
            for matrix in (layer.encoder_attn.v_proj.weight, layer.encoder_attn.out_proj.weight):
                matrix.mul_(_MIXED).add_(torch.eye(width))


def _loaded(folder: Path, attention: str) -> Any:
    from transformers import MarianMTModel, logging  # noqa: PLC0415 - as above

    logging.disable_progress_bar()
    if not (folder / "config.json").is_file():
        raise ConfigError(f"init: {folder} is no Marian folder: it has no config.json")
    try:
        return MarianMTModel.from_pretrained(folder, attn_implementation=attention, dtype=torch.float32)
    except (OSError, RuntimeError, ValueError) as error:
        raise ConfigError(f"init: {folder} can't be loaded: {error}") from error
