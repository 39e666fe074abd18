from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest
from newsroom import Client, Open, client_of

from pipeline.model import SegmentState
from pipeline.model.work import ArticleState
from pipeline.web.site import Site


def finish(desk: Open, client: Client) -> None:
    """Dismiss every flag and approve every sentence."""
    for one in desk.site.articles.segments(desk.key):
        path = f"/articles/{desk.key}/segments/{one.key}"
        for flag in one.flags:
            client.form(f"{path}/flags/{flag.key}", verdict="dismissed", reason="Checked")
        client.form(f"{path}/approve", based_on=str(one.version))


def test_an_article_is_published_when_all_is_final_and_withdrawn_with_a_note(desk: Open) -> None:
    editor = desk.client("ema")
    article = f"/articles/{desk.key}"
    refused = editor.form(f"{article}/publish")
    assert refused.status_code == 409
    assert "critical flag" in refused.text
    finish(desk, editor)
    assert desk.site.desk.article(desk.key).state is ArticleState.READY
    assert editor.form(f"{article}/publish", note="Evening").status_code == 303
    folder = desk.folder / "editions" / "published"
    written = {path.name for path in folder.iterdir()}
    assert {f"{desk.key}.{suffix}" for suffix in ("html", "md", "json", "docx", "tmx")} <= written
    assert "Evening" in editor.get("/published").text
    assert editor.form(f"{article}/withdraw", note=" ").status_code == 409, (
        "who finds it gone wants to know why"
    )
    assert editor.form(f"{article}/withdraw", note="The minister denies it").status_code == 303
    assert {path.name for path in folder.iterdir() if path.is_file()} == set()
    assert {path.name for path in (folder / "withdrawn").iterdir()} == written
    assert "The minister denies it" in editor.get("/published").text


def four_eyed(site: Site) -> Site:
    return replace(site, desk=replace(site.desk, four_eyes=True))


def test_with_four_eyes_nobody_makes_their_own_words_final(desk: Open) -> None:
    desk = desk._replace(site=four_eyed(desk.site))
    sari, budi = client_of(desk.site, "sari"), client_of(desk.site, "budi")
    segment = desk.segment("300 kapal")
    path = f"/articles/{desk.key}/segments/{segment.key}"
    sari.form(path, text="As many as 300 ships will call.", based_on=str(segment.version), do="approve")
    assert desk.segment("300 kapal").state is SegmentState.REVIEWED
    again = sari.form(f"{path}/approve", based_on=str(desk.segment("300 kapal").version))
    assert again.status_code == 422
    assert "another person" in again.text
    budi.form(f"{path}/approve", based_on=str(desk.segment("300 kapal").version))
    assert desk.segment("300 kapal").state is SegmentState.FINAL
    # The machine's own words are nobody's: one person is enough.
    welcome = desk.segment("Warga")
    sari.form(f"/articles/{desk.key}/segments/{welcome.key}/approve", based_on=str(welcome.version))
    assert desk.segment("Warga").state is SegmentState.FINAL


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, True),
        ({"severity": "critical"}, True),
        ({"state": "published"}, False),
        ({"text": "kapal"}, True),
        ({"text": "ships"}, True),
        ({"text": "gajah"}, False),
        ({"source": "wire", "assignee": "-"}, True),
        ({"assignee": "me"}, False),
        ({"direction": "en-id"}, False),
        ({"state": "nonsense", "order": "nonsense", "page": "-1"}, True),
    ],
)
def test_the_filters_of_the_queue_live_in_its_address(
    desk: Open, query: Mapping[str, str], found: bool
) -> None:
    page = desk.client("sari").get("/", params=dict(query)).text
    assert (f'href="/articles/{desk.key}"' in page) is found


def test_a_person_takes_an_article_and_an_editor_gives_it_to_another(desk: Open) -> None:
    sari, editor = desk.client("sari"), desk.client("ema")
    sari.form(f"/articles/{desk.key}/claim")
    assert f'href="/articles/{desk.key}"' in sari.get("/?assignee=me").text
    assert desk.client("budi").form(f"/articles/{desk.key}/claim", assignee="").status_code == 403
    editor.form(f"/articles/{desk.key}/claim", assignee="budi")
    assert desk.site.desk.article(desk.key).assignee == "budi"
    assert editor.form(f"/articles/{desk.key}/claim", assignee="nobody-here").status_code == 422
    soon = (desk.site.clock() + timedelta(minutes=400)).strftime("%Y-%m-%dT%H:%M")
    editor.form(f"/articles/{desk.key}/deadline", deadline=soon)
    assert desk.site.desk.article(desk.key).deadline


def test_a_mention_finds_its_reader(desk: Open) -> None:
    sari, budi = desk.client("sari"), desk.client("budi")
    segment = desk.segment("300 kapal").key
    sari.form(f"/articles/{desk.key}/comments", text="Is it 300, @Budi? Not @nobody.", segment=segment)
    assert "new mentions" in budi.get("/").text
    assert "Is it 300, @Budi?" in budi.get("/mentions").text
    assert "new mentions" not in budi.get("/").text
    number = desk.site.discussion.comments(desk.key)[0].number
    budi.form(f"/articles/{desk.key}/comments/{number}/resolve")
    assert "settled by" in sari.get(f"/articles/{desk.key}/comments").text


def test_a_proposed_term_is_obeyed_once_an_editor_accepts_it(desk: Open) -> None:
    sari, editor = desk.client("sari"), desk.client("ema")
    term = {"source": "Pelindo Timur", "target": "Pelindo East", "kind": "company", "direction": "id-en"}
    sari.form("/glossary/proposals", **term)
    (proposal,) = desk.site.discussion.proposals()
    assert "Pelindo East" not in sari.get("/glossary?words=Pelindo+Timur").text.split('id="proposals"')[0]
    decision = {"do": "accept", "target": "Pelindo Eastern Region"}
    assert editor.form(f"/glossary/proposals/{proposal.number}", **decision).status_code == 303
    assert (
        "Pelindo Eastern Region" in sari.get("/glossary?words=Pelindo+Timur").text.split('id="proposals"')[0]
    )
    assert editor.form(f"/glossary/proposals/{proposal.number}", do="decline").status_code == 409
    written = (desk.folder / "glossaries" / "desk.csv").read_text(encoding="utf-8")
    assert "Pelindo Timur,Pelindo Eastern Region,company,require" in written


def test_a_view_is_kept_shared_and_dropped(desk: Open) -> None:
    editor, sari = desk.client("ema"), desk.client("sari")
    editor.form("/views", name="Front page", query="severity=critical&order=deadline", shared="1")
    assert "/?severity=critical&amp;order=deadline" in sari.get("/").text
    sari.form("/views", name="Front page", drop="1")
    assert "Front page" in sari.get("/").text, "one drops only one's own"
    editor.form("/views", name="Front page", drop="1")
    assert "Front page" not in sari.get("/").text


def test_the_dashboard_counts_what_was_done(desk: Open) -> None:
    sari = desk.client("sari")
    segment = desk.segment("300 kapal")
    path = f"/articles/{desk.key}/segments/{segment.key}"
    record = segment.flags[0]
    assert record.flag.check == "mended", "the machine wrote 30, and the desk put 300"
    sari.form(f"{path}/flags/{record.key}", verdict="upheld", reason="300, not 30")
    sari.form(path, text="As many as 300 ships will call.", based_on=str(segment.version), do="approve")
    overview = desk.site.figures.overview(desk.site.clock() - timedelta(days=1))
    assert [day.approved for day in overview.days] == [1]
    assert [(check.check, check.upheld) for check in overview.checks if check.upheld] == [("mended", 1)]
    assert [(one.name, one.segments) for one in overview.by_model] == [("parrot", 1)]
    assert overview.by_person == (("sari", 1),)
    page = sari.get("/dashboard?days=7").text
    assert page.count('class="bar1"') == 8, "a day on which nothing was approved has its place, too"
    assert "style=" not in page


def test_an_approval_that_was_taken_back_is_not_counted(desk: Open) -> None:
    sari, segment = desk.client("sari"), desk.segment("300 kapal")
    path = f"/articles/{desk.key}/segments/{segment.key}"
    sari.form(f"{path}/approve", based_on=str(segment.version))
    sari.form(f"/articles/{desk.key}/undo")

    def approved() -> tuple[int, int, int]:
        found = desk.site.figures.overview(desk.site.clock() - timedelta(days=1))
        return sum(day.approved for day in found.days), len(found.by_person), len(found.by_model)

    assert approved() == (0, 0, 0)
    sari.form(f"{path}/approve", based_on=str(desk.segment("300 kapal").version))
    assert approved() == (1, 1, 1)
    sari.form(f"{path}/reopen", based_on=str(desk.segment("300 kapal").version))
    assert approved() == (0, 0, 0)


def test_live_checks_see_the_text_that_is_being_typed(desk: Open) -> None:
    sari, before = desk.client("sari"), desk.segment("300 kapal")
    path = f"/articles/{desk.key}/segments/{before.key}"
    assert "“300” became “30”" in sari.form(f"{path}/check", text="30 ships will call every month.").text
    assert "became" not in sari.form(f"{path}/check", text="Some 300 ships will call every month.").text
    assert desk.segment("300 kapal") == before, "nothing is saved by typing"


def test_a_reader_sees_and_changes_nothing(desk: Open) -> None:
    page = desk.client("rini").get(f"/articles/{desk.key}").text
    assert "New port opens in Bitung" in page
    assert "data-edit" not in page
    assert "/approve" not in page


def test_a_wrong_line_in_the_houses_glossary_is_named(desk: Open) -> None:
    (desk.folder / "glossaries" / "own.csv").write_text("indonesian,english\nKPK,KPK\n", encoding="utf-8")
    answer = desk.client("sari").get("/glossary")
    assert answer.status_code == 500
    assert "own.csv:1" in answer.text
    assert desk.client("sari").get("/").status_code == 200


def test_what_went_wrong_is_said_once(desk: Open) -> None:
    sari = desk.client("sari")
    segment = desk.segment("300 kapal")
    path = f"/articles/{desk.key}/segments/{segment.key}"
    answer = sari.form(path, text=" ", based_on=str(segment.version), do="approve")
    assert answer.status_code == 422
    assert answer.text.count("An empty translation can&#39;t be approved.") == 1
    part = sari.post(
        path,
        data={"text": " ", "based_on": str(segment.version), "do": "approve"},
        headers={"x-part": "1", "x-form-token": sari.form_token},
    )
    assert part.text.count("An empty translation can&#39;t be approved.") == 1


def test_lines_carried_over_are_approved_at_once_but_never_ones_own_with_four_eyes(desk: Open) -> None:
    desk = desk._replace(site=four_eyed(desk.site))
    sari, budi = client_of(desk.site, "sari"), client_of(desk.site, "budi")
    credit = desk.segment("Badan Perlindungan")
    path = f"/articles/{desk.key}/segments/{credit.key}"
    sari.form(path, text="EPA photo", based_on=str(credit.version), do="approve")
    for flag in desk.segment("Badan Perlindungan").flags:
        sari.form(f"{path}/flags/{flag.key}", verdict="dismissed", reason="Checked")
    for client, state in ((sari, SegmentState.REVIEWED), (budi, SegmentState.FINAL)):
        assert client.form(f"/articles/{desk.key}/routine").status_code == 303
        assert desk.segment("Badan Perlindungan").state is state
    assert "Checked" in sari.get(f"{path}/history").text
