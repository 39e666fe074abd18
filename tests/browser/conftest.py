"""A real Chromium, once a session; a desk with an article, once a test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from newsroom import PASSWORD, Newsroom, employ, house, opened, served, take_in
from playwright.sync_api import Browser, Page, sync_playwright

MISSING = "Chromium isn't installed: make browser (as root, on Debian)"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the browser, or say how to install it."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    """Open a desk with one article and people of every role."""
    settings = house(tmp_path)
    key = take_in(settings)
    employ(settings)
    with served(opened(settings)) as address:
        yield Newsroom(address, key, tmp_path)


@pytest.fixture
def sign_in(chromium: Browser, newsroom: Newsroom) -> Iterator[Callable[[str], Page]]:
    """Return what gives a person a browser window of their own; a fault in a script fails the test."""
    contexts = []
    faults: list[str] = []

    def enter(name: str, *, script: bool = True) -> Page:
        context = chromium.new_context(locale="en-GB", java_script_enabled=script)
        context.set_default_timeout(8_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{newsroom.address}/login")
        page.fill("#username", name)
        page.fill("#password", PASSWORD)
        page.press("#password", "Enter")
        page.wait_for_url(f"{newsroom.address}/")
        return page

    yield enter
    for context in contexts:
        context.close()
    assert faults == []
