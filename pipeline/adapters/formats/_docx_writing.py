"""The edition as a Word document: source and translation side by side, flags as comments on the words."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from typing import Any

from pipeline.adapters.formats._docx_reading import NAMESPACE
from pipeline.adapters.formats._standing import standing
from pipeline.adapters.formats._xml import begin, escaped, line
from pipeline.model import BlockKind, Edition, Flag, SegmentState, Severity, Span, Unit

_LANGUAGES = {"id": ("Indonesian", "id-ID"), "en": ("English", "en-GB")}
_EPOCH = (1980, 1, 1, 0, 0, 0)
_INK = {Severity.CRITICAL: "F8D7DA", Severity.MAJOR: "FFE8C2", Severity.MINOR: "E4ECF7"}
"""Shading of flagged words; black on each has a contrast of more than 12 to 1."""
_KEY_STYLE, _TEXT_STYLE = "SentenceKey", "Sentence"
_NEVER = datetime(1980, 1, 1, tzinfo=UTC)


def document(edition: Edition, record: str) -> bytes:
    """Return the document; `record` is our JSON of the edition, kept where Word keeps foreign data."""
    from docx import Document  # noqa: PLC0415 - start-up: only an export needs it
    from docx.shared import Cm  # noqa: PLC0415

    made = Document()
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(1.8)
    _describe(made, edition)
    if first := standing(edition.article):
        made.add_paragraph().add_run(first).bold = True
    flagged = len(edition.needs_review)
    made.add_paragraph(
        f"Edit the right-hand column and send the file back. {flagged} of {len(edition.units)} sentences are "
        "flagged: the comments say why. The small print names a sentence; leave it as it is."
    )
    table = made.add_table(rows=1, cols=2)
    table.style = "Table Grid"
    table.autofit = False
    heads = [_LANGUAGES.get(language, (language, language))[0] for language in edition.article.direction]
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    _mark_row(table.rows[0], "tblHeader")
    margin = _Margin(made)
    for unit in edition.units:
        row = table.add_row()
        _mark_row(row, "cantSplit")
        _write_unit(margin, row.cells, unit)
    _keep(made, record)
    file = BytesIO()
    made.save(file)
    return _undated(file.getvalue())


def _describe(made: Any, edition: Edition) -> None:
    from docx.shared import Pt, RGBColor  # noqa: PLC0415

    title = next((unit.target for unit in edition.units if unit.kind is BlockKind.HEADLINE), "")
    shown = escaped(" ".join((title or edition.article.title).split()))
    made.add_heading(shown, level=1)
    properties = made.core_properties
    properties.title, properties.identifier = shown[:255], escaped(edition.article.key)
    properties.author = properties.last_modified_by = "Dwibahasa"
    properties.comments, properties.revision = "", 1
    properties.created = properties.modified = edition.article.published or _NEVER
    small = made.styles.add_style(_KEY_STYLE, 1)
    small.font.size, small.font.color.rgb = Pt(7), RGBColor(0x59, 0x59, 0x59)
    made.styles.add_style(_TEXT_STYLE, 1).paragraph_format.space_after = Pt(4)


class _Margin:
    """The comments of a document. python-docx looks through all of them for the number of each new one."""

    def __init__(self, made: Any) -> None:
        self._all = made.comments._comments_elm
        # A comment wants words to stand on; these go again.
        place = made.add_paragraph()
        self._blank = made.add_comment(
            place.add_run("-"), text="", author="Dwibahasa", initials="D"
        )._comment_elm
        place._p.getparent().remove(place._p)
        self._all.remove(self._blank)
        del self._blank.attrib[_named("date")]  # two runs give the same bytes
        self._number = 0

    def write(self, marked: list[Any], text: str) -> None:
        """Add a comment on the words of some runs."""
        from docx.text.run import Run  # noqa: PLC0415

        comment = deepcopy(self._blank)
        comment.set(_named("id"), str(self._number))
        Run(comment.p_lst[-1].add_r(), marked[0]).text = text
        self._all.append(comment)
        marked[0].mark_comment_range(marked[-1], self._number)
        self._number += 1


def _write_unit(margin: _Margin, cells: Any, unit: Unit) -> None:
    left, right = cells
    label = left.paragraphs[0]
    label._p.style = _KEY_STYLE
    # The label is how a row finds its sentence again; a bookmark would not outlive other programs.
    state = "draft" if unit.state is SegmentState.INITIAL else unit.state
    key = label.add_run(f"{unit.draft.segment.key} · {unit.kind.replace('_', ' ')} · {state}")
    _write_text(left.add_paragraph(), unit.source, unit.direction.source, unit.kind)
    runs = _write_text(right.paragraphs[0], unit.target, unit.direction.target, unit.kind, unit.flags)
    for flag in unit.flags:
        marked = [run for run, span in runs if flag.target_span is None or span.overlaps(flag.target_span)]
        marked = marked or [run for run, _ in runs] or [key]
        text = escaped(f"{flag.severity} ({flag.check}): {flag.message}")
        margin.write(marked, text)


def _write_text(
    paragraph: Any, text: str, language: str, kind: BlockKind, flags: tuple[Flag, ...] = ()
) -> list[tuple[Any, Span]]:
    """Write a text in runs that begin and end where flags do; return them with their spans."""
    runs = []
    paragraph._p.style = _TEXT_STYLE  # by its id: looked up by name it costs more than all the rest
    for span, severity in _cut(text, flags):
        run = paragraph.add_run(_writable(span.of(text)))
        run.bold = kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD) or None
        run.italic = kind is BlockKind.CAPTION or None
        properties = run._r.get_or_add_rPr()
        if severity:
            properties.append(_element("shd", val="clear", color="auto", fill=_INK[severity]))
        properties.append(_element("lang", val=_LANGUAGES.get(language, (language, language))[1]))
        runs.append((run, span))
    return runs


def _cut(text: str, flags: tuple[Flag, ...]) -> Iterator[tuple[Span, Severity | None]]:
    if not text:
        return
    spans = [(flag.target_span, flag.severity) for flag in flags if flag.target_span]
    if _writable(text) != text:
        spans = []  # an escape must not be cut in two
    ends = {0, len(text), *(min(max(end, 0), len(text)) for span, _ in spans for end in span)}
    for start, end in pairwise(sorted(ends)):
        here = Span(start, end)
        yield here, next((severity for span, severity in spans if span.overlaps(here)), None)


def _writable(text: str) -> str:
    """Return a text as a run takes it; of line ends it knows one."""
    return escaped(text).replace("\r", "\\u000d")


def _named(tag: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{tag}"


def _mark_row(row: Any, tag: str) -> None:
    row._tr.get_or_add_trPr().append(_element(tag))


def _element(tag: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement  # noqa: PLC0415

    element = OxmlElement(f"w:{tag}")
    for one, value in attributes.items():
        element.set(_named(one), value)
    return element


def _keep(made: Any, record: str) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415
    from docx.opc.packuri import PackURI  # noqa: PLC0415
    from docx.opc.part import Part  # noqa: PLC0415

    root = begin(f"{{{NAMESPACE}}}edition", {None: NAMESPACE})
    root.text = record
    package = made.part.package
    path = package.next_partname("/customXml/item%d.xml")
    part = Part(PackURI(str(path)), "application/xml", line(root).encode(), package)
    made.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def _undated(data: bytes) -> bytes:
    """Return the same archive without the moment of its making: the same edition gives the same bytes."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            new.writestr(zipfile.ZipInfo(member.filename, _EPOCH), old.read(member), zipfile.ZIP_DEFLATED)
    return file.getvalue()
