"""When a page that was fetched is looked at again: sites correct and take down stories without telling their feed."""

from __future__ import annotations

from datetime import datetime, timedelta

AGES = tuple(timedelta(hours=hours) for hours in (1, 6, 24, 72))
"""Most corrections come within hours; a story of three days is left alone."""


def level(published: datetime | None, now: datetime) -> int:
    """Return how many looks a story of this age has had; a part of its stamp, so that nothing else remembers it.

    >>> from datetime import UTC
    >>> level(datetime(2026, 3, 20, 9, tzinfo=UTC), datetime(2026, 3, 20, 16, tzinfo=UTC))
    2
    """
    return sum(now - published >= age for age in AGES) if published else len(AGES)


def following(published: datetime | None, now: datetime) -> datetime | None:
    """Return when the next look is due, None if there is none."""
    coming = (published + age for age in AGES if published + age > now) if published else iter(())
    return next(coming, None)
