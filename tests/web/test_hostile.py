"""What strangers write is text on every page and in every file: it never becomes markup, script or a template."""

from __future__ import annotations

import json
import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from lxml import etree
from newsroom import Open, house, take_in, translate

from pipeline.adapters.formats import text
from pipeline.model.discussion import View

TAG = '<script>alert("x")</script>'
HOSTILE = (
    TAG,
    '<img src=x onerror="alert(1)">',
    '"><svg onload=alert(1)>',
    "javascript:alert(1)",
    "{{ 7919 * 7907 }} {% raw %} ${7919*7907}",
    "abc\u202edcba\u2066",
    "' OR 1=1 --",
    '=HYPERLINK("http://evil.example")',
    "%(name)s %s {name}",
)
STORY = "\n\n".join(f"Berita {number} {one}." for number, one in enumerate(HOSTILE))


def hostile_desk(desk: Open) -> str:
    key = take_in(house(desk.folder), STORY, answers={})
    site = desk.site
    sari = desk.client("sari")
    segment = site.articles.segments(key)[0]
    for one in HOSTILE:
        sari.form(f"/articles/{key}/comments", text=f"{one} @sari", segment=segment.key)
        sari.form("/glossary/proposals", source=one, target=one, kind="law", note=one, direction="id-en")
        site.discussion.keep_view(View("sari", one, one, shared=False))
        site.gate.log("x", one, one, at=one)
    version = segment.version
    sari.form(f"/articles/{key}/segments/{segment.key}", text=" ".join(HOSTILE), based_on=str(version))
    sari.form("/settings", display=TAG)
    for flag in desk.site.articles.segments(key)[0].flags:
        sari.form(f"/articles/{key}/segments/{segment.key}/flags/{flag.key}", verdict="dismissed", reason=TAG)
    return key


def test_hostile_strings_are_text_on_every_page(desk: Open) -> None:
    key = hostile_desk(desk)
    segment = desk.site.articles.segments(key)[0].key
    adi, sari = desk.client("adi"), desk.client("sari")
    pages = [
        "/?state=all",
        f"/?text={TAG}",
        f"/?source={TAG}&assignee={TAG}&check={TAG}&order={TAG}&page={TAG}",
        f"/articles/{key}",
        f"/articles/{key}/history",
        f"/articles/{key}/comments?segment={TAG}",
        f"/articles/{key}/segments/{segment}",
        f"/articles/{key}/segments/{segment}/history",
        f"/glossary?words={TAG}&source={TAG}&target={TAG}&article={TAG}&direction={TAG}",
        "/mentions",
        "/published",
        "/dashboard?days=" + TAG,
        f"/articles/{TAG}",
        f"/login?next={TAG}",
    ]
    for client, addresses in ((sari, pages), (adi, ["/users", "/audit", "/tokens"])):
        for address in addresses:
            answer = client.get(address)
            assert answer.status_code < 500, address
            for bad in (TAG, "<img src=x", "<svg onload", 'href="javascript:', "62615533"):
                assert bad not in answer.text, (address, bad)
            # Where a person types, the text is as it is; where they read, nothing turns the line around.
            shown = re.sub(
                r'="[^"]*"|<textarea.*?</textarea>|<option.*?</option>', "", answer.text, flags=re.DOTALL
            )
            assert "\u202e" not in shown, address


EXPORTS = ["html", "md", "json", "docx", "xliff", "xliff12", "tmx", "tbx", "ninjs"]


def from_hostile_file(desk: Open) -> str:
    """Take in a file whose name means harm, as an agency's server or a reporter's disk may hold it."""
    name = f"../../{' '.join(HOSTILE)}\n.txt"
    manuscript = replace(
        text.read(b"KPK menahan seorang menteri.\n\nMenteri itu diam.", "x.txt"), origin=name
    )
    return translate(house(desk.folder), manuscript, answers={})


def test_a_hostile_file_name_is_text_on_every_page(desk: Open) -> None:
    key = from_hostile_file(desk)
    sari = desk.client("sari")
    segment = desk.site.articles.segments(key)[0].key
    for address in ("/?state=all", f"/articles/{key}", f"/articles/{key}/segments/{segment}", "/published"):
        page = sari.get(address).text
        for bad in (TAG, "<img src=x", "<svg onload", 'href="javascript:', "62615533", "\u202e"):
            assert bad not in page, (address, bad)
    assert re.fullmatch(r"[\w.-]+", key)


@pytest.mark.parametrize("name", EXPORTS)
def test_a_hostile_file_name_is_text_in_every_export(desk: Open, name: str) -> None:
    key = from_hostile_file(desk)
    answer = desk.client("sari").get(f"/articles/{key}/export/{name}")
    assert answer.status_code == 200
    disposition = answer.headers["content-disposition"]
    assert re.fullmatch(r"attachment; filename\*=UTF-8''[\w.-]+", disposition), disposition
    if name in ("xliff", "xliff12", "tmx", "tbx"):
        etree.fromstring(answer.content, etree.XMLParser(resolve_entities=False))
    if name == "docx":
        with zipfile.ZipFile(BytesIO(answer.content)) as file:
            assert all(".." not in one for one in file.namelist())
            for one in file.namelist():
                if one.endswith((".xml", ".rels")):
                    etree.fromstring(file.read(one), etree.XMLParser(resolve_entities=False))
    if name == "html":
        for bad in (TAG, "<img src=x", "<svg onload", 'href="javascript:'):
            assert bad not in answer.text
    if name == "md":
        assert "\n.txt" not in answer.text, "a line of its own could be a heading"
    if name in ("json", "ninjs"):
        json.loads(answer.text)


@pytest.mark.parametrize("name", EXPORTS)
def test_hostile_strings_are_text_in_every_export(desk: Open, name: str) -> None:
    key = hostile_desk(desk)
    answer = desk.client("sari").get(f"/articles/{key}/export/{name}")
    assert answer.status_code == 200
    body = "" if name == "docx" else answer.text
    if name in ("xliff", "xliff12", "tmx"):
        tree = etree.fromstring(answer.content, etree.XMLParser(resolve_entities=False))
        assert TAG in " ".join("".join(one.itertext()) for one in tree.iter("{*}target", "{*}seg"))
    if name == "html":
        assert TAG not in body
        assert "<img src=x" not in body
    if name == "json":
        assert TAG in json.loads(body)["blocks"][0]["segments"][0]["target"]


def test_a_title_of_a_megabyte_slows_nobody_down(desk: Open) -> None:
    key = take_in(house(desk.folder), "Berita " + "kata " * 200_000, answers={})
    client = desk.client("sari")
    for address in ("/?state=all", f"/articles/{key}", f"/articles/{key}/history"):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert answer.elapsed.total_seconds() < 30, address
