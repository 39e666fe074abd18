"""The way of an article through the desk, readable in one function.

Everything here is pure but for two lines: models are the only thing outside that is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import ModuleType

from pipeline.config import Settings
from pipeline.model import Article, Draft, Edition, Segment, Signature, Translation, Unit
from pipeline.ports import Engine
from pipeline.stages.caption import caption
from pipeline.stages.carry import carry
from pipeline.stages.check import check
from pipeline.stages.gloss import gloss
from pipeline.stages.introduce import introduce
from pipeline.stages.localise import localise
from pipeline.stages.reassemble import reassemble, sign
from pipeline.stages.review import decide
from pipeline.stages.score import NOBODY, Witnesses, score
from pipeline.stages.segment import segment_article
from pipeline.stages.terms import annotate, restore
from pipeline.stages.translate import translate
from pipeline.text.matching import TermBase
from pipeline.text.names import names_of
from pipeline.text.readings import words_around


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article ready for the engine: a draft a segment."""

    article: Article
    drafts: tuple[Draft, ...]


def run(  # noqa: PLR0913 - all that the pipeline needs from outside, by name
    article: Article,
    *,
    engine: Engine,
    terms: TermBase,
    checks: Sequence[ModuleType],
    settings: Settings,
    witnesses: Witnesses = NOBODY,
) -> Edition:
    """Translate `article` and say what a person has to look at.

    `service.stream` takes the same three steps with many articles, so that the engine's batches are full.
    """
    prepared = prepare(article, segment_article(article), engine=engine, terms=terms, settings=settings)
    (translations,) = translate([prepared.drafts], engine, settings.style)  # the only impure line
    signature = sign(engine, terms, checks, settings, witnesses.evidence)
    return finish(
        prepared,
        translations,
        checks=checks,
        settings=settings,
        signature=signature,
        witnesses=witnesses,
    )


def prepare(
    article: Article, segments: Iterable[Segment], *, engine: Engine, terms: TermBase, settings: Settings
) -> Prepared:
    """Find the terms and names of an article's segments, and write what `engine` is to read."""
    texts = [block.text for block in article.blocks]
    context, names = words_around(texts), names_of(texts, article.direction.source)
    switch = _switches(engine, settings)
    drafts = (
        annotate(segment, article.direction, terms, context, names, code_switch=switch)
        for segment in segments
    )
    return Prepared(article, tuple(drafts))


def finish(  # noqa: PLR0913 - by name, as above
    prepared: Prepared,
    translations: Sequence[Translation],
    *,
    checks: Sequence[ModuleType],
    settings: Settings,
    signature: Signature,
    witnesses: Witnesses = NOBODY,
) -> Edition:
    """Make an edition of what the engine said."""
    units: Sequence[Unit] = units_of(prepared, translations, settings)
    if settings.terms.first_mention == "full":
        units = introduce(units)
    units = decide(check(score(units, witnesses), checks), settings.checks.review_budget)
    return reassemble(prepared.article, units, signature)


def units_of(prepared: Prepared, translations: Sequence[Translation], settings: Settings) -> list[Unit]:
    """Look after terms, names, copied words and captions in what the engine said; set quantities in house form."""
    units = (
        carry(draft) if draft.carried else restore(draft, translation)
        for draft, translation in zip(prepared.drafts, translations, strict=True)
    )
    return [localise(caption(gloss(unit)), settings.style, prepared.article.published) for unit in units]


def _switches(engine: Engine, settings: Settings) -> bool:
    """Tell whether target forms are written into the source for this engine."""
    if settings.terms.code_switch == "auto":
        return engine.obeys_terms
    return settings.terms.code_switch == "always"
