from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files

import pytest
from newsroom import Newsroom
from playwright.sync_api import Page, expect

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
WIDTHS = {"light": (1400, 360), "dark": (1400,)}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def addresses(newsroom: Newsroom) -> list[str]:
    article = f"/articles/{newsroom.key}"
    return [
        "/",
        "/?text=nothing+at+all",
        article,
        f"{article}/history",
        f"{article}/comments",
        f"{article}/segments/b3s1",
        f"{article}/segments/b3s1/history",
        "/glossary?words=KPK",
        "/dashboard",
        "/published",
        "/mentions",
        "/settings",
        "/users",
        "/tokens",
        "/audit",
        "/help",
        "/nowhere",
    ]


def violations(page: Page) -> list[str]:
    """Ask axe-core; its own world is not bound by the page's policy, which forbids foreign scripts."""
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
    return [f"{one['id']}: {one['nodes'][0]['html'][:150]}" for one in found["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(newsroom: Newsroom, sign_in: Callable[..., Page], scheme: str) -> None:
    page = sign_in("adi")
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for width in WIDTHS[scheme]:
        page.set_viewport_size({"width": width, "height": 800})
        wrong = {}
        for address in addresses(newsroom):
            page.goto(f"{newsroom.address}{address}")
            wrong[address] = violations(page)
            # Nothing is cut off on a phone: no page scrolls sideways.
            wrong[address] += [
                f"wider than {width}"
                for wide in [page.evaluate("document.documentElement.scrollWidth")]
                if wide > width
            ]
        assert {address: found for address, found in wrong.items() if found} == {}
    page.context.clear_cookies()
    page.goto(f"{newsroom.address}/login")
    assert violations(page) == []


def test_the_open_editor_has_no_barrier_either(newsroom: Newsroom, sign_in: Callable[..., Page]) -> None:
    page = sign_in("sari")
    page.goto(f"{newsroom.address}/articles/{newsroom.key}")
    page.keyboard.press("n")
    page.keyboard.press("e")
    expect(page.locator("[data-editor] textarea")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    expect(page.locator("[data-editor] textarea")).to_be_focused()
    assert violations(page) == []


@pytest.mark.usefixtures("newsroom")
def test_everything_works_without_scripts(sign_in: Callable[..., Page]) -> None:
    page = sign_in("sari", script=False)
    page.get_by_role("link", name="New port opens").click()
    row = page.locator("[data-row]", has_text="300 kapal")
    row.get_by_text("Dismiss or uphold").first.click()
    row.locator("[data-reason]").first.fill("The agency says 30")
    row.get_by_role("button", name="Dismiss").first.click()
    expect(page.locator(".flag.dismissed")).to_contain_text("The agency says 30")
    row.get_by_role("link", name="Edit").click()
    page.locator("textarea").fill("Some 300 ships will call every month.")
    page.get_by_role("button", name="Approve").click()
    expect(row.locator(".badge.final")).to_be_visible()
    expect(row).to_contain_text("Some 300 ships")
    page.get_by_role("button", name="Undo").click()
    expect(row).to_contain_text("As many as 300 ships")
