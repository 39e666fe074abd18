"""Cost as work grows: words a second and peak memory of 1, 10, 100 … articles, and a second run over them.

Each size runs in a process of its own, so that its peak memory is its own. The second run finds every
edition there and translates nothing.
"""

from __future__ import annotations

import sys

from pipeline.bench.articles import manuscripts, pairs
from pipeline.bench.scope import Row, Scope
from pipeline.bench.timing import child
from pipeline.config import Settings

TITLE = "As work grows"


def measure(scope: Scope) -> list[Row]:
    """Translate ten times as many articles each time."""
    sentences = [pair.source for pair in pairs(scope.direction, 2000)]
    rows: list[Row] = []
    size = 1
    while size <= scope.articles:
        inbox, out = scope.folder / f"in-{size}", scope.folder / f"out-{size}"
        inbox.mkdir()
        words = 0
        for one in manuscripts(sentences, size):
            text = "\n\n".join(paragraph.text for paragraph in one.paragraphs)
            words += len(text.split())
            (inbox / one.origin).write_text(text, encoding="utf-8")
        command = _command(scope.settings, str(inbox), str(out))
        clock, user, memory, status = child(command)
        again, again_user, _, second = child(command)
        assert status == second == 0, command
        rows.append(
            {
                "articles": size,
                "words": words,
                "s": round(clock, 2),
                "user s": round(user, 2),
                "words/s": round(words / clock, 1),
                "words/user s": round(words / user, 1),
                "peak MB": memory,
                "second run s": round(again, 2),
                "second run user s": round(again_user, 2),
            }
        )
        size *= 10
    return rows


def _command(settings: Settings, inbox: str, out: str) -> tuple[str, ...]:
    flags = ("--engine", settings.engine.name, "--from", settings.translate.source)
    named = ("--model", settings.engine.model) if settings.engine.model else ()
    main = (sys.executable, "-c", "from pipeline.cli import main; main()")
    return (*main, "translate", inbox, "--out", out, *flags, "--to", settings.translate.target, *named)
