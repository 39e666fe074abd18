from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from builders import ID_EN

from pipeline import bootstrap
from pipeline.adapters.compiled import compiled
from pipeline.config import load_settings
from pipeline.model import Term
from pipeline.text.matching import TermBase

HEADER = "indonesian,english,kind,policy,aliases,short,context,note,origin\n"


class Maker:
    """Builds a base of one term, and counts how often it was asked to."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> TermBase:
        self.times += 1
        return TermBase([Term("KTT", "summit", "event")], "id")


@pytest.fixture
def entries(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text(HEADER)
    return path


def test_a_base_is_compiled_once_and_finds_the_same(entries: Path, tmp_path: Path) -> None:
    maker = Maker()
    first, second = (compiled(tmp_path / "terms", [entries], "as usual", maker) for _ in range(2))
    assert maker.times == 1
    assert second.find("Di KTT itu") == first.find("Di KTT itu") != ()
    assert second.digest == first.digest


def test_what_changes_is_compiled_anew(entries: Path, tmp_path: Path) -> None:
    maker = Maker()
    compiled(tmp_path / "terms", [entries], "as usual", maker)
    compiled(tmp_path / "terms", [entries], "otherwise", maker)
    entries.write_text(HEADER + "KTT,summit,event,require,,,,,house\n")
    compiled(tmp_path / "terms", [entries], "as usual", maker)
    assert maker.times == 3


@pytest.mark.parametrize("broken", [b"", b"no pickle", b"\x80\x04K\x01."])
def test_what_is_no_base_is_compiled_anew(entries: Path, tmp_path: Path, broken: bytes) -> None:
    maker = Maker()
    compiled(tmp_path / "terms", [entries], "", maker)
    (path,) = (tmp_path / "terms").iterdir()
    path.write_bytes(broken)
    assert compiled(tmp_path / "terms", [entries], "", maker).find("KTT")
    assert maker.times == 2


def test_a_folder_that_cannot_be_written_is_not_missed(entries: Path, tmp_path: Path) -> None:
    (tmp_path / "terms").write_text("a file")
    assert compiled(tmp_path / "terms", [entries], "", Maker()).find("KTT")


def test_what_nobody_opened_for_long_is_taken_away(entries: Path, tmp_path: Path) -> None:
    compiled(tmp_path / "terms", [entries], "old", Maker())
    (old,) = (tmp_path / "terms").iterdir()
    long_ago = time.time() - 40 * 24 * 3600
    os.utime(old, (long_ago, long_ago))
    compiled(tmp_path / "terms", [entries], "new", Maker())
    assert old not in set((tmp_path / "terms").iterdir())


def test_an_own_entry_counts_at_once(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    settings = load_settings(
        {"paths": {"models": str(tmp_path / "models"), "glossaries": str(own)}}, environment={}
    )
    assert not bootstrap.build_terms(settings, ID_EN).find("Si Fulan")
    (own / "house.csv").write_text(HEADER + "Si Fulan,John Doe,people,require,,,,,house\n")
    assert bootstrap.build_terms(settings, ID_EN).find("Si Fulan")
