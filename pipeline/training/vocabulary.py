"""Pieces of words and their numbers: made by SentencePiece for a recipe, or taken from a Marian folder."""

from __future__ import annotations

import io
import json
import random
import shutil
from collections.abc import Iterable
from pathlib import Path

import sentencepiece

from pipeline.errors import ConfigError
from pipeline.training.recipe import Vocabulary as Settings

FILES = ("source.spm", "target.spm", "vocab.json", "tokenizer_config.json")
_END, _UNKNOWN, _PAD = "</s>", "<unk>", "<pad>"
_SPACE = "▁"
_CUT = 0.15
"""Share of the pieces that are cut, in a sentence that is cut at all."""


class Vocabulary:
    """The pieces that a Marian folder knows; `pad` is also what decoding starts from."""

    def __init__(self, folder: Path) -> None:
        try:
            self._source = sentencepiece.SentencePieceProcessor(model_file=str(folder / "source.spm"))
            self._target = sentencepiece.SentencePieceProcessor(model_file=str(folder / "target.spm"))
            self.numbers: dict[str, int] = json.loads((folder / "vocab.json").read_text(encoding="utf-8"))
            self.end, self.unknown, self.pad = (self.numbers[piece] for piece in (_END, _UNKNOWN, _PAD))
        except (OSError, RuntimeError, ValueError) as error:
            raise ConfigError(f"{folder} holds no vocabulary: {error}") from error
        except KeyError as error:
            raise ConfigError(
                f"{folder / 'vocab.json'} has no {error}: it is no Marian vocabulary"
            ) from error
        self._pieces: dict[int, str] = {number: piece for piece, number in self.numbers.items()}

    def __len__(self) -> int:
        return len(self.numbers)

    def read(self, text: str) -> list[int]:
        """Return the numbers of a source text's pieces, the end mark not counted."""
        return self._numbered(self._source.encode(text, out_type=str))

    def write(self, text: str) -> list[int]:
        """Return the numbers of a target text's pieces, the end mark not counted."""
        return self._numbered(self._target.encode(text, out_type=str))

    def _numbered(self, pieces: list[str]) -> list[int]:
        return [self.numbers.get(piece, self.unknown) for piece in pieces]

    def piece(self, number: int) -> str:
        """Return the piece of a number."""
        return self._pieces[number]

    def decode(self, numbers: Iterable[int]) -> str:
        """Return the text of target pieces."""
        dropped = {self.end, self.unknown, self.pad}
        return str(self._target.decode([self._pieces[number] for number in numbers if number not in dropped]))

    def opens_word(self, number: int) -> bool:
        """Tell whether a piece starts a word."""
        return self._pieces[number].startswith(_SPACE)

    def cut(self, numbers: list[int], chance: random.Random) -> list[int]:
        """Cut some pieces into two that are known too: a model that saw both ways copes with a rare word.

        SentencePiece samples by itself, but from a generator that can't be set back, and a training
        that goes on after a kill has to see the same pieces.
        """
        made = []
        for number in numbers:
            piece = self._pieces[number]
            if len(piece) > 2 and chance.random() < _CUT:
                place = chance.randrange(1, len(piece))
                halves = [self.numbers.get(piece[:place]), self.numbers.get(piece[place:])]
                if None not in halves and piece[:place] != _SPACE:
                    made += [half for half in halves if half is not None]
                    continue
            made.append(number)
        return made


def train_vocabulary(
    texts: Iterable[str], settings: Settings, languages: tuple[str, str], folder: Path
) -> None:
    """Make one vocabulary for both languages of `texts`, with bytes for what it never saw.

    Raises:
        ConfigError: the texts are too few for so many pieces.
    """
    model = io.BytesIO()
    try:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(texts),
            model_writer=model,
            model_type="unigram",
            vocab_size=settings.pieces,
            character_coverage=settings.coverage,
            byte_fallback=True,
            normalization_rule_name="nmt_nfkc",
            user_defined_symbols=list(settings.symbols),
            eos_id=0,
            unk_id=1,
            bos_id=-1,
            pad_id=-1,
            num_threads=1,  # with more, the pieces depend on which thread was quicker
            minloglevel=2,
        )
    except RuntimeError as error:
        raise ConfigError(
            f"vocabulary: pieces: no vocabulary of {settings.pieces} can be made: {error}"
        ) from error
    processor = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
    numbers = {processor.id_to_piece(number): number for number in range(processor.get_piece_size())}
    numbers[_PAD] = len(numbers)
    about = {
        "source_lang": languages[0],
        "target_lang": languages[1],
        "model_max_length": 512,
        "tokenizer_class": "MarianTokenizer",
        "separate_vocabs": False,
        "unk_token": _UNKNOWN,
        "eos_token": _END,
        "pad_token": _PAD,
    }
    (folder / "source.spm").write_bytes(model.getvalue())
    (folder / "target.spm").write_bytes(model.getvalue())
    (folder / "vocab.json").write_text(json.dumps(numbers, ensure_ascii=False, indent=0), encoding="utf-8")
    (folder / "tokenizer_config.json").write_text(json.dumps(about, indent=1), encoding="utf-8")


def take_vocabulary(model: Path, folder: Path) -> None:
    """Copy the vocabulary of a Marian folder.

    Raises:
        ConfigError: a file of it is missing.
    """
    for name in FILES:
        if (model / name).is_file():
            shutil.copyfile(model / name, folder / name)
        elif name != FILES[-1]:
            raise ConfigError(f"{model}: {name} is missing: is it a Marian folder?")
    Vocabulary(folder)
