from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from docx import Document
from storing import NOW, translated

from pipeline.adapters.formats import tmx
from pipeline.adapters.storage.store import Store, open_store
from pipeline.cli import dwibahasa
from pipeline.config import load_settings
from pipeline.model import SegmentState
from pipeline.model.work import Action, Save

ARTICLE = "Jembatan Baru Dibuka\n\nJembatan itu dibuka pada Senin (20/3/2023). Warga senang.\n"


class Newsroom:
    """A folder of editions and a store, with the command line on both."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.editions = folder, folder / "editions"
        self.environment = {
            "DWIBAHASA_EDITIONS": str(self.editions),
            "DWIBAHASA_STORE": f"sqlite:///{folder / 'store.db'}",
            "COLUMNS": "200",
        }

    def run(self, *arguments: object) -> Result:
        return CliRunner().invoke(dwibahasa, [str(one) for one in arguments], env=self.environment)

    def store(self) -> Store:
        return open_store(load_settings(environment=self.environment))

    def translate(self) -> str:
        (self.folder / "jembatan.txt").write_text(ARTICLE, encoding="utf-8")
        done = self.run("translate", self.folder / "jembatan.txt", "--engine", "echo", "--format", "json,md")
        assert done.exit_code == 0, done.output
        return next(self.editions.glob("*.json")).stem

    def export(self, key: str, formats: str) -> Path:
        done = self.run("export", key, "--format", formats, "--out", self.folder / "out")
        assert done.exit_code == 0, done.output
        return Path(done.stdout.splitlines()[-1])

    def record(self, key: str) -> Any:
        return json.loads((self.editions / f"{key}.json").read_text(encoding="utf-8"))


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path)


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert f"<target>{old}" in text
    path.write_text(text.replace(f"<target>{old}", f"<target>{new}"), encoding="utf-8")


def test_an_edition_file_becomes_every_format_without_a_database(newsroom: Newsroom) -> None:
    key = newsroom.translate()
    formats = "html,md,json,docx,xliff,xliff12,tmx,ninjs"
    newsroom.export(str(newsroom.editions / f"{key}.json"), formats)
    suffixes = {path.name.removeprefix(key) for path in (newsroom.folder / "out").iterdir()}
    assert suffixes == {".html", ".md", ".json", ".docx", ".xlf", ".xliff12.xlf", ".tmx", ".ninjs.json"}
    assert not (newsroom.folder / "store.db").exists()
    assert (newsroom.folder / "out" / f"{key}.json").read_bytes() == (
        newsroom.editions / f"{key}.json"
    ).read_bytes()


def test_a_translators_xliff_comes_back_into_the_edition_and_its_other_files(newsroom: Newsroom) -> None:
    key = newsroom.translate()
    file = newsroom.export(key, "xliff")
    _replace(file, "Warga senang.", "Residents are happy.")
    done = newsroom.run("import", file)
    assert done.exit_code == 0, done.output
    assert f"1 sentence of {key} taken" in done.stdout
    segment = newsroom.record(key)["blocks"][-1]["segments"][-1]
    assert (segment["target"], segment["status"]) == ("Residents are happy.", "translated")
    assert segment["machine"] == "Warga senang."
    assert "Residents are happy." in (newsroom.editions / f"{key}.md").read_text(encoding="utf-8")


def test_an_editors_word_file_comes_back_checked(newsroom: Newsroom) -> None:
    key = newsroom.translate()
    file = newsroom.export(key, "docx")
    document = Document(BytesIO(file.read_bytes()))
    cell = document.tables[0].rows[2].cells[1].paragraphs[0]
    cell.clear().add_run("The bridge was opened on Tuesday (June 4, 2021).")
    document.save(str(file))
    assert newsroom.run("import", file).exit_code == 0
    segment = newsroom.record(key)["blocks"][-1]["segments"][0]
    assert segment["target"].startswith("The bridge")
    assert "dates" in {flag["check"] for flag in segment["flags"]}


def test_a_conflict_is_shown_and_nothing_is_overwritten(newsroom: Newsroom) -> None:
    key = newsroom.translate()
    mine = newsroom.export(key, "xliff")
    theirs = newsroom.export(key, "tmx")
    _replace(mine, "Warga senang.", "Residents are happy.")
    assert newsroom.run("import", mine).exit_code == 0
    text = theirs.read_text(encoding="utf-8")
    theirs.write_text(
        text.replace('"en"><seg>Warga senang.', '"en"><seg>Bad \u202e[bold] \u009b2J'), encoding="utf-8"
    )
    done = newsroom.run("import", theirs)
    assert done.exit_code == 1
    assert "changed here too" in " ".join(done.stdout.split())
    assert "\\u202e[bold] \\u009b2J" in done.stdout
    assert newsroom.record(key)["blocks"][-1]["segments"][-1]["target"] == "Residents are happy."


def test_an_export_never_writes_over_an_editors_words(newsroom: Newsroom) -> None:
    key = newsroom.translate()
    file = newsroom.export(key, "xliff")
    newsroom.export(key, "xliff")
    file.write_text("edited", encoding="utf-8")
    done = newsroom.run("export", key, "--format", "xliff", "--out", newsroom.folder / "out")
    assert done.exit_code == 1
    assert "--force" in done.stderr
    assert file.read_text(encoding="utf-8") == "edited"


def test_a_new_translation_puts_peoples_words_aside(newsroom: Newsroom) -> None:
    key = newsroom.translate()
    file = newsroom.export(key, "xliff")
    _replace(file, "Warga senang.", "Residents are happy.")
    newsroom.run("import", file)
    newsroom.environment["DWIBAHASA_STYLE_PERCENT"] = "%"
    newsroom.translate()
    aside = json.loads((newsroom.editions / f"{key}.edited-1.json").read_text(encoding="utf-8"))
    assert aside["blocks"][-1]["segments"][-1]["target"] == "Residents are happy."


def test_the_stores_edition_goes_out_and_comes_back_as_saves_of_a_person(newsroom: Newsroom) -> None:
    store = newsroom.store()
    key = translated(store, "Naik 5 persen.", "Turun 6 persen.")
    file = newsroom.export(key, "xliff")
    _replace(file, "EN: Naik", "Up")
    _replace(file, "EN: Turun", "Down")
    (_, second) = store.articles.segments(key)
    change = Save(second.key, second.version, "Fell 6 percent.", SegmentState.TRANSLATED, Action.EDIT)
    store.work.save(key, change, actor="rani", at=NOW)
    done = newsroom.run("import", file, "--by", "sari")
    assert done.exit_code == 1
    assert "Down 6 persen." in done.stdout
    first, second = store.articles.segments(key)
    assert (first.target, first.author, first.state) == ("Up 5 persen.", "sari", SegmentState.TRANSLATED)
    assert (second.target, second.author) == ("Fell 6 percent.", "rani")
    newest = store.articles.history(key, first.key)[0]
    assert (newest.action, newest.note) == ("import", f"imported from {file.name}")
    store.close()


def test_a_memory_comes_in_once_and_goes_out_whole(newsroom: Newsroom) -> None:
    memory = newsroom.folder / "memory-of-others.tmx"
    memory.write_text(
        '<tmx version="1.4"><header srclang="id"/><body><tu changedate="20240131T020000Z">'
        '<prop type="domain">politik</prop><tuv xml:lang="id"><seg>Satu</seg></tuv>'
        '<tuv xml:lang="en"><seg>One</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    assert "1 new entries" in newsroom.run("import", memory).stdout
    assert "0 new entries" in newsroom.run("import", memory).stdout
    done = newsroom.run("export", "--memory", "--out", newsroom.folder / "out")
    written = Path(done.stdout.strip())
    (unit,) = tmx.units(written.read_bytes())
    assert (unit.source, unit.target, unit.properties) == ("Satu", "One", (("domain", "politik"),))
    assert unit.at is not None
    assert unit.at.year == 2024
    assert "0 new entries" in newsroom.run("import", written).stdout


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("export", "nosuch", "--format", "md"), "no edition of this key"),
        (("export", "nosuch.json", "--format", "md"), "can't be read"),
        (("export", "broken.json", "--format", "md"), "no edition of ours"),
        (("export", "path.json", "--format", "md"), "can't be a key"),
        (("import", "nosuch.xlf"), "can't be read"),
        (("import", "broken.json"), "no well-formed XML"),
        (("import", "foreign.xlf"), "--into"),
        (("import", "foreign.xlf", "--into", "nosuch"), "there is no edition"),
    ],
)
def test_what_cant_be_done_says_why(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], reason: str
) -> None:
    (newsroom.folder / "broken.json").write_text("{}", encoding="utf-8")
    made = newsroom.folder / "path.json"
    made.write_text(json.dumps({**newsroom.record(newsroom.translate()), "key": "../../x"}), encoding="utf-8")
    (newsroom.folder / "foreign.xlf").write_text(
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="id"><file id="f"><unit id="u">'
        "<segment><source>Satu</source></segment></unit></file></xliff>",
        encoding="utf-8",
    )
    monkeypatch.chdir(newsroom.folder)
    done = newsroom.run(*arguments)
    assert done.exit_code == 1
    assert reason in done.stderr


def test_an_unknown_format_is_a_slip_of_the_pen(newsroom: Newsroom) -> None:
    key = newsroom.translate()
    done = newsroom.run("export", key, "--format", "pdf")
    assert done.exit_code != 0
    assert "pdf" in str(done.exception)
