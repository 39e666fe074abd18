"""Take news in: visit every source that is due, keep each item as it comes and the source's state last."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from pipeline.errors import StorageError
from pipeline.model import NewsItem, SourceState
from pipeline.model.jobs import Outcome, Receipt
from pipeline.ports import Inflow, Source
from pipeline.service.keys import key_of

_REFUSED = 3
"""Items in a row that the store won't take: then it is the store, and not the items."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Visited:
    """What a visit of a source brought, and why it failed where it did."""

    source: str
    outcomes: Mapping[Outcome, int] = field(default_factory=dict)
    problem: str = ""


def take_in(
    sources: Iterable[Source], inflow: Inflow, clock: Callable[[], datetime]
) -> Iterator[Receipt | Visited]:
    """Visit the sources that are due; yield what became of each item, and of each visit at its end.

    A source that fails costs no other. Whoever is killed loses nothing: what was not kept comes again.

    Raises:
        StorageError: the store can't be read, or takes nothing any more.
    """
    for source in sources:
        state = inflow.source_state(source.name)
        if state.is_due(clock()):
            yield from _visit(source, state, inflow, clock)


def _visit(
    source: Source, state: SourceState, inflow: Inflow, clock: Callable[[], datetime]
) -> Iterator[Receipt | Visited]:
    outcomes: Counter[Outcome] = Counter()
    problem, refused = "", 0
    try:
        for found in source.poll(state, clock(), lambda place: inflow.stamp_of(source.name, place)):
            if isinstance(found, SourceState):
                state = found
                continue
            try:
                receipt = inflow.receive(found, _key(found), at=clock())
            except StorageError as error:
                refused += 1
                if refused >= _REFUSED:
                    raise
                problem = f"{found.meta.guid}: {error}"
                continue
            refused = 0
            outcomes[receipt.outcome] += 1
            yield receipt
    except StorageError:
        raise
    except Exception as error:  # noqa: BLE001 - a fault in reading one feed must not cost the others
        _log.debug("%s", source.name, exc_info=True)
        problem = f"a fault of Dwibahasa, please report it: {type(error).__name__}: {error}"
    if problem:
        # No validators: what was not kept has to be delivered again.
        state = replace(state, etag="", last_modified="", failures=state.failures + 1, problem=problem)
    inflow.keep_source_state(source.name, state, at=clock())
    yield Visited(source.name, outcomes, state.problem)


def _key(item: NewsItem) -> str:
    return key_of(item.manuscript, item.direction) if item.manuscript else ""
