from __future__ import annotations

from serving import Page, site
from visiting import texts, visitor

from pipeline.model import PubStatus

STORY = """<html><body><article><h1>Jembatan Dibuka</h1>
<p>Jembatan sepanjang 1,2 kilometer itu dibuka pada Senin.</p><p>Warga senang.</p></article></body></html>"""


def page_of(text: str, **headers: str) -> Page:
    return Page(text, headers={"Content-Type": "text/html; charset=utf-8", **headers})


def test_a_page_comes_when_it_changes_and_its_end_withdraws_it() -> None:
    with site({"/siaran": page_of(STORY)}) as played:
        page = visitor("page", url=f"{played.url}/siaran")
        (item,) = page.visit()
        assert (item.meta.guid, texts(item)[0]) == (f"{played.url}/siaran", "Jembatan Dibuka")
        assert page.visit() == []
        played.pages["/siaran"] = page_of(STORY.replace("1,2", "1,4"), ETag='"b"')
        assert "1,4 kilometer" in texts(page.visit()[0])[1]
        assert page.visit() == []
        played.pages["/siaran"] = Page("", 410)
        (item,) = page.visit()
        assert item.meta.status is PubStatus.CANCELED
        assert page.visit() == []
        played.pages["/siaran"] = page_of(STORY)
        (item,) = page.visit()
        assert item.meta.status is PubStatus.USABLE


def test_a_page_that_cannot_be_fetched_is_told_and_withdraws_nothing() -> None:
    with site({"/siaran": page_of(STORY)}) as played:
        page = visitor("page", url=f"{played.url}/siaran")
        page.visit()
        for status in (404, 500, 403):
            played.pages["/siaran"] = Page("", status)
            assert page.visit() == []
            assert f"answers {status}" in page.state.problem


def test_robots_txt_is_asked_before_a_page() -> None:
    with site(
        {"/siaran": page_of(STORY), "/robots.txt": Page("User-agent: Dwibahasa\nDisallow: /")}
    ) as played:
        page = visitor("page", url=f"{played.url}/siaran")
        assert page.visit() == []
        assert "robots.txt asks not to fetch" in page.state.problem
        assert played.asked() == ["/robots.txt"]
