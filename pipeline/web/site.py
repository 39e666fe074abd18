"""What the routes work with: the desk's use cases and its settings, put together once a process."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Protocol

from fastapi import Depends, Request

from pipeline.config import ReviewSettings
from pipeline.model import Direction, Edition, Manuscript
from pipeline.model.discussion import Proposal
from pipeline.ports import Articles, Discussion, Figures, Memory
from pipeline.review.desk import ReviewDesk
from pipeline.review.gate import Gate
from pipeline.review.messages import Messages
from pipeline.review.meter import Meter
from pipeline.text.matching import TermBase
from pipeline.web.seals import Seal


class Terms(Protocol):
    """The glossary, as the desk looks terms up and adds to it."""

    def base(self, direction: Direction) -> TermBase:
        """Return the compiled terms of a direction."""

    def add(self, proposal: Proposal) -> None:
        """Write an accepted term."""


@dataclass(frozen=True, slots=True)
class Site:
    """The desk behind the pages. `exports` are the formats of an edition, by name, with what people call them."""

    desk: ReviewDesk
    gate: Gate
    articles: Articles
    discussion: Discussion
    memory: Memory
    figures: Figures
    messages: Messages
    meter: Meter
    terms: Terms
    settings: ReviewSettings
    seal: Seal
    clock: Callable[[], datetime]
    ping: Callable[[], None]
    exports: Mapping[str, str]
    export: Callable[[Edition, str], tuple[str, bytes]]
    submit: Callable[[Manuscript, Direction, str], str]
    kinds: Sequence[str]
    warm: Callable[[], None]
    max_bytes: int


def site_of(request: Request) -> Site:
    """Return the site that a request came to."""
    site: Site = request.app.state.site
    return site


Here = Annotated[Site, Depends(site_of)]
"""The site, as a parameter of a route."""
