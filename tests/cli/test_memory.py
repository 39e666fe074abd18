from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from builders import ID_EN
from click.testing import CliRunner

from pipeline.adapters.formats import tmx
from pipeline.adapters.memory_exchange import entry_of
from pipeline.cli import dwibahasa
from pipeline.model import BitextUnit, SegmentState

FOREIGN = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="other" creationtoolversion="1" segtype="sentence" o-tmf="x"
 adminlang="en" srclang="id" datatype="plaintext"/><body>
<tu tuid="t1" changedate="20260301T080000Z" changeid="sari"><note>checked</note><prop type="client">Kanal</prop>
<tuv xml:lang="id"><seg>Harga beras naik 5 persen.</seg></tuv>
<tuv xml:lang="en"><seg>The price of rice rose 5 percent.</seg></tuv></tu>
<tu><tuv xml:lang="id"><seg>Banjir &amp; longsor.</seg></tuv>
<tuv xml:lang="en"><seg>Floods &amp; landslides.</seg></tuv></tu>
<tu><tuv xml:lang="id"><seg>Belum diterjemahkan.</seg></tuv><tuv xml:lang="en"><seg></seg></tuv></tu>
</body></tmx>
"""


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DWIBAHASA_STORE", f"sqlite:///{tmp_path / 'store.db'}")
    Path("foreign.tmx").write_text(FOREIGN, encoding="utf-8")


def call(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(dwibahasa, words, catch_exceptions=False)
    return done.exit_code, done.stdout


def units(path: str) -> Counter[BitextUnit]:
    return Counter(tmx.units(Path(path).read_bytes()))


def test_a_memory_comes_in_once_and_goes_out_as_it_came() -> None:
    assert call("import", "foreign.tmx") == (0, "foreign.tmx: 2 new entries in the translation memory\n")
    assert call("import", "foreign.tmx") == (0, "foreign.tmx: 0 new entries in the translation memory\n")
    assert call("export", "--memory", "--out", "first")[0] == 0
    came = Counter(unit for unit in tmx.units(FOREIGN.encode()) if unit.target)
    assert units("first/memory.tmx") == came
    call("import", "first/memory.tmx")
    call("export", "--memory", "--out", "again")
    assert units("again/memory.tmx") == came


def test_a_look_up_shows_what_is_alike_with_the_numbers_put_in() -> None:
    call("import", "foreign.tmx")
    status, shown = call("memory", "lookup", "Harga beras naik 7,5 persen.")
    assert status == 0
    assert shown.splitlines()[0] == " 99%  The price of rice rose 7.5 percent."
    assert "foreign.tmx, sari, 2026-03-01" in shown
    assert call("memory", "lookup", "Pemilu digelar serentak.")[0] == 1


@pytest.mark.parametrize(("state", "remembered"), [(SegmentState.FINAL, True), (SegmentState.INITIAL, False)])
def test_of_an_edition_of_ours_only_what_people_approved_is_remembered(
    state: SegmentState, remembered: bool
) -> None:
    unit = BitextUnit("b1s1", "Satu", "One", edition="a", state=state, direction=ID_EN)
    assert (entry_of(unit, file="a.tmx", now=datetime.now(UTC)) is not None) is remembered
