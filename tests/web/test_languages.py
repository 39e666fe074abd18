from __future__ import annotations

import ast
import re
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from babel.messages.pofile import read_po
from newsroom import Open

from pipeline.adapters.glossaries.csv import KINDS
from pipeline.model import Policy
from pipeline.web.catalogues import collect, path_of
from pipeline.web.languages import Formats, choose
from pipeline.web.words import NAMES

_PLACES = re.compile(r"%\(\w+\)s|\{\w+\}")


def test_every_word_of_the_desk_is_in_the_indonesian_catalogue_and_none_is_left_over() -> None:
    with path_of("id").open("rb") as file:
        catalogue = read_po(file, locale="id")
    said = {message.id: message.string for message in catalogue if message.id}
    wanted = {message.id for message in collect() if message.id}
    assert wanted - set(said) == set(), "make messages, then translate"
    assert set(said) - wanted == set(), "make messages"
    missing = [key for key, text in said.items() if not all(text if isinstance(text, tuple) else (text,))]
    assert missing == []


def test_a_translation_keeps_the_places_of_its_values() -> None:
    with path_of("id").open("rb") as file:
        catalogue = read_po(file, locale="id")
    for message in catalogue:
        if message.id:
            ids = message.id if isinstance(message.id, tuple) else (message.id,)
            texts = message.string if isinstance(message.string, tuple) else (message.string,)
            for text in map(str, texts):
                assert set(_PLACES.findall(text)) == set(_PLACES.findall(str(ids[-1]))), message.id


def test_the_glossarys_kinds_and_policies_have_names() -> None:
    assert {*KINDS, *Policy} <= set(NAMES)


def test_the_bundled_glossaries_notes_are_indonesian_for_an_indonesian_reader(desk: Open) -> None:
    sari = desk.client("sari")
    address = "/glossary?words=Kementerian+Hukum+dan+HAM"
    assert "until October 2024" in sari.get(address).text
    sari.form("/settings", language="id")
    page = sari.get(address).text
    assert "sampai Oktober 2024" in page
    assert "until October 2024" not in page


def test_every_deed_of_the_audit_log_has_a_name_in_both_languages() -> None:
    """A deed that is no plain string would be missed when the desk's words are collected."""
    said = {message.id for message in collect()}
    folder = Path(str(files("pipeline")))
    deeds = []
    for room in ("review", "web"):
        for file in (folder / room).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if (
                    isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Attribute)
                    and node.func.attr == "log"
                ):
                    deeds += node.args[1:2]
                    named = {one.arg for one in node.keywords} - {"address"}
                    assert named <= set(NAMES), file.name
    assert len(deeds) > 12
    assert all(isinstance(one, ast.Constant) and one.value in said for one in deeds)


def test_the_audit_log_is_read_in_the_readers_language(desk: Open) -> None:
    adi = desk.client("adi")
    adi.form("/users", name="tia", password="kopi susu gula aren", role="reader")  # noqa: S106 - of a test
    adi.form("/settings", language="id")
    page = adi.get("/audit").text
    assert "akun dibuat" in page
    assert "peran: pembaca" in page
    assert "account made" not in page


def test_the_desk_speaks_the_readers_language(desk: Open) -> None:
    client = desk.client("")
    assert "Kata sandi" in client.get("/login", headers={"accept-language": "id-ID,id;q=0.9"}).text
    assert "Password" in client.get("/login", headers={"accept-language": "en-GB"}).text
    sari = desk.client("sari")
    sari.form("/settings", language="id")
    page = sari.get("/", headers={"accept-language": "en"}).text
    assert '<html lang="id"' in page
    assert "Antrean" in page


def test_a_language_that_nobody_speaks_here_falls_back() -> None:
    assert choose(None, "fr-FR,de;q=0.5", "id") == "id"
    assert choose("xx", "in-ID", "en") == "id"


def test_dates_and_numbers_follow_the_language_and_the_newsrooms_clock() -> None:
    moment = datetime(2023, 3, 20, 17, 5, tzinfo=UTC)
    indonesian, english = Formats("id", "Asia/Jakarta"), Formats("en", "Asia/Jakarta")
    assert indonesian.moment(moment, "short") == "21 Mar 2023, 00.05"
    assert english.moment(moment, "short") == "21 Mar 2023, 00:05"
    assert (indonesian.number(1234.5), english.number(1234.5)) == ("1.234,5", "1,234.5")
