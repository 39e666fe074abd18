"""Batch size, threads, beam and number format swept: what the defaults were chosen from."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

from pipeline.adapters.engines.ctranslate2 import threads_of
from pipeline.adapters.models.conversion import convert
from pipeline.adapters.models.folder import ModelFolder, find_model, open_model
from pipeline.adapters.models.pieces import END, Pieces
from pipeline.bench.articles import pairs
from pipeline.bench.measures.translation import chrf
from pipeline.bench.scope import Row, Scope
from pipeline.bench.timing import in_turn, ratios

TITLE = "Settings swept"

_DEFAULT = "default"


def measure(scope: Scope) -> list[Row]:
    """Change one setting at a time, the others as they are set; all of them in turn."""
    model = open_model(find_model(scope.settings, scope.direction), scope.direction)
    found = pairs(scope.direction, scope.sentences)
    pieces = Pieces(model.path)
    sent = [[*pieces.encode(pair.source), END] for pair in found]
    words = sum(len(pair.source.split()) for pair in found)
    said: dict[str, list[str]] = {}

    def case(name: str, translator: Any, **options: Any) -> Callable[[], None]:
        def translate() -> None:
            results = translator.translate_batch(sent, batch_type="tokens", **options)
            said[name] = pieces.decode([result.hypotheses[0] for result in results])

        return translate

    cases = {name: case(name, translator, **options) for name, translator, options in _settings(model, scope)}
    for translate in cases.values():
        translate()
    timings = in_turn(cases, scope.rounds)
    longer = ratios(timings, _DEFAULT)
    references = [pair.reference for pair in found]
    return [
        {
            "setting": name,
            "words/s": round(words / timing.median, 1),
            "spread": round(timing.spread, 2),
            "takes × default": round(longer[name][0], 2),
            "in processor time": round(longer[name][1], 2),
            "chrF": round(chrf(said[name], references), 2),
        }
        for name, timing in timings.items()
    ]


def _settings(model: ModelFolder, scope: Scope) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    import ctranslate2  # noqa: PLC0415 - the measures are imported to list them

    options = scope.settings.engine
    threads = options.threads or os.cpu_count() or 1
    base = {
        "beam_size": options.beam,
        "length_penalty": options.length_penalty,
        "max_batch_size": options.batch_tokens,
    }

    def translator(compute_type: str, inter_threads: int, intra_threads: int) -> Any:
        return ctranslate2.Translator(
            str(convert(model, scope.settings.models, compute_type)),
            device="cpu",
            compute_type=compute_type,
            inter_threads=inter_threads,
            intra_threads=intra_threads,
        )

    usual = translator(options.compute_type, **threads_of(options))
    yield _DEFAULT, usual, base
    for tokens in (256, 1024, 2048, 4096):
        yield f"batch_tokens {tokens}", usual, base | {"max_batch_size": tokens}
    for beam in (1, 2, 6):
        yield f"beam {beam}", usual, base | {"beam_size": beam}
    for penalty in (0.6, 1.2):
        yield f"length_penalty {penalty}", usual, base | {"length_penalty": penalty}
    # What 8 bits cost in chrF and save in time is measured here; the setting follows from it.
    other = "int8" if options.compute_type == "float32" else "float32"
    yield other, translator(other, **threads_of(options)), base
    yield "1 thread", translator(options.compute_type, 1, 1), base
    if threads > 1:
        together = translator(options.compute_type, 1, threads)
        yield f"{threads} threads on one batch", together, base
        yield f"{threads} threads on one batch, batch_tokens 2048", together, base | {"max_batch_size": 2048}
