from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from storing import lease

from pipeline.adapters.storage.store import Store, open_store
from pipeline.backfill.plan import plan
from pipeline.backfill.worker import Worker
from pipeline.cli import dwibahasa
from pipeline.config import load_settings
from pipeline.model.work import QueueQuery

ENGINE = {"engine": {"name": "echo"}}


class Desk:
    """A store, an archive and the command line on both."""

    def __init__(self, folder: Path) -> None:
        self.environment = {"DWIBAHASA_STORE": f"sqlite:///{folder / 'store.db'}"}
        self.archive, self.out = folder / "archive.jsonl", folder / "arsip-2019"
        lines = [
            json.dumps({"key": f"k{n}", "title": f"Jembatan {n} Dibuka", "text": f"Harga naik {n} persen."})
            for n in range(2, 6)
        ]
        self.archive.write_text("\n".join([*lines, "broken {"]) + "\n", encoding="utf-8")

    def backfill(self, kind: str) -> Path:
        self.out.mkdir()
        worker = Worker(load_settings(ENGINE, {}), str(self.out), kind)
        for shard in plan(self.archive):
            worker.translate(shard)
        return self.out

    def take(self, path: Path) -> Result:
        return CliRunner().invoke(dwibahasa, ["import", str(path)], env=self.environment)

    def store(self) -> Store:
        return open_store(load_settings(environment=self.environment))


@pytest.mark.parametrize("kind", ["jsonl", "parquet"])
def test_what_a_backfill_wrote_comes_into_the_store_once(tmp_path: Path, kind: str) -> None:
    if kind == "parquet":
        pytest.importorskip("pyarrow", reason="comes with pip install 'dwibahasa[ray]'")
    desk = Desk(tmp_path)
    done = desk.take(desk.backfill(kind))
    assert done.exit_code == 1
    assert f"{desk.out}: 4 taken, 1 failed" in done.output
    assert "archive.jsonl:5: it was not translated: no JSON" in done.output
    store = desk.store()
    found = store.articles.queue(QueueQuery()).rows
    assert sorted(one.title for one in found) == [f"Jembatan {n} Dibuka" for n in range(2, 6)]
    assert {one.source for one in found} == {"arsip-2019"}
    edition = store.articles.edition(found[0].key)
    assert edition is not None
    rows = [json.loads(line) for line in (desk.archive).read_text(encoding="utf-8").splitlines()[:4]]
    assert edition.units[-1].source in {row["text"] for row in rows}
    assert edition.units[-1].target
    assert edition.signature.engine == "echo"
    assert store.jobs.claim(edition.article.direction, 10, lease()) == ()
    store.close()

    again = desk.take(desk.out)
    assert f"{desk.out}: 4 there already, 1 failed" in again.output
    store = desk.store()
    assert len(store.articles.queue(QueueQuery()).rows) == 4
    store.close()


def test_a_folder_without_shards_and_a_file_that_is_none_are_told(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    (tmp_path / "empty").mkdir()
    nothing = desk.take(tmp_path / "empty")
    assert (nothing.exit_code, "no shard of a backfill" in nothing.output) == (1, True)
    (tmp_path / "rows.jsonl").write_text('{"key": "k1", "status": "done"}\n[]\n', encoding="utf-8")
    strange = desk.take(tmp_path / "rows.jsonl")
    assert strange.exit_code == 1
    assert "k1: 'edition'" in strange.output
    assert "row 2: no row of a backfill" in strange.output
    assert "nothing taken, 2 failed" in strange.output
