"""The whole pipeline beside bare translation, stage by stage.

The stages are timed one after the other, in processor seconds. The last two rows are timed in turn by the
clock: the whole, editions written, against bare CTranslate2 on the very texts that the pipeline sends.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from types import ModuleType
from typing import Any, cast

from pipeline import bootstrap, registry
from pipeline.adapters.files import Reading
from pipeline.adapters.models.folder import find_model, open_model
from pipeline.adapters.shelf import FolderShelf
from pipeline.bench.articles import manuscripts, pairs
from pipeline.bench.measures.translation import bare
from pipeline.bench.scope import Row, Scope
from pipeline.bench.timing import in_turn, ratios
from pipeline.model import Draft, Manuscript, Translation
from pipeline.ports import Engine
from pipeline.service import Desk, Done
from pipeline.stages import finish, prepare
from pipeline.stages.segment import segment_article
from pipeline.stages.translate import translate

TITLE = "The whole pipeline beside bare translation"

WHOLE, BARE = "whole pipeline, editions written", "bare CTranslate2, the same texts"
SEGMENT, TERMS, FINISH = "structure, segments", "terms", "terms kept, quantities, checks"

_SENTENCES = 3
"""Sentences of `scope` an article: so many articles that what is done before the first window and behind the last one,
while no engine works, is not a tenth of the whole."""
_WORDS = 300_000
"""A thousand articles of three hundred words: so much a desk takes in on a day of elections."""


def measure(scope: Scope) -> list[Row]:
    """Time the stages over one set of articles, then the whole against bare translation."""
    sentences = [pair.source for pair in pairs(scope.direction, 2000)]
    first, *found = manuscripts(sentences, 1 + max(scope.sentences // _SENTENCES, 1))
    desk = bootstrap.build(scope.settings)
    model = open_model(find_model(scope.settings, scope.direction), scope.direction)
    _by_stage(desk, [first])  # tables are read, and most expressions compiled, once a run
    stages, sent, words = _by_stage(desk, found)
    runs = count()

    def whole() -> None:
        shelf = FolderShelf(scope.folder / f"whole-{next(runs)}", _writers(scope))
        readings = (Reading(one.origin, one) for one in found)
        assert all(isinstance(outcome, Done) for outcome in desk.translate(readings, shelf))

    timings = in_turn({WHOLE: whole, BARE: bare(model, scope, sent)}, scope.rounds)
    share = ratios(timings, WHOLE)[BARE]
    total = sum(stages.values())
    ours = sum(stages[name] for name in (SEGMENT, TERMS, FINISH)) * _WORDS / words
    return [
        *(
            {"what": name, "processor s": round(seconds, 3), "share": round(seconds / total, 3)}
            for name, seconds in stages.items()
        ),
        {"what": f"segments, terms, quantities, checks of {_WORDS:,} words", "processor s": round(ours, 1)},
        *(
            {"what": name, "words/s": round(words / timing.median, 1), "spread": round(timing.spread, 2)}
            for name, timing in timings.items()
        ),
        {
            "what": "whole as a share of bare",
            "by the clock": round(share[0], 3),
            "in processor time": round(share[1], 3),
        },
    ]


def _by_stage(desk: Desk, found: Sequence[Manuscript]) -> tuple[dict[str, float], list[str], int]:
    """Return processor seconds by stage, the texts that reached the engine, and the words of the source."""
    taken: dict[str, float] = {}

    @contextmanager
    def stage(name: str) -> Iterator[None]:
        started = time.process_time()
        yield
        taken[name] = taken.get(name, 0.0) + time.process_time() - started

    engine = _Listener(desk.engine)
    with stage(SEGMENT):
        articles = [desk.article(one) for one in found]
        segments = [segment_article(article) for article in articles]
    with stage(TERMS):
        prepared = [
            prepare(article, own, engine=desk.engine, terms=desk.terms, settings=desk.settings)
            for article, own in zip(articles, segments, strict=True)
        ]
    drafts: list[Sequence[Draft]] = [one.drafts for one in prepared]
    with stage("around the engine"):
        translations = translate(drafts, cast(Engine, engine), desk.settings.style)
    taken["around the engine"] -= engine.seconds
    taken["engine"] = engine.seconds
    with stage(FINISH):
        editions = [
            finish(one, said, checks=desk.checks, settings=desk.settings, signature=desk.signature)
            for one, said in zip(prepared, translations, strict=True)
        ]
    for name in desk.settings.translate.formats:
        writer = registry.load("pipeline.adapters.formats", name)
        with stage(f"{name} written"):
            for edition in editions:
                writer.write(edition)
    return taken, engine.texts, sum(edition.words for edition in editions)


def _writers(scope: Scope) -> dict[str, ModuleType]:
    return {
        name: registry.load("pipeline.adapters.formats", name) for name in scope.settings.translate.formats
    }


class _Listener:
    """An engine that remembers what it was asked and how long that took."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.texts: list[str] = []
        self.seconds = 0.0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)

    def translate(self, texts: Sequence[str]) -> list[Translation]:
        started = time.process_time()
        found = self._engine.translate(texts)
        self.seconds += time.process_time() - started
        self.texts += texts
        return found
