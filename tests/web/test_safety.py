from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from newsroom import PASSWORD, Open, client_of, house

from pipeline.errors import ConfigError
from pipeline.review.gate import TRIES_A_NAME
from pipeline.web.app import create_app
from pipeline.web.opening import open_site
from pipeline.web.visitors import COOKIE


def test_every_answer_forbids_inline_scripts_and_foreign_frames(desk: Open) -> None:
    client = desk.client("sari")
    for path in ("/", f"/articles/{desk.key}", "/login", "/nowhere", "/static/desk.js", "/healthz"):
        headers = client.get(path).headers
        assert "script-src 'self'" in headers["content-security-policy"], path
        assert "unsafe" not in headers["content-security-policy"], path
        assert headers["x-content-type-options"] == "nosniff", path
    page = client.get(f"/articles/{desk.key}").text
    assert "<script>" not in page
    assert " style=" not in page
    assert " onclick=" not in page


def test_the_session_cookie_is_signed_and_out_of_a_scripts_reach(desk: Open) -> None:
    client = desk.client("")
    answer = client.post("/login", data={"username": "sari", "password": PASSWORD}, follow_redirects=False)
    cookie = next(value for value in answer.headers.get_list("set-cookie") if value.startswith(COOKIE))
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    value = cookie.split("=", 1)[1].split(";")[0]
    forged = client_of(desk.site)
    forged.cookies.set(COOKIE, value[:-2] + "xx")
    assert forged.get("/", follow_redirects=False).status_code == 303


def test_a_secure_connection_gets_a_secure_cookie(desk: Open) -> None:
    client = desk.client("")
    client.base_url = client.base_url.copy_with(scheme="https")
    answer = client.post("/login", data={"username": "sari", "password": PASSWORD}, follow_redirects=False)
    assert "Secure" in answer.headers["set-cookie"]


@pytest.mark.parametrize(
    "headers",
    [{}, {"x-form-token": "0" * 64}, {"sec-fetch-site": "cross-site"}],
    ids=["none", "wrong", "foreign"],
)
def test_a_form_of_another_site_changes_nothing(desk: Open, headers: dict[str, str]) -> None:
    client = desk.client("sari")
    segment = desk.segment("300 kapal")
    form = {"text": "Forged", "based_on": str(segment.version)}
    if "sec-fetch-site" in headers:
        form["form_token"] = client.form_token
    answer = client.post(f"/articles/{desk.key}/segments/{segment.key}", data=form, headers=headers)
    assert answer.status_code == 403
    assert "Forged" in answer.text, "what was written is shown, to be copied"
    assert desk.segment("300 kapal").version == segment.version


def test_guessing_a_password_is_stopped_and_told_to_nobody_which_part_was_wrong(desk: Open) -> None:
    client = desk.client("")
    unknown = client.post("/login", data={"username": "nobody", "password": "x" * 12})
    wrong = client.post("/login", data={"username": "sari", "password": "x" * 12})
    assert unknown.status_code == wrong.status_code == 401
    assert "belong together" in wrong.text
    for _ in range(TRIES_A_NAME):
        client.post("/login", data={"username": "sari", "password": "x" * 12})
    assert client.post("/login", data={"username": "sari", "password": PASSWORD}).status_code == 429
    later = replace(desk.site.gate, clock=lambda: datetime.now(UTC) + timedelta(minutes=16))
    assert later.sign_in("sari", PASSWORD, "testclient")


def test_nobody_is_led_out_of_the_desk_by_a_link_to_the_sign_in_page(desk: Open) -> None:
    for wanted in ("//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"):
        answer = desk.client("").post(
            "/login",
            data={"username": "sari", "password": PASSWORD, "next": wanted},
            follow_redirects=False,
        )
        assert answer.headers["location"] == "/"


def test_a_new_password_ends_the_other_sessions(desk: Open) -> None:
    here, elsewhere = desk.client("sari"), desk.client("sari")
    answer = here.form("/settings/password", old=PASSWORD, new="teh manis tanpa es")
    assert answer.status_code == 303
    assert here.get("/", follow_redirects=False).status_code == 200
    assert elsewhere.get("/", follow_redirects=False).status_code == 303


def test_an_account_that_is_switched_off_is_out_at_once(desk: Open) -> None:
    sari = desk.client("sari")
    desk.client("adi").form("/users/sari", role="reviewer")
    assert sari.get("/", follow_redirects=False).status_code == 303


def test_the_last_admin_stays(desk: Open) -> None:
    answer = desk.client("adi").form("/users/adi", role="reader", active="1")
    assert answer.status_code == 422
    assert "last admin" in answer.text


def test_the_desk_refuses_to_listen_to_others_while_it_has_no_accounts(tmp_path: Path) -> None:
    settings = house(tmp_path)
    with pytest.raises(ConfigError, match="dwibahasa user add"):
        open_site(replace(settings, review=replace(settings.review, host="0.0.0.0")))  # noqa: S104 - refused


def test_only_a_trusted_proxy_says_who_is_asking(desk: Open) -> None:
    headers = {"x-forwarded-for": "6.6.6.6, 203.0.113.9", "x-forwarded-proto": "https"}
    form = {"username": "sari", "password": "wrong password"}
    client_of(desk.site).post("/login", data=form, headers=headers)
    assert desk.site.gate.accounts.entries(page=1, size=1)[0].address == "testclient"
    trusting = replace(desk.site, settings=replace(desk.site.settings, trusted_proxies=("127.0.0.0/8",)))
    client = client_of(desk.site).__class__(create_app(trusting), client=("127.0.0.1", 1))
    client.post("/login", data=form, headers=headers)
    assert desk.site.gate.accounts.entries(page=1, size=1)[0].address == "203.0.113.9"


def test_a_body_that_is_too_large_is_refused(desk: Open) -> None:
    client = desk.client("sari")
    big = {"text": "x" * (desk.site.max_bytes + 1)}
    assert client.form(f"/articles/{desk.key}/comments", **big).status_code == 413


def test_the_audit_log_says_who_did_what(desk: Open) -> None:
    adi = desk.client("adi")
    adi.form("/users", name="tia", password="kopi susu gula aren", role="reader")  # noqa: S106 - of a test
    page = adi.get("/audit").text
    for words in ("account made", "tia", "signed in"):
        assert words in page


def test_the_health_of_the_desk_is_that_of_its_store(desk: Open) -> None:
    client = desk.client("")
    assert client.get("/healthz").status_code == 200
    (desk.folder / "store.db").unlink()
    desk.site.articles._database.close()  # type: ignore[attr-defined]
    (desk.folder / "store.db").mkdir()
    assert client.get("/healthz").status_code == 503


def test_a_desk_without_accounts_says_how_to_make_one(tmp_path: Path) -> None:
    client = client_of(open_site(house(tmp_path)))
    assert "dwibahasa user add NAME --role admin" in client.get("/login").text
