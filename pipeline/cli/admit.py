"""The part of `dwibahasa import` that takes the results of a backfill into the store."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import click

from pipeline.config import Settings
from pipeline.errors import StorageError, StoreAwayError


def admit(path: Path, settings: Settings) -> bool:
    """Take in the shards that `path` is, or holds; tell whether every row held an edition that the store takes.

    Raises:
        ArticleError: there is nothing to read.
        StoreAwayError: the store can't be reached.
    """
    from pipeline import bootstrap
    from pipeline.backfill.results import editions, shards
    from pipeline.service.admitting import Admission

    folder = path if path.is_dir() else path.parent
    counts: Counter[str] = Counter()
    failed = 0
    with bootstrap.opened_store(settings) as store:
        admission = Admission(store, folder.absolute().name or "backfill", datetime.now(UTC))
        for shard in shards(path):
            for name, found in editions(shard):
                try:
                    reason = found if isinstance(found, str) else ""
                    if not isinstance(found, str):
                        counts[admission.admit(name, found)] += 1
                except StoreAwayError:
                    raise
                except StorageError as error:
                    reason = str(error)
                if reason:
                    failed += 1
                    click.echo(f"failed: {shard.name}: {name}: {reason}", err=True)
    said = ", ".join(f"{number} {word}" for word, number in counts.items()) or "nothing taken"
    click.echo(f"{path}: {said}" + (f", {failed} failed" if failed else ""))
    return not failed
