"""Ask models what they make of translations that exist: the machine's own, or anybody's.

Two are asked: the forward model how likely the target is, given the source, and the reverse model
how likely the source is, given the target. What a translation leaves out surprises the second,
what it invents surprises the first; and where either side was left out, no word of the other side
pays it any attention. What they say becomes signals in standard deviations, by what right
translations show with the same model: `dwibahasa evaluate checks --calibrate` measures that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from pipeline.model import Scoring, Signal, Span, Unit
from pipeline.ports import Engine
from pipeline.stages.calibration import usual
from pipeline.text.casing import is_all_caps, is_title_case, to_sentence_case

_WINDOW = 4
"""Words that surprise together: one rare name alone is no invention."""

_UNSAID = 3
"""Words in a row that nothing attends to: function words alone make shorter runs."""


Opener = Callable[[], Engine]
"""Gives an engine, loaded at the first call."""


@dataclass(frozen=True, slots=True)
class Witnesses:
    """The models that are asked, None where there is none; `evidence` says for the signature which, or why not.

    `translator` is the engine that made the translations, if one did: its own scores tell its doubt.
    """

    forward: Opener | None = None
    reverse: Opener | None = None
    evidence: Mapping[str, str] = field(default_factory=dict)
    translator: Engine | None = None


NOBODY = Witnesses()
"""No model is asked: the rules alone decide."""


def score(units: Sequence[Unit], witnesses: Witnesses) -> list[Unit]:
    """Return the units with the signals of the models that there are; carried units have none."""
    places = [place for place, unit in enumerate(units) if _worth(unit)]
    pairs = [_pair(units[place]) for place in places] if witnesses.forward or witnesses.reverse else []
    if not pairs and witnesses.translator is None:
        return list(units)
    forward = _asked(witnesses.forward, pairs, _forward)
    reverse = _asked(witnesses.reverse, [(target, source) for source, target in pairs], _reverse)
    scored = list(units)
    silent: list[tuple[Signal, ...]] = [()] * len(places)
    for place, one, other in zip(places, forward or silent, reverse or silent, strict=True):
        signals = (*_doubt(units[place], witnesses.translator), *one, *other)
        scored[place] = replace(units[place], signals=signals) if signals else units[place]
    return scored


def _asked(
    opener: Opener | None,
    pairs: Sequence[tuple[str, str]],
    read: Callable[[Scoring, Engine], Iterator[Signal]],
) -> list[tuple[Signal, ...]]:
    """Ask one model about all pairs at once, and read what it says of each."""
    if opener is None or not pairs:
        return [() for _ in pairs]
    engine = opener()
    return [tuple(read(found, engine)) if found else () for found in engine.score_batch(pairs)]


def _worth(unit: Unit) -> bool:
    return not (unit.draft.carried or unit.fault) and bool(unit.source.strip() and unit.target.strip())


def _pair(unit: Unit) -> tuple[str, str]:
    """Return both sides as a model reads them: what a headline shouts, it says in sentence case."""
    return _calm(unit.source), _calm(unit.target)


def _calm(text: str) -> str:
    shouted = is_all_caps(text)
    return to_sentence_case(text, set(), shouted=shouted) if shouted or is_title_case(text) else text


def _doubt(unit: Unit, engine: Engine | None) -> Iterator[Signal]:
    """Compare the engine's own score of what it said with what it scores on right sentences."""
    if engine is not None and unit.machine.score is not None:
        yield Signal("doubt", usual(engine, "forward")["doubt"].deviation(-unit.machine.score))


def _forward(found: Scoring, engine: Engine) -> Iterator[Signal]:
    values, measured = raw(found), usual(engine, "forward")
    (invented, target), (unattended, source) = values["surprise"], values["neglect"]
    yield Signal("forward", measured["mean"].deviation(values["mean"].value))
    yield Signal("end", measured["end"].deviation(values["end"].value))
    yield Signal("invented", measured["surprise"].deviation(invented), None, target)
    yield Signal("unattended source", measured["neglect"].deviation(unattended), source)


def _reverse(found: Scoring, engine: Engine) -> Iterator[Signal]:
    values, measured = raw(found), usual(engine, "reverse")
    (omitted, source), (unattended, target) = values["surprise"], values["neglect"]
    yield Signal("reverse", measured["mean"].deviation(values["mean"].value))
    yield Signal("omitted", measured["surprise"].deviation(omitted), source)
    yield Signal("unattended target", measured["neglect"].deviation(unattended), None, target)


class Raw(NamedTuple):
    """A value as a model gives it, and the stretch of text that it is about."""

    value: float
    span: Span


def raw(found: Scoring) -> Mapping[str, Raw]:
    """Return what calibration measures of a scoring, in nats a piece but for `neglect`, 0 to 1."""
    whole = Span(0, 0)
    return {
        "mean": Raw(-found.mean, whole),
        "end": Raw(-found.end, whole),
        "surprise": _surprise(found),
        "neglect": _neglect(found),
    }


def _surprise(scoring: Scoring) -> Raw:
    """Return the mean surprise a piece, in nats, of the words next to each other that surprise most."""
    best, where = 0.0, Span(0, 0)
    for start in range(max(1, len(scoring.words) - _WINDOW + 1)):
        words = scoring.words[start : start + _WINDOW]
        value = -sum(word.score for word in words) / sum(word.pieces for word in words)
        if value > best:
            best, where = value, Span(words[0].span.start, words[-1].span.end)
    return Raw(best, where)


def _neglect(scoring: Scoring) -> Raw:
    """Return how little the target attends to the run of source words that it attends to least, 0 to 1."""
    best, where = 0.0, Span(0, 0)
    for start in range(max(1, len(scoring.attended) - _UNSAID + 1)):
        words = scoring.attended[start : start + _UNSAID]
        value = 1 - max((word.weight for word in words), default=1.0)
        if value > best:
            best, where = value, Span(words[0].span.start, words[-1].span.end)
    return Raw(best, where)
