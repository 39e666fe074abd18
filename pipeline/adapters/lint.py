"""What is wrong with term bases: lines that can't be read, entries that can never act or get in each other's way."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.adapters.glossaries.csv import Row, scan
from pipeline.errors import GlossaryError
from pipeline.model import Direction, Policy
from pipeline.text.matching import TermBase

_WORD = re.compile(r"[\w$€£¥]")
_BROKEN = re.compile(r"\N{REPLACEMENT CHARACTER}|â€|Ã[\u0080-\u00bf©¨]|\x00")
_FORMULA = re.compile(r"[=+@\t\r]|-(?!\w)")


def lint(paths: Iterable[Path]) -> list[GlossaryError]:
    """Return what is wrong with term bases, file by file and line by line."""
    problems: list[GlossaryError] = []
    seen: dict[tuple[str, frozenset[str]], Row] = {}
    rows: list[Row] = []
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
            rows.append(row)
            problems += [GlossaryError(path, row.line, problem) for problem in found]
    problems += _hidden(rows)
    return sorted(problems, key=lambda one: (str(one.path), one.line))


def _forms(row: Row) -> Iterator[str]:
    """Say what is wrong with an entry's own forms."""
    indonesian = (row.indonesian, *row.indonesian_aliases)
    # The entry's own form may be marked as too general to be translated back.
    allowed = tuple(form for form in row.english_allowed if form != row.english)
    english = (row.english, *row.english_aliases, *allowed)
    for form in _repeated(indonesian):
        yield f"{form!r} stands twice among the Indonesian forms"
    for form in _repeated(form.casefold() for form in english):
        yield f"{form!r} stands twice among the English forms; capitals make no difference there"
    for form in (*indonesian, *english):
        if not _WORD.search(form):
            yield f"{form!r} has no word in it and can never be found"
        if "’" in form or "‘" in form or "“" in form:
            yield f"{form!r} has a curly quote: write a straight one, which finds both"
    for form in indonesian:
        if _WORD.search(form) and not _is_reachable(form, row):
            yield f"{form!r} can never be found: a mark in it parts its words"
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
        if earlier is row:
            continue
        place = f"{earlier.path.name}:{earlier.line}"
        if form == row.indonesian and form in earlier.indonesian_aliases and _is_alias(earlier, row):
            yield f"{form!r} and {earlier.indonesian!r} ({place}) are aliases of each other: keep one entry"
        elif earlier.english != row.english and form == row.indonesian == earlier.indonesian:
            yield f"{form!r} stands in {place} already, as {earlier.english!r}: give both a context, or keep one"
        else:
            yield f"{form!r} stands in {place} already"


def _is_alias(earlier: Row, row: Row) -> bool:
    return earlier.indonesian in row.indonesian_aliases


def _is_reachable(form: str, row: Row) -> bool:
    """Tell whether the matcher finds a form where it stands in a sentence."""
    term = replace(row.term(Direction("id", "en")), source=form, aliases=())
    (*found,) = TermBase([term], "id").find(f"lalu {form} itu", frozenset(map(str.casefold, row.context)))
    return any(match.span.end - match.span.start >= len(form.rstrip(" .")) for match in found)


def _hidden(rows: Sequence[Row]) -> Iterator[GlossaryError]:
    """Say which entry is a part of a longer one that binds less or otherwise: there the longer one wins.

    Where the longer one's English holds the shorter one's, both say the same.
    """
    forms: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        for form in (row.indonesian, *row.indonesian_aliases):
            forms[form.casefold()].append(row)
    for form, longer in forms.items():
        words = form.split()
        parts = {
            " ".join(words[start:end])
            for start in range(len(words))
            for end in range(start + 1, len(words) + 1)
            if end - start < len(words)
        }
        for part in sorted(parts & forms.keys()):
            for inner in forms[part]:
                for outer in longer:
                    if _hides(outer, inner):
                        yield GlossaryError(
                            outer.path,
                            outer.line,
                            f"{form!r} ({outer.policy}) hides {part!r} ({inner.policy}), "
                            f"{inner.path.name}:{inner.line}: give both the same policy",
                        )


def _hides(outer: Row, inner: Row) -> bool:
    if outer.policy is inner.policy or outer.kind != inner.kind or inner.policy is Policy.PREFER:
        return False
    theirs = [form.casefold() for form in (inner.english, *inner.english_aliases, *inner.english_allowed)]
    ours = [form.casefold() for form in (outer.english, *outer.english_aliases, *outer.english_allowed)]
    return not any(inside in whole for inside in theirs for whole in ours)


def _repeated(forms: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    return [form for form in forms if form in seen or seen.add(form)]  # type: ignore[func-returns-value]
