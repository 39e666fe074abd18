"""Translation alone: our engine beside what a user would write with transformers, and beside bare CTranslate2.

The same model, the same beam, the same sentences. chrF compares the rows with each other; where the model
has learnt from the corpus it is no grade of the model.
"""

from __future__ import annotations

import contextlib
import io
import os
import warnings
from collections.abc import Callable, Sequence
from typing import Any

from pipeline import bootstrap
from pipeline.adapters.engines.ctranslate2 import threads_of
from pipeline.adapters.models.conversion import convert
from pipeline.adapters.models.folder import ModelFolder, find_model, open_model
from pipeline.adapters.models.pieces import END, Pieces
from pipeline.bench.articles import pairs
from pipeline.bench.scope import Row, Scope
from pipeline.bench.timing import in_turn, ratios
from pipeline.ports import Engine

TITLE = "Translation alone"

OURS = "Dwibahasa's engine"
_TOGETHER = 32
"""Sentences of a batch in transformers: what its own examples use."""


def measure(scope: Scope) -> list[Row]:
    """Translate the same sentences in four ways, in turn."""
    found = pairs(scope.direction, scope.sentences)
    model = open_model(find_model(scope.settings, scope.direction), scope.direction)
    engine = bootstrap.build_engine(scope.settings, scope.direction)
    rows, said = compare(engine, model, scope, [pair.source for pair in found])
    references = [pair.reference for pair in found]
    return [dict(row) | {"chrF": round(chrf(said[str(row["way"])], references), 2)} for row in rows]


def compare(
    engine: Engine, model: ModelFolder, scope: Scope, texts: Sequence[str], length: int = 0
) -> tuple[list[Row], dict[str, list[str]]]:
    """Time the four ways over the same texts; return their rows, and what each said.

    `length` is how many pieces every translation has to have, for a model that never ends by itself.
    """
    words = sum(len(text.split()) for text in texts)
    generate = _transformers(model, scope, length)
    ways: dict[str, Callable[[], list[str]]] = {
        OURS: lambda: [one.best.text for one in engine.translate(texts)],
        "CTranslate2, bare": bare(model, scope, texts, length),
        f"transformers, batches of {_TOGETHER}": lambda: [
            text for at in range(0, len(texts), _TOGETHER) for text in generate(texts[at : at + _TOGETHER])
        ],
        "transformers, one by one": lambda: [text for one in texts for text in generate([one])],
    }
    said = {name: way() for name, way in ways.items()}  # warm: kernels compiled, files read
    timings = in_turn(ways, scope.rounds)
    longer = ratios(timings, OURS)
    rows: list[Row] = [
        {
            "way": name,
            "words/s": round(words / timing.median, 1),
            "spread": round(timing.spread, 2),
            "ours is × faster": round(longer[name][0], 2),
            "in processor time": round(longer[name][1], 2),
        }
        for name, timing in timings.items()
    ]
    return rows, said


def chrf(said: Sequence[str], references: Sequence[str]) -> float:
    """Return the chrF of translations against one reference each."""
    import sacrebleu  # noqa: PLC0415 - the measures are imported to list them

    return float(sacrebleu.corpus_chrf(list(said), [list(references)]).score)


def bare(model: ModelFolder, scope: Scope, texts: Sequence[str], length: int = 0) -> Callable[[], list[str]]:
    """Return a call of CTranslate2 alone: pieces, one `translate_batch`, text."""
    import ctranslate2  # noqa: PLC0415 - the measures are imported to list them

    options = scope.settings.engine
    pieces = Pieces(model.path)
    forced = {"min_decoding_length": length, "max_decoding_length": length} if length else {}
    translator = ctranslate2.Translator(
        str(convert(model, scope.settings.models, options.compute_type)),
        device="cpu",
        compute_type=options.compute_type,
        **threads_of(options),
    )

    def translate() -> list[str]:
        sent = [[*pieces.encode(text), END] for text in texts]
        results = translator.translate_batch(
            sent,
            beam_size=options.beam,
            length_penalty=options.length_penalty,
            max_batch_size=options.batch_tokens,
            batch_type="tokens",
            **forced,
        )
        return pieces.decode([result.hypotheses[0] for result in results])

    return translate


def _transformers(model: ModelFolder, scope: Scope, length: int) -> Callable[[Sequence[str]], list[str]]:
    """Return what a user of transformers would write: tokenise, generate, decode."""
    with warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
        warnings.simplefilter("ignore")  # the libraries' advice is not for this table
        import torch  # noqa: PLC0415 - seconds and hundreds of MB, for this measure alone
        import transformers  # noqa: PLC0415

        transformers.logging.set_verbosity_error()
        transformers.logging.disable_progress_bar()
        torch.set_num_threads(scope.settings.engine.threads or os.cpu_count() or 1)
        tokenizer: Any = transformers.MarianTokenizer.from_pretrained(str(model.path))
        network: Any = transformers.MarianMTModel.from_pretrained(str(model.path), dtype=torch.float32)
        network.eval()

    def generate(texts: Sequence[str]) -> list[str]:
        inputs = tokenizer(list(texts), return_tensors="pt", padding=True)
        limits = {"min_new_tokens": length, "max_new_tokens": length} if length else {"max_new_tokens": 256}
        with torch.inference_mode():
            found = network.generate(
                **inputs,
                num_beams=scope.settings.engine.beam,
                length_penalty=scope.settings.engine.length_penalty,
                **limits,
            )
        return [str(text) for text in tokenizer.batch_decode(found, skip_special_tokens=True)]

    return generate
