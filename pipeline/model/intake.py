"""What intake brings in: items with an identity, and what has to be remembered of their source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from pipeline.model.article import Direction, Manuscript
from pipeline.model.item import ItemMeta

LONGEST_WAIT = timedelta(days=1)
"""No source waits longer for its next visit, however often it failed."""


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One thing that a source delivered: an article, its withdrawal, or the reason why it can't be read.

    `source` and `meta.guid` together are its identity. `stamp` changes when the item does: what has the
    stamp that is remembered is not fetched again, and what has none is. It is remembered under `place`,
    which is where the item lies: its own name, or the file that holds it among others. `raw` is what
    was downloaded, `suffix` says how it is read (`.html`).
    """

    source: str
    meta: ItemMeta
    direction: Direction
    place: str
    stamp: str = ""
    link: str = ""
    manuscript: Manuscript | None = None
    problem: str = ""
    raw: bytes = b""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class SourceState:
    """What to remember of a source between two visits.

    `etag` and `last_modified` are the validators of its last answer; `due` is the next visit;
    `problem` says why the last `failures` visits failed; `notice` what a person should know although
    it works (a feed that has moved); `retries` counts the attempts at single items, by place. At
    `recheck` its pages are looked at again, whether it has changed or not.
    """

    etag: str = ""
    last_modified: str = ""
    due: datetime | None = None
    failures: int = 0
    problem: str = ""
    notice: str = ""
    retries: tuple[tuple[str, int], ...] = ()
    recheck: datetime | None = None

    def is_due(self, now: datetime) -> bool:
        """Tell whether it is time for a visit.

        No wait is ever longer than `LONGEST_WAIT`: if one seems to be, the clock was set back, and
        the source would be silent until it has caught up.
        """
        return self.due is None or self.due <= now or self.due - now > LONGEST_WAIT
