"""transformers, the reference engine: any Marian folder, on a CPU or a GPU, as its authors run it."""

from __future__ import annotations

import contextlib
import io
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from pipeline.adapters.models.faults import failed, unfit
from pipeline.adapters.models.folder import ModelFolder, find_model, open_model, unreadable
from pipeline.adapters.models.pieces import END, UNKNOWN, Pieces, link_words, score_words
from pipeline.adapters.models.searching import LIMIT, WIDTH_BEHIND
from pipeline.adapters.models.stutter import NO_REPEAT, stuttered
from pipeline.adapters.models.trial import try_out
from pipeline.config import Settings
from pipeline.errors import EngineError
from pipeline.model import Direction, Hypothesis, Scoring, Translation


def create(settings: Settings, direction: Direction) -> TransformersEngine:
    """Load the model that the settings name, and try it on a sentence.

    Raises:
        EngineError: the model is missing, damaged, or says nothing, or the device isn't there.
    """
    model = open_model(find_model(settings, direction), direction)
    engine = TransformersEngine(model, settings)
    try_out(engine, direction, model.path)
    return engine


class TransformersEngine:
    """A Marian model in transformers; fulfils the `Engine` port."""

    name = "transformers"

    def __init__(self, model: ModelFolder, settings: Settings) -> None:
        with warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
            warnings.simplefilter("ignore")  # the libraries' advice is not for a desk editor
            import torch  # noqa: PLC0415 - seconds and hundreds of MB, for this engine alone
            import transformers  # noqa: PLC0415

            transformers.logging.set_verbosity_error()
            transformers.logging.disable_progress_bar()
            self._torch = torch
            self._device = _device(torch, settings.engine.device)
            if settings.engine.threads:
                torch.set_num_threads(settings.engine.threads)
            # Cross-attention is returned by the eager implementation only; the weights' own float16
            # is for the disk: on a CPU it is slow and less exact.
            try:
                self._model = transformers.MarianMTModel.from_pretrained(
                    str(model.path),
                    dtype=torch.float16 if self._device == "cuda" else torch.float32,
                    attn_implementation="eager",
                )
            except Exception as error:
                raise unreadable(model.path, error) from error
        self._model.to(self._device).eval()
        self._pieces = Pieces(model.path)
        self._names = {number: piece for piece, number in self._pieces.vocabulary.items()}
        self._pad = model.pad
        self._options = settings.engine
        self.model = model.name
        self.digest = model.digest
        self.obeys_terms = model.obeys_terms
        self.max_tokens = model.max_tokens
        self.decoding: Mapping[str, object] = {
            "dtype": str(self._model.dtype).removeprefix("torch."),
            "beam": self._options.beam,
            "hypotheses": min(self._options.hypotheses, self._options.beam),
            "insist": self._options.insist,
            "length_penalty": self._options.length_penalty,
            "repetition_penalty": self._options.repetition_penalty,
            "no_repeat_ngram": self._options.no_repeat_ngram,
            "no_repeat_ngram_if_stuttering": NO_REPEAT,
            "limit": LIMIT,
        }

    def count_tokens(self, text: str) -> int:
        """Return the number of pieces of `text`, the end mark not counted."""
        return len(self._pieces.encode(text))

    def translate(self, texts: Sequence[str]) -> list[Translation]:
        """Translate in batches of texts of like length; what doesn't fit comes back with its reason."""
        pieces = [self._pieces.encode(text) for text in texts]
        done: dict[int, Translation] = {}
        fit = [number for number, found in enumerate(pieces) if 0 < len(found) <= self.max_tokens]
        for batch in self._batches(pieces, fit):
            done |= zip(batch, self._batch(texts, pieces, batch, self._options.no_repeat_ngram), strict=True)
        for batch in self._batches(pieces, stuttered(texts, done)):
            done |= zip(batch, self._batch(texts, pieces, batch, NO_REPEAT), strict=True)
        return [
            done.get(number) or unfit(text, len(pieces[number]), self.max_tokens)
            for number, text in enumerate(texts)
        ]

    def complete(self, texts: Sequence[str], openings: Sequence[str]) -> list[Hypothesis | None]:
        """Go on from the openings, one after the other."""
        return [self._completed(text, opening) for text, opening in zip(texts, openings, strict=True)]

    def _completed(self, text: str, opening: str) -> Hypothesis | None:
        if not self._options.insist:
            return None
        pieces, head = self._pieces.encode(text), self._pieces.encode_target(opening)
        if not (0 < len(pieces) <= self.max_tokens and 0 < len(head) < LIMIT) or UNKNOWN in head:
            return None
        try:
            said = self._generate([text], [pieces], self._options.no_repeat_ngram, head)[0].best
        except (RuntimeError, ValueError, IndexError):
            return None
        scores = said.token_scores
        return replace(said, score=sum(scores[len(head) :]) / max(len(scores), 1))

    def score_batch(self, pairs: Sequence[tuple[str, str]]) -> list[Scoring | None]:
        """Score pair by pair in one forward pass each, which also gives the cross-attention."""
        return [self._scored(pair) for pair in pairs]

    def _scored(self, pair: tuple[str, str]) -> Scoring | None:
        source, target = self._pieces.encode(pair[0]), self._pieces.encode_target(pair[1])
        if not all(0 < len(pieces) <= self.max_tokens for pieces in (source, target)):
            return None
        torch, vocabulary = self._torch, self._pieces.vocabulary
        inputs, said = ([vocabulary[piece] for piece in (*pieces, END)] for pieces in (source, target))
        with torch.inference_mode():
            ((scores, attention),) = self._token_scores(
                torch.tensor([inputs], device=self._device),
                torch.tensor([[self._pad, *said]], device=self._device),
                1,
            )
        return score_words(pair, source, target, scores, attention[:-1].tolist())

    def _batches(self, pieces: Sequence[Sequence[str]], numbers: Sequence[int]) -> list[list[int]]:
        batches: list[list[int]] = []
        for number in sorted(numbers, key=lambda number: len(pieces[number])):
            longest = len(pieces[number]) + 1
            if not batches or longest * (len(batches[-1]) + 1) > self._options.batch_tokens:
                batches.append([])
            batches[-1].append(number)
        return batches

    def _batch(
        self, texts: Sequence[str], pieces: Sequence[Sequence[str]], batch: Sequence[int], no_repeat: int
    ) -> list[Translation]:
        try:
            return self._generate(
                [texts[number] for number in batch], [pieces[number] for number in batch], no_repeat
            )
        except (RuntimeError, ValueError, IndexError) as error:
            if len(batch) > 1:
                return [one for number in batch for one in self._batch(texts, pieces, [number], no_repeat)]
            return [failed(texts[batch[0]], error)]

    def _generate(
        self,
        texts: Sequence[str],
        pieces: Sequence[Sequence[str]],
        no_repeat: int,
        head: Sequence[str] = (),
    ) -> list[Translation]:
        torch, options = self._torch, self._options
        vocabulary = self._pieces.vocabulary
        rows = [[vocabulary[piece] for piece in (*found, END)] for found in pieces]
        width = max(map(len, rows))
        inputs = torch.tensor([row + [self._pad] * (width - len(row)) for row in rows], device=self._device)
        beam = min(options.beam, WIDTH_BEHIND) if head else options.beam
        count = 1 if head else min(options.hypotheses, beam)
        begun = [self._pad, *(vocabulary[piece] for piece in head)]
        with torch.inference_mode():
            found = self._model.generate(
                input_ids=inputs,
                attention_mask=(inputs != self._pad).long(),
                decoder_input_ids=torch.tensor([begun] * len(rows), device=self._device),
                num_beams=beam,
                num_return_sequences=count,
                length_penalty=options.length_penalty,
                repetition_penalty=options.repetition_penalty,
                no_repeat_ngram_size=no_repeat,
                max_new_tokens=LIMIT,
                do_sample=False,
                bad_words_ids=[[self._pad]],
                return_dict_in_generate=True,
                output_scores=True,
            )
            scores = self._token_scores(inputs, found.sequences, count)
        hypotheses = [
            self._hypothesis(texts[place // count], pieces[place // count], sequence.tolist(), *scores[place])
            for place, sequence in enumerate(found.sequences)
        ]
        return [
            Translation(tuple(hypotheses[place : place + count]))
            for place in range(0, len(hypotheses), count)
        ]

    def _token_scores(self, inputs: Any, sequences: Any, count: int) -> list[tuple[list[float], Any]]:
        """Score the hypotheses in one more pass, which also gives their cross-attention."""
        torch = self._torch
        repeated = inputs.repeat_interleave(count, dim=0)
        output = self._model(
            input_ids=repeated,
            attention_mask=(repeated != self._pad).long(),
            decoder_input_ids=sequences[:, :-1],
            output_attentions=True,
            use_cache=False,
        )
        labels = sequences[:, 1:]
        logits = output.logits.float()
        logits[..., self._pad] = float("-inf")
        gathered = torch.log_softmax(logits, -1).gather(2, labels.unsqueeze(2)).squeeze(2)
        attention = output.cross_attentions[-1].float().mean(1)
        return [
            (row[kept].tolist(), weights[kept])
            for row, weights, kept in zip(gathered, attention, labels != self._pad, strict=True)
        ]

    def _hypothesis(
        self, source: str, pieces: Sequence[str], sequence: list[int], scores: list[float], attention: Any
    ) -> Hypothesis:
        tokens = [self._names[number] for number in sequence[1:] if number != self._pad]
        said = tokens[:-1] if tokens and tokens[-1] == END else tokens
        text = self._pieces.decode([said])[0]
        links = link_words(source, text, pieces, said, attention.tolist())
        return Hypothesis(text, sum(scores) / max(len(scores), 1), tuple(scores), links)


def _device(torch: Any, wanted: str) -> str:
    available = bool(torch.cuda.is_available())
    if wanted == "cuda" and not available:
        raise EngineError("[engine] device is cuda, but torch sees no GPU here: set it to auto or cpu")
    return "cuda" if available and wanted != "cpu" else "cpu"
