"""The same four ways with a model of the size of an OPUS-MT: random weights, every translation of one length.

Nothing can be said of its quality, and how fast a model is doesn't depend on its weights, only on their
number and on how long it speaks. The bundled model's pieces serve, and the vocabulary is filled up.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.adapters.engines.ctranslate2 import CTranslate2Engine
from pipeline.adapters.models.folder import find_model, open_model
from pipeline.bench.articles import pairs
from pipeline.bench.measures import translation
from pipeline.bench.scope import Row, Scope
from pipeline.model import Translation

TITLE = "Translation alone, a model of the size of an OPUS-MT (random weights, 32 pieces a sentence)"

SHAPE: Mapping[str, int] = {
    "vocab_size": 58_101,
    "d_model": 512,
    "encoder_layers": 6,
    "decoder_layers": 6,
    "encoder_attention_heads": 8,
    "decoder_attention_heads": 8,
    "encoder_ffn_dim": 2048,
    "decoder_ffn_dim": 2048,
}
"""The base model of Marian, as most of OPUS-MT: 75 million parameters."""

LENGTH = 32
_SENTENCES = 64
"""Sentences: a round takes ten times as long as with the bundled model, and fewer are one article, no archive."""


class _Forced(CTranslate2Engine):
    """Our engine, made to speak as long as the others; chance stutters, and would be asked twice."""

    lengths = {"min_decoding_length": LENGTH, "max_decoding_length": LENGTH}  # noqa: RUF012 - read only

    def translate(self, texts: Sequence[str]) -> list[Translation]:
        done = self._several(texts, [self._pieces.encode(text) for text in texts], range(len(texts)), 0)
        return [done[number] for number in range(len(texts))]


def measure(scope: Scope) -> list[Row]:
    """Make the model, and translate the same sentences in four ways, in turn."""
    folder = make(find_model(scope.settings, scope.direction), scope.folder / "opus")
    settings = replace(scope.settings, paths=replace(scope.settings.paths, models=str(scope.folder)))
    smaller = replace(scope, settings=settings, rounds=min(scope.rounds, 3))
    texts = [pair.source for pair in pairs(scope.direction, min(scope.sentences, _SENTENCES))]
    model = open_model(folder, scope.direction)
    return translation.compare(_Forced(model, settings), model, smaller, texts, LENGTH)[0]


def make(like: Path, folder: Path) -> Path:
    """Write a Marian folder with the pieces of another one and random weights."""
    import torch  # noqa: PLC0415 - seconds and hundreds of MB, for this measure alone
    import transformers  # noqa: PLC0415

    folder.mkdir()
    vocabulary = json.loads((like / "vocab.json").read_text(encoding="utf-8"))
    pieces = sorted(vocabulary, key=vocabulary.__getitem__)
    pad = SHAPE["vocab_size"] - 1
    filled = [one for one in pieces if one != "<pad>"]
    filled += [f"<{number}>" for number in range(pad - len(filled))]
    names = {piece: number for number, piece in enumerate([*filled, "<pad>"])}
    (folder / "vocab.json").write_text(json.dumps(names, ensure_ascii=False), encoding="utf-8")
    for name in ("source.spm", "target.spm", "tokenizer_config.json"):
        shutil.copy(like / name, folder / name)
    torch.manual_seed(1)
    config = transformers.MarianConfig(
        **SHAPE,
        decoder_vocab_size=SHAPE["vocab_size"],
        pad_token_id=pad,
        decoder_start_token_id=pad,
        eos_token_id=names["</s>"],
        forced_eos_token_id=names["</s>"],
        max_position_embeddings=512,
        scale_embedding=True,
        static_position_embeddings=True,
        activation_function="swish",
    )
    transformers.MarianMTModel(config).save_pretrained(folder)
    return folder
