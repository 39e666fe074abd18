from __future__ import annotations

import io
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.adapters.files import find, write_together
from pipeline.errors import StorageError


def errors(*paths: Path | str, megabytes: int = 1) -> list[str]:
    readings = [item.read() for item in find([str(path) for path in paths], megabytes)]
    return [str(reading.error) if reading.error else "" for reading in readings]


def test_a_folder_gives_its_files_in_order_and_passes_hidden_ones_over(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", ".hidden.txt", "sub/c.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("<p>Isi.</p>", encoding="utf-8")
    names = [Path(item.origin).name for item in find([str(tmp_path)], 1)]
    assert names == ["a.md", "b.txt", "c.html"]


def test_bad_input_is_told_file_by_file(tmp_path: Path) -> None:
    bad = {
        "empty.txt": (b"", "empty"),
        "blank.txt": (b" \n\n", "empty"),
        "binary.txt": (b"\x00\x01\x02", "not text"),
        "photo.png": (b"\x89PNG", "nothing reads .png"),
        "large.txt": (b"kata " * 300_000, "larger than 1 MB"),
        "menu.html": (b"<html><body><nav>x</nav></body></html>", "no text in it"),
    }
    for name, (data, _) in bad.items():
        (tmp_path / name).write_bytes(data)
    for name, (_, reason) in bad.items():
        (error,) = errors(tmp_path / name)
        assert reason in error, name


def test_a_path_that_is_not_there_is_told() -> None:
    assert "No such file" in errors("/nowhere/a.txt")[0]


def test_an_unreadable_path_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Isi.", encoding="utf-8")
    assert "Not a directory" in errors(tmp_path / "a.txt" / "b.txt")[0]
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert "symbolic links" in errors(tmp_path / "loop.txt")[0]


def test_a_path_that_no_system_takes_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Isi.", encoding="utf-8")
    assert errors(tmp_path / ("x" * 300 + ".txt"), tmp_path / "a.txt")[1] == ""
    assert "too long" in errors(tmp_path / ("x" * 300 + ".txt"))[0]


def test_a_folder_names_broken_links_and_waits_at_no_pipe(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Isi.", encoding="utf-8")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    os.mkfifo(tmp_path / "c.txt")
    assert [error[:40] for error in errors(tmp_path)] == ["", "can't be read: No such file or directory"]


def test_a_folder_that_is_closed_is_named_beside_what_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "open").mkdir()
    (tmp_path / "closed").mkdir()
    (tmp_path / "open" / "a.txt").write_text("Isi.", encoding="utf-8")
    listed = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert errors(tmp_path) == ["", "can't list the folder: Permission denied"]


@pytest.mark.parametrize(
    ("data", "wanted"), [(b"<3 Indonesia", "<3 Indonesia"), (b"\xef\xbb\xbf <p>Isi.</p>", "Isi.")]
)
def test_a_page_without_a_suffix_is_told_from_a_text(tmp_path: Path, data: bytes, wanted: str) -> None:
    (tmp_path / "a").write_bytes(data)
    (item,) = find([str(tmp_path / "a")], 1)
    manuscript = item.read().manuscript
    assert manuscript is not None
    assert [one.text for one in manuscript.paragraphs] == [wanted]


def test_standard_input_is_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"<p>Satu.</p>")))
    (item,) = find(["-"], 1)
    manuscript = item.read().manuscript
    assert manuscript is not None
    assert [one.text for one in manuscript.paragraphs] == ["Satu."]


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_together({path: "satu"})
    write_together({path: "dua \ud800"})
    assert path.read_text(encoding="utf-8") == "dua \\ud800"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_leaves_what_was_there_and_nothing_half_written(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("lama", encoding="utf-8")
    program = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from pipeline.adapters.files import write_together\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "write_together({Path(sys.argv[1]): 'x', Path(sys.argv[1] + '2'): 'x' * 100_000})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=False
    )
    assert "StorageError" in done.stderr
    assert path.read_text(encoding="utf-8") == "lama"
    assert list(tmp_path.iterdir()) == [path]
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 4096


def test_an_interrupted_write_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_together({tmp_path / "a.txt": "x"})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="can't write"):
        write_together({tmp_path / "no" / "a.txt": "x"})
