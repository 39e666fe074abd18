"""The whole store by its ports, over one database."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pipeline.adapters.storage.articles import SqlArticles
from pipeline.adapters.storage.database import Database
from pipeline.adapters.storage.jobs import SqlJobs
from pipeline.adapters.storage.memory import SqlMemory
from pipeline.adapters.storage.receiving import SqlInflow
from pipeline.adapters.storage.upkeep import ready
from pipeline.adapters.storage.work import SqlWork
from pipeline.config import Settings, StyleSettings


@dataclass(frozen=True)
class Store:
    """What the desk knows; each user takes the port that it needs."""

    database: Database
    style: StyleSettings

    @cached_property
    def inflow(self) -> SqlInflow:
        """For intake."""
        return SqlInflow(self.database)

    @cached_property
    def jobs(self) -> SqlJobs:
        """For runs."""
        return SqlJobs(self.database)

    @cached_property
    def articles(self) -> SqlArticles:
        """For whoever reads."""
        return SqlArticles(self.database)

    @cached_property
    def work(self) -> SqlWork:
        """For people who change something."""
        return SqlWork(self.database)

    @cached_property
    def memory(self) -> SqlMemory:
        """For what was approved before."""
        return SqlMemory(self.database, self.style)

    def close(self) -> None:
        """Let the connections go."""
        self.database.close()


def open_store(settings: Settings) -> Store:
    """Open the store of the settings; its tables are made where there are none.

    Raises:
        ConfigError: the URL names no database that the desk can use.
        StorageError: it can't be opened, or its tables are of another version.
    """
    return Store(ready(Database(settings.store_url)), settings.style)
