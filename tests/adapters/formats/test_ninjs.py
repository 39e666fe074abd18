from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from builders import article, unit
from editions import HOSTILE

from pipeline.adapters.formats import ninjs
from pipeline.errors import ArticleError
from pipeline.model import BlockKind, Edition, ItemMeta, PubStatus, SegmentState, Signature

ALLOWED = frozenset(
    """uri type representationType language headlines bodies altIds contentCreated embargoed urgency by pubStatus
    edNote associations standard""".split()
)
"""Properties of ninjs 3 that we write; its schema knows no others."""


def edition(*pairs: tuple[str, str, str], state: SegmentState = SegmentState.INITIAL) -> Edition:
    made = article(*((kind, source) for kind, source, _ in pairs))
    units = []
    for block, (_, _, target) in zip(made.blocks, pairs, strict=True):
        one = unit(block.text, target, block.kind, key=block.key)
        segment = replace(one.draft.segment, block=block)
        units.append(replace(one, draft=replace(one.draft, segment=segment), state=state))
    return Edition(made, tuple(units), Signature("0", "echo", "echo", "", ""))


ARTICLE = (
    ("headline", "Menlu tiba", "Minister arrives"),
    ("byline", "Oleh: Redaksi", "By: Redaksi"),
    ("paragraph", "Menlu tiba di Tokyo.", "The minister arrived in Tokyo."),
    ("subhead", "Lalu?", "Then?"),
    ("duplicate_headline", "Menlu tiba", ""),
    ("caption", "Menlu (kiri)", "The minister (left)"),
)


def written(*pairs: tuple[str, str, str], **changes: Any) -> Any:
    return json.loads(ninjs.write(edition(*pairs, **changes)))


def test_an_edition_is_two_linked_items() -> None:
    item = written(*ARTICLE)
    (source,) = item["associations"]
    assert (item["language"], source["language"]) == ("en", "id")
    assert (item["uri"], source["uri"]) == ("urn:dwibahasa:test:en", "urn:dwibahasa:test:id")
    assert source["name"]
    assert item["headlines"] == [{"role": "main", "contentType": "text/plain", "value": "Minister arrives"}]
    assert item["by"] == "By: Redaksi"
    (body,) = item["bodies"]
    assert body["value"].splitlines() == [
        "<p>The minister arrived in Tokyo.</p>",
        "<h2>Then?</h2>",
        "<figure><figcaption>The minister (left)</figcaption></figure>",
    ]
    assert body["wordCount"] == 6
    assert "Menlu tiba di Tokyo." in source["bodies"][0]["value"]
    assert set(item) <= ALLOWED
    assert set(source) <= ALLOWED | {"name"}


def test_a_machines_draft_is_withheld_until_every_sentence_is_final() -> None:
    assert written(*ARTICLE)["pubStatus"] == "withheld"
    assert "0 of 6 sentences are flagged" in written(*ARTICLE)["edNote"]
    assert written(*ARTICLE, state=SegmentState.FINAL)["pubStatus"] == "usable"


@pytest.mark.parametrize("status", ["withheld", "canceled"])
def test_what_the_source_may_not_its_translation_may_not(status: str) -> None:
    meta = ItemMeta("urn:x:1", status=PubStatus(status), embargoed_until=datetime(2024, 1, 31, 9, tzinfo=UTC))
    made = edition(*ARTICLE, state=SegmentState.FINAL)
    item = json.loads(ninjs.write(replace(made, article=replace(made.article, meta=meta))))
    assert item["pubStatus"] == status
    assert item["embargoed"] == "2024-01-31T09:00:00+00:00"
    assert item["associations"][0]["uri"] == "urn:x:1"


def test_a_feeds_id_that_is_no_address_stands_beside_one_of_ours() -> None:
    made = edition(*ARTICLE)
    item = json.loads(ninjs.write(replace(made, article=replace(made.article, meta=ItemMeta("artikel 17")))))
    (source,) = item["associations"]
    assert source["uri"] == "urn:dwibahasa:test:id"
    assert {"role": "guid", "value": "artikel 17"} in source["altIds"]


@pytest.mark.parametrize("harm", [text for text in HOSTILE if text.strip()])
def test_what_an_edition_says_is_read_back_as_the_words_it_is(harm: str) -> None:
    made = written(("headline", harm, harm), ("paragraph", harm, harm))
    assert made["headlines"][0]["value"] == harm
    assert "<script" not in made["bodies"][0]["value"]
    assert "<img" not in made["bodies"][0]["value"]
    assert ninjs.read(json.dumps(made).encode(), "x.json").paragraphs


def test_an_item_of_version_3_becomes_a_manuscript_with_what_it_says_of_itself() -> None:
    item = {
        "uri": "urn:newsml:antara:1", "version": "2", "language": "id-ID", "pubStatus": "withheld", "urgency": 3,
        "versionCreated": "2024-01-31T09:00:00+07:00", "embargoed": "2024-02-01T00:00:00Z",
        "headlines": [{"role": "short", "value": "Pendek"}, {"role": "main", "value": "Menlu tiba"}],
        "by": "Redaksi",
        "bodies": [{"contentType": "text/html", "value": "<p>Satu &amp; <b>dua</b>.</p><h2>Tiga?</h2>"}],
        "associations": [{"name": "foto", "uri": "x:1", "type": "picture",
                          "descriptions": [{"value": "Menlu (kiri)"}]}],
    }  # fmt: skip
    found = ninjs.read(json.dumps(item).encode(), "x.json")
    assert [(one.text, one.hint) for one in found.paragraphs] == [
        ("Menlu tiba", BlockKind.HEADLINE),
        ("Redaksi", BlockKind.BYLINE),
        ("Satu & dua.", None),
        ("Tiga?", BlockKind.SUBHEAD),
        ("Menlu (kiri)", BlockKind.CAPTION),
    ]
    assert found.language == "id"
    assert found.meta is not None
    assert (found.meta.guid, found.meta.version, found.meta.urgency) == ("urn:newsml:antara:1", "2", 3)
    assert (found.meta.status, found.meta.embargoed_until) == (
        PubStatus.WITHHELD,
        datetime(2024, 2, 1, tzinfo=UTC),
    )


def test_an_item_of_version_1_is_understood() -> None:
    item = {"uri": "x:1", "pubstatus": "usable", "headline": "Judul", "body_text": "Satu.\n\nDua."}
    found = ninjs.read(json.dumps(item).encode(), "x.json")
    assert [one.text for one in found.paragraphs] == ["Judul", "Satu.", "Dua."]


def test_an_embargo_that_nobody_can_read_holds_the_item_back() -> None:
    found = ninjs.read(b'{"uri": "x:1", "headline": "Satu", "embargoed": "besok"}', "x.json")
    assert found.meta == ItemMeta("x:1", status=PubStatus.WITHHELD)


def test_a_withdrawal_needs_no_text() -> None:
    found = ninjs.read(b'{"uri": "x:1", "pubStatus": "canceled"}', "x.json")
    assert found.paragraphs == ()
    assert found.meta == ItemMeta("x:1", status=PubStatus.CANCELED)


def test_a_file_of_several_items_gives_them_all() -> None:
    items = [{"uri": "x:1", "headline": "Satu"}, {"uri": "x:2"}, {"uri": "x:3", "type": "picture"}]
    data = json.dumps([*items, {"uri": "x:4", "headline": "Dua", "type": "text"}]).encode()
    found = ninjs.read_all(data, "x.json")
    assert [[line.text for line in one.paragraphs] for one in found] == [["Satu"], [], ["Dua"]]
    with pytest.raises(ArticleError, match="3 items"):
        ninjs.read(data, "x.json")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"halo", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b'"halo"', "no ninjs"),
        (b'{"headline": "Satu"}', "uri"),
        (b'{"uri": "x:1"}', "no text"),
        (b'{"schema": "dwibahasa/edition/1"}', "edition of ours"),
        (b'{"uri": "x:1", "headlines": {"a": 1}, "bodies": [1, {"value": 2}]}', "no text"),
    ],
)
def test_what_is_broken_is_told(data: bytes, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason):
        ninjs.read(data, "x.json")
