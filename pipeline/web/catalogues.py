"""Collect the desk's words, and bring the Indonesian catalogue up to date: `python -m pipeline.web.catalogues`."""

from __future__ import annotations

import ast
import sys
from importlib.resources import files
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from pipeline import __version__, registry
from pipeline.adapters.glossaries.csv import rows_of
from pipeline.config.places import bundled
from pipeline.review.readiness import BLOCKERS
from pipeline.web.remarks import ANY, ROOM, sentences_in
from pipeline.web.words import NAMES, NOTICES, PUT_IN, TROUBLE

_PACKAGE = Path(str(files("pipeline")))
_RAISED = ("RefusedError", "MissingError", "ForbiddenError", "ThrottledError")
_ROOMS = (
    ("review", [("**.py", "python")]),
    ("web", [("routes/**.py", "python"), ("api.py", "python"), ("templates/**.html", "jinja2")]),
)


def collect() -> Catalog:
    """Return every word of the desk: in templates, refusals, deeds, checks, glossaries' notes and in `words`."""
    found = Catalog(project="Dwibahasa", charset="utf-8")
    keywords = {"_": None, "gettext": None, "ngettext": (1, 2), "log": (2,), **dict.fromkeys(_RAISED)}
    for room, methods in _ROOMS:
        folder = _PACKAGE / room
        options = {"**.html": {"trimmed": "true", "silent": "false", "newstyle_gettext": "true"}}
        rows = extract_from_dir(folder, methods, options, keywords=keywords, strip_comment_tags=True)
        for name, _line, message, _comments, _context in rows:
            found.add(message, locations=[(f"{room}/{name}", 0)])
    for name in registry.names(f"pipeline.{ROOM}"):
        code = (_PACKAGE / ROOM / f"{name}.py").read_text("utf-8")
        about = (ast.get_docstring(ast.parse(code)) or "").partition("\n")[0]
        for message in (about, *sentences_in(code)):
            found.add(message, locations=[(f"{ROOM}/{name}.py", 0)])
    for path in sorted(bundled("glossaries").glob("*.csv")):
        for row in rows_of(path):
            if row.note:
                found.add(row.note, locations=[(f"glossaries/{path.name}", 0)])
    for message in sentences_in((_PACKAGE / "stages" / "check.py").read_text("utf-8")):
        found.add(message, locations=[(ANY, 0)])
    tables = (
        *BLOCKERS,
        *NAMES.values(),
        *PUT_IN,
        *NOTICES.values(),
        *(word for both in TROUBLE.values() for word in both),
    )
    for word in filter(None, tables):
        found.add(word, locations=[("web/words.py", 0)])
    return found


def path_of(language: str) -> Path:
    """Return where a language's catalogue lies."""
    return _PACKAGE / "web" / "locale" / language / "LC_MESSAGES" / "desk.po"


def update(language: str) -> Path:
    """Write new words into a catalogue, without a translation, and take out those that are gone."""
    path = path_of(language)
    catalogue = Catalog(locale=language, project="Dwibahasa", fuzzy=False)
    if path.is_file():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language)
    made = catalogue.creation_date  # of the file: a new one each time would be a conflict in every merge
    catalogue.update(collect(), no_fuzzy_matching=True)
    catalogue.creation_date = made
    catalogue.obsolete.clear()
    catalogue.fuzzy = False
    catalogue.version, catalogue.last_translator, catalogue.msgid_bugs_address = __version__, "Dwibahasa", ""
    catalogue.language_team = "Dwibahasa"
    catalogue.header_comment = "# Words of the review desk; `make messages` adds the new ones."
    with path.open("wb") as file:
        write_po(file, catalogue, width=100, sort_output=True, omit_header=False, include_lineno=False)
    return path


if __name__ == "__main__":
    sys.stdout.write(f"{update('id')}\n")
