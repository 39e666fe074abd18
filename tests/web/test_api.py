from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from newsroom import Client, Open, client_of

from pipeline.errors import SourceError
from pipeline.model.accounts import Role
from pipeline.review.messages import ATTEMPTS, Messages, signature
from pipeline.review.meter import Meter
from pipeline.web.visitors import COOKIE

STORY = {"name": "berita-1", "paragraphs": ["Judul Berita", "Isi berita itu panjang."]}


def caller(desk: Open, role: Role) -> Client:
    user = desk.site.gate.accounts.user("adi")
    assert user
    client = client_of(desk.site)
    client.headers["authorization"] = f"Bearer {desk.site.gate.make_token('cms', role, by=user)}"
    return client


def test_a_cms_submits_an_article_and_asks_for_its_state(desk: Open) -> None:
    cms = caller(desk, Role.EDITOR)
    answer = cms.post("/api/v1/articles", json=STORY)
    assert answer.status_code == 201
    key = answer.json()["key"]
    assert cms.post("/api/v1/articles", json=STORY).json()["key"] == key, "the same text twice is one article"
    status = cms.get(f"/api/v1/articles/{key}").json()
    assert (status["state"], status["segments"]) == ("pending", 0)
    assert cms.get(f"/api/v1/articles/{key}/edition").status_code == 409
    listed = cms.get("/api/v1/articles", params={"state": "pending"}).json()
    assert [one["key"] for one in listed["articles"]] == [key]


def test_new_text_under_the_same_guid_is_a_revision(desk: Open) -> None:
    cms = caller(desk, Role.EDITOR)
    key = cms.post("/api/v1/articles", json=STORY | {"guid": "urn:x:1"}).json()["key"]
    revised = STORY | {"guid": "urn:x:1", "paragraphs": ["Judul Berita", "Isi yang dikoreksi."]}
    assert cms.post("/api/v1/articles", json=revised).json()["key"] == key
    assert cms.get(f"/api/v1/articles/{key}").json()["revision"] == 2


def test_the_edition_is_given_out_once_it_is_published(desk: Open) -> None:
    cms = caller(desk, Role.READER)
    assert cms.get(f"/api/v1/articles/{desk.key}/edition").status_code == 409
    draft = cms.get(f"/api/v1/articles/{desk.key}/edition", params={"draft": True}).json()
    assert draft["schema"] == "dwibahasa/edition/1"
    finish(desk)
    edition = cms.get(f"/api/v1/articles/{desk.key}/edition").json()
    assert {one["status"] for block in edition["blocks"] for one in block["segments"]} == {"final"}


def finish(desk: Open) -> None:
    """Approve everything and publish it."""
    editor = desk.client("ema")
    for one in desk.site.articles.segments(desk.key):
        path = f"/articles/{desk.key}/segments/{one.key}"
        for flag in one.flags:
            editor.form(f"{path}/flags/{flag.key}", verdict="dismissed", reason="Checked")
        editor.form(f"{path}/approve", based_on=str(one.version))
    assert editor.form(f"/articles/{desk.key}/publish", note="Evening").status_code == 303


@pytest.mark.parametrize("role", list(Role))
def test_a_tokens_role_decides_what_it_may(desk: Open, role: Role) -> None:
    cms = caller(desk, role)
    assert cms.get("/api/v1/articles").status_code == 200
    expected = 201 if role in (Role.EDITOR, Role.ADMIN) else 403
    assert cms.post("/api/v1/articles", json=STORY).status_code == expected


def test_a_cookie_is_no_token_and_a_revoked_token_is_worth_nothing(desk: Open) -> None:
    sari = desk.client("sari")
    assert COOKIE in sari.cookies
    assert sari.get("/api/v1/articles").status_code == 401
    cms = caller(desk, Role.READER)
    adi = desk.site.gate.accounts.user("adi")
    assert adi
    desk.site.gate.revoke_token(desk.site.gate.accounts.tokens()[0].key, by=adi)
    assert cms.get("/api/v1/articles").status_code == 401


def test_a_system_that_runs_wild_is_told_to_wait_and_another_is_not(desk: Open) -> None:
    metered = replace(desk.site, meter=Meter(2, lambda: datetime(2023, 3, 20, 10, 0, 15, tzinfo=UTC)))
    desk = desk._replace(site=metered, client=partial(client_of, metered))
    wild, calm = caller(desk, Role.READER), caller(desk, Role.READER)
    answers = [wild.get("/api/v1/articles") for _ in range(3)]
    assert [one.status_code for one in answers] == [200, 200, 429]
    assert answers[-1].headers["retry-after"] == "45"
    assert calm.get("/api/v1/articles").status_code == 200
    guessing = [desk.client("").get("/api/v1/articles").status_code for _ in range(3)]
    assert guessing == [401, 401, 429]


def test_what_the_description_says_is_what_is_answered(desk: Open) -> None:
    described = desk.client("").get("/api/v1/openapi.json").json()
    assert set(described["paths"]) == {"/articles", "/articles/{key}", "/articles/{key}/edition"}
    cms = caller(desk, Role.ADMIN)
    for wrong in (
        {},
        {"name": "x"},
        STORY | {"paragraphs": []},
        STORY | {"target": "id"},
        STORY | {"source": "fr"},
    ):
        answer = cms.post("/api/v1/articles", json=wrong)
        assert answer.status_code == 422, wrong
        assert answer.json()["detail"]


@dataclass
class Postbox:
    """An address that takes messages, or refuses them."""

    status: int = 200
    got: list[tuple[bytes, Mapping[str, str]]] = field(default_factory=list)

    def __call__(self, url: str, body: bytes, headers: Mapping[str, str]) -> int:
        if self.status == 0:
            raise SourceError(f"{url} can't be reached")
        self.got.append((body, headers))
        return self.status


def test_a_webhook_hears_of_publications_signed_and_again_until_it_has_them(desk: Open) -> None:
    box, moment = Postbox(status=0), desk.site.clock()
    messages = Messages(desk.site.messages.webhooks, box, lambda: moment)
    secret = messages.add("https://cms.example/hook", "adi")
    finish(desk)
    moment = desk.site.clock()
    assert messages.deliver() == 0, "it was down"
    assert messages.deliver() == 0, "not due again yet"
    box.status = 200
    moment += timedelta(minutes=2)
    assert messages.deliver() == 1
    body, headers = box.got[0]
    assert headers["X-Dwibahasa-Signature"] == f"sha256={signature(secret, body)}"
    told = json.loads(body)
    assert (told["event"], told["key"], told["by"]) == ("article.published", desk.key, "ema")
    moment += timedelta(days=1)
    assert messages.deliver() == 0, "told once"


def test_a_webhook_that_never_answers_is_given_up_and_shown(desk: Open) -> None:
    moment = desk.site.clock()
    messages = Messages(desk.site.messages.webhooks, Postbox(status=500), lambda: moment)
    messages.add("https://cms.example/hook", "adi")
    finish(desk)
    for _ in range(ATTEMPTS + 3):
        moment += timedelta(days=1)
        messages.deliver()
    (delivery,) = messages.webhooks.recent()
    assert (delivery.attempts, delivery.next_at) == (ATTEMPTS, None)
    assert "given up" in desk.client("adi").get("/tokens").text


def test_a_webhook_may_not_reach_into_the_newsrooms_own_network(desk: Open) -> None:
    moment = desk.site.clock()
    messages = replace(desk.site.messages, clock=lambda: moment + timedelta(minutes=1))
    messages.add("http://127.0.0.1:9/hook", "adi")
    finish(desk)
    assert messages.deliver() == 0
    assert messages.webhooks.recent()[0].last_error
