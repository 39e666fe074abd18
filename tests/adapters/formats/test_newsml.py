from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.adapters.formats.newsml import read, read_all
from pipeline.errors import ArticleError
from pipeline.model import BlockKind, Manuscript, PubStatus

NITF = """<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head>
<title>tidak dicetak</title></head><body><body.head><hedline><hl1>Jembatan Dibuka</hl1></hedline>
<byline>Oleh redaksi</byline></body.head><body.content><p>Jembatan itu <em>dibuka</em> Senin.</p>
<p>Panjangnya 1,2 kilometer.</p></body.content></body></nitf></inlineXML>"""
XHTML = """<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
<h1>Jembatan Dibuka</h1><p>Jembatan itu dibuka Senin.</p><p>Panjangnya 1,2 kilometer.</p></body></html></inlineXML>"""
PLAIN = """<inlineData contenttype="text/plain">Jembatan itu dibuka Senin.

Panjangnya 1,2 kilometer.</inlineData>"""


def item(
    content: str = NITF, *, meta: str = "", status: str = "stat:usable", kind: str = "ninat:text"
) -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:kabar.example:1" version="3">
    <itemMeta><itemClass qcode="{kind}"/><versionCreated>2023-03-20T09:00:00+07:00</versionCreated>
    <pubStatus qcode="{status}"/>{meta}</itemMeta>
    <contentMeta><urgency>2</urgency><headline>Jembatan Dibuka</headline><language tag="id-ID"/></contentMeta>
    <contentSet>{content}</contentSet></newsItem>"""


def message(*items: str) -> str:
    return (
        '<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/>'
        f"<itemSet>{''.join(items)}</itemSet></newsMessage>"
    )


def read_one(xml: str) -> Manuscript:
    return read(xml.encode(), "a.xml")


@pytest.mark.parametrize("content", [NITF, XHTML, PLAIN])
def test_an_item_gives_its_headline_and_text_in_whatever_rendition(content: str) -> None:
    found = [
        (one.text, one.hint) for one in read_one(item(content)).paragraphs if one.hint != BlockKind.BYLINE
    ]
    assert found == [
        ("Jembatan Dibuka", BlockKind.HEADLINE),
        ("Jembatan itu dibuka Senin.", None),
        ("Panjangnya 1,2 kilometer.", None),
    ]


def test_an_item_says_who_it_is() -> None:
    found = read_one(item())
    assert found.language == "id"
    assert found.published == datetime(2023, 3, 20, 2, 0, tzinfo=UTC)
    assert found.meta
    assert (found.meta.guid, found.meta.version, found.meta.urgency) == ("urn:newsml:kabar.example:1", "3", 2)
    assert found.meta.updated == datetime(2023, 3, 20, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("status", "meta", "wanted"),
    [
        ("stat:usable", "", PubStatus.USABLE),
        ("stat:withheld", "", PubStatus.WITHHELD),
        ("stat:canceled", "", PubStatus.CANCELED),
        ("http://cv.iptc.org/newscodes/pubstatusg2/canceled", "", PubStatus.CANCELED),
        ("stat:nanti", "", PubStatus.WITHHELD),
        ("stat:usable", "<embargoed/>", PubStatus.WITHHELD),
        ("stat:usable", "<embargoed>besok</embargoed>", PubStatus.WITHHELD),
        ("stat:usable", "<embargoed>2023-03-20T12:00:00+07:00</embargoed>", PubStatus.USABLE),
        ("stat:canceled", "<embargoed/>", PubStatus.CANCELED),
    ],
)
def test_a_status_that_is_not_understood_holds_the_item_back(
    status: str, meta: str, wanted: PubStatus
) -> None:
    found = read_one(item(status=status, meta=meta)).meta
    assert found
    assert found.status is wanted
    assert bool(found.embargoed_until) == ("12:00" in meta)


def test_an_embargo_without_a_zone_ends_late_rather_than_early() -> None:
    found = read_one(item(meta="<embargoed>2023-03-20T12:00:00</embargoed>")).meta
    assert found
    assert found.embargoed_until == datetime(2023, 3, 20, 12, 0, tzinfo=UTC)


def test_a_message_gives_its_articles_and_not_its_pictures() -> None:
    other = item(PLAIN).replace("example:1", "example:2")
    found = read_all(message(item(), item("", kind="ninat:picture"), other).encode(), "a.xml")
    assert [one.meta.guid[-1] for one in found if one.meta] == ["1", "2"]
    with pytest.raises(ArticleError, match="holds 2 articles"):
        read_one(message(item(), other))


def test_a_withdrawal_needs_no_text() -> None:
    (found,) = read_all(
        item("", status="stat:canceled").replace("<headline>Jembatan Dibuka</headline>", "").encode(), ""
    )
    assert found.paragraphs == ()


def test_nitf_alone_is_an_article() -> None:
    nitf = NITF.partition(">")[2].rpartition("<")[0]
    assert read_one(nitf).paragraphs[0].text == "Jembatan Dibuka"


def test_text_between_paragraphs_is_not_lost() -> None:
    body = "<body.content>Satu <b>dua</b><p>tiga</p>empat<block><p>lima</p>enam</block></body.content>"
    nitf = f"<nitf><body>{body}</body></nitf>"
    assert [one.text for one in read_one(nitf).paragraphs] == ["Satu dua", "tiga", "empat", "lima", "enam"]


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        ("<rss/>", "this is a feed"),
        ("<tmx/>", "nothing reads <tmx>"),
        ("<newsItem>", "no well-formed XML"),
        (
            '<!DOCTYPE newsItem [<!ENTITY a SYSTEM "file:///etc/passwd">]><newsItem>&a;</newsItem>',
            "XML entities",
        ),
        ('<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><newsItem>&b;</newsItem>', "XML entities"),
    ],
)
def test_what_is_no_news_item_is_told(xml: str, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason):
        read_one(xml)
