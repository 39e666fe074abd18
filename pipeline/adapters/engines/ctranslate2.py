"""CTranslate2, the default engine: a Marian model on an ordinary CPU, or on a GPU."""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Mapping, Sequence
from typing import Any

import ctranslate2

from pipeline.adapters.models.allocator import return_large_buffers
from pipeline.adapters.models.batches import batches
from pipeline.adapters.models.conversion import convert
from pipeline.adapters.models.faults import failed, unfit
from pipeline.adapters.models.folder import ModelFolder, find_model, open_model
from pipeline.adapters.models.links import LazyLinks
from pipeline.adapters.models.pieces import END, UNKNOWN, Pieces, score_words
from pipeline.adapters.models.searching import LIMIT, WIDTH_BEHIND
from pipeline.adapters.models.stutter import NO_REPEAT, stuttered
from pipeline.adapters.models.trial import try_out
from pipeline.config import EngineSettings, Settings
from pipeline.errors import EngineError
from pipeline.model import Direction, Hypothesis, Link, Scoring, Translation

_log = logging.getLogger(__name__)

_WORKERS = 8
"""Batches at once; each takes some 60 MB for its search."""
_ROWS = 190
"""Hypotheses that a batch searches at once, at most: beside each stands a float32 for every piece of the vocabulary, at
every step. Buffers of that size stay, larger ones go back. With 32 it takes half as long again (29 November 2026)."""
_AHEAD = 2
"""Batches a worker that wait at once. The window before this one asks for a few sentences anew, and they stand behind
what waits already: behind all of a window they would wait four seconds."""


def threads_of(options: EngineSettings) -> dict[str, int]:
    """Return how threads are spent: on a CPU on batches of their own, which never wait for each other.

    Threads that share one batch meet after every matrix: a tenth of the processor time goes into waiting, and
    on a machine that is busy with something else far more.
    """
    threads = options.threads or os.cpu_count() or 1
    if options.device == "cuda" or (options.device == "auto" and ctranslate2.get_cuda_device_count()):
        return {"inter_threads": 1, "intra_threads": threads}
    workers = min(threads, _WORKERS)
    return {"inter_threads": workers, "intra_threads": threads // workers}


def create(settings: Settings, direction: Direction) -> CTranslate2Engine:
    """Load the model that the settings name, converted if need be, and try it on a sentence.

    Raises:
        EngineError: the model is missing, damaged, or says nothing.
    """
    model = open_model(find_model(settings, direction), direction)
    engine = CTranslate2Engine(model, settings)
    try_out(engine, direction, model.path)
    return engine


class CTranslate2Engine:
    """A Marian model in CTranslate2; fulfils the `Engine` port."""

    name = "ctranslate2"
    lengths: Mapping[str, int] = {"max_decoding_length": LIMIT}

    def __init__(self, model: ModelFolder, settings: Settings) -> None:
        options = settings.engine
        self._options = options
        self._pieces = Pieces(model.path)
        folder = convert(model, settings.models, options.compute_type)
        self._threads = threads_of(options)
        return_large_buffers(_ROWS * 4 * len(self._pieces.vocabulary))
        try:
            self._translator = ctranslate2.Translator(
                str(folder),
                device=options.device,
                compute_type=options.compute_type,
                **self._threads,
            )
        except (RuntimeError, ValueError) as error:
            raise EngineError(
                f"CTranslate2 can't load {folder}: {error}; delete it to convert anew"
            ) from error
        self.model = model.name
        self.digest = model.digest
        self.obeys_terms = model.obeys_terms
        self.max_tokens = model.max_tokens
        self.decoding: Mapping[str, object] = _decoding(options)

    def count_tokens(self, text: str) -> int:
        """Return the number of pieces of `text`, the end mark not counted."""
        return len(self._pieces.encode(text))

    def translate(self, texts: Sequence[str]) -> list[Translation]:
        """Translate in batches by tokens; a batch that fails is done again text by text."""
        pieces = [self._pieces.encode(text) for text in texts]
        fit = [number for number, found in enumerate(pieces) if 0 < len(found) <= self.max_tokens]
        done = self._several(texts, pieces, fit, self._options.no_repeat_ngram)
        done |= self._several(texts, pieces, stuttered(texts, done), NO_REPEAT)
        return [
            done.get(number) or unfit(text, len(pieces[number]), self.max_tokens)
            for number, text in enumerate(texts)
        ]

    def complete(self, texts: Sequence[str], openings: Sequence[str]) -> list[Hypothesis | None]:
        """Go on from all openings together."""
        found: list[Hypothesis | None] = [None] * len(texts)
        if not self._options.insist:
            return found
        pieces = [self._pieces.encode(text) for text in texts]
        heads = [self._pieces.encode_target(opening) for opening in openings]
        fit = [
            number
            for number, (own, head) in enumerate(zip(pieces, heads, strict=True))
            if 0 < len(own) <= self.max_tokens and 0 < len(head) < LIMIT and UNKNOWN not in head
        ]
        try:
            begun = self._run(
                [texts[number] for number in fit],
                [pieces[number] for number in fit],
                self._options.no_repeat_ngram,
                [heads[number] for number in fit],
            )
        except (RuntimeError, ValueError) as error:
            _log.warning("%d texts could not be begun anew: %s", len(fit), error)
            return found
        for number, translation in zip(fit, begun, strict=True):
            found[number] = translation.best
        return found

    def score_batch(self, pairs: Sequence[tuple[str, str]]) -> list[Scoring | None]:
        """Score in batches by tokens: one pass for the probabilities, one for the attention."""
        sources = [self._pieces.encode(source) for source, _ in pairs]
        targets = [self._pieces.encode_target(target) for _, target in pairs]
        fit = [
            number
            for number, both in enumerate(zip(sources, targets, strict=True))
            if all(0 < len(pieces) <= self.max_tokens for pieces in both)
        ]
        found: list[Scoring | None] = [None] * len(pairs)
        if not fit:
            return found
        inputs = [[*sources[number], END] for number in fit]
        outputs = [targets[number] for number in fit]
        batches = {"max_batch_size": self._options.batch_tokens, "batch_type": "tokens"}
        try:
            scored = self._translator.score_batch(inputs, outputs, max_input_length=0, **batches)
            forced = self._translator.translate_batch(
                inputs,
                target_prefix=outputs,
                beam_size=1,
                max_input_length=0,
                # The prefix counts: as long as the longest, and the end.
                max_decoding_length=max(map(len, outputs)) + 1,
                return_attention=True,
                **batches,
            )
        except (RuntimeError, ValueError) as error:
            _log.warning("%d translations could not be scored: %s", len(fit), error)
            return found
        for number, scores, said in zip(fit, scored, forced, strict=True):
            attention = said.attention[0][: len(targets[number])]
            found[number] = score_words(
                pairs[number], sources[number], targets[number], scores.log_probs, attention
            )
        return found

    def _several(
        self,
        texts: Sequence[str],
        pieces: Sequence[Sequence[str]],
        numbers: Sequence[int],
        no_repeat: int,
    ) -> dict[int, Translation]:
        try:
            said = self._run(
                [texts[number] for number in numbers], [pieces[number] for number in numbers], no_repeat
            )
        except (RuntimeError, ValueError) as error:
            _log.warning("a batch of %d failed (%s): one by one", len(numbers), error)
            return {number: self._alone(texts[number], pieces[number], no_repeat) for number in numbers}
        return dict(zip(numbers, said, strict=True))

    def _run(
        self,
        texts: Sequence[str],
        pieces: Sequence[Sequence[str]],
        no_repeat: int,
        heads: Sequence[Sequence[str]] = (),
    ) -> list[Translation]:
        """Search for translations, a batch a worker; few of them wait at any time."""
        options, workers = self._options, self._threads["inter_threads"]
        beam = min(options.beam, WIDTH_BEHIND) if heads else options.beam
        most = max(_ROWS // beam, 1) if self._translator.device == "cpu" else len(texts)
        searching: deque[tuple[list[int], list[Any]]] = deque()
        found: dict[int, Translation] = {}

        def collect() -> None:
            numbers, answers = searching.popleft()
            for number, answer in zip(numbers, answers, strict=True):
                found[number] = self._read(texts[number], pieces[number], answer.result())

        lengths = [len(own) + 1 for own in pieces]
        # Parted for two workers, 25 texts behind openings took a tenth more processor time (1 December 2026); where
        # articles follow each other the other worker has the next window.
        parted = 1 if heads else workers
        # A narrow search has room for more texts: 25 in one batch take a fifth less than in two or three (1 December
        # 2026).
        limit = options.batch_tokens * options.beam // beam
        for numbers in batches(lengths, limit, most, parted):
            if len(searching) == _AHEAD * workers:
                collect()
            answers = self._translator.translate_batch(
                [[*pieces[number], END] for number in numbers],
                target_prefix=[list(heads[number]) for number in numbers] if heads else None,
                asynchronous=True,
                beam_size=beam,
                num_hypotheses=1 if heads else min(options.hypotheses, beam),
                length_penalty=options.length_penalty,
                repetition_penalty=options.repetition_penalty,
                no_repeat_ngram_size=no_repeat,
                max_input_length=0,
                **self.lengths,
                disable_unk=True,
                return_scores=True,
                return_logits_vocab=False,
                return_attention=True,
            )
            searching.append((numbers, answers))
        while searching:
            collect()
        return [found[number] for number in range(len(texts))]

    def _alone(self, text: str, pieces: Sequence[str], no_repeat: int) -> Translation:
        try:
            return self._run([text], [pieces], no_repeat)[0]
        except (RuntimeError, ValueError) as error:
            return failed(text, error)

    def _read(self, source: str, pieces: Sequence[str], result: Any) -> Translation:
        said = result.hypotheses
        texts = self._pieces.decode(said)
        links: Sequence[Link] = LazyLinks(source, texts[0], pieces, result)
        found: list[Hypothesis] = []
        for text, tokens, score in zip(texts, said, result.scores, strict=True):
            # The sum over the pieces and the end mark comes divided by their number to the power of the penalty; an
            # opening adds nothing to it.
            mean = score * (len(tokens) + 1) ** (self._options.length_penalty - 1)
            found.append(Hypothesis(text, mean, alignment=() if found else links))
        return Translation(tuple(found))


def _decoding(options: EngineSettings) -> dict[str, object]:
    return {
        "compute_type": options.compute_type,
        "beam": options.beam,
        "hypotheses": min(options.hypotheses, options.beam),
        "insist": options.insist,
        "length_penalty": options.length_penalty,
        "repetition_penalty": options.repetition_penalty,
        "no_repeat_ngram": options.no_repeat_ngram,
        "no_repeat_ngram_if_stuttering": NO_REPEAT,
        "limit": LIMIT,
    }
