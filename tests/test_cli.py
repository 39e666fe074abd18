from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ARTICLE = """\
HARIAN CONTOH

Jembatan Baru di Sungai Musi Resmi Dibuka

PALEMBANG – Jembatan sepanjang 1,2 kilometer itu dibuka pada Senin (20/3/2023). “Kami senang,” kata warga.
"""


def run(
    *arguments: str, stdin: bytes | str = "", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    data = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run(
        [sys.executable, "-c", "from pipeline.cli import main; main()", *arguments],
        input=data,
        capture_output=True,
        check=False,
        env=os.environ | (env or {}),
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_an_article_becomes_three_files_and_a_table(tmp_path: Path) -> None:
    (tmp_path / "jembatan.txt").write_text(ARTICLE, encoding="utf-8")
    done = run(
        "translate", str(tmp_path / "jembatan.txt"), "--out", str(tmp_path / "out"), "--engine", "echo"
    )
    assert done.returncode == 0, done.stderr
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".html", ".json", ".md"]
    assert "jembatan-" in done.stdout
    assert "segments" in done.stdout
    again = run(
        "translate", str(tmp_path / "jembatan.txt"), "--out", str(tmp_path / "out"), "--engine", "echo"
    )
    assert "unchanged" in again.stdout


def test_nine_of_ten_are_done_and_the_tenth_is_named(tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"a{number}.txt").write_text(ARTICLE + str(number), encoding="utf-8")
    (tmp_path / "broken.txt").write_bytes(b"\x00\x01")
    done = run(
        "translate", str(tmp_path), "--out", str(tmp_path / "out"), "--engine", "echo", "--format", "json"
    )
    assert done.returncode == 1
    assert len(list((tmp_path / "out").glob("*.json"))) == 9
    assert "broken.txt: this is not text" in done.stderr


def test_standard_input_is_an_article(tmp_path: Path) -> None:
    done = run(
        "translate", "-", "--out", str(tmp_path), "--engine", "echo", "--format", "json", stdin=ARTICLE
    )
    assert done.returncode == 0, done.stderr
    (path,) = tmp_path.glob("*.json")
    assert json.loads(path.read_text(encoding="utf-8"))["blocks"][0]["kind"] == "masthead"


def test_lines_in_lines_out_and_nothing_else() -> None:
    lines = "Satu.\n\nDua. Tiga.\n"
    done = run("translate", "--lines", "--engine", "echo", stdin=lines)
    assert (done.stdout, done.returncode) == (lines, 0)


def test_segment_prints_the_blocks_as_the_contract_says(tmp_path: Path) -> None:
    path = tmp_path / "jembatan.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    found = json.loads(run("segment", str(path), "--json").stdout)
    assert [block["kind"] for block in found["blocks"]] == ["masthead", "headline", "dateline", "paragraph"]
    assert len(found["blocks"][-1]["segments"]) == 2
    joined = "".join("".join(block["segments"]) for block in found["blocks"])
    assert "".join(joined.split()) == "".join(ARTICLE.split())


def test_check_answers_line_by_line_and_names_what_it_cannot_read() -> None:
    lines = [
        json.dumps(
            {"id": 1, "block": "paragraph", "source": "Korban 12 orang.", "target": "There were 21 victims."}
        ),
        "not json",
        json.dumps({"id": 2, "source": "Ia datang.", "target": "He came."}),
    ]
    done = run("check", "-", "--json", stdin="\n".join(lines))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(answer["id"], answer["review"]) for answer in answers] == [(1, True), (2, False)]
    assert set(answers[0]["flags"][0]) == {"check", "severity", "message", "source_span", "target_span"}
    assert "line 2 can't be checked" in done.stderr
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["translate", "x.txt", "--engine", "ehco"], "no 'ehco' among the engines"),
        (["translate", "x.txt", "--format", "pdf"], "no 'pdf' among the formats"),
        (["translate", "x.txt", "--from", "nl", "--to", "en"], "no language 'nl'"),
        (["translate", "x.txt", "--nonsense"], "No such option"),
    ],
)
def test_a_wrong_command_exits_with_two_and_says_why(arguments: list[str], problem: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert problem in done.stderr


def test_a_missing_model_is_told(tmp_path: Path) -> None:
    for command in (["translate", "x.txt"], ["translate", "--lines"], ["bench"]):
        done = run(*command, "--model", str(tmp_path / "no"), "--out", str(tmp_path))
        assert done.returncode == 2, command
        assert "no model" in done.stderr


def test_a_missing_article_is_one_that_failed(tmp_path: Path) -> None:
    name = str(tmp_path / "no.txt")
    for command in (
        ["translate", name, "--engine", "echo"],
        ["translate", "--lines", name],
        ["segment", name],
    ):
        done = run(*command)
        assert (done.returncode, "No such file" in done.stderr) == (1, True), command


def test_a_photo_beside_a_story_is_named_and_fails_nothing_unless_it_is_asked_for(tmp_path: Path) -> None:
    inbox = tmp_path / "in"
    inbox.mkdir()
    (inbox / "jembatan.txt").write_text(ARTICLE, encoding="utf-8")
    (inbox / "jembatan.jpg").write_bytes(b"\xff\xd8\xff")
    given = ["--engine", "echo", "--format", "json", "--out", str(tmp_path / "out")]
    done = run("translate", str(inbox), *given)
    assert done.returncode == 0
    assert f"passed over: {inbox / 'jembatan.jpg'}" in done.stderr
    named = run("translate", str(inbox / "jembatan.jpg"), *given)
    assert named.returncode == 1
    assert "nothing reads .jpg files" in named.stderr


def test_every_check_is_listed_with_its_title() -> None:
    listed = run("checks").stdout.splitlines()
    assert len(listed) >= 11
    assert all(line.split()[0] in ("critical", "major", "minor") for line in listed)


def test_glossary_lookup_and_lint() -> None:
    assert "summit" in run("glossary", "lookup", "pada KTT NATO").stdout
    assert run("glossary", "lint").returncode == 0


def test_help_comes_at_once() -> None:
    best = 9.0
    for _ in range(3):
        started = time.perf_counter()
        assert "translate" in run("--help").stdout
        best = min(best, time.perf_counter() - started)
    assert best < 0.6  # promised: 0.3 s on an idle machine; a busy one may take twice that


@pytest.mark.parametrize(
    "text",
    ["", ">> Baca juga <<", "\x00", "\u202eRTL\u202c", "A" * 100_000, "Baris\n\n" * 5000, "kata " * 200_000],
    ids=["empty", "arrows", "nul", "rtl", "long-line", "many-blocks", "megabyte"],
)
def test_bad_input_ends_in_an_edition_or_in_a_reason(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    done = run("translate", str(path), "--out", str(tmp_path / "out"), "--engine", "echo")
    if done.returncode:
        assert "failed: " in done.stderr
        assert "please report" not in done.stderr
    else:
        (edition,) = (tmp_path / "out").glob("*.json")
        blocks = json.loads(edition.read_text(encoding="utf-8"))["blocks"]
        said = "".join("".join(one["source"] for one in block["segments"]) for block in blocks)
        assert "".join(said.split()) == "".join(text.split())


@pytest.mark.real
def test_the_samples_are_translated_with_the_bundled_model(tmp_path: Path) -> None:
    done = run(
        "translate",
        env={"DWIBAHASA_INBOX": str(tmp_path / "in"), "DWIBAHASA_EDITIONS": str(tmp_path / "out")},
    )
    assert done.returncode == 0, done.stderr
    editions = [json.loads(path.read_text(encoding="utf-8")) for path in (tmp_path / "out").glob("*.json")]
    assert len(editions) == 8
    for edition in editions:
        for block in edition["blocks"]:
            for segment in block["segments"]:
                assert segment["target"] or block["kind"] == "duplicate_headline"
                assert segment["score"] is not None or segment["edits"] or not segment["source"].strip()


def test_a_glossary_goes_out_and_in_and_wins_over_the_bundled_one(tmp_path: Path) -> None:
    own = tmp_path / "own"
    env = {"DWIBAHASA_PATHS_GLOSSARIES": str(own)}
    source = tmp_path / "wires.csv"
    header = "indonesian,english,kind,policy,aliases,short,context,note,origin"
    source.write_text(f"{header}\nMahkamah Konstitusi,Constitution Court,institution,require,,,,,desk\n")
    own.mkdir()
    assert "1 entries" in run("glossary", "import", str(source), env=env).stdout
    assert "Constitution Court" in run("glossary", "lookup", "Mahkamah Konstitusi", env=env).stdout
    again = run("glossary", "import", str(source), env=env)
    assert (again.returncode, "--replace" in again.stderr) == (2, True)
    out = tmp_path / "own.tbx"
    assert run("glossary", "export", str(out), "--own", env=env).returncode == 0
    assert "<term>Constitution Court</term>" in out.read_text(encoding="utf-8")


def test_check_reads_a_translators_file_and_a_budget_chooses_the_riskiest(tmp_path: Path) -> None:
    lines = [
        json.dumps({"source": "Korban 12 orang.", "target": target})
        for target in ("There were 12 victims.", "There were 12 victims", "There were 12 12 victims.")
    ]
    done = run("check", "-", "--json", "--models", "never", "--review-budget", "33%", stdin="\n".join(lines))
    assert [json.loads(line)["review"] for line in done.stdout.splitlines()] == [False, True, False]
    assert "the rules alone decide" in done.stderr
    path = tmp_path / "prices.xliff"
    path.write_text(
        '<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="id">'
        '<file id="f"><unit id="u1"><segment><source>Prices rose.</source><target>Harga turun.</target>'
        "</segment></unit></file></xliff>"
    )
    done = run("check", str(path), "--models", "never")
    assert done.returncode == 0
    assert "u1: critical direction" in done.stdout
    assert run("check", str(path), "--review-budget", "lots").returncode == 2


def test_reading_the_tables_does_not_stop_for_circles_that_are_not_there() -> None:
    counted = (
        "import atexit, gc; from pipeline.cli import main; "
        "atexit.register(lambda: print(sum(one['collections'] for one in gc.get_stats()))); main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", counted, "check", "-", "--models", "never"],
        input=b'{"source": "Harga naik.", "target": "Prices rose."}',
        capture_output=True,
        check=True,
    )
    assert int(done.stdout.split()[-1]) < 100
