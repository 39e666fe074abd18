"""The store as a run sees it: what is to be done, under which lease, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from pipeline.model import Direction, Edition, Signature
from pipeline.model.jobs import Job, Lease, Result, Retention, RunReport, Standing, Swept


class Jobs(Protocol):
    """Articles to translate. Every call is one transaction; times are the run's own clock."""

    def claim(self, direction: Direction, limit: int, lease: Lease) -> tuple[Job, ...]:
        """Take up to `limit` pending articles, most urgent first, so that no other run gets them.

        An article under a lease that has expired, or whose holder is dead, is free again, but not
        among these: see `claim_suspect`.
        """

    def claim_suspect(self, direction: Direction, lease: Lease) -> Job | None:
        """Take a pending article during which a run died: it is done alone, since it may be why."""

    def claim_stale(
        self, direction: Direction, limit: int, signature: Signature, lease: Lease
    ) -> tuple[Job, ...]:
        """Take up to `limit` translated articles that were not made as `signature` says."""

    def renew(self, jobs: Sequence[Job], lease: Lease) -> None:
        """Say that the run is alive."""

    def finish(self, job: Job, result: Result, *, at: datetime) -> None:
        """Keep a result, all of it or nothing.

        Raises:
            LeaseLostError: another run has taken the article over; its result counts.
        """

    def admit(self, key: str, result: Result, *, at: datetime) -> bool:
        """Keep a result that was made elsewhere, of an article that waits and that no run is at.

        Returns:
            Whether it was kept: what is translated already, or has another text by now, stays as it is.
        """

    def fail(self, job: Job, reason: str, *, at: datetime, again: datetime | None) -> None:
        """Put a job off until `again`, or set it aside for a person with its reason."""

    def release(self, jobs: Sequence[Job]) -> None:
        """Give jobs back that the run did not get to."""

    def unshelved(self, limit: int) -> tuple[tuple[int, Edition], ...]:
        """Return editions whose files are not written yet, each with its article's version."""

    def to_shelve(self, key: str) -> tuple[int, Edition] | None:
        """Return the edition of one article, with its version."""

    def shelved(self, key: str, version: int) -> None:
        """Note that the files of this version are written."""

    def begin_run(self, holder: str, *, at: datetime) -> int:
        """Note that a run began; return its number."""

    def end_run(self, run: int, report: RunReport, *, at: datetime) -> None:
        """Note what a run did."""

    def standing(self, signatures: Mapping[Direction, Signature], *, at: datetime) -> Standing:
        """Return how the desk stands; what was made otherwise than the signatures say is stale."""

    def sweep(self, before: Retention, *, at: datetime) -> Swept:
        """Drop what is older than the settings keep it; what people wrote or approved never goes."""
