"""Word: articles as reporters write them, in; the edition as a table that a reviewer edits, out and back."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pipeline.adapters.formats import _docx_reading, _docx_writing
from pipeline.adapters.formats import json as json_format
from pipeline.errors import ArticleError
from pipeline.model import BitextUnit, Edition, Manuscript

SUFFIXES = (".docx",)
SUFFIX = ".docx"


def read(data: bytes, origin: str) -> Manuscript:
    """Read an article; tracked changes count as accepted.

    Raises:
        ArticleError: it is no Word document, or one of our own editions.
    """
    file = _docx_reading.File(data)
    if file.record():
        raise ArticleError("this is an edition of ours, not an article: `dwibahasa import` takes it back")
    return Manuscript(origin, tuple(file.paragraphs()))


def write(edition: Edition) -> bytes:
    """Write the edition as a table of two columns, flags as comments: `read_edition` gives it back."""
    return _docx_writing.document(edition, json.dumps(json_format.as_data(edition), separators=(",", ":")))


def read_edition(data: bytes) -> Edition:
    """Return the edition that `write` wrote, with the translations that stand in the table now.

    Raises:
        ArticleError: it is no Word document, or none of ours.
    """
    file = _docx_reading.File(data)
    record = file.record()
    if not record:
        raise ArticleError("this is no edition of ours, or another program has dropped what made it one")
    return _docx_reading.with_targets(json_format.read_edition(record.encode()), file.rows())


def units(data: bytes) -> Iterator[BitextUnit]:
    """Return the rows of the table as they stand now; they are known by the keys in small print.

    Raises:
        ArticleError: it is no Word document, or has no table of ours.
    """
    file = _docx_reading.File(data)
    record = file.record()
    before = {}
    if record:
        edition = json_format.read_edition(record.encode())
        before = {unit.draft.segment.key: unit for unit in edition.units}
    found = list(file.rows())
    if not found:
        raise ArticleError("there is no table of sentences with their keys in it")
    for row in found:
        unit = before.get(row.key)
        yield BitextUnit(
            key=row.key,
            source=row.source,
            target=row.target,
            direction=unit.direction if unit else None,
            edition=file.identifier(),
            base=unit.target if unit else None,
        )
