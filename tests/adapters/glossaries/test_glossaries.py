from __future__ import annotations

from pathlib import Path

import pytest
from builders import EN_ID, ID_EN

from pipeline.adapters.glossaries import cldr, csv
from pipeline.adapters.lint import lint
from pipeline.config import bundled, load_settings
from pipeline.errors import GlossaryError
from pipeline.model import Policy

HEADER = ",".join(csv.COLUMNS)
TERMS = load_settings(environment={}).terms


def write(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "own.csv"
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return path


def test_an_entry_serves_both_directions(tmp_path: Path) -> None:
    path = write(tmp_path, "KTT,summit,event,require,konferensi tingkat tinggi;en:Summit,,,,house")
    (forward,) = csv.load(path, ID_EN)
    (backward,) = csv.load(path, EN_ID)
    assert (forward.source, forward.aliases, forward.accepts) == (
        "KTT",
        ("konferensi tingkat tinggi",),
        ("Summit",),
    )
    assert (backward.source, backward.target, backward.aliases) == ("summit", "KTT", ("Summit",))


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("KTT,summit,event,always,,,,,", "own.csv:2: no policy 'always'; there are require, prefer"),
        ("KTT,summit,thing,require,,,,,", "own.csv:2: no kind 'thing'"),
        ("KTT,,event,require,,,,,", "own.csv:2: both forms are needed"),
        ("KTT ,summit,event,require,,,,,", "own.csv:2: stray white space in indonesian"),
        ("KTT,summit,event", "own.csv:2: 3 cells instead of 9"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, row: str, problem: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        csv.load(write(tmp_path, row), ID_EN)
    assert problem in str(caught.value)


def test_lint_finds_an_entry_that_can_never_act(tmp_path: Path) -> None:
    path = write(tmp_path, "KTT,summit,event,require,,,,,", "rapat,meeting,event,prefer,KTT,,,,")
    assert [str(problem) for problem in lint([path])] == [f"{path}:3: 'KTT' stands in own.csv:2 already"]


def test_the_bundled_term_bases_are_clean_and_large_enough() -> None:
    files = sorted(bundled("glossaries").glob("*.csv"))
    assert lint(files) == []
    assert sum(len(csv.load(file, ID_EN)) for file in files) >= 1_800


@pytest.mark.parametrize(("source", "target"), [("Jerman", "Germany"), ("bahasa Jepang", "Japanese")])
def test_exonyms_come_from_cldr(source: str, target: str) -> None:
    assert {term.source: term.target for term in cldr.load(ID_EN, TERMS)}[source] == target


def test_china_has_one_name_a_direction() -> None:
    (forward,) = [term for term in cldr.load(ID_EN, TERMS) if "Cina" in term.aliases]
    (backward,) = [term for term in cldr.load(EN_ID, TERMS) if term.source == "China"]
    assert (forward.target, backward.target) == ("China", "Tiongkok")
    assert forward.policy is Policy.REQUIRE


def test_a_rendering_that_is_only_allowed_is_not_translated_back(tmp_path: Path) -> None:
    path = write(tmp_path, "DPRD,Regional Council,institution,require,ok:council,,,,house")
    (forward,) = csv.load(path, ID_EN)
    (backward,) = csv.load(path, EN_ID)
    assert (forward.accepts, backward.source, backward.aliases) == (("council",), "Regional Council", ())


def test_a_form_of_the_house_may_itself_be_too_general_to_be_translated_back(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "buron,fugitive,law,prefer,en:outlaw;ok:fugitive,,,,house",
        "semata wayang,only,concept,prefer,ok:only,,,,house",
    )
    assert [term.target for term in csv.load(path, ID_EN)] == ["fugitive", "only"]
    assert [(term.source, term.aliases) for term in csv.load(path, EN_ID)] == [("outlaw", ())]


def test_the_bundled_entries_leave_plain_english_words_alone() -> None:
    terms = [term for path in sorted(bundled("glossaries").glob("*.csv")) for term in csv.load(path, EN_ID)]
    sources = {form for term in terms for form in (term.source, *term.aliases)}
    assert not sources & {
        "only",
        "single",
        "national",
        "minister",
        "service",
        "strike",
        "late",
        "bars",
        "charge",
    }


def test_backward_the_plainest_name_comes_first_and_the_others_are_right_too(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "Pulau Sumatera,Sumatra,place,require,,,,,",
        "Sumatera,Sumatra,place,require,,,,,",
        "Kota Padang,Padang,place,require,en:city of Padang,,,,",
    )
    found = [(term.source, term.target, term.accepts) for term in csv.load(path, EN_ID)]
    assert found == [
        ("Sumatra", "Sumatera", ("Pulau Sumatera",)),
        ("Sumatra", "Pulau Sumatera", ("Sumatera",)),
        ("city of Padang", "Kota Padang", ()),
    ]
