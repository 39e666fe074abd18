from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import bootstrap
from pipeline.config import load_settings
from pipeline.errors import ConfigError


def test_defaults_need_nothing_from_outside() -> None:
    settings = load_settings(environment={})
    assert settings.translate.source == "id"
    assert settings.inbox.name == "inbox"


def test_a_flag_wins_over_the_environment_over_the_file_over_the_defaults(tmp_path: Path) -> None:
    own = tmp_path / "desk.toml"
    own.write_text("[engine]\nbeam = 2\nthreads = 2\nlength_penalty = 0.5\n", encoding="utf-8")
    environment = {"DWIBAHASA_CONFIG": str(own), "DWIBAHASA_ENGINE_BEAM": "3", "DWIBAHASA_THREADS": "3"}
    engine = load_settings({"engine": {"beam": 5, "model": None}}, environment).engine
    assert (engine.beam, engine.threads, engine.length_penalty, engine.hypotheses) == (5, 3, 0.5, 4)


def test_the_fixed_names_of_folders_are_read() -> None:
    environment = {"DWIBAHASA_INBOX": "/a", "DWIBAHASA_EDITIONS": "/b", "DWIBAHASA_MODELS": "/c"}
    settings = load_settings(environment=environment)
    assert [str(path) for path in (settings.inbox, settings.editions, settings.models)] == ["/a", "/b", "/c"]


@pytest.mark.parametrize(
    ("toml", "problem"),
    [
        ("[engin]\nbeam = 2", "no section [engin]"),
        ("[engine]\nbeams = 2", "no option 'beams' in [engine]; there are name, model"),
        ("[engine]\nbeam = 'wide'", "[engine] beam: 'wide' is not a whole number"),
        ("[engine]\nbeam = true", "is not a whole number"),
        ("[engine]\nbeam = -1", "is below zero"),
        ("[style]\nhours = 13", "13 is not one of 12, 24"),
        ("[translate]\nformats = [1]", "is not a list of texts"),
        ("engine = 3", "engine is a section"),
        ("[engine", "is not valid TOML"),
    ],
)
def test_a_wrong_setting_is_named_with_what_is_allowed(tmp_path: Path, toml: str, problem: str) -> None:
    own = tmp_path / "desk.toml"
    own.write_text(toml, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_settings(environment={"DWIBAHASA_CONFIG": str(own)})
    assert problem in str(caught.value)


def test_a_configuration_that_is_not_there_is_named() -> None:
    with pytest.raises(ConfigError, match="nowhere"):
        load_settings(environment={"DWIBAHASA_CONFIG": "/nowhere.toml"})


def test_a_list_comes_from_the_environment_with_commas() -> None:
    settings = load_settings(environment={"DWIBAHASA_TRANSLATE_FORMATS": "html, json"})
    assert settings.translate.formats == ("html", "json")


def test_sources_are_read_and_their_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    own = tmp_path / "desk.toml"
    own.write_text(
        """
        [[sources]]
        name = "kabar"
        kind = "feed"
        url = "https://kabar.example/rss"
        allow = ["10.0.0.5"]
        [[sources]]
        name = "wire"
        kind = "folder"
        path = "wire"
        """,
        encoding="utf-8",
    )
    kabar, wire = load_settings(environment={"DWIBAHASA_CONFIG": str(own)}).sources
    assert (kabar.articles, kabar.timezone, kabar.allow) == ("auto", "Asia/Jakarta", ("10.0.0.5",))
    assert wire.path == str(tmp_path / "wire")
    assert load_settings(environment={}).sources == ()


KABAR = '[[sources]]\nname = "kabar"\nkind = "feed"\n'


@pytest.mark.parametrize(
    ("toml", "problem"),
    [
        ('[sources]\nname = "kabar"', "write [[sources]], in double brackets"),
        ('[[sources]]\nname = "kabar"', "[[sources]] kabar: kind is missing"),
        ('[[sources]]\nkind = "feed"', "[[sources]] number 1: name is missing"),
        (KABAR + 'uri = "x"', "[[sources]] kabar: no option 'uri'; there are name, kind, url"),
        (KABAR + "url = 3", "url: 3 is not a text"),
        (KABAR + 'language = "nl"', "'nl' is not one of"),
        (KABAR + 'articles = "all"', "'all' is not one of auto, page, feed"),
        (KABAR + "interval_minutes = 2000", "at most 1440"),
        (KABAR + 'timezone = "WIB"', "write Asia/Jakarta"),
        (KABAR + 'timezone = "../etc"', "write Asia/Jakarta"),
        (KABAR + KABAR, "two [[sources]] are called 'kabar'"),
        ('[[sources]]\nname = "../kabar"\nkind = "feed"', "a name has small letters"),
    ],
)
def test_a_wrong_source_is_named_with_what_is_allowed(tmp_path: Path, toml: str, problem: str) -> None:
    own = tmp_path / "desk.toml"
    own.write_text(toml, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_settings(environment={"DWIBAHASA_CONFIG": str(own)})
    assert problem in str(caught.value)


def test_the_sources_of_the_readme_can_be_copied(tmp_path: Path) -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    block = readme.partition("## Sources")[2].partition("```toml")[2].partition("```")[0]
    own = tmp_path / "desk.toml"
    own.write_text(block, encoding="utf-8")
    settings = load_settings(environment={"DWIBAHASA_CONFIG": str(own), "DWIBAHASA_INBOX": str(tmp_path)})
    assert [source.name for source in bootstrap.build_sources(settings)] == [
        "inbox",
        "kabar",
        "wire",
        "siaran",
    ]
