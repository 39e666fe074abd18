from __future__ import annotations

from collections.abc import Iterator

import pytest
from newsroom import PEOPLE, Open

ALLOWED, REFUSED = "allowed", "refused"

# What each role may do: the path, its form, and who may. Everybody else gets 403, and nobody a 500.
MATRIX: dict[str, tuple[str, dict[str, str], str]] = {
    "save": ("/articles/{key}/segments/{segment}", {"text": "X", "based_on": "0"}, "sari ema adi"),
    "approve": ("/articles/{key}/segments/{segment}/approve", {"based_on": "0"}, "sari ema adi"),
    "reopen": ("/articles/{key}/segments/{segment}/reopen", {"based_on": "0"}, "sari ema adi"),
    "judge": (
        "/articles/{key}/segments/{segment}/flags/none",
        {"verdict": "dismissed", "reason": "right"},
        "sari ema adi",
    ),
    "check": ("/articles/{key}/segments/{segment}/check", {"text": "X"}, "sari ema adi"),
    "restore": ("/articles/{key}/segments/{segment}/restore", {"version": "0"}, "sari ema adi"),
    "undo": ("/articles/{key}/undo", {}, "sari ema adi"),
    "routine": ("/articles/{key}/routine", {}, "sari ema adi"),
    "claim": ("/articles/{key}/claim", {}, "sari ema adi"),
    "assign to another": ("/articles/{key}/claim", {"assignee": "budi"}, "ema adi"),
    "deadline": ("/articles/{key}/deadline", {"deadline": ""}, "ema adi"),
    "publish": ("/articles/{key}/publish", {}, "ema adi"),
    "withdraw": ("/articles/{key}/withdraw", {"note": "wrong"}, "ema adi"),
    "comment": ("/articles/{key}/comments", {"text": "Hello"}, "sari ema adi"),
    "settle": ("/articles/{key}/comments/1/resolve", {}, "sari ema adi"),
    "propose": ("/glossary/proposals", {"source": "a"}, "sari ema adi"),
    "decide": ("/glossary/proposals/1", {"do": "accept"}, "ema adi"),
    "own view": ("/views", {"name": "late", "query": "late=1"}, "rini sari ema adi"),
    "shared view": ("/views", {"name": "late", "query": "late=1", "shared": "1"}, "ema adi"),
    "own settings": ("/settings", {"display": "X"}, "rini sari ema adi"),
    "make a user": ("/users", {"name": "x", "password": "short", "role": "reader"}, "adi"),
    "change a user": ("/users/rini", {"role": "reader", "active": "1"}, "adi"),
    "make a token": ("/tokens", {"name": "", "role": "reader"}, "adi"),
    "revoke a token": ("/tokens/none/revoke", {}, "adi"),
    "add a webhook": ("/tokens/webhooks", {"url": "no"}, "adi"),
    "stop a webhook": ("/tokens/webhooks/1/stop", {}, "adi"),
}
PAGES: dict[str, str] = {
    "/": "rini sari ema adi",
    "/articles/{key}": "rini sari ema adi",
    "/articles/{key}/history": "rini sari ema adi",
    "/articles/{key}/comments": "rini sari ema adi",
    "/articles/{key}/segments/{segment}": "rini sari ema adi",
    "/articles/{key}/segments/{segment}/history": "rini sari ema adi",
    "/articles/{key}/export/json": "rini sari ema adi",
    "/published": "rini sari ema adi",
    "/glossary": "rini sari ema adi",
    "/dashboard": "rini sari ema adi",
    "/mentions": "rini sari ema adi",
    "/settings": "rini sari ema adi",
    "/help": "rini sari ema adi",
    "/users": "adi",
    "/tokens": "adi",
    "/audit": "adi",
}


def addressed(path: str, desk: Open) -> str:
    return path.format(key=desk.key, segment=desk.segment("300 kapal").key)


@pytest.mark.parametrize("name", ["rini", "sari", "ema", "adi"])
def test_a_role_may_do_what_the_matrix_says_and_nothing_else(desk: Open, name: str) -> None:
    client = desk.client(name)
    wrong = {}
    for deed, (path, form, who) in MATRIX.items():
        status = client.form(addressed(path, desk), **form).status_code
        may = ALLOWED if name in who.split() else REFUSED
        if status >= 500 or (status == 403) != (may == REFUSED):
            wrong[deed] = status
    for path, who in PAGES.items():
        status = client.get(addressed(path, desk)).status_code
        if status != (200 if name in who.split() else 403):
            wrong[path] = status
    assert wrong == {}, PEOPLE[name]


def test_the_matrix_names_every_form_of_the_desk(desk: Open) -> None:
    known = {path.replace("{segment}", "{segment_key}") for path, _, _ in MATRIX.values()}
    known = {
        path.replace("flags/none", "flags/{flag_key}")
        .replace("comments/1", "comments/{number}")
        .replace("proposals/1", "proposals/{number}")
        .replace("/users/rini", "/users/{name}")
        .replace("none/revoke", "{key}/revoke")
        .replace("webhooks/1", "webhooks/{number}")
        for path in known
    }
    open_to_all = {
        "/login",
        "/logout",
        "/settings/password",
        "/articles/{key}/segments/{segment_key}/draft/drop",
    }
    forms = {path for path, methods in routes(desk) if "POST" in methods}
    assert forms - open_to_all == known


def routes(desk: Open) -> Iterator[tuple[str, set[str]]]:
    def walk(found: list[object], prefix: str = "") -> Iterator[tuple[str, set[str]]]:
        for route in found:
            inner = getattr(route, "original_router", None)
            if inner is not None:
                yield from walk(inner.routes, prefix)
            elif getattr(route, "methods", None):
                yield prefix + getattr(route, "path", ""), set(getattr(route, "methods", ()))

    return walk(list(getattr(desk.client("").app, "routes", ())))


def test_nobody_gets_in_without_signing_in(desk: Open) -> None:
    client = desk.client("")
    for path in PAGES:
        answer = client.get(addressed(path, desk), follow_redirects=False)
        assert answer.status_code == 303, path
        assert answer.headers["location"].startswith("/login?next="), path
    for path, form, _ in MATRIX.values():
        assert client.form(addressed(path, desk), **form).status_code == 401, path
