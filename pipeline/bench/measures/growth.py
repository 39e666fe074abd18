"""Cost as work grows: words a second and peak memory of 1, 10, 100 … articles, and a second run over them.

Each size runs in a process of its own, so that its peak memory is its own. The second run finds every
edition there and translates nothing. Ten thousand articles of twelve sentences would take a model most of an hour on
two cores, so sizes above a thousand are of a headline and three sentences, and a hundred and a thousand of the same
kind stand beside them; they go through the model and through an engine that only repeats what it is given, which
shows what everything else costs.
"""

from __future__ import annotations

from pipeline import bootstrap
from pipeline.bench.articles import SENTENCES, manuscripts, pairs
from pipeline.bench.scope import Row, Scope
from pipeline.bench.timing import child

TITLE = "As work grows (echo translates nothing, so it shows all that is around an engine)"

_LONG = 1000
"""Articles of the usual length at most."""
_SHORT = 3
"""Sentences of a short article."""


def measure(scope: Scope) -> list[Row]:
    """Translate ten times as many articles each time."""
    bootstrap.build_engine(
        scope.settings, scope.direction
    )  # converting a model, once, takes more than using it
    sentences = [pair.source for pair in pairs(scope.direction, 2000)]
    own = scope.settings.engine.name
    sizes = [10**power for power in range(9) if 10**power <= scope.articles]
    asked = [(own, size, SENTENCES) for size in sizes if size <= _LONG]
    if scope.articles > _LONG:
        short = [size for size in sizes if size >= _LONG // 10]
        asked += [(engine, size, _SHORT) for engine in dict.fromkeys((own, "echo")) for size in short]
    return [_grown(scope, sentences, engine, size, each) for engine, size, each in dict.fromkeys(asked)]


def _grown(scope: Scope, sentences: list[str], engine: str, size: int, each: int) -> Row:
    name = f"{engine}-{each}-{size}"
    inbox, out = scope.folder / f"in-{name}", scope.folder / f"out-{name}"
    inbox.mkdir()
    words = 0
    for one in manuscripts(sentences, size, each):
        text = "\n\n".join(paragraph.text for paragraph in one.paragraphs)
        words += len(text.split())
        (inbox / one.origin).write_text(text, encoding="utf-8")
    command = scope.command("translate", str(inbox), "--out", str(out), engine=engine)
    clock, user, memory, status = child(command)
    again, again_user, again_memory, second = child(command)
    assert status == second == 0, command
    return {
        "engine": engine,
        "articles": size,
        "sentences each": each,
        "words": words,
        "s": round(clock, 2),
        "user s": round(user, 2),
        "words/s": round(words / clock, 1),
        "words/user s": round(words / user, 1),
        "peak MB": memory,
        "second run s": round(again, 2),
        "second run user s": round(again_user, 2),
        "second peak MB": again_memory,
    }
