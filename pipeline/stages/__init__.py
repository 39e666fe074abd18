"""The way of an article through the desk, readable in one function.

Everything here is pure but for one line: the engine is the only thing outside that is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType

from pipeline.config import Settings
from pipeline.model import Article, Edition, Segment, Unit
from pipeline.ports import Engine
from pipeline.stages.carry import carry
from pipeline.stages.check import check
from pipeline.stages.introduce import introduce
from pipeline.stages.localise import localise
from pipeline.stages.reassemble import reassemble, sign
from pipeline.stages.segment import segment_article
from pipeline.stages.terms import annotate, restore
from pipeline.stages.translate import translate
from pipeline.text.matching import TermBase
from pipeline.text.names import names_of
from pipeline.text.readings import words_around


def run(
    article: Article, *, engine: Engine, terms: TermBase, checks: Sequence[ModuleType], settings: Settings
) -> Edition:
    """Translate `article` and say what a person has to look at."""
    placed = [(segment, article) for segment in segment_article(article)]
    units: Sequence[Unit] = translate_segments(placed, engine=engine, terms=terms, settings=settings)
    if settings.terms.first_mention == "full":
        units = introduce(units)
    return reassemble(article, check(units, checks), sign(engine, terms, checks, settings))


def translate_segments(
    placed: Sequence[tuple[Segment, Article]], *, engine: Engine, terms: TermBase, settings: Settings
) -> list[Unit]:
    """Translate segments, each with the article it stands in: one unit a segment, in order."""
    switch = _switches(engine, settings)
    articles = {id(article): article for _, article in placed}
    contexts = {
        number: words_around(block.text for block in article.blocks) for number, article in articles.items()
    }
    names = {
        number: names_of((block.text for block in article.blocks), article.direction.source)
        for number, article in articles.items()
    }
    drafts = [
        annotate(segment, article.direction, terms, contexts[id(article)], code_switch=switch)
        for segment, article in placed
    ]
    translations = translate(drafts, engine)  # the only impure line
    units = [
        carry(draft) if draft.carried else restore(draft, translation, names[id(article)])
        for draft, translation, (_, article) in zip(drafts, translations, placed, strict=True)
    ]
    return [
        localise(unit, settings.style, article.published)
        for unit, (_, article) in zip(units, placed, strict=True)
    ]


def _switches(engine: Engine, settings: Settings) -> bool:
    """Tell whether target forms are written into the source for this engine."""
    if settings.terms.code_switch == "auto":
        return engine.obeys_terms
    return settings.terms.code_switch == "always"
