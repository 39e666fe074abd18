"""Term bases as CSV: what a desk edits in a spreadsheet. The columns are told in glossaries/README.md."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import StringIO
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
ENGLISH = "en:"
"""Another English name, in either direction: `en:KPK`."""
ALLOWED = "ok:"
"""An English rendering that is right in a translation, but says too little to be translated back."""


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
    english_allowed: tuple[str, ...]
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
            accepts=(*self.english_aliases, *self.english_allowed) if forward else self.indonesian_aliases,
            short=self.short if forward else "",
            context=self.context,
            note=self.note,
            origin=self.origin,
        )


_EN_ID = Direction("en", "id")


def load(path: Path, direction: Direction) -> tuple[Term, ...]:
    """Read the terms of a file for one direction.

    An entry that is only right in a context, or forbids a form, serves Indonesian sources alone.

    Raises:
        GlossaryError: the first line that is wrong, with what is wrong about it.
    """
    rows = list(rows_of(path))
    return tuple(_from_english(rows)) if direction.source == "en" else tuple(r.term(direction) for r in rows)


def _from_english(rows: Iterable[Row]) -> Iterator[Term]:
    """Turn the entries round, the plainest first: `Sumatra` is Sumatera before Pulau Sumatera.

    What another entry calls by the same English name is right too.
    """
    usable = [row for row in rows if not row.context and row.policy is not Policy.FORBID]
    names: dict[str, list[str]] = defaultdict(list)
    for row in usable:
        names[row.english.casefold()] += [row.indonesian, *row.indonesian_aliases]
    for row in sorted(usable, key=lambda row: len(row.indonesian.split())):
        term = row.term(_EN_ID)
        sources = [form for form in (term.source, *term.aliases) if _is_source(form, row)]
        if sources:
            others = names[row.english.casefold()]
            accepts = tuple(form for form in dict.fromkeys(others) if form != term.target)
            yield replace(term, source=sources[0], aliases=tuple(sources[1:]), accepts=accepts)


def _is_source(english: str, row: Row) -> bool:
    """Tell whether an English form means the Indonesian one wherever it stands.

    `only` is more than *semata wayang*, and `Padang` is a part of *Kota Padang*.
    """
    part = english != row.indonesian and f" {english} " in f" {row.indonesian} "
    return not part and english not in row.english_allowed


def rows_of(path: Path) -> Iterator[Row]:
    """Read a file row by row.

    Raises:
        GlossaryError: as soon as a line is wrong.
    """
    for row in scan(path):
        if isinstance(row, GlossaryError):
            raise row
        yield row


def scan(path: Path) -> Iterator[Row | GlossaryError]:
    """Read a file row by row; what is wrong comes in its place, so that one reading tells all."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = tuple(next(reader, ()))
            if header != COLUMNS:
                yield GlossaryError(path, 1, f"the header has to be {','.join(COLUMNS)}")
                return
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield _row_or_error(path, reader.line_num, cells)
    except OSError as error:
        yield GlossaryError(path, 0, f"can't be read: {error.strerror}")
    except UnicodeDecodeError:
        yield GlossaryError(path, 0, "is not UTF-8; save it so")
    except csv.Error as error:
        yield GlossaryError(path, 0, f"is no CSV: {error}")


def _row_or_error(path: Path, line: int, cells: list[str]) -> Row | GlossaryError:
    try:
        return row_of(path, line, cells)
    except GlossaryError as error:
        return error


def row_of(path: Path, line: int, cells: Sequence[str]) -> Row:
    """Return the row that cells in the order of the columns make.

    Raises:
        GlossaryError: a cell that can't be.
    """
    if len(cells) != len(COLUMNS):
        raise GlossaryError(
            path, line, f"{len(cells)} cells instead of {len(COLUMNS)}; is a comma not in quotes?"
        )
    cells = [_plain(cell) for cell in cells]
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
        tuple(form for form in forms if not form.startswith((ENGLISH, ALLOWED))),
        tuple(form.removeprefix(ENGLISH).strip() for form in forms if form.startswith(ENGLISH)),
        tuple(form.removeprefix(ALLOWED).strip() for form in forms if form.startswith(ALLOWED)),
        short,
        _parts(context),
        note,
        origin,
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def write(rows: Iterable[Row]) -> str:
    """Return rows as a file that a spreadsheet opens without running anything in it.

    A cell that begins like a formula (`=`, `+`, `-`, `@`) gets an apostrophe in front, which spreadsheets
    take for "this is text" and reading takes away again.
    """
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([f"'{cell}" if _FORMULA.match(cell) else cell for cell in cells(row)] for row in rows)
    return text.getvalue()


_FORMULA = re.compile(r"'?[=+\-@\t\r]")


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def cells(row: Row) -> tuple[str, ...]:
    """Return the cells that a row was read from."""
    forms = (
        *row.indonesian_aliases,
        *(f"{ENGLISH}{form}" for form in row.english_aliases),
        *(f"{ALLOWED}{form}" for form in row.english_allowed),
    )
    return (
        row.indonesian,
        row.english,
        row.kind,
        str(row.policy),
        ";".join(forms),
        row.short,
        ";".join(row.context),
        row.note,
        row.origin,
    )
