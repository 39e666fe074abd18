"""`dwibahasa evaluate store`: how fast the store is with years of work in it."""

from __future__ import annotations

import click

from pipeline.cli import options
from pipeline.errors import ConfigError


@click.command()
@click.option("--articles", type=click.IntRange(min=100), default=10_000, show_default=True, metavar="N")
@click.option(
    "--database", metavar="URL", help="An empty database, or one that this command built [a file in /tmp]."
)
def store(articles: int, database: str | None) -> None:
    """Measure the store with years of work in it: 30 sentences an article.

    A database that is built already is used again, so that it can be measured twice.
    """
    import tempfile

    from pipeline.adapters.storage import bench, filling
    from pipeline.adapters.storage.database import Database
    from pipeline.adapters.storage.upkeep import ready
    from pipeline.cli import screen
    from pipeline.config import bundled

    pairs = filling.read_pairs(bundled("data/corpus"))
    if not pairs:
        raise ConfigError("the sentences are those of data/corpus, which only a checkout has")
    with tempfile.TemporaryDirectory(prefix="dwibahasa-bench-") as folder:
        url = database or f"sqlite:///{folder}/store.db"
        made = ready(Database(url))
        if not filling.size(made):
            filling.fill(
                made, pairs, articles, lambda done: click.echo(f"\r{done:,} articles", nl=False, err=True)
            )
            click.echo(err=True)
        count = filling.size(made)
        made.close()
        timings = bench.measure(url, options.settings().style, pairs, count)
        rows = ((one.what, f"{one.median:.1f}", f"{one.p95:.1f}", f"{one.work:.1f}") for one in timings)
        title = f"{count:,} articles, {count * filling.SENTENCES:,} segments"
        screen.grid((title, "median ms", "p95 ms", "processor ms"), rows)
