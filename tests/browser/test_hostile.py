"""In a real browser what strangers write runs nothing, loads nothing, and asks nobody."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from editions import HOSTILE
from newsroom import Newsroom, house, take_in
from playwright.sync_api import ConsoleMessage, Dialog, Page, Request

from pipeline.adapters.formats import html
from pipeline.bootstrap import opened_store

TEXTS = [text for text in HOSTILE if text.isascii() or "\u202e" in text]
"""What may stand in an article's file: the rest is no text, and its reader says so."""
STORY = "\n\n".join(f"Berita {number} {text.strip()}." for number, text in enumerate(TEXTS))


def watched(page: Page) -> list[str]:
    """Note what a page does that it must not: a dialog, a breach of its policy, a stranger asked."""
    done: list[str] = []

    def answer(dialog: Dialog) -> None:
        done.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def hear(said: ConsoleMessage) -> None:
        if "Content Security Policy" in said.text:
            done.append(said.text)

    def see(asked: Request) -> None:
        if not asked.url.startswith(("http://127.0.0.1", "file:", "data:")):
            done.append(asked.url)

    page.on("dialog", answer)
    page.on("console", hear)
    page.on("request", see)
    return done


def foreign(page: Page) -> list[str]:
    """Return the elements that only a stranger can have put into a page."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('script:not([src]), img[src="x"], svg[onload], [onerror], [onload],'
        + ' a[href^="javascript:"]')].map(one => one.outerHTML.slice(0, 100))"""
    )
    return found


def test_a_hostile_article_is_only_text_on_every_page(
    newsroom: Newsroom, sign_in: Callable[..., Page]
) -> None:
    key = take_in(house(newsroom.folder), STORY, answers={})
    page = sign_in("adi")
    done = watched(page)
    article = f"/articles/{key}"
    for address in (
        "/?state=all",
        article,
        f"{article}/history",
        f"{article}/comments",
        f"{article}/segments/b2s1",
        f"{article}/segments/b2s1/history",
        "/audit",
        f"/login?next={HOSTILE[2]}",
        f"/?text={HOSTILE[0]}",
    ):
        page.goto(f"{newsroom.address}{address}")
        assert foreign(page) == [], address
    page.goto(f"{newsroom.address}{article}")
    assert "<img src=x onerror=alert(1)>" in page.inner_text("body")
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.locator("[data-editor] textarea").fill("".join(HOSTILE[:5]))
    page.keyboard.press("Control+Enter")
    page.wait_for_timeout(300)
    assert foreign(page) == []
    assert done == []


def test_a_hostile_edition_is_only_text_as_a_file(
    newsroom: Newsroom, sign_in: Callable[..., Page], tmp_path: Path
) -> None:
    settings = house(newsroom.folder)
    key = take_in(settings, STORY, answers={})
    with opened_store(settings) as store:
        edition = store.articles.edition(key)
    assert edition is not None
    file = tmp_path / "edition.html"
    file.write_text(html.write(edition), encoding="utf-8")
    page = sign_in("sari")
    done = watched(page)
    page.goto(file.as_uri())
    assert foreign(page) == []
    assert "alert(1)" in page.inner_text("body")
    assert done == []
