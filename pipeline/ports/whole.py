"""The whole store, by the ports of its users."""

from __future__ import annotations

from typing import Protocol

from pipeline.ports.intake import Inflow
from pipeline.ports.jobs import Jobs
from pipeline.ports.store import Articles, Memory, Work


class Store(Protocol):
    """What the desk knows; each user takes the port that it needs."""

    @property
    def inflow(self) -> Inflow:
        """For intake."""

    @property
    def jobs(self) -> Jobs:
        """For runs."""

    @property
    def articles(self) -> Articles:
        """For whoever reads."""

    @property
    def work(self) -> Work:
        """For people who change something."""

    @property
    def memory(self) -> Memory:
        """For what was approved before."""

    def close(self) -> None:
        """Let the connections go."""
