"""What a run brings into the store, takes from it and brings back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from pipeline.model.article import Direction, Manuscript
from pipeline.model.edition import Edition, Signature, Unit


class Outcome(StrEnum):
    """What became of an item that a source delivered."""

    NEW = "new"
    REVISED = "revised"
    SAME = "same"
    OLDER = "older"
    """Older than what the store holds: feeds deliver out of order."""
    CHANGED = "changed"
    """The same text with another status, embargo or deadline."""
    UNREADABLE = "unreadable"
    UNKNOWN = "unknown"
    """A withdrawal of something that never came."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of an item, and the key of its article, empty where it has none."""

    outcome: Outcome
    key: str = ""


@dataclass(frozen=True, slots=True)
class Lease:
    """Who works on something from when on, and for how long without a sign of life."""

    holder: str
    since: datetime
    length: timedelta


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run did; `reason` says why it stopped where it did not come to its end."""

    received: int = 0
    translated: int = 0
    failed: int = 0
    reason: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Earlier:
    """A unit of the edition that an article has already; `person` wrote or approved its target."""

    unit: Unit
    person: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """An article to translate, or to translate again, under a lease.

    `fence` outdates every earlier holder: a result that comes with an older one is refused.
    `attempts` counts the failures before this one, `signature` says how the earlier edition was made.
    """

    key: str
    fence: int
    revision: int
    manuscript: Manuscript
    direction: Direction
    attempts: int
    received_at: datetime
    earlier: tuple[Earlier, ...] = ()
    signature: Signature | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a job.

    `continues` maps the keys of the new segments to those of the earlier ones that they carry on;
    `risks` are the units' own, in their order.
    """

    edition: Edition
    risks: tuple[float, ...]
    continues: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Retention:
    """From before which moments something goes; None keeps it.

    `downloads` are the bytes that sources sent, `drafts` what machines made of sentences that are final, gone or
    translated again since, `untouched` the translation of articles in which nobody wrote or approved anything.
    """

    downloads: datetime | None = None
    drafts: datetime | None = None
    untouched: datetime | None = None


@dataclass(frozen=True, slots=True)
class Swept:
    """What went: downloads, drafts of sentences, translations of whole articles."""

    downloads: int = 0
    drafts: int = 0
    articles: int = 0

    def __bool__(self) -> bool:
        """Tell whether anything went."""
        return any((self.downloads, self.drafts, self.articles))


@dataclass(frozen=True, slots=True)
class Standing:
    """What `status` tells: how many articles are where, and everything that waits for a person.

    `trouble` are pairs of what it is about and why a person has to act.
    """

    articles: Mapping[str, int]
    pending: int
    retrying: int
    stale: int
    oldest_pending: datetime | None
    last_run: datetime | None
    last_success: datetime | None
    trouble: tuple[tuple[str, str], ...]
    notices: tuple[tuple[str, str], ...] = ()
