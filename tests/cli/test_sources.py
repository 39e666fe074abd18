from __future__ import annotations

import html
from datetime import UTC, datetime
from pathlib import Path

import pytest
from builders import ID_EN
from click.testing import CliRunner, Result
from serving import Page, Site, site

from pipeline import bootstrap
from pipeline.cli.sources import sources
from pipeline.config import load_settings
from pipeline.model import ItemMeta, NewsItem

TEXT = "<p>" + "Warga kembali ke rumah setelah banjir surut. " * 20 + "</p>"


@pytest.fixture
def configured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DWIBAHASA_CONFIG", str(tmp_path / "desk.toml"))
    monkeypatch.setenv("DWIBAHASA_INBOX", str(tmp_path / "inbox"))
    monkeypatch.setenv("COLUMNS", "200")
    (tmp_path / "inbox").mkdir()
    return tmp_path / "desk.toml"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(sources, arguments)


def configure(path: Path, played: Site, more: str = 'allow = ["127.0.0.1"]') -> None:
    path.write_text(
        f'[[sources]]\nname = "kabar"\nkind = "feed"\nurl = "{played.url}/rss"\n{more}', encoding="utf-8"
    )


def test_sources_are_listed_and_the_inbox_is_one(configured: Path) -> None:
    with site() as played:
        configure(configured, played)
        done = run("list")
        assert done.exit_code == 0
        assert [line.split()[:3] for line in done.stdout.splitlines()[1:]] == [
            ["inbox", "folder", "id"],
            ["kabar", "feed", "id"],
        ]


def test_a_try_shows_what_would_come_in_with_titles_as_they_are(configured: Path) -> None:
    title = html.escape("[red]Banjir[/red] \u202esurut")
    entry = f"<item><title>{title}</title><guid>1</guid><description>{html.escape(TEXT)}</description></item>"
    with site({"/rss": Page(f'<rss version="2.0"><channel>{entry}<item/></channel></rss>')}) as played:
        configure(configured, played, 'allow = ["127.0.0.1"]\narticles = "feed"')
        done = run("test", "kabar")
        assert "[red]Banjir[/red] ·surut" in done.stdout
        assert "translated id-en" in done.stdout
        assert "set aside: there is no text in it" in done.stdout
        assert done.exit_code == 1


def test_a_try_of_a_source_that_fails_says_why(configured: Path) -> None:
    with site() as played:
        configure(configured, played)
        done = run("test", "kabar")
        assert (done.exit_code, done.stdout) == (1, "")
        assert "answers 404: there is nothing at this address" in done.stderr
        configure(configured, played, "")
        assert "127.0.0.1 is not public" in run("test", "kabar").stderr


def test_a_source_that_there_is_not_is_named_with_those_there_are(configured: Path) -> None:
    with site() as played:
        configure(configured, played)
        done = run("test", "kabra")
        assert done.exit_code == 2
        assert "no source 'kabra'; there are inbox, kabar" in done.stderr


def test_what_cannot_be_read_is_taken_off_the_list(configured: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DWIBAHASA_STORE", f"sqlite:///{configured.parent / 'store.db'}")
    configured.write_text("", encoding="utf-8")
    with bootstrap.opened_store(load_settings()) as store:
        for name in ("a", "b", "c"):
            broken = NewsItem("inbox", ItemMeta(name), ID_EN, name, problem="nothing reads it")
            store.inflow.receive(broken, "", at=datetime.now(UTC))
    assert "1 taken off" in run("dismiss", "inbox", "b").stdout
    wrong = run("dismiss", "inbox", "b")
    assert (wrong.exit_code, "there are a, c" in wrong.stderr) == (2, True)
    assert "2 taken off" in run("dismiss", "inbox").stdout
