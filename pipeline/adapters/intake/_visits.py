"""When a source is visited next: after a pause when it works, after a longer and longer one when it doesn't."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

from pipeline.adapters.network.client import Answer
from pipeline.model import SourceState
from pipeline.model.intake import LONGEST_WAIT

_SHORTEST_WAIT = timedelta(minutes=1)
"""Before a source that failed is tried again, where the settings would have it visited at every run."""


def succeeded(
    state: SourceState, now: datetime, interval: timedelta, answer: Answer, *, notice: str = ""
) -> SourceState:
    """Return the state after a visit at which everything was read: the next one may ask what is new."""
    if answer.status == 304:
        # A 304 need not repeat the validators that it vouches for.
        return replace(state, due=now + interval, failures=0, problem="", retries=())
    if answer.moved:
        notice = f"it has moved for good to {answer.moved}: change its url"
    return SourceState(
        etag=_validator(answer, "etag"),
        last_modified=_validator(answer, "last-modified"),
        due=now + interval,
        notice=_legible(notice),
    )


def unfinished(due: datetime, retries: Mapping[str, int], *, notice: str = "") -> SourceState:
    """Return the state after a visit that left something for the next.

    No validators: an unchanged feed would answer 304, and what was left would never be fetched.
    """
    return SourceState(due=due, notice=_legible(notice), retries=tuple(sorted(retries.items())))


def failed(
    state: SourceState, now: datetime, interval: timedelta, problem: str, wait: timedelta | None = None
) -> SourceState:
    """Return the state after a visit that failed; `wait` is what the server asked for."""
    longer = max(interval, _SHORTEST_WAIT) * 2 ** min(state.failures, 12)
    due = now + min(max(longer, wait or timedelta()), LONGEST_WAIT)
    return replace(state, due=due, failures=state.failures + 1, problem=_legible(problem))


def refusal(url: str, answer: Answer) -> str:
    """Say what a status other than success means for a person."""
    meaning = {
        401: "it wants a name or token: see `authorization`",
        403: "it refuses us",
        404: "there is nothing at this address",
        410: "it is gone for good: remove the source",
        429: "we ask too often: raise interval_minutes",
    }.get(
        answer.status, "the server has a fault" if answer.status >= 500 else "an answer that nobody expects"
    )
    return f"{url} answers {answer.status}: {meaning}"


def retry_after(answer: Answer, now: datetime) -> timedelta | None:
    """Return how long a server asks us to wait (`Retry-After`, in seconds or as a date)."""
    value = answer.headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return timedelta(seconds=min(int(value[:9]), LONGEST_WAIT.total_seconds()))
    try:
        return parsedate_to_datetime(value) - now if value else None
    except (ValueError, TypeError):
        return None


def validators(state: SourceState, now: datetime) -> dict[str, str]:
    """Return the headers that ask only for what has changed since the last visit; none when pages are due."""
    if state.recheck and state.recheck <= now:
        return {}
    headers = {"If-None-Match": state.etag, "If-Modified-Since": state.last_modified}
    return {name: value for name, value in headers.items() if value}


def _validator(answer: Answer, name: str) -> str:
    """Return a header that is sent back as it came; an odd one is done without, not sent or stored."""
    value = answer.headers.get(name, "")
    return value if value.isprintable() and len(value) <= 1000 else ""


def _legible(text: str) -> str:
    """Return what a person is told: it may quote a server, which may say anything."""
    return "".join(letter if letter.isprintable() else " " for letter in text)[:1000]
