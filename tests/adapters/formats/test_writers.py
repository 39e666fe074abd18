from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from builders import article, unit

from pipeline.adapters.formats import _edition_page, html, md
from pipeline.adapters.formats import json as json_format
from pipeline.model import (
    Edit,
    Edition,
    Flag,
    Hypothesis,
    ItemMeta,
    Policy,
    PubStatus,
    Severity,
    Signature,
    Span,
    Term,
    TermMatch,
    Unit,
)

HOSTILE = "<script>alert(1)</script>\"' onload=x {{ 7*7 }} \u202ekiri\u202c \x07"


def edition(*pairs: tuple[str, str, str], flags: tuple[Flag, ...] = ()) -> Edition:
    made = article(*((kind, source) for kind, source, _ in pairs))
    units = []
    for block, (_, _, target) in zip(made.blocks, pairs, strict=True):
        one = unit(block.text, target, block.kind, key=block.key)
        segment = replace(one.draft.segment, block=block)
        units.append(replace(one, draft=replace(one.draft, segment=segment), flags=flags))
    return Edition(made, tuple(units), Signature("0", "echo", "echo", "", "abc"))


def flagged() -> Edition:
    flag = Flag("numbers", Severity.CRITICAL, "“5” became “6”.", Span(5, 6), Span(5, 6))
    return edition(("headline", "Naik 5 persen", "Rose 6 percent"), flags=(flag,))


def test_json_holds_what_the_contract_promises() -> None:
    found = json.loads(json_format.write(flagged()))
    assert list(found)[:2] == ["schema", "key"]
    assert found["schema"] == "dwibahasa/edition/1"
    assert found["direction"] == {"source": "id", "target": "en"}
    assert found["title"] == {"source": "Naik 5 persen", "target": "Rose 6 percent"}
    assert found["summary"] == {
        "segments": 1,
        "flagged": 1,
        "review": 0,
        "words": 3,
        "severities": {"critical": 1},
    }
    (block,) = found["blocks"]
    (segment,) = block["segments"]
    assert (block["kind"], segment["key"], segment["status"]) == ("headline", "b1s1", "draft")
    assert segment["flags"] == [
        {
            "check": "numbers",
            "severity": "critical",
            "message": "“5” became “6”.",
            "source_span": [5, 6],
            "target_span": [5, 6],
        }
    ]
    assert {"version", "engine", "model", "model_digest", "glossary_digest", "decoding", "checks"} <= set(
        found["signature"]
    )


def test_a_term_is_placed_in_the_target_or_has_no_place() -> None:
    term = Term("KTT", "summit", "event")
    match = TermMatch(Span(0, 3), term, "Summit")
    kept = json_format.as_data(_with_match(edition(("headline", "KTT dibuka", "The summit opens")), match))
    lost = json_format.as_data(_with_match(edition(("headline", "KTT dibuka", "It opens")), match))
    assert kept["blocks"][0]["segments"][0]["terms"][0]["target_span"] == [4, 10]
    assert lost["blocks"][0]["segments"][0]["terms"][0]["target_span"] is None


@pytest.mark.parametrize(
    ("policy", "wanted"),
    [
        (Policy.REQUIRE, "batik → batik cloth (Java)"),
        (Policy.KEEP, "batik stays as it is (Java)"),
        (Policy.FORBID, "batik → not “batik cloth” (Java)"),
    ],
)
def test_a_tip_says_what_the_glossary_wants(policy: Policy, wanted: str) -> None:
    match = TermMatch(Span(0, 5), Term("batik", "batik cloth", "culture", policy, note="Java"), "batik cloth")
    assert wanted in html.write(_with_match(edition(("headline", "batik laku", "batik sells")), match))


@pytest.mark.parametrize(
    ("score", "wanted"), [(-0.31416, -0.3142), (float("-inf"), None), (float("nan"), None)]
)
def test_a_score_is_a_number_or_null(score: float, wanted: float | None) -> None:
    made = edition(("headline", "Naik", "Up"))
    units = (replace(made.units[0], machine=Hypothesis("Up", score)),)
    found = json.loads(json_format.write(replace(made, units=units)))
    assert found["blocks"][0]["segments"][0]["score"] == wanted


def _with_match(made: Edition, match: TermMatch) -> Edition:
    (one,) = made.units
    return replace(made, units=(replace(one, draft=replace(one.draft, matches=(match,))),))


def test_the_page_shows_flags_where_they_are_with_their_reason() -> None:
    page = html.write(flagged())
    assert 'id="b1s1"' in page
    assert 'href="#b1s1"' in page
    assert '<mark class="flag-critical">6</mark>' in page
    assert "“5” became “6”." in page
    assert 'lang="id"' in page
    assert 'lang="en"' in page


def test_a_term_lights_up_on_both_sides_and_counts_lead_to_their_first_flag() -> None:
    term = Term("KTT", "summit", "event")
    page = html.write(
        _with_match(edition(("headline", "KTT dibuka", "The summit opens")), TermMatch(Span(0, 3), term, "s"))
    )
    assert page.count('<span class="term t1"') == 2
    assert ".row:has(.t1:is(:hover, :focus)) .t1" in page
    assert '<span class="badge critical">0 critical</span>' in page
    assert '<a class="badge critical" href="#b1s1">1 critical</a>' in html.write(flagged())


def test_a_reviewer_goes_from_flag_to_flag_and_back_to_the_list() -> None:
    flag = Flag("numbers", Severity.CRITICAL, "Look.")
    made = edition(("headline", "Satu", "One"), ("paragraph", "Dua", "Two"), ("paragraph", "Tiga", "Three"))
    one, two, three = made.units
    page = html.write(replace(made, units=(replace(one, flags=(flag,)), two, replace(three, flags=(flag,)))))
    assert '<a href="#b3s1">Next to review ↓</a>' in page
    assert page.count('<a href="#to-review">Back to the list ↑</a>') == 1


def test_the_page_needs_nothing_beside_it_and_runs_nothing() -> None:
    page = html.write(flagged())
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page
    assert not re.search(r"<script|src=|@import|url\(|https?://", page)


@pytest.mark.parametrize("writer", [html, md, json_format])
def test_hostile_text_stays_text(writer: object) -> None:
    made = edition(("headline", HOSTILE, HOSTILE), ("paragraph", HOSTILE, HOSTILE))
    written = writer.write(made)  # type: ignore[attr-defined]  # modules of one shape, no common type
    if writer is json_format:
        assert json.loads(written)["blocks"][0]["segments"][0]["target"] == HOSTILE
    else:
        body = written.split("---\n", 2)[-1]  # front matter is no markup
        assert "<script>" not in body
        assert "49" not in body


def test_markdown_says_that_nothing_is_approved_and_lists_flags() -> None:
    written = md.write(flagged())
    assert written.startswith('---\ntitle: "Rose 6 percent"\nlang: en\n')
    assert "not approved: 1 of 1 segments" in written
    assert "- **critical** (numbers): “5” became “6”." in written


MARKED_UP = (
    "- Ya", "1. Satu", "2023.", "---", "===", "+ plus", "# kres", "> kutip", "* bintang *", "_a_ **b**", "`x`",
    "[a](http://b)", "![a](b)", "&lt;b&gt; &amp;", "<b>x</b>", "a | b", "~~x~~", "a\\", "12) dua",
)  # fmt: skip


@pytest.mark.parametrize("words", MARKED_UP)
@pytest.mark.parametrize("kind", ["paragraph", "headline", "list_item"])
def test_what_looks_like_markdown_comes_back_as_the_words_it_is(words: str, kind: str) -> None:
    read_back = [
        one.text for one in md.read(md.write(edition((kind, words, words))).encode(), "x.md").paragraphs
    ]
    assert read_back.count(words) >= 2


def test_the_front_matter_can_be_read_whatever_the_title_holds() -> None:
    title = "“Judul: \\ # \x07 \x7f \x9f \uffff” - [a]"
    read_back = md.read(md.write(edition(("headline", "Judul", title))).encode(), "x.md")
    assert title in [one.text for one in read_back.paragraphs]
    assert read_back.language == "en"


def test_a_rules_edit_can_be_seen_on_the_page() -> None:
    made = edition(("paragraph", "naik 2,5", "rose 2.5"))
    one: Unit = replace(made.units[0], edits=(Edit("percent", "2,5", "2.5"),))
    assert "Changed by rule (1)" in html.write(replace(made, units=(one,)))


def test_a_list_is_named_once_and_what_is_carried_unchanged_is_marked() -> None:
    page = html.write(
        edition(("list_item", "satu", "one"), ("list_item", "dua", "two"), ("credit", "AFP", "AFP"))
    )
    assert page.count('<p class="label">List</p>') == 1
    assert page.count('<p class="label">Credit</p>') == 1
    assert 'class="row kind-credit  carried same first"' in page


def test_a_title_of_a_megabyte_fills_no_tab_and_breaks_no_page() -> None:
    page = html.write(edition(("headline", "kata " * 200_000, "word " * 200_000)))
    title = re.search("<title>(.*?)</title>", page, re.DOTALL)
    assert title is not None
    assert len(title[1]) <= 160


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_colour_has_a_contrast_of_wcag_aa(theme: str) -> None:
    colours = _edition_page.PALETTE[theme]
    for ink, ground in _edition_page.PAIRS:
        light, dark = sorted((luminance(colours[ink]), luminance(colours[ground])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)


@pytest.mark.parametrize(
    ("meta", "wanted"),
    [
        (ItemMeta(status=PubStatus.CANCELED), "Withdrawn by its source"),
        (ItemMeta(status=PubStatus.WITHHELD), "Held back by its source"),
        (
            ItemMeta(embargoed_until=datetime(2026, 3, 20, 12, tzinfo=UTC)),
            "Under embargo until 2026-03-20 19:00 WIB",
        ),
        (ItemMeta(), ""),
        (None, ""),
    ],
)
def test_what_a_source_takes_back_stands_above_all_else(meta: ItemMeta | None, wanted: str) -> None:
    made = flagged()
    made = replace(made, article=replace(made.article, meta=meta))
    page, markdown = html.write(made), md.write(made)
    assert ('role="alert"' in page) == bool(wanted)
    assert ("> **" in markdown) == bool(wanted)
    assert wanted in page
    assert wanted in markdown
    assert page.find(wanted) < page.find("Machine translation, not approved")
