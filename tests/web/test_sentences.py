"""No sentence is ever lost: two people, two tabs, an expired session, a revision from the source."""

from __future__ import annotations

from newsroom import ANSWERS, PASSWORD, STORY, Open, house, take_in

from pipeline.model import SegmentState
from pipeline.web.visitors import COOKIE


def path_to(desk: Open, words: str = "300 kapal") -> str:
    return f"/articles/{desk.key}/segments/{desk.segment(words).key}"


def test_the_second_of_two_people_sees_both_texts_and_decides(desk: Open) -> None:
    sari, budi = desk.client("sari"), desk.client("budi")
    path, version = path_to(desk), str(desk.segment("300 kapal").version)
    assert sari.form(path, text="Three hundred ships will call monthly.", based_on=version).status_code == 303
    answer = budi.form(path, text="Some 300 ships will call every month.", based_on=version)
    assert answer.status_code == 409
    for words in (
        "Three hundred ships will call monthly.",
        "Some 300 ships will call every month.",
        "<ins>",
        "<del>",
    ):
        assert words in answer.text
    assert desk.segment("300 kapal").target == "Three hundred ships will call monthly."
    # What the second one wrote waits for them, whatever they do now.
    assert "Some 300 ships will call every month." in budi.get(path).text
    now = str(desk.segment("300 kapal").version)
    assert budi.form(path, text="Some 300 ships will call every month.", based_on=now).status_code == 303
    assert desk.segment("300 kapal").target == "Some 300 ships will call every month."
    history = sari.get(f"{path}/history").text
    assert "sari" in history
    assert "budi" in history


def test_a_text_survives_a_session_that_ended(desk: Open) -> None:
    sari = desk.client("sari")
    path, version = path_to(desk), str(desk.segment("300 kapal").version)
    sari.cookies.delete(COOKIE)
    answer = sari.form(path, text="A long thought, typed for an hour.", based_on=version)
    assert answer.status_code == 401
    assert "A long thought, typed for an hour." in answer.text
    kept = {
        "kept_text": "A long thought, typed for an hour.",
        "kept_article": desk.key,
        "kept_segment": desk.segment("300 kapal").key,
        "kept_version": version,
    }
    back = sari.post("/login", data={"username": "sari", "password": PASSWORD, **kept})
    assert "A long thought, typed for an hour." in back.text
    assert "Your text stands in the editor again." in back.text


def test_a_draft_is_kept_and_goes_when_it_is_saved_or_thrown_away(desk: Open) -> None:
    sari, path = desk.client("sari"), path_to(desk)
    version = str(desk.segment("300 kapal").version)
    draft = {"text": "Half a thou", "based_on": version}
    assert sari.put(f"{path}/draft", data=draft, headers={"x-form-token": sari.form_token}).status_code == 200
    assert "Half a thou" in sari.get(path).text
    assert "unsaved draft" in sari.get(f"/articles/{desk.key}").text
    assert "Half a thou" not in desk.client("budi").get(path).text
    sari.form(f"{path}/draft/drop")
    assert "Half a thou" not in sari.get(path).text
    sari.put(f"{path}/draft", data=draft, headers={"x-form-token": sari.form_token})
    sari.form(path, text="A whole thought.", based_on=version)
    assert "Half a thou" not in sari.get(path).text


def test_a_correction_from_the_source_meets_the_editors_text_as_a_conflict(desk: Open) -> None:
    guid = "wire-1"
    settings = house(desk.folder)
    key = take_in(settings, STORY.replace("Bitung", "Kupang"), guid=guid)
    client = desk.client("sari")
    before = next(one for one in desk.site.articles.segments(key) if "300 kapal" in one.source)
    path = f"/articles/{key}/segments/{before.key}"
    assert client.form(path, text="Some 300 ships.", based_on=str(before.version)).status_code == 303
    edited = next(one for one in desk.site.articles.segments(key) if "300 kapal" in one.source)
    corrected = STORY.replace("Bitung", "Kupang").replace("300 kapal", "400 kapal")
    answers = dict(ANSWERS) | {
        "Sebanyak 400 kapal akan singgah setiap bulan.": "As many as 400 ships will call."
    }
    assert take_in(settings, corrected, guid=guid, answers=answers) == key
    stale = next(one for one in desk.site.articles.segments(key) if "400 kapal" in one.source)
    assert stale.stale
    assert stale.target == "Some 300 ships."
    page = client.get(f"/articles/{key}").text
    assert "source changed" in page
    answer = client.form(path, text="About 300 ships.", based_on=str(edited.version))
    assert answer.status_code == (409 if stale.version != edited.version else 303)


def test_undo_takes_back_one_deed_after_the_other(desk: Open) -> None:
    sari, path = desk.client("sari"), path_to(desk)
    first = desk.segment("300 kapal")
    sari.form(path, text="One.", based_on=str(first.version))
    sari.form(path, text="Two.", based_on=str(desk.segment("300 kapal").version), do="approve")
    assert desk.segment("300 kapal").state is SegmentState.FINAL
    sari.form(f"/articles/{desk.key}/undo")
    assert (desk.segment("300 kapal").target, desk.segment("300 kapal").state) == (
        "One.",
        SegmentState.TRANSLATED,
    )
    sari.form(f"/articles/{desk.key}/undo")
    assert (desk.segment("300 kapal").target, desk.segment("300 kapal").state) == (first.target, first.state)
    assert sari.form(f"/articles/{desk.key}/undo").status_code == 409


def test_nobody_undoes_what_another_person_has_built_on(desk: Open) -> None:
    sari, budi, path = desk.client("sari"), desk.client("budi"), path_to(desk)
    sari.form(path, text="Sari's.", based_on=str(desk.segment("300 kapal").version))
    budi.form(path, text="Budi's.", based_on=str(desk.segment("300 kapal").version))
    assert sari.form(f"/articles/{desk.key}/undo").status_code == 409
    assert desk.segment("300 kapal").target == "Budi's."


def test_an_earlier_text_is_restored_and_nothing_is_forgotten(desk: Open) -> None:
    sari, path = desk.client("sari"), path_to(desk)
    sari.form(path, text="One.", based_on=str(desk.segment("300 kapal").version))
    one = desk.segment("300 kapal").version
    sari.form(path, text="Two.", based_on=str(one))
    now = str(desk.segment("300 kapal").version)
    assert sari.form(f"{path}/restore", version=str(one), based_on=now).status_code == 303
    assert desk.segment("300 kapal").target == "One."
    texts = [entry.text for entry in desk.site.articles.history(desk.key, desk.segment("300 kapal").key)]
    assert texts[:3] == ["One.", "Two.", "One."]


def test_a_dismissed_flag_stays_dismissed_when_the_sentence_is_saved(desk: Open) -> None:
    sari, path = desk.client("sari"), path_to(desk)
    flag = desk.segment("300 kapal").flags[0]
    assert sari.form(f"{path}/flags/{flag.key}", verdict="dismissed").status_code == 422
    sari.form(f"{path}/flags/{flag.key}", verdict="dismissed", reason="The agency says 30")
    sari.form(
        path,
        text="As many as 30 ships will come every month.",
        based_on=str(desk.segment("300 kapal").version),
    )
    kept = next(one for one in desk.segment("300 kapal").flags if one.key == flag.key)
    assert (kept.verdict, kept.reason) == ("dismissed", "The agency says 30")
