"""What is wrong with term bases: lines that can't be read, entries that can never act or get in each other's way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.adapters.glossaries.csv import Row, scan
from pipeline.errors import GlossaryError

_WORD = re.compile(r"[\w$€£¥]")
_BROKEN = re.compile(r"\N{REPLACEMENT CHARACTER}|â€|Ã[\u0080-\u00bf©¨]|\x00")
_FORMULA = re.compile(r"[=+@\t\r]|-(?!\w)")


def lint(paths: Iterable[Path]) -> list[GlossaryError]:
    """Return what is wrong with term bases, file by file and line by line."""
    problems: list[GlossaryError] = []
    seen: dict[tuple[str, frozenset[str]], Row] = {}
    for path in paths:
        before = ""
        for row in scan(path):
            if isinstance(row, GlossaryError):
                problems.append(row)
                continue
            found = [*_forms(row), *_cells(row), *_beside(row, seen)]
            if row.indonesian.casefold() < before:
                found.append(f"{row.indonesian!r} is out of order: sort the file by its first column")
            before = row.indonesian.casefold()
            problems += [GlossaryError(path, row.line, problem) for problem in found]
    return problems


def _forms(row: Row) -> Iterator[str]:
    """Say what is wrong with an entry's own forms."""
    indonesian = (row.indonesian, *row.indonesian_aliases)
    english = (row.english, *row.english_aliases, *row.english_allowed)
    for form in _repeated(indonesian):
        yield f"{form!r} stands twice among the Indonesian forms"
    for form in _repeated(form.casefold() for form in english):
        yield f"{form!r} stands twice among the English forms; capitals make no difference there"
    for form in (*indonesian, *english):
        if not _WORD.search(form):
            yield f"{form!r} has no word in it and can never be found"
        if "’" in form or "‘" in form or "“" in form:
            yield f"{form!r} has a curly quote: write a straight one, which finds both"
    if row.short and row.short.casefold() not in {form.casefold() for form in english}:
        yield f"the short form {row.short!r} is none of the English forms: add en:{row.short}"


def _cells(row: Row) -> Iterator[str]:
    """Say what is wrong with an entry's cells, whatever they mean."""
    for cell in (row.indonesian, row.english, row.note, row.origin):
        if _BROKEN.search(cell):
            yield f"{cell!r} was saved in a wrong encoding once"
        if _FORMULA.match(cell):
            yield f"{cell!r} begins like a spreadsheet's formula"
    for word in row.context:
        if not word.isalnum() and not re.fullmatch(r"\w+(?:[.'-]\w+)*", word):
            yield f"the context {word!r} is no single word and can never be found"


def _beside(row: Row, seen: dict[tuple[str, frozenset[str]], Row]) -> Iterator[str]:
    """Say where another entry has the same form in the same context; note the row's own forms."""
    for form in dict.fromkeys((row.indonesian, *row.indonesian_aliases)):
        earlier = seen.setdefault((form, frozenset(row.context)), row)
        if earlier is not row:
            yield f"{form!r} stands in {earlier.path.name}:{earlier.line} already"


def _repeated(forms: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    return [form for form in forms if form in seen or seen.add(form)]  # type: ignore[func-returns-value]
