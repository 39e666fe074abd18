from __future__ import annotations

import html
import time
from datetime import UTC, datetime, timedelta

import pytest
from serving import Page, Script, Site, site
from visiting import NOW, Visitor, texts, visitor

from pipeline.errors import ConfigError
from pipeline.model import PubStatus

LONG = "<p>" + "Warga kembali ke rumah setelah banjir surut pada pagi hari. " * 12 + "</p>"


def entry(guid: str = "1", title: str = "Banjir Surut", content: str = LONG, **more: str) -> str:
    """Return an RSS item with its whole text."""
    parts = {"title": html.escape(title), "guid": guid, "content:encoded": html.escape(content), **more}
    return "<item>" + "".join(f"<{name}>{text}</{name}>" for name, text in parts.items() if text) + "</item>"


def rss(*entries: str, head: str = '<?xml version="1.0" encoding="utf-8"?>') -> str:
    namespace = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f'{head}<rss version="2.0" {namespace}><channel><title>Kabar</title>{"".join(entries)}</channel></rss>'


def story(title: str = "Banjir Surut", text: str = "Air turun 40 sentimeter.") -> Page:
    """Return an article's page, with the menu that every site has."""
    return Page(
        f"<html lang=en><head><title>{title}</title></head><body><nav><a href=/>Beranda</a></nav>"
        f"<article><h1>{title}</h1><p>{text}</p>{LONG}</article></body></html>",
        headers={"Content-Type": "text/html; charset=utf-8"},
    )


def feed_of(played: Site, body: str | bytes | Page | Script, **options: object) -> Visitor:
    played.pages["/feed"] = Page(body) if isinstance(body, str | bytes) else body
    return visitor("feed", url=f"{played.url}/feed", **options)  # type: ignore[arg-type]


def test_entries_come_oldest_first_and_only_once() -> None:
    with site() as played:
        feed = feed_of(played, rss(entry("2", "Kedua"), entry("1", "Pertama")))
        items = feed.visit()
        assert [item.meta.guid for item in items] == ["1", "2"]
        assert texts(items[0])[0] == "Pertama"
        assert feed.visit() == []
        assert played.asked() == ["/feed", "/feed"]


def test_an_entry_that_changed_comes_again_under_its_name() -> None:
    with site() as played:
        feed = feed_of(played, rss(entry("1"), entry("2")))
        feed.visit()
        played.pages["/feed"] = Page(rss(entry("1", "Ralat: Banjir Surut"), entry("2")))
        (item,) = feed.visit()
        assert (item.meta.guid, texts(item)[0]) == ("1", "Ralat: Banjir Surut")


def test_an_unchanged_feed_is_not_sent_again() -> None:
    with site() as played:
        feed = feed_of(
            played, Page(rss(entry()), headers={"ETag": '"a"', "Last-Modified": "Mon, 16 Mar 2026"})
        )
        assert len(feed.visit()) == 1
        assert (feed.state.etag, feed.state.last_modified) == ('"a"', "Mon, 16 Mar 2026")
        feed.visit()
        assert played.requests[-1][2]["if-none-match"] == '"a"'
        assert played.requests[-1][2]["if-modified-since"] == "Mon, 16 Mar 2026"
        assert feed.state.etag == '"a"'
        assert feed.state.due == NOW + timedelta(minutes=30)


def test_a_validator_that_is_none_is_done_without() -> None:
    with site() as played:
        feed = feed_of(played, Page(rss(entry()), headers={"ETag": '"a\x01\x1b[2J"'}))
        assert len(feed.visit()) == 1
        assert feed.state.etag == ""


def test_an_address_is_written_as_the_web_writes_it() -> None:
    with site({"/berita/caf%C3%A9%20baru": story()}) as played:
        (item,) = feed_of(played, rss(entry(content="", link="/berita/café baru#komentar"))).visit()
        assert item.problem == ""


def test_a_killed_visit_is_taken_up_where_it_was() -> None:
    with site() as played:
        body = Page(rss(*(entry(str(number)) for number in range(5))), headers={"ETag": '"a"'})
        feed = feed_of(played, body)
        first = feed.visit(killed_after=2)
        rest = feed.visit()
        assert sorted(item.meta.guid for item in first + rest) == ["0", "1", "2", "3", "4"]


def test_the_article_is_taken_from_its_page_where_the_feed_has_a_teaser() -> None:
    with site({"/berita/1": story()}) as played:
        teaser = entry(content="<p>Air turun … Baca selengkapnya</p>", link="/berita/1")
        (item,) = feed_of(played, rss(teaser)).visit()
        assert "Air turun 40 sentimeter." in texts(item)
        assert "Beranda" not in texts(item)
        assert item.link == f"{played.url}/berita/1"
        assert str(item.direction) == "id-en"  # a site's template says lang="en" whatever its language
        assert item.raw.startswith(b"<html")
        assert played.asked() == ["/feed", "/robots.txt", "/berita/1"]


def test_a_page_is_fetched_again_only_when_its_entry_changed() -> None:
    with site({"/berita/1": story()}) as played:
        feed = feed_of(played, rss(entry(content="", link="/berita/1")), articles="page")
        feed.visit()
        played.asked()
        played.pages["/feed"] = Page(rss(entry(content="", link="/berita/1?utm_id=2")))
        assert feed.visit() == []
        assert played.asked() == ["/feed"]


def test_what_robots_txt_asks_is_done() -> None:
    with site({"/berita/1": story(), "/arsip/2": story()}) as played:
        played.pages["/robots.txt"] = Page("User-agent: *\nDisallow: /arsip/\nCrawl-delay: 0.01")
        entries = rss(entry("1", content="", link="/berita/1"), entry("2", content="", link="/arsip/2"))
        problems = {item.meta.guid: item.problem for item in feed_of(played, entries).visit()}
        assert problems["1"] == ""
        assert "robots.txt asks not to fetch" in problems["2"]
        assert "/arsip/2" not in played.asked()


def test_pages_wait_while_robots_txt_cannot_be_read() -> None:
    with site({"/berita/1": story(), "/robots.txt": Page("", 503)}) as played:
        feed = feed_of(played, rss(entry(content="", link="/berita/1")))
        assert feed.visit() == []
        del played.pages["/robots.txt"]
        assert len(feed.visit()) == 1


def test_a_page_that_fails_is_tried_again_and_then_set_aside_with_its_reason() -> None:
    with site({"/berita/1": Page("", 500)}) as played:
        body = Page(rss(entry("1", content="", link="/berita/1"), entry("2")), headers={"ETag": '"a"'})
        feed = feed_of(played, body)
        assert [item.meta.guid for item in feed.visit()] == ["2"]
        assert feed.state.etag == ""  # a 304 would keep the page from us for good
        for _ in range(3):
            assert feed.visit() == []
        (item,) = feed.visit()
        assert "answers 500: the server has a fault" in item.problem
        assert feed.visit() == []
        played.pages["/feed"] = Page(rss(entry("1", "Ralat", content="", link="/berita/1"), entry("2")))
        played.pages["/berita/1"] = story()
        (item,) = feed.visit()
        assert item.problem == ""


def test_pages_beyond_the_limit_of_one_visit_come_with_the_next() -> None:
    pages: dict[str, Page | Script] = {f"/b/{number}": story() for number in range(5)}
    with site(pages) as played:
        body = Page(
            rss(*(entry(str(number), content="", link=f"/b/{number}") for number in range(5))),
            headers={"ETag": '"a"'},
        )
        feed = feed_of(played, body, intake={"pages_per_visit": 2})
        assert len(feed.visit()) == 2
        assert feed.state.is_due(feed.now)
        assert [len(feed.visit()) for _ in range(3)] == [2, 1, 0]


def test_a_page_that_is_gone_withdraws_its_article() -> None:
    with site({"/berita/1": Page("", 410)}) as played:
        (item,) = feed_of(played, rss(entry(content="", link="/berita/1"))).visit()
        assert item.meta.status is PubStatus.CANCELED


def test_a_link_that_leads_to_the_front_page_is_no_article() -> None:
    with site({"/": story(), "/berita/1": Page("", 302, {"Location": "/"})}) as played:
        (item,) = feed_of(played, rss(entry(content="", link="/berita/1"))).visit()
        assert "front page" in item.problem


def test_a_page_is_looked_at_again_for_three_days_and_its_correction_comes() -> None:
    published = "Fri, 20 Mar 2026 02:50:00 GMT"  # ten minutes before the first visit
    with site({"/berita/1": story()}) as played:
        body = Page(rss(entry(content="", link="/berita/1", pubDate=published)), headers={"ETag": '"a"'})
        feed = feed_of(played, body)
        fetched = []
        for hour in range(96):
            feed.now = NOW + timedelta(hours=hour)
            feed.visit()
            feed.now = NOW + timedelta(hours=hour)
            fetched += [feed.now] * played.asked().count("/berita/1")
        hours = [round((at - NOW).total_seconds() / 3600) for at in fetched]
        assert hours == [0, 1, 6, 24, 72]


def test_a_page_that_was_corrected_or_taken_down_is_noticed_without_the_feed() -> None:
    with site({"/berita/1": story()}) as played:
        published = "Fri, 20 Mar 2026 02:50:00 GMT"
        body = Page(rss(entry(content="", link="/berita/1", pubDate=published)), headers={"ETag": '"a"'})
        feed = feed_of(played, body)
        feed.visit()
        assert feed.visit() == []
        played.pages["/berita/1"] = story(text="Air turun 60 sentimeter.")
        feed.now = NOW + timedelta(hours=2)
        (item,) = feed.visit()
        assert "Air turun 60 sentimeter." in texts(item)
        played.pages["/berita/1"] = Page("", 500)
        feed.now = NOW + timedelta(hours=7)
        assert feed.visit() == []  # a server that is down says nothing about the story
        played.pages["/berita/1"] = Page("", 404)
        feed.now = NOW + timedelta(hours=25)
        (item,) = feed.visit()
        assert "no longer there: has its source withdrawn it?" in item.problem
        assert feed.visit() == []


def test_an_atom_feed_withdraws_by_a_tombstone() -> None:
    def atom(*parts: str) -> str:
        return (
            '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">'
            f"<title>Kabar</title>{''.join(parts)}</feed>"
        )

    kept = f'<entry><id>tag:1</id><title>A</title><content type="html">{html.escape(LONG)}</content></entry>'
    with site() as played:
        feed = feed_of(played, atom(kept))
        feed.visit()
        gone = '<at:deleted-entry ref="tag:{}" when="2026-03-20T09:00:00+07:00"/>'
        played.pages["/feed"] = Page(atom(gone.format(1), gone.format("never-seen")))
        (item,) = feed.visit()
        assert (item.meta.guid, item.meta.status) == ("tag:1", PubStatus.CANCELED)
        assert item.meta.updated == datetime(2026, 3, 20, 2, 0, tzinfo=UTC)
        assert feed.visit() == []


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (Page("", 500), "answers 500"),
        (Page("", 404), "there is nothing at this address"),
        (Page("", 410), "remove the source"),
        (Page("", 302, {"Location": "http://169.254.169.254/"}), "not public"),
        (Page(b"\x1f\x8b rusak", headers={"Content-Encoding": "gzip"}), "can't be fetched"),
        (Page("<html><body>Sedang dalam pemeliharaan</body></html>"), "no RSS or Atom feed; it begins with"),
        (
            Page('<html><link rel=alternate type="application/rss+xml" href="/rss">'),
            "the page there names one",
        ),
        (Page("kabar " * 300_000), "larger than 1 MB"),
        (Page(""), "no RSS or Atom feed"),
        (Page("http://169.254.169.254/latest"), "no RSS or Atom feed"),
        (Page("/etc/passwd"), "no RSS or Atom feed"),
    ],
)
def test_a_feed_that_fails_is_told_visited_less_often_and_forgotten_when_it_works(
    answer: Page, problem: str
) -> None:
    with site() as played:
        feed = feed_of(played, answer, intake={"max_megabytes": 1})
        waits = []
        for _ in range(3):
            at = feed.now
            assert feed.visit() == []
            assert problem in feed.state.problem
            assert feed.state.due
            waits.append(feed.state.due - at)
        assert [wait.total_seconds() / 60 for wait in waits] == [15, 30, 60]
        assert feed.state.failures == 3
        played.pages["/feed"] = Page(rss(entry()))
        assert len(feed.visit()) == 1
        assert (feed.state.failures, feed.state.problem) == (0, "")


def test_a_server_that_names_a_time_is_left_alone_so_long_but_never_longer_than_a_day() -> None:
    with site() as played:
        for value, minutes in (("7200", 120), ("99999999", 1440), ("Fri, 20 Mar 2026 05:00:00 GMT", 120)):
            feed = feed_of(played, Page("", 429, {"Retry-After": value}))
            feed.visit()
            assert feed.state.due == NOW + timedelta(minutes=minutes)
            assert "we ask too often" in feed.state.problem


def test_a_clock_that_was_set_back_does_not_silence_a_source() -> None:
    with site() as played:
        feed = feed_of(played, rss(entry()))
        feed.visit()
        assert not feed.state.is_due(NOW + timedelta(minutes=14))
        assert feed.state.is_due(NOW + timedelta(minutes=15))
        assert feed.state.is_due(NOW - timedelta(days=3))


def test_a_feed_that_has_moved_for_good_says_where() -> None:
    with site({"/new": Page(rss(entry()))}) as played:
        feed = feed_of(played, Page("", 301, {"Location": "/new"}))
        assert len(feed.visit()) == 1
        assert f"moved for good to {played.url}/new" in feed.state.notice


def test_a_feed_that_nobody_fills_any_more_is_noticed() -> None:
    with site() as played:
        for day, wanted in (("Thu, 19 Mar 2026", ""), ("Sun, 01 Mar 2026", "newest entry is of 2026-03-01")):
            feed = feed_of(played, rss(entry(pubDate=f"{day} 09:00:00 +0700")))
            feed.visit()
            assert wanted in feed.state.notice
            assert bool(wanted) == bool(feed.state.notice)


def test_a_token_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    with site() as played:
        feed = feed_of(played, rss(entry()), authorization="KABAR_TOKEN")
        for value, problem in (("", "no variable KABAR_TOKEN"), ("Bearer ra\nhasia", "what no header can")):
            monkeypatch.setenv("KABAR_TOKEN", value)
            assert feed.visit() == []
            assert problem in feed.state.problem
            assert "hasia" not in feed.state.problem
        monkeypatch.setenv("KABAR_TOKEN", "Bearer rahasia\n")
        assert len(feed.visit()) == 1
        assert played.requests[0][2]["authorization"] == "Bearer rahasia"


def test_a_feed_needs_an_address() -> None:
    with pytest.raises(ConfigError, match='a feed needs url = "https'):
        visitor("feed", url="kabar.example/rss")


LAUGHS = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    "head",
    [
        LAUGHS,
        OUTSIDE,
        "\n<!-- x -->" + OUTSIDE,
        OUTSIDE.lower().replace("<!entity", "<!ENTITY"),
        "<!ENTITY a 'x'>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_with_a_message(head: str, encoding: str) -> None:
    with site() as played:
        body = rss(entry(title="&a;"), head=f'<?xml version="1.0" encoding="{encoding}"?>{head}')
        feed = feed_of(played, body.encode(encoding))
        assert feed.visit() == []
        assert "declares XML entities" in feed.state.problem


def test_a_document_type_of_an_old_feed_does_no_harm() -> None:
    old = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://169.254.169.254/rss-0.91.dtd">'
    with site() as played:
        assert len(feed_of(played, rss(entry(), head=f'<?xml version="1.0"?>{old}')).visit()) == 1


@pytest.mark.parametrize(
    "body",
    [
        "<!DOCTYPE " * 20_000,
        "<html>" + "<link " * 30_000,
        "<rss>" + "<a>" * 20_000,
        rss(entry(title="<a" * 100_000)),
        rss(entry(content="." * 200_000 + "x")),
    ],
    ids=["doctypes", "links", "depth", "title", "dots"],
)
def test_a_feed_made_to_keep_us_busy_does_not(body: str) -> None:
    with site() as played:
        started = time.process_time()
        feed_of(played, body).visit()
        assert time.process_time() - started < 3  # it was minutes before the patterns were made linear


@pytest.mark.parametrize(
    ("encoding", "declared", "served"),
    [
        ("utf-8", "iso-8859-1", ""),
        ("cp1252", "utf-8", ""),
        ("cp1252", "iso-8859-1", ""),
        ("cp1252", "nonsense", ""),
        ("utf-16", "utf-16", ""),
        ("utf-8-sig", "utf-8", ""),
        ("cp1251", "utf-8", "text/xml; charset=windows-1251"),
    ],
)
def test_a_feed_is_read_in_the_encoding_that_it_is_in(encoding: str, declared: str, served: str) -> None:
    title = "Путин" if encoding == "cp1251" else "“Rp 5 juta” – katanya"
    with site() as played:
        head = f'<?xml version="1.0" encoding="{declared}"?>'
        body = rss(entry(title=title), head=head).encode(encoding)
        feed = feed_of(played, Page(body, headers={"Content-Type": served} if served else {}))
        (item,) = feed.visit()
        assert texts(item)[0] == title


def test_one_damaged_headline_costs_no_other_article() -> None:
    with site() as played:
        body = rss(
            entry("1", "Banjir “surut”"), entry("2", "Tanah RUSAK longsor"), entry("3", "Harga “naik”")
        )
        feed = feed_of(played, body.encode().replace(b"RUSAK", b"\xe2\x80"))
        problems = {item.meta.guid: item.problem for item in feed.visit()}
        assert [bool(problems[guid]) for guid in "123"] == [False, True, False]
        assert "damaged" in problems["2"]
        assert "damaged" in feed.state.notice


def test_a_broken_feed_gives_what_can_be_read_and_says_so() -> None:
    with site() as played:
        feed = feed_of(played, rss(entry("1"), entry("2")).replace("</channel></rss>", "<item><title>Terpo"))
        assert {item.meta.guid for item in feed.visit()} >= {"1", "2"}
        assert "no well-formed XML" in feed.state.notice


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Banjir <b>Surut</b>", "Banjir Surut"),
        ("Harga &amp; Upah", "Harga & Upah"),
        ("Laba < Rp 5 miliar", "Laba < Rp 5 miliar"),
        ("Kata <script>alert(1)</script>", "Kata alert(1)"),
        ("  Dua\n baris ", "Dua baris"),
    ],
)
def test_a_title_is_text_whatever_markup_it_came_in(title: str, wanted: str) -> None:
    with site() as played:
        (item,) = feed_of(played, rss(entry(title=title))).visit()
        assert texts(item)[0] == wanted


@pytest.mark.parametrize(
    ("references", "wanted"),
    [("&#xD83D;&#xDE00;", "😀"), ("&#55357;&#56832;", "😀"), ("&#xD800;", "\ufffd"), ("&#57344;", "\ue000")],
)
def test_an_emoji_in_two_halves_is_one_and_half_of_one_costs_no_feed(references: str, wanted: str) -> None:
    with site() as played:
        body = rss(entry("1")).replace("Banjir Surut", f"Banjir {references} Surut")
        (item,) = feed_of(played, body).visit()
        assert texts(item)[0] == f"Banjir {wanted} Surut"


def test_an_address_that_is_none_costs_no_feed() -> None:
    with site() as played:
        feed = feed_of(
            played,
            rss(
                entry("1").replace("<title>", '<title xml:base="http://[">'),
                entry("2", "Harga Naik", link="http://[::1"),
            ),
        )
        assert len(feed.visit()) == 2
        assert feed.state.problem == ""


def test_an_entry_without_title_or_date_is_an_article_and_one_without_text_is_told() -> None:
    with site() as played:
        nothing = '<item><guid isPermaLink="false">3</guid></item>'
        anonymous = f"<item><description>{html.escape(LONG)}</description></item>"
        items = feed_of(played, rss(entry("1", title=""), anonymous, nothing)).visit()
        assert [bool(item.manuscript) for item in items] == [False, True, True]
        assert "no text" in items[0].problem
        assert items[1].meta.guid.startswith("digest:")
        assert all(item.manuscript.published is None for item in items if item.manuscript)


def test_a_date_without_a_zone_is_one_of_the_source() -> None:
    with site() as played:
        (item,) = feed_of(played, rss(entry(pubDate="2023-03-20 09:00:00"))).visit()
        assert item.manuscript
        assert item.manuscript.published == datetime(2023, 3, 20, 2, 0, tzinfo=UTC)
        assert item.meta.updated == datetime(2023, 3, 20, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "guid", ["../../etc/passwd", "a&#1;b", "x" * 3000, "\u202etag", "C:\\con", "' OR 1=1 --"]
)
def test_a_name_is_a_name_and_never_a_path(guid: str) -> None:
    with site() as played:
        (item,) = feed_of(played, rss(entry(guid.replace("&#1;", "\x01")))).visit()
        assert len(item.meta.guid) <= 400
        assert item.meta.guid.isprintable()
        assert item.manuscript


def test_entries_that_share_a_name_are_told_apart_by_where_they_lead() -> None:
    with site({"/a": story("A"), "/b": story("B")}) as played:
        feed = feed_of(
            played, rss(*(entry("http://kabar.example", content="", link=f"/{one}") for one in "ab"))
        )
        assert [texts(item)[0] for item in feed.visit()] == ["B", "A"]
        assert feed.visit() == []
        both = rss(entry("1", "Baru"), entry("1", "Lama"))
        feed = feed_of(played, both.replace("</guid>", "</guid><link>http://kabar.example/x</link>"))
        assert [texts(item)[0] for item in feed.visit()] == ["Baru"]
        assert feed.visit() == []


def test_ten_thousand_entries_cost_one_request_and_seconds() -> None:
    with site() as played:
        many = rss(*(entry(str(number), content=f"Air surut di {number} desa.") for number in range(10_000)))
        feed = feed_of(played, many, articles="feed")
        assert len(feed.visit()) == 10_000
        assert feed.visit() == []
        assert played.asked() == ["/feed", "/feed"]
