"""A tab that is closed, a second person, a session that ends, a server that is killed: no sentence is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from newsroom import Newsroom, free_port
from playwright.sync_api import Page, expect

TYPED = "As many as 300 ships will call there every month"


def start_typing(page: Page, newsroom: Newsroom, text: str, address: str = "") -> None:
    page.goto(f"{address or newsroom.address}/articles/{newsroom.key}")
    row = page.locator("[data-row]", has_text="300 kapal")
    row.focus()
    page.keyboard.press("e")
    expect(row.locator("textarea")).to_be_focused()
    row.locator("textarea").fill(text)


def test_two_people_edit_the_same_sentence(newsroom: Newsroom, sign_in: Callable[..., Page]) -> None:
    sari, budi = sign_in("sari"), sign_in("budi")
    start_typing(sari, newsroom, "Sari wrote this.")
    start_typing(budi, newsroom, "Budi wrote that.")
    sari.keyboard.press("Control+Enter")
    expect(sari.locator("[data-row]", has_text="Sari wrote this.")).to_be_visible()
    budi.keyboard.press("Control+Enter")
    conflict = budi.locator("[data-editor]")
    expect(conflict).to_contain_text("sari was faster.")
    expect(conflict.locator("[data-theirs]")).to_have_text("Sari wrote this.")
    expect(conflict.locator("textarea")).to_have_value("Budi wrote that.")
    conflict.get_by_role("button", name="Save mine").click()
    expect(budi.locator("[data-row] .target", has_text="Budi wrote that.")).to_be_visible()


def test_a_tab_that_is_closed_in_mid_sentence_loses_nothing(
    newsroom: Newsroom, sign_in: Callable[..., Page]
) -> None:
    page = sign_in("sari")
    start_typing(page, newsroom, TYPED)
    context = page.context
    page.close(run_before_unload=False)
    page = context.new_page()
    page.goto(f"{newsroom.address}/articles/{newsroom.key}")
    page.locator("[data-row]", has_text="300 kapal").focus()
    page.keyboard.press("e")
    expect(page.locator("[data-editor] textarea")).to_have_value(TYPED)


def test_another_browser_has_the_draft_too(newsroom: Newsroom, sign_in: Callable[..., Page]) -> None:
    page = sign_in("sari")
    start_typing(page, newsroom, TYPED)
    expect(page.locator("[data-status]")).to_have_text("Draft kept")
    elsewhere = sign_in("sari")
    elsewhere.goto(f"{newsroom.address}/articles/{newsroom.key}")
    elsewhere.locator("[data-row]", has_text="300 kapal").focus()
    elsewhere.keyboard.press("e")
    expect(elsewhere.locator("[data-editor] textarea")).to_have_value(TYPED)
    expect(elsewhere.locator("[data-editor]")).to_contain_text("This is your draft")


def test_a_session_that_ends_and_a_connection_that_drops_lose_nothing(
    newsroom: Newsroom, sign_in: Callable[..., Page]
) -> None:
    page = sign_in("sari")
    start_typing(page, newsroom, "Half")
    page.context.set_offline(offline=True)
    page.locator("[data-editor] textarea").fill(TYPED)
    expect(page.locator(".toast")).to_contain_text("No connection")
    page.context.set_offline(offline=False)
    page.context.clear_cookies()
    page.keyboard.press("Control+Enter")
    expect(page.locator(".toast")).to_contain_text("Your text is kept")
    expect(page.locator("[data-editor] textarea")).to_have_value(TYPED)


@contextmanager
def running(newsroom: Newsroom, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Run the desk as its own process, on the store of `newsroom`."""
    environment = os.environ | {
        "DWIBAHASA_STORE": f"sqlite:///{newsroom.folder / 'store.db'}",
        "DWIBAHASA_EDITIONS": str(newsroom.folder / "editions"),
        "DWIBAHASA_PATHS_GLOSSARIES": str(newsroom.folder / "glossaries"),
        "DWIBAHASA_REVIEW_SECRET": "s" * 40,
        "DWIBAHASA_REVIEW_LANGUAGE": "en",
    }
    command = [str(Path(sys.executable).parent / "dwibahasa"), "review", "--port", str(port)]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    patience = time.monotonic() + 60
    while time.monotonic() < patience:
        try:
            urlopen(f"http://127.0.0.1:{port}/healthz", timeout=1).close()
            break
        except OSError:
            time.sleep(0.1)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def test_a_server_that_is_killed_during_a_save_loses_nothing(
    newsroom: Newsroom, sign_in: Callable[..., Page]
) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    page = sign_in("sari")
    with running(newsroom, port) as process:
        start_typing(page, newsroom, TYPED, address)
        page.evaluate("document.querySelector('[data-save]').requestSubmit()")
        process.send_signal(signal.SIGKILL)
        process.wait()
        expect(page.locator("[data-editor] textarea, .toast:not([hidden])").first).to_be_visible()
    with running(newsroom, port):
        page.goto(f"{address}/articles/{newsroom.key}")
        row = page.locator("[data-row]", has_text="300 kapal")
        if TYPED not in (row.locator(".target").text_content() or ""):
            row.focus()
            page.keyboard.press("e")
            expect(row.locator("textarea")).to_have_value(TYPED)
            page.keyboard.press("Control+s")
        expect(row.locator(".target")).to_have_text(TYPED)
