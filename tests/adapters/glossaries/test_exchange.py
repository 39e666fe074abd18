"""Entries go out and come back whole, and bring nothing with them that runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from translate.storage.tbx import tbxfile

from pipeline.adapters.formats.tbx import document
from pipeline.adapters.glossaries import csv, tbx
from pipeline.adapters.glossaries.csv import COLUMNS, Row, row_of
from pipeline.adapters.glossaries.exchange import bring_in, write_out
from pipeline.config import bundled
from pipeline.errors import ConfigError, GlossaryError

HERE = Path("own.csv")
HEADER = ",".join(COLUMNS)


def rows(data: str) -> list[Row]:
    found = list(tbx.read(data.encode(), HERE))
    assert not [one for one in found if isinstance(one, GlossaryError)]
    return [one for one in found if isinstance(one, Row)]


def cells(row: Row) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in Row.__slots__ if name not in ("path", "line"))


def test_every_bundled_entry_comes_back_from_both_formats(tmp_path: Path) -> None:
    files = sorted(bundled("glossaries").glob("*.csv"))
    before = sorted(cells(row) for path in files for row in csv.rows_of(path))
    for name in ("all.tbx", "all.csv"):
        assert write_out(files, tmp_path / name) == len(before)
        found = (
            tbx.read((tmp_path / name).read_bytes(), HERE)
            if name.endswith("tbx")
            else csv.scan(tmp_path / name)
        )
        assert sorted(cells(row) for row in found if isinstance(row, Row)) == before


def test_of_an_export_that_was_mended_only_the_changes_come_back(tmp_path: Path) -> None:
    files = sorted(bundled("glossaries").glob("*.csv"))
    number = write_out(files, tmp_path / "all.csv")
    again = bring_in(tmp_path / "all.csv", tmp_path / "own" / "all.csv", files)
    assert again == (0, number, ())
    assert not (tmp_path / "own").exists()
    with (tmp_path / "all.csv").open("a", encoding="utf-8") as file:
        file.write("meja redaksi,news desk,office,prefer,,,,,house\n")
    assert bring_in(tmp_path / "all.csv", tmp_path / "own" / "all.csv", files)[:2] == (1, number)


def test_translation_tools_read_what_is_written() -> None:
    row = row_of(
        HERE, 2, ("KTT", "summit", "event", "require", "rapat puncak;ok:meeting", "", "", "", "house")
    )
    (unit,) = tbxfile.parsestring(document([row]).encode()).units
    assert unit.source == "KTT"


def test_an_entry_of_another_tool_is_taken_with_what_it_says() -> None:
    (row,) = rows(
        """<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
        <martif type="TBX-Basic"><text><body><termEntry id="1">
        <descripGrp><descrip type="subjectField">banking</descrip></descripGrp>
        <langSet xml:lang="en-US"><ntig><termGrp><term>interest rate</term>
        <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig></langSet>
        <langSet xml:lang="id"><tig><term>suku  bunga</term></tig><tig><term>bunga</term></tig></langSet>
        </termEntry></body></text></martif>"""
    )
    assert (row.indonesian, row.english, row.indonesian_aliases) == (
        "suku bunga",
        "interest rate",
        ("bunga",),
    )
    assert (row.kind, str(row.policy), row.note) == ("concept", "require", "subject: banking")


def test_the_later_form_of_tbx_is_read_too() -> None:
    (row,) = rows(
        """<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic"><text><body><conceptEntry id="1">
        <langSec xml:lang="id"><termSec><term>batik</term></termSec></langSec>
        <langSec xml:lang="en"><termSec><term>batik</term></termSec></langSec>
        </conceptEntry></body></text></tbx>"""
    )
    assert (row.indonesian, row.english, str(row.policy)) == ("batik", "batik", "prefer")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (
            '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><martif>&a;</martif>',
            "declares XML entities",
        ),
        ("<martif><text>", "no well-formed XML"),
        ("<martif/>", "has no term entries"),
        (
            '<martif><termEntry><langSet xml:lang="id"><tig><term>a</term></tig></langSet></termEntry></martif>',
            "own.csv:1: the entry has no term in 'en'",
        ),
    ],
)
def test_what_is_wrong_with_a_tbx_is_told(data: str, problem: str) -> None:
    (found,) = tbx.read(data.encode(), HERE)
    assert isinstance(found, GlossaryError)
    assert problem in str(found)


@given(st.sampled_from(["=", "+", "-", "@"]), st.sampled_from(["1+2", "cmd|' /C calc'!A0", "an"]))
def test_no_cell_is_a_formula_to_a_spreadsheet_and_none_is_changed(sign: str, rest: str) -> None:
    row = row_of(HERE, 2, (f"{sign}{rest}", f"{sign}x", "law", "keep", "", "", "", f"{sign}{rest}", ""))
    written = csv.write([row])
    assert all(cell[:1] not in "=+-@" for cell in written.splitlines()[1].split(",") if cell)
    again = row_of(HERE, 2, next(iter(list(_table(written))[1:])))
    assert cells(again) == cells(row)


def _table(text: str) -> list[list[str]]:
    import csv as plain  # noqa: PLC0415 - the module under test has its name

    return list(plain.reader(text.splitlines()))


def test_the_good_lines_are_taken_and_the_bad_ones_named(tmp_path: Path) -> None:
    source = tmp_path / "wires.csv"
    source.write_text(
        f"{HEADER}\nb,y,law,keep,,,,,\na,,law,keep,,,,,\na,x,law,keep,,,,,\na,x,law,keep,,,,,\n"
    )
    outcome = bring_in(source, tmp_path / "own" / "wires.csv")
    assert (outcome.taken, [one.line for one in outcome.problems]) == (2, [3])
    assert [row.indonesian for row in csv.rows_of(tmp_path / "own" / "wires.csv")] == ["a", "b"]


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"terms\.xlsx: a term base is \.csv or \.tbx"):
        bring_in(tmp_path / "terms.xlsx", tmp_path / "x.csv")
