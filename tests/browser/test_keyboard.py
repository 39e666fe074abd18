from __future__ import annotations

from collections.abc import Callable

from newsroom import Newsroom
from playwright.sync_api import Page, expect


def test_a_reviewer_finishes_an_article_with_the_keyboard_and_an_editor_publishes_it(
    newsroom: Newsroom, sign_in: Callable[..., Page]
) -> None:
    page = sign_in("sari")
    press = page.keyboard.press
    press("j")
    press("Enter")
    page.wait_for_url(f"**/articles/{newsroom.key}")

    def focused() -> str:
        return str(page.evaluate("document.activeElement.closest('[data-row]')?.id"))

    # The credit that was once mistranslated: its flag is dismissed, with a reason.
    for _ in range(10):
        press("n")
        if page.locator(f"#{focused()}.credit").count():
            break
    credit = focused()
    while page.locator(f"#{credit} .flag:not(.dismissed)").count():
        before = page.locator(f"#{credit} .flag.dismissed").count()
        press("x")
        page.keyboard.type("The picture is EPA's")
        press("Enter")
        expect(page.locator(f"#{credit} .flag.dismissed")).to_have_count(before + 1)

    # Undo takes the dismissal back; it is dismissed again.
    press("u")
    expect(page.locator(f"#{credit} .flag:not(.dismissed)").first).to_be_visible()
    page.locator(f"#{credit}").focus()
    press("x")
    page.keyboard.type("The picture is EPA's")
    press("Enter")
    expect(page.locator(f"#{credit} .flag:not(.dismissed)")).to_have_count(0)

    # The wrong amount is corrected in place; the checks say so while it is typed.
    money = page.locator("[data-row]", has_text="Rp1,5 triliun")
    money.focus()
    press("e")
    area = money.locator("textarea")
    expect(area).to_be_focused()
    area.fill("The port opened on Monday, March 20, 2023, and cost Rp1.5 trillion.")
    press("Control+Enter")
    expect(page.locator("[data-row]:not([data-waiting])", has_text="Rp1.5 trillion")).to_be_visible()

    ships = page.locator("[data-row]", has_text="300 kapal")
    ships.focus()
    press("e")
    ships.locator("textarea").fill("As many as 300 ships will call every month.")
    press("Control+Enter")
    expect(page.locator("[data-row]", has_text="300 ships")).to_be_visible()

    # What is left is approved as it stands, until nothing waits.
    for _ in range(12):
        if not page.locator("[data-waiting]").count():
            break
        press("n")
        row = focused()
        press("Control+Enter")
        expect(page.locator(f"#{row}[data-waiting]")).to_have_count(0)
    expect(page.locator(".badge.ready")).to_be_visible()
    assert not page.locator("form[action$='/publish']").count()

    publish(sign_in("ema"), newsroom)


def publish(editor: Page, newsroom: Newsroom) -> None:
    editor.goto(f"{newsroom.address}/articles/{newsroom.key}")
    editor.get_by_text("Publish", exact=True).first.focus()
    editor.keyboard.press("Enter")
    editor.locator("#note").focus()
    editor.keyboard.type("Evening edition")
    editor.keyboard.press("Enter")
    expect(editor.locator(".badge.published")).to_be_visible()
    written = {path.suffix for path in (newsroom.folder / "editions" / "published").iterdir()}
    assert {".html", ".md", ".json"} <= written
