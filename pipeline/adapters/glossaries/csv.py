"""Term bases as CSV: what a desk edits in a spreadsheet. The columns are told in glossaries/README.md."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import GlossaryError
from pipeline.model import Direction, Policy, Term

COLUMNS = ("indonesian", "english", "kind", "policy", "aliases", "short", "context", "note", "origin")
KINDS = frozenset(
    """
    institution office place country people party organisation company event law title acronym concept agency
    religion sport culture food health nature economy military
    """.split()
)
_ENGLISH = "en:"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a term base, its cells taken apart; it serves both directions."""

    path: Path
    line: int
    indonesian: str
    english: str
    kind: str
    policy: Policy
    indonesian_aliases: tuple[str, ...]
    english_aliases: tuple[str, ...]
    short: str
    context: tuple[str, ...]
    note: str
    origin: str

    def term(self, direction: Direction) -> Term:
        """Return the entry as seen in one direction."""
        forward = direction.source == "id"
        return Term(
            source=self.indonesian if forward else self.english,
            target=self.english if forward else self.indonesian,
            kind=self.kind,
            policy=self.policy,
            aliases=self.indonesian_aliases if forward else self.english_aliases,
            accepts=self.english_aliases if forward else self.indonesian_aliases,
            short=self.short if forward else "",
            context=self.context,
            note=self.note,
            origin=self.origin,
        )


def load(path: Path, direction: Direction) -> tuple[Term, ...]:
    """Read the terms of a file for one direction.

    An entry that is only right in a context, or forbids a form, serves Indonesian sources alone.

    Raises:
        GlossaryError: the first line that is wrong, with what is wrong about it.
    """
    rows = list(rows_of(path))
    if direction.source == "en":
        rows = [row for row in rows if not row.context and row.policy is not Policy.FORBID]
    return tuple(row.term(direction) for row in rows)


def rows_of(path: Path) -> Iterator[Row]:
    """Read a file row by row.

    Raises:
        GlossaryError: as soon as a line is wrong.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = tuple(next(reader, ()))
            if header != COLUMNS:
                raise GlossaryError(path, 1, f"the header has to be {','.join(COLUMNS)}")
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield _row(path, reader.line_num, cells)
    except OSError as error:
        raise GlossaryError(path, 0, f"can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise GlossaryError(path, 0, "is not UTF-8; save it so") from error
    except csv.Error as error:
        raise GlossaryError(path, 0, f"is no CSV: {error}") from error


def _row(path: Path, line: int, cells: list[str]) -> Row:
    if len(cells) != len(COLUMNS):
        raise GlossaryError(
            path, line, f"{len(cells)} cells instead of {len(COLUMNS)}; is a comma not in quotes?"
        )
    for name, cell in zip(COLUMNS, cells, strict=True):
        if cell != cell.strip() or "  " in cell:
            raise GlossaryError(path, line, f"stray white space in {name}: {cell!r}")
    indonesian, english, kind, policy, aliases, short, context, note, origin = cells
    if not indonesian or not english:
        raise GlossaryError(path, line, "both forms are needed, indonesian and english")
    if kind not in KINDS:
        raise GlossaryError(path, line, f"no kind {kind!r}; there are {', '.join(sorted(KINDS))}")
    if policy not in set(Policy):
        raise GlossaryError(path, line, f"no policy {policy!r}; there are {', '.join(Policy)}")
    forms = _parts(aliases)
    return Row(
        path,
        line,
        indonesian,
        english,
        kind,
        Policy(policy),
        tuple(form for form in forms if not form.startswith(_ENGLISH)),
        tuple(form.removeprefix(_ENGLISH).strip() for form in forms if form.startswith(_ENGLISH)),
        short,
        _parts(context),
        note,
        origin,
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def lint(paths: Iterable[Path]) -> list[GlossaryError]:
    """Return what is wrong with term bases: unreadable lines, and entries that can never act.

    Two entries of one form need different contexts; a form that is another entry's alias clashes.
    """
    problems: list[GlossaryError] = []
    seen: dict[tuple[str, tuple[str, ...]], Row] = {}
    for path in paths:
        try:
            rows = list(rows_of(path))
        except GlossaryError as error:
            problems.append(error)
            continue
        for row in rows:
            for form in dict.fromkeys((row.indonesian, *row.indonesian_aliases)):
                earlier = seen.setdefault((form, row.context), row)
                if earlier is not row:
                    where = f"{earlier.path.name}:{earlier.line}"
                    problems.append(GlossaryError(path, row.line, f"{form!r} stands in {where} already"))
    return problems
