"""`dwibahasa backfill`: an archive through many processors or machines."""

from __future__ import annotations

import json
import time
from collections import Counter
from pathlib import Path

import click

from pipeline.cli import options
from pipeline.cli.stopping import Stopping


@click.command()
@click.argument("archive", metavar="SOURCE", type=click.Path(path_type=Path))
@click.option(
    "--out",
    "destination",
    required=True,
    metavar="DEST",
    type=click.Path(path_type=Path),
    help="Folder of the results, one file a shard.",
)
@click.option(
    "--ray",
    "address",
    default="auto",
    show_default=True,
    metavar="auto|ADDRESS",
    help="The Ray cluster; auto is one that runs here, or else this machine.",
)
@click.option("--workers", default=0, metavar="N", help="Workers of one processor each [all processors].")
@click.option(
    "--as",
    "kind",
    type=click.Choice(["jsonl", "parquet"]),
    default="jsonl",
    show_default=True,
    help="What the results are written as.",
)
@options.direction
@click.option("--engine", metavar="NAME", help="auto, ctranslate2, transformers or echo.")
@click.option("--model", metavar="NAME_OR_DIR", help="A bundled model's name, or a Marian folder.")
def backfill(
    archive: Path, *, destination: Path, address: str, workers: int, kind: str, **flags: str | None
) -> None:
    """Translate an archive on Ray: a folder of articles, JSON lines or Parquet.

    Each article of JSON lines or Parquet has its text in `text`, and may have key, title and published.
    The archive is cut into shards; a run that was stopped goes on with those that have no file yet.
    """
    from pipeline.adapters.files import write_together
    from pipeline.backfill import cluster
    from pipeline.backfill.plan import plan, settle
    from pipeline.backfill.worker import name
    from pipeline.cli import screen

    settings = options.settings(**flags)
    archive, destination = archive.absolute(), destination.absolute()
    shards = plan(
        archive, lambda path: click.echo(f"passed over: {path}: nothing reads such files", err=True)
    )
    settle(shards, [kind, settings.translate, settings.engine.name, settings.engine.model], destination)
    waiting = [shard for shard in shards if not (destination / name(shard, kind)).is_file()]
    click.echo(f"{len(shards) - len(waiting)} of {len(shards)} shards are done already", err=True)
    if not waiting:
        return
    room = cluster.connect(address, workers)
    started = time.monotonic()
    counts, flagged, finished = Counter[str](), Counter[str](), 0
    with Stopping() as stopping:
        found = cluster.translate(waiting, settings, destination, kind, room)
        for row in screen.shards(stopping.until(found), sum(shard.articles for shard in waiting)):
            finished += 1
            counts.update(
                {key: int(str(row[key])) for key in ("articles", "done", "failed", "twice", "words")}
            )
            flagged.update(json.loads(str(row["flags"])))
    seconds = time.monotonic() - started
    report = {
        "workers": room,
        "seconds": round(seconds, 1),
        "words/s": round(counts["words"] / seconds, 1),
        **{key: counts[key] for key in ("articles", "done", "failed", "twice", "words")},
        "flags": dict(flagged),
        "shards left": len(waiting) - finished,
    }
    write_together({destination / "report.json": json.dumps(report, indent=1) + "\n"})
    for key, value in report.items():
        click.echo(f"{key:<12} {value}")
    if report["shards left"]:
        click.echo("stopped; the same command goes on with the shards that are left", err=True)
    click.get_current_context().exit(130 if report["shards left"] else 1 if counts["failed"] else 0)
