from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.backfill.plan import SHARD, plan, settle
from pipeline.backfill.records import readings
from pipeline.backfill.worker import Worker, name
from pipeline.config import load_settings
from pipeline.errors import ArticleError, ConfigError

SETTINGS = load_settings({"engine": {"name": "echo"}}, {})


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Make an archive of JSON lines of two shards, one line of it broken and one article in it twice."""
    path = tmp_path / "archive.jsonl"
    lines = [
        json.dumps({"key": f"berita-{number}", "text": f"Warga membaca berita nomor {number}."})
        for number in range(SHARD + 20)
    ]
    lines[3], lines[5] = "broken {", lines[4]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_an_archive_is_cut_the_same_way_at_every_run(archive: Path) -> None:
    shards = plan(archive)
    assert shards == plan(archive)
    assert [shard.articles for shard in shards] == [SHARD, 20]
    second = [reading.origin for reading in readings(shards[1], 20)]
    assert second == [f"berita-{number}" for number in range(SHARD, SHARD + 20)]


def test_a_folder_may_hold_articles_and_archives(archive: Path) -> None:
    (archive.parent / "berita.txt").write_text("Warga membaca berita.", encoding="utf-8")
    found = [reading for shard in plan(archive.parent) for reading in readings(shard, 20)]
    assert len(found) == SHARD + 21
    assert found[0].origin.endswith("berita.txt")


def test_a_parquet_file_is_read_row_by_row(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="comes with pip install 'dwibahasa[ray]'")
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = [{"key": f"k{number}", "text": f"Berita nomor {number}."} for number in range(SHARD + 3)]
    parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "a.parquet")
    shards = plan(tmp_path / "a.parquet")
    assert [next(readings(shard, 20)).origin for shard in shards] == ["k0", f"k{SHARD}"]


@pytest.mark.parametrize("kind", ["jsonl", "parquet"])
def test_an_article_that_is_too_large_is_one_that_failed(tmp_path: Path, kind: str) -> None:
    rows = [
        {"key": "a", "text": "Harga naik."},
        {"key": "b", "text": "kata " * 300_000},
        {"key": "c", "text": "Sepi."},
    ]
    path = tmp_path / f"a.{kind}"
    if kind == "jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    else:
        pyarrow = pytest.importorskip("pyarrow", reason="comes with pip install 'dwibahasa[ray]'")
        pytest.importorskip("pyarrow.parquet").write_table(pyarrow.Table.from_pylist(rows), path)
    (shard,) = plan(path)
    found = list(readings(shard, 1))
    assert [reading.manuscript is None for reading in found] == [False, True, False]
    assert "larger than 1 MB" in str(found[1].error)


def test_a_photo_in_an_archive_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Warga membaca berita.", encoding="utf-8")
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8")
    told: list[str] = []
    (shard,) = plan(tmp_path, told.append)
    assert (shard.articles, told) == (1, [str(tmp_path / "a.jpg")])


def test_every_article_has_one_result_and_a_broken_line_its_reason(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    worker = Worker(SETTINGS, str(out), "jsonl")
    counts = [worker.translate(shard) for shard in plan(archive)]
    worker.translate(plan(archive)[1])  # taken up again after a worker died: the same file
    rows = [
        json.loads(line)
        for path in sorted(out.iterdir())
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    keys = [row["key"] for row in rows]
    assert len(keys) == len(set(keys)) == SHARD + 19
    assert [(one["done"], one["failed"], one["twice"]) for one in counts] == [(SHARD - 2, 1, 1), (20, 0, 0)]
    (failed,) = [row for row in rows if row["status"] == "failed"]
    assert failed["key"] == f"{archive}:4"
    assert "no JSON" in failed["reason"]
    assert rows[0]["edition"]["schema"] == "dwibahasa/edition/1"
    assert (out / name(plan(archive)[0], "jsonl")).is_file()


def test_a_folder_with_another_runs_results_is_refused(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    settle(plan(archive), ["echo"], out)
    settle(plan(archive), ["echo"], out)
    with pytest.raises(ConfigError, match="another archive, or of other settings"):
        settle(plan(archive), ["ctranslate2"], out)
    with archive.open("a", encoding="utf-8") as file:
        file.write("{}\n")
    with pytest.raises(ConfigError, match="another archive, or of other settings"):
        settle(plan(archive), ["echo"], out)
    with pytest.raises(ConfigError, match="holds no run of ours"):
        settle(plan(archive), ["echo"], archive.parent)


def test_an_archive_without_an_article_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="there is no article in it"):
        plan(tmp_path)
    with pytest.raises(ArticleError, match="No such file"):
        plan(tmp_path / "no")
