from __future__ import annotations

import pytest
from serving import Page, site
from visiting import Visitor, texts, visitor

from pipeline.errors import ConfigError

STORY = "<html><body><article><h1>{}</h1><p>Air turun 40 sentimeter.</p><p>Warga pulang.</p></article></body></html>"
NAMES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


def url(link: str, date: str = "2026-03-20T09:00:00+07:00", title: str = "Banjir", lastmod: str = "") -> str:
    published = f"<news:publication_date>{date}</news:publication_date><news:title>{title}</news:title>"
    news = f"<news:news>{published}</news:news>" if date else ""
    return f"<url><loc>{link}</loc>{f'<lastmod>{lastmod}</lastmod>' if lastmod else ''}{news}</url>"


def sitemap(*urls: str) -> Page:
    return Page(f'<?xml version="1.0"?><urlset {NAMES}>{"".join(urls)}</urlset>')


def test_recent_stories_come_from_their_pages_and_the_archive_does_not() -> None:
    with site({f"/{name}": Page(STORY.format(name)) for name in "abcd"}) as played:
        links = [f"{played.url}/{name}" for name in "abcd"]
        played.pages["/news.xml"] = sitemap(
            url(links[0]),
            url(links[1], "2020-01-01"),
            url(links[2], "", lastmod="2026-03-19"),
            url(links[3], ""),
        )
        found = visitor("sitemap", url=f"{played.url}/news.xml")
        assert [texts(item)[0] for item in found.visit()] == ["c", "a"]
        assert found.state.notice == "2 pages without a recent date are passed over"
        assert found.visit() == []


def test_a_changed_title_is_another_look_and_a_lastmod_that_says_now_is_not() -> None:
    with site({"/a": Page(STORY.format("a"))}) as played:
        played.pages["/news.xml"] = sitemap(url(f"{played.url}/a", lastmod="2026-03-20T10:00:00Z"))
        found = visitor("sitemap", url=f"{played.url}/news.xml")
        assert len(found.visit()) == 1
        played.pages["/news.xml"] = sitemap(url(f"{played.url}/a", lastmod="2026-03-20T11:00:00Z"))
        assert found.visit() == []
        played.pages["/news.xml"] = sitemap(url(f"{played.url}/a", title="Ralat: Banjir"))
        assert len(found.visit()) == 1


def problem_of(page: Page) -> str:
    with site({"/news.xml": page}) as played:
        found: Visitor = visitor("sitemap", url=f"{played.url}/news.xml")
        assert found.visit() == []
        return found.state.problem


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (
            "<sitemapindex><sitemap><loc>http://a.example/1.xml</loc></sitemap></sitemapindex>",
            "a.example/1.xml: name",
        ),
        ("<rss/>", "is no sitemap; it begins with <rss>"),
        ("bukan xml", "no well-formed XML"),
        (
            '<!DOCTYPE u [<!ENTITY a SYSTEM "file:///etc/passwd">]><urlset>&a;</urlset>',
            "declares XML entities",
        ),
    ],
)
def test_what_is_no_sitemap_of_stories_is_told(body: str, problem: str) -> None:
    assert problem in problem_of(Page(body))


def test_a_sitemap_has_no_articles_of_its_own() -> None:
    with pytest.raises(ConfigError, match="a sitemap holds no articles"):
        visitor("sitemap", url="http://kabar.example/news.xml", articles="feed")
