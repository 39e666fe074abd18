from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from visiting import NOW, Visitor, texts, visitor

from pipeline.errors import ConfigError
from pipeline.model import PubStatus

ARTICLE = "Jembatan Dibuka\n\nJembatan sepanjang 1,2 kilometer itu dibuka pada Senin (20/3/2023)."


def put(path: Path, text: str | bytes = ARTICLE, *, age: float = 60) -> Path:
    """Write a file that has lain there for `age` seconds."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    moment = NOW.timestamp() - age
    os.utime(path, (moment, moment))
    return path


def watched(path: Path) -> Visitor:
    return visitor("folder", path=path)


def test_files_come_oldest_first_and_only_once(tmp_path: Path) -> None:
    put(tmp_path / "b.txt", age=100)
    put(tmp_path / "sub" / "a.md", "# Judul\n\nIsi.", age=50)
    folder = watched(tmp_path)
    assert [item.meta.guid for item in folder.visit()] == ["b.txt", "sub/a.md"]
    assert folder.visit() == []
    assert folder.state.is_due(NOW - timedelta(hours=3))


def test_a_changed_file_comes_again_under_its_name(tmp_path: Path) -> None:
    put(tmp_path / "a.txt")
    folder = watched(tmp_path)
    folder.visit()
    put(tmp_path / "a.txt", ARTICLE.replace("1,2", "1,4"), age=10)
    (item,) = folder.visit()
    assert item.meta.guid == "a.txt"
    assert "1,4 kilometer" in texts(item)[1]


def test_a_file_that_is_being_written_is_read_when_it_is_whole(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", "Jemba", age=0.5)
    put(tmp_path / "b.txt.part", "Jemba")
    folder = watched(tmp_path)
    assert folder.visit() == []
    put(tmp_path / "a.txt", age=0.1)
    (item,) = folder.visit()  # a quarter of an hour later
    assert texts(item)[0] == "Jembatan Dibuka"


def test_a_file_from_the_future_is_read_all_the_same(tmp_path: Path) -> None:
    """The clock was set back, or the machine that wrote it is ahead."""
    put(tmp_path / "a.txt", age=-86_400)
    assert len(watched(tmp_path).visit()) == 1


def test_what_is_wrong_with_a_file_is_told_for_that_one(tmp_path: Path) -> None:
    put(tmp_path / "a.txt")
    put(tmp_path / "b.txt", "")
    put(tmp_path / "c.txt", b"\x00\x01\x02")
    put(tmp_path / "d.png", b"\x89PNG")
    put(tmp_path / ".hidden.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    folder = watched(tmp_path)
    problems = {item.meta.guid: item.problem for item in folder.visit()}
    assert problems["a.txt"] == ""
    assert "empty" in problems["b.txt"]
    assert "not text" in problems["c.txt"]
    assert "nothing reads .png" in problems["d.png"]
    assert len(problems) == 4
    assert folder.visit() == []


def test_a_file_that_cannot_be_opened_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "a.txt")
    folder = watched(tmp_path)
    opened = Path.open

    def refused(self: Path, *arguments: object) -> object:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(self, *arguments)  # type: ignore[call-overload]

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refused)
        (item,) = folder.visit()
        assert "Permission denied" in item.problem
    (item,) = folder.visit()
    assert item.problem == ""


def test_a_folder_that_is_away_is_told_and_found_when_it_is_back(tmp_path: Path) -> None:
    folder = watched(tmp_path / "wire")
    assert folder.visit() == []
    assert "No such file" in folder.state.problem
    assert folder.state.failures == 1
    assert folder.state.is_due(folder.now)
    put(tmp_path / "wire" / "a.txt")
    assert len(folder.visit()) == 1
    assert folder.state.problem == ""


def test_a_name_that_no_encoding_knows_is_a_name_all_the_same(tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/berita-\xff\n.txt"
    Path(os.fsdecode(odd)).write_text(ARTICLE, encoding="utf-8")
    (item,) = watched(tmp_path).visit()
    assert item.meta.guid.startswith("berita- .txt#")
    assert item.manuscript


def test_a_file_larger_than_the_limit_is_refused_and_never_cut(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", "kata " * 300_000)
    (item,) = visitor("folder", path=tmp_path, intake={"max_megabytes": 1}).visit()
    assert "larger than 1 MB" in item.problem
    assert item.raw == b""


def wire(*items: str) -> str:
    return (
        '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>'
        f"{''.join(items)}</itemSet></newsMessage>"
    )


def wire_item(number: int, language: str = "id", status: str = "usable", text: str = ARTICLE) -> str:
    return (
        f'<newsItem guid="urn:kabar:{number}" version="1"><itemMeta><pubStatus qcode="stat:{status}"/>'
        f'</itemMeta><contentMeta><language tag="{language}"/></contentMeta>'
        f"<contentSet><inlineData>{text}</inlineData></contentSet></newsItem>"
    )


def test_a_message_of_a_wire_gives_its_items_under_their_own_names(tmp_path: Path) -> None:
    put(tmp_path / "a.xml", wire(wire_item(1), wire_item(2, "en"), wire_item(3, "nl"), wire_item(4, text="")))
    folder = watched(tmp_path)
    items = {item.meta.guid: item for item in folder.visit()}
    assert [str(items[f"urn:kabar:{number}"].direction) for number in (1, 2)] == ["id-en", "en-id"]
    assert "it is in 'nl'" in items["urn:kabar:3"].problem
    assert "no text" in items["urn:kabar:4"].problem
    assert folder.visit() == []


def test_a_message_that_was_half_kept_comes_again_whole(tmp_path: Path) -> None:
    put(tmp_path / "a.xml", wire(wire_item(1), wire_item(2)))
    folder = watched(tmp_path)
    assert len(folder.visit(killed_after=1)) == 1
    assert [item.meta.guid for item in folder.visit()] == ["urn:kabar:1", "urn:kabar:2"]


def test_a_wire_withdraws_what_it_sent(tmp_path: Path) -> None:
    put(tmp_path / "a.xml", wire(wire_item(1)))
    folder = watched(tmp_path)
    folder.visit()
    put(tmp_path / "b.xml", wire(wire_item(1, status="canceled", text="")))
    (item,) = folder.visit()
    assert (item.meta.guid, item.meta.status) == ("urn:kabar:1", PubStatus.CANCELED)


def test_a_folder_needs_a_path() -> None:
    with pytest.raises(ConfigError, match="a folder needs path"):
        visitor("folder")


def test_only_a_file_that_was_taken_away_is_gone(tmp_path: Path) -> None:
    put(tmp_path / "a.png")
    folder = watched(tmp_path).source
    assert [folder.is_gone(name) for name in ("a.png", "b.png", "b .png#0123456789abcdef")] == [
        False,
        True,
        False,
    ]
    assert not watched(tmp_path / "unmounted").source.is_gone("b.png")
