"""How many terms and quantities of a text reach its translation, and how many go wrong without a flag.

The translation is judged as the reader will get it, after every stage and every check. A term is
right in a form that its entry accepts, a quantity is right by value. Where a person's translation is
at hand, its values are looked for too: that finds what the parser of the source never saw.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import NamedTuple, Protocol

from pipeline.config import Settings
from pipeline.model import Article, Block, BlockKind, Direction, Policy, Segment, Severity, Unit
from pipeline.ports import Engine
from pipeline.stages import Prepared, prepare, units_of
from pipeline.stages.check import check
from pipeline.stages.translate import translate
from pipeline.text.countries import countries
from pipeline.text.matching import TermBase, is_kept
from pipeline.text.names import names_of
from pipeline.text.pairing import pair

_AT_ONCE = 256
"""Sentences translated together."""

_ABOUT_TERMS = frozenset({"terms", "acronyms", "names", "countries", "untranslated", "leftovers"})
_ABOUT_QUANTITIES = frozenset({"numbers", "dates", "weekdays"})


class Sentence(NamedTuple):
    """A sentence and, where there is one, a person's translation of it."""

    source: str
    reference: str = ""


@dataclass(slots=True)
class Tally:
    """How many came across right, wrong with a flag, and wrong without; a few of the last to read."""

    right: int = 0
    flagged: int = 0
    silent: int = 0
    examples: list[str] = field(default_factory=list)

    def add(self, *, right: bool, flagged: bool, example: str = "") -> None:
        """Count one."""
        self.right += right
        self.flagged += flagged and not right
        if not right and not flagged:
            self.silent += 1
            self.examples.append(example)

    @property
    def total(self) -> int:
        """How many there were."""
        return self.right + self.flagged + self.silent

    @property
    def share(self) -> float | None:
        """The share that is right, None where there was nothing."""
        return self.right / self.total if self.total else None

    @property
    def silence(self) -> float | None:
        """The share that is wrong without a flag."""
        return self.silent / self.total if self.total else None


@dataclass(slots=True)
class Outcomes:
    """What became of terms and quantities, by kind, and of names that no glossary has.

    `terms` have to stand in the translation, `preferred` ones may have another rendering. `reference`
    are the values of a person's translation.
    """

    sentences: int = 0
    terms: dict[str, Tally] = field(default_factory=dict)
    preferred: dict[str, Tally] = field(default_factory=dict)
    quantities: dict[str, Tally] = field(default_factory=dict)
    reference: dict[str, Tally] = field(default_factory=dict)
    names: Tally = field(default_factory=Tally)

    def add(self, unit: Unit, reference: str = "") -> None:
        """Judge one sentence."""
        if unit.draft.carried:
            return
        self.sentences += 1
        told = f"{unit.source} → {unit.target}"
        severe = any(flag.severity is not Severity.MINOR for flag in unit.flags)
        about = {flag.check for flag in unit.flags}
        seen = severe or not about.isdisjoint(_ABOUT_TERMS)
        for match in unit.draft.matches:
            if match.term.policy is not Policy.FORBID:
                right = is_kept(match, unit.source, unit.target)
                said = f"{match.span.of(unit.source)} ({match.target}): {told}"
                bound = match.term.policy in (Policy.REQUIRE, Policy.KEEP)
                tallies = self.terms if bound else self.preferred
                _of(tallies, match.term.kind).add(right=right, flagged=seen, example=said)
        # A `Guatemalan prosecutor` is no name: in Indonesian he is *jaksa Guatemala*.
        settled = [match.span for match in unit.draft.matches]
        settled += [span for span, _ in countries(unit.source, unit.direction.source)]
        for name in sorted(names_of([unit.source], unit.direction.source)):
            if not any(name in span.of(unit.source) for span in settled):
                self.names.add(right=name in unit.target, flagged=seen, example=f"{name}: {told}")
        seen = severe or not about.isdisjoint(_ABOUT_QUANTITIES)
        for kind, right, said in _values(unit.source, unit.target, unit.direction):
            _of(self.quantities, kind).add(right=right, flagged=seen, example=f"{said}: {told}")
        both = Direction(unit.direction.target, unit.direction.target)
        for kind, right, said in _values(reference, unit.target, both) if reference else ():
            _of(self.reference, kind).add(right=right, flagged=seen, example=f"{said}: {told}")


def _values(source: str, target: str, direction: Direction) -> Iterator[tuple[str, bool, str]]:
    """Yield each value that one of the texts has: its kind, whether the other has it, how it is said."""
    found = pair(source, target, direction)
    for quantity, _ in found.met:
        yield quantity.kind, True, ""
    for quantity in found.lost:
        yield quantity.kind, False, quantity.span.of(source)
    for quantity in found.added:
        yield quantity.kind, False, quantity.span.of(target)


def _of(tallies: dict[str, Tally], kind: str) -> Tally:
    return tallies.setdefault(str(kind), Tally())


def total(tallies: dict[str, Tally]) -> Tally:
    """Add up the kinds."""
    whole = Tally()
    for tally in tallies.values():
        whole.right += tally.right
        whole.flagged += tally.flagged
        whole.silent += tally.silent
        whole.examples += tally.examples
    return whole


class Desk(Protocol):
    """What it takes to translate a sentence: the desk of `pipeline.service` has it all."""

    @property
    def direction(self) -> Direction:
        """Source and target language."""

    @property
    def engine(self) -> Engine:
        """What translates."""

    @property
    def terms(self) -> TermBase:
        """The term base of the direction."""

    @property
    def checks(self) -> Sequence[ModuleType]:
        """The checks that run."""

    @property
    def settings(self) -> Settings:
        """The settings of the house."""


def judge_sentences(sentences: Sequence[Sentence], desk: Desk) -> Outcomes:
    """Translate sentences that stand alone, each an article of its own, and judge what came of them."""
    result = Outcomes()
    for start in range(0, len(sentences), _AT_ONCE):
        batch = sentences[start : start + _AT_ONCE]
        prepared = [_prepared(sentence.source, desk) for sentence in batch]
        translations = translate([one.drafts for one in prepared], desk.engine, desk.settings.style)
        for one, said, sentence in zip(prepared, translations, batch, strict=True):
            for unit in check(units_of(one, said, desk.settings), desk.checks):
                result.add(unit, sentence.reference)
    return result


def _prepared(text: str, desk: Desk) -> Prepared:
    block = Block("b1", BlockKind.PARAGRAPH, text)
    article = Article("sentence", desk.direction, None, "sentence", (block,))
    segment = Segment("b1s1", block, text)
    return prepare(article, [segment], engine=desk.engine, terms=desk.terms, settings=desk.settings)


def as_data(found: Outcomes) -> dict[str, object]:
    """Return what was found as plain data."""
    groups = {
        "terms": found.terms,
        "preferred_terms": found.preferred,
        "quantities": found.quantities,
        "reference": found.reference,
    }
    return {"sentences": found.sentences, "names": _tally(found.names)} | {
        name: {"all": _tally(total(tallies))} | {kind: _tally(tallies[kind]) for kind in sorted(tallies)}
        for name, tallies in groups.items()
    }


def _tally(tally: Tally) -> dict[str, object]:
    shares = {"right": tally.share, "silent_errors": tally.silence}
    return {"number": tally.total, "flagged": tally.flagged, "silent": tally.silent} | {
        name: None if share is None else round(share, 4) for name, share in shares.items()
    }


def judge_units(units: Iterable[Unit]) -> Outcomes:
    """Judge the units of editions."""
    result = Outcomes()
    for unit in units:
        result.add(unit)
    return result
