"""The command line: `dwibahasa`. Commands only; what they do lives in the rooms below.

Standard output is data, standard error is log and progress.
Exit status: 0 all done, 1 some article failed, 2 the command or the configuration is wrong.
"""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Sequence

import click

from pipeline import __version__
from pipeline.cli.lazy import LazyGroup, Listed
from pipeline.errors import ConfigError, DwibahasaError

COMMANDS = {
    "translate": Listed("translate", "Translate articles into bilingual editions with review flags."),
    "segment": Listed("inspect", "Show the blocks and sentences of an article; no model is needed."),
    "export": Listed("export", "Write editions in other formats, and the translation memory as TMX."),
    "import": Listed(
        "take_back",
        "Take back XLIFF, Word and TMX that were edited elsewhere, and take in what a backfill made.",
    ),
    "check": Listed("check", "Run the checks over anybody's translation."),
    "checks": Listed("inspect", "List the checks: severity, name, and what each looks for."),
    "review": Listed("review", "Open the review desk in the browser."),
    "user": Listed("user", "Look after the accounts of the review desk."),
    "glossary": Listed("glossary", "Look after the term bases."),
    "model": Listed("model", "Look at the models, fetch one, make one, measure them."),
    "sources": Listed("sources", "See where news comes from, and try a source."),
    "run": Listed("run", "Take news in, translate every article that waits, write the editions."),
    "status": Listed("status", "Show how the desk stands; exit 1 when something needs a person."),
    "cron": Listed("cron", "Print a crontab line and systemd units that let this desk run by itself."),
    "memory": Listed("memory", "Look after the translation memory."),
    "db": Listed("db", "Look after the store."),
    "backfill": Listed(
        "backfill", "Translate an archive on Ray: a folder of articles, JSON lines or Parquet."
    ),
    "bench": Listed("bench", "Measure speed, memory and start-up here, beside what others would run."),
    "evaluate": Listed("evaluate", "Measure the desk: its knowledge of the two languages, its checks."),
}
"""Every command, the module of `pipeline.cli` that it is imported from when called, and its line in `--help`."""


@click.group(
    cls=LazyGroup,
    commands=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="dwibahasa")
def dwibahasa() -> None:
    """The translation desk: an Indonesian article in, a bilingual edition with review flags out."""


_NEW_OBJECTS = 50_000
"""So many new objects until Python looks for circles among them. Frozen values make none, and every look walks
through the term bases and tables: with Python's 700 that was an eighth of what checking a sentence costs."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit status."""
    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    gc.set_threshold(_NEW_OBJECTS)
    try:
        status = dwibahasa.main(arguments, prog_name="dwibahasa", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        status = 2
    except ConfigError as error:
        click.echo(f"dwibahasa: {error}", err=True)
        status = 2
    except DwibahasaError as error:
        click.echo(f"dwibahasa: {error}", err=True)
        status = 1
    except (click.Abort, KeyboardInterrupt):
        click.echo("dwibahasa: interrupted; what is written is whole", err=True)
        status = 130
    except BrokenPipeError:
        # The reader has gone (`dwibahasa … | head`): nothing to say, nobody to say it to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    sys.exit(status)
