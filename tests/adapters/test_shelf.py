from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from builders import article, unit

from pipeline.adapters.formats import html, json, md
from pipeline.adapters.shelf import FolderShelf
from pipeline.errors import StorageError
from pipeline.model import Edition, Signature

WRITERS = {"json": json, "md": md, "html": html}
SIGNATURE = Signature("1", "echo", "echo", "", "abc", {"beam": 4}, ("terms",))


def edition(signature: Signature = SIGNATURE) -> Edition:
    return Edition(article(("paragraph", "Satu dua.")), (unit("Satu dua.", "One two."),), signature)


def test_an_edition_is_found_again_by_key_and_signature(tmp_path: Path) -> None:
    shelf = FolderShelf(tmp_path / "editions", WRITERS)
    put = shelf.put(edition())
    assert shelf.find("test", SIGNATURE) == put
    assert sorted(Path(path).suffix for path in put.paths) == [".html", ".json", ".md"]


def test_another_way_of_making_it_makes_it_stale(tmp_path: Path) -> None:
    shelf = FolderShelf(tmp_path, WRITERS)
    shelf.put(edition())
    assert shelf.find("test", replace(SIGNATURE, glossary_digest="def")) is None


@pytest.mark.parametrize("damage", ["{", "[]", '{"signature": {}}'])
def test_a_damaged_or_missing_file_is_made_anew(tmp_path: Path, damage: str) -> None:
    shelf = FolderShelf(tmp_path, WRITERS)
    shelf.put(edition())
    (tmp_path / "test.json").write_text(damage, encoding="utf-8")
    assert shelf.find("test", SIGNATURE) is None
    shelf.put(edition())
    (tmp_path / "test.html").unlink()
    assert shelf.find("test", SIGNATURE) is None


def test_what_a_person_edited_is_put_aside_not_overwritten(tmp_path: Path) -> None:
    shelf = FolderShelf(tmp_path, WRITERS)
    shelf.put(edition())
    edited = tmp_path / "test.md"
    edited.write_text("corrected by a person", encoding="utf-8")
    later = (tmp_path / "test.json").stat().st_mtime + 60
    os.utime(edited, (later, later))
    shelf.put(edition())
    assert (tmp_path / "test.edited-1.md").read_text(encoding="utf-8") == "corrected by a person"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StorageError, match="can't make the folder"):
        FolderShelf(tmp_path / "file" / "editions", WRITERS).put(edition())
