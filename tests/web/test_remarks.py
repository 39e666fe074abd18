"""What the checks say is Indonesian for an Indonesian reader, and no check has to think of it."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import pytest
from builders import unit
from newsroom import Open

from pipeline import registry
from pipeline.adapters.engines.echo import POISON, EchoEngine
from pipeline.adapters.models.faults import failed, unfit
from pipeline.checks import fault as fault_check
from pipeline.checks import leftovers, quotes, relay, spaces
from pipeline.model import BlockKind, Translation
from pipeline.stages.check import check
from pipeline.web.languages import catalogue, entries
from pipeline.web.remarks import ROOM, remark, sentences_in, title
from pipeline.web.words import NAMES, PUT_IN

CHECKS = registry.names("pipeline.checks")
PLACE = re.compile(r"\{(\d+)\}")


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_speaks_indonesian(name: str) -> None:
    said = [
        str(one.id)
        for one in entries("id")
        if f"{ROOM}/{name}.py" in dict(one.locations) and str(one.id) != title("en", name)
    ]
    assert said
    for sentence in said:
        values = [f"nilai {number}, (x) “y” " for number in range(len(PLACE.findall(sentence)))]
        expected = catalogue("id").gettext(sentence).format(*values)
        assert remark("id", name, sentence.format(*values)) == expected != sentence
        assert remark("en", name, sentence.format(*values)) == sentence.format(*values)
    assert title("id", name) != title("en", name) != ""
    assert name in NAMES


@pytest.mark.parametrize(
    ("module", "pairs", "words"),
    [
        (spaces, [("Ia  datang.", "He  came.")], "spasi ganda"),
        (quotes, [("“Siap,” kata dia, “dan sabar.”", "“Ready,” he said and was patient.")], "2 kutipan"),
        (leftovers, [("Ia datang.", "He <b>came<b>.")], "(Di 2 tempat di sini.)"),
        (
            relay,
            [("Berita NOS", "Berita NOS"), ("Cina dan China", "China")],
            "mengreditkan “Berita NOS”; menulis",
        ),
    ],
)
def test_what_a_check_puts_in_of_its_own_is_translated_and_what_it_quotes_is_not(
    module: ModuleType, pairs: Sequence[tuple[str, str]], words: str
) -> None:
    kinds = [BlockKind.SOURCE if source.startswith("Berita") else BlockKind.PARAGRAPH for source, _ in pairs]
    units = [unit(*pair, kind) for pair, kind in zip(pairs, kinds, strict=True)]
    flags = [flag for one in check(units, [module]) for flag in one.flags]
    assert words in " ".join(remark("id", flag.check, flag.message) for flag in flags)


def test_the_words_that_checks_put_in_are_known() -> None:
    assert set(spaces._WRONG) <= set(PUT_IN)
    assert all(catalogue("id").gettext(word) != word for word in PUT_IN)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (unfit("", 0, 512), "(tidak ada yang diterjemahkan)"),
        (unfit("x", 1200, 512), "(1200 token, model menerima 512)"),
        (failed("x", ValueError("bad token 7")), "(mesin tidak dapat menerjemahkannya: “bad token 7”)"),
        (EchoEngine().translate([POISON])[0], "(teksnya meminta mesin uji gagal)"),
    ],
)
def test_what_an_engine_fell_over_is_told_in_the_readers_language(fault: Translation, words: str) -> None:
    (flag,) = check([unit("Satu.", "Satu.", fault=fault.fault)], [fault_check])[0].flags
    said = remark("id", "fault", flag.message)
    assert words in said
    assert remark("en", "fault", flag.message) == flag.message != said


def test_every_fault_of_an_engine_is_worded_in_one_place() -> None:
    """Any other string would reach an Indonesian reader in English."""
    folder = Path(str(files("pipeline"))) / "adapters" / "engines"
    for file in folder.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "fault":
                assert isinstance(node.value, ast.Constant), file.name
                assert node.value.value in PUT_IN


def test_a_quoted_word_stays_even_where_the_desk_has_a_word_for_it() -> None:
    said = "“date” became “time”: another name."
    assert remark("id", "names", said) == "“date” menjadi “time”: nama lain."


def test_a_message_of_nobody_stays_as_it_is() -> None:
    assert remark("id", "numbers", "Something of an older version.") == "Something of an older version."
    assert remark("id", "gone", "“300” is not in the source.") == "“300” is not in the source."
    assert title("id", "gone") == ""


def test_a_message_that_could_not_be_translated_is_refused() -> None:
    with pytest.raises(ValueError, match="line 1"):
        list(sentences_in('yield Finding("a" + what)'))


def test_the_desk_shows_flags_in_the_readers_language(desk: Open) -> None:
    sari = desk.client("sari")
    path = f"/articles/{desk.key}"
    assert "is what the source has: read the sentence" in sari.get(path).text
    sari.form("/settings", language="id")
    page = sari.get(path).text
    assert "baca kalimatnya" in page
    assert "read the sentence" not in page
    segment = desk.segment("300 kapal")
    typed = sari.form(f"{path}/segments/{segment.key}/check", text="As many as 3,000 ships will call.").text
    assert "nilainya tidak sama" in typed
    flag = segment.flags[0]
    sari.form(f"{path}/segments/{segment.key}/flags/{flag.key}", verdict="upheld")
    assert "baca kalimatnya" in sari.get(f"{path}/history").text
