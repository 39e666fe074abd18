from __future__ import annotations

import hashlib
import json
import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from pipeline.adapters.models.folder import known_models, open_model
from pipeline.adapters.models.hub import fetch, read_fetched
from pipeline.config import bundled, load_settings
from pipeline.errors import ConfigError, EngineError

FIRST, SECOND = "1" * 40, "2" * 40


class Hub:
    """A hub on this machine that speaks as much of the protocol as a fetch needs."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self.commit = FIRST
        self.asked: list[tuple[str, str | None]] = []
        self.breaks_once = 0
        self.spoils = ""
        hub = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                hub.answer(self)

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        path = request.path.partition("?")[0]
        if path.startswith("/api/models/desk/tiny"):
            revision = path.partition("/revision/")[2]
            if revision and revision not in (FIRST, SECOND):
                self.send(request, 404, b"{}", {"X-Error-Code": "RevisionNotFound"})
                return
            self.send(request, 200, json.dumps(self.listing(revision or self.commit)).encode())
            return
        if path.startswith("/api/"):
            self.send(request, 404, b"{}", {"X-Error-Code": "RepoNotFound"})
            return
        name = path.rpartition("/")[2]
        asked = request.headers.get("Range")
        self.asked.append((name, asked))
        data = self.files[name]
        if name == self.spoils:
            data = bytes(len(data))
        start = int(asked.partition("=")[2].partition("-")[0]) if asked else 0
        if 0 < self.breaks_once < len(data) - start:
            request.send_response(206 if asked else 200)
            request.send_header("Content-Length", str(len(data) - start))
            request.end_headers()
            request.wfile.write(data[start : start + self.breaks_once])
            self.breaks_once = 0
            request.close_connection = True
            return
        self.send(request, 206 if asked else 200, data[start:])

    def send(
        self, request: BaseHTTPRequestHandler, status: int, data: bytes, headers: dict[str, str] | None = None
    ) -> None:
        request.send_response(status)
        for key, value in {"Content-Length": str(len(data)), **(headers or {})}.items():
            request.send_header(key, value)
        request.end_headers()
        request.wfile.write(data)

    def listing(self, commit: str) -> dict[str, Any]:
        siblings = []
        for name, data in self.files.items():
            blob = hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()  # noqa: S324 - Git's
            one: dict[str, Any] = {"rfilename": name, "size": len(data), "blobId": blob}
            if name.endswith("safetensors"):
                digest = hashlib.sha256(data).hexdigest()
                one["lfs"] = {"size": len(data), "sha256": digest, "pointerSize": 130}
            siblings.append(one)
        return {"_id": "x", "id": "desk/tiny", "sha": commit, "siblings": siblings}


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    monkeypatch.setenv("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    folder = bundled("data/models") / "id-en"
    made = Hub({path.name: path.read_bytes() for path in folder.iterdir()} | {"tf_model.h5": b"not wanted"})
    yield made
    made.server.shutdown()
    made.server.server_close()


def test_a_model_is_fetched_once_checked_and_pinned(hub: Hub, tmp_path: Path) -> None:
    folder = fetch("desk/tiny", tmp_path, endpoint=hub.url)
    assert folder == tmp_path / "desk" / "tiny"
    assert open_model(folder).name == "id-en"
    assert "tf_model.h5" not in {name for name, _ in hub.asked}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["desk"]
    fetched = read_fetched(folder)
    assert fetched is not None
    assert fetched.revision == FIRST
    settings = load_settings({"paths": {"models": str(tmp_path)}}, {})
    assert ("desk/tiny", folder) in known_models(settings)
    hub.commit, before = SECOND, len(hub.asked)
    fetch("desk/tiny", tmp_path, endpoint=hub.url)
    assert len(hub.asked) == before
    assert read_fetched(folder) == fetched
    fetch("desk/tiny", tmp_path, SECOND, endpoint=hub.url)
    again = read_fetched(folder)
    assert again is not None
    assert again.revision == SECOND


def test_a_fetch_that_was_broken_off_goes_on(
    hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)
    size = len(hub.files["model.safetensors"])
    (work := tmp_path / f".fetching-desk--tiny-{FIRST[:12]}").mkdir()
    (work / "model.safetensors.part").write_bytes(hub.files["model.safetensors"][: size // 2])
    shutil.copy(bundled("data/models") / "id-en" / "vocab.json", work)
    hub.breaks_once = size // 4
    folder = fetch("desk/tiny", tmp_path, endpoint=hub.url)
    ranges = [asked for name, asked in hub.asked if name == "model.safetensors"]
    assert (
        ranges == [f"bytes={size // 2}-"] * 2
    )  # what came in less than the client's ten megabytes comes again
    assert "vocab.json" not in {name for name, _ in hub.asked}
    assert (folder / "model.safetensors").read_bytes() == hub.files["model.safetensors"]


def test_a_file_that_is_not_what_the_hub_has_is_refused(hub: Hub, tmp_path: Path) -> None:
    hub.spoils = "model.safetensors"
    with pytest.raises(EngineError, match=r"model\.safetensors is not what the hub has"):
        fetch("desk/tiny", tmp_path, endpoint=hub.url)
    assert not (tmp_path / "desk").exists()
    hub.spoils = ""
    assert open_model(fetch("desk/tiny", tmp_path, endpoint=hub.url))


def test_what_the_hub_has_not_is_told(hub: Hub, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="no revision 'main2'"):
        fetch("desk/tiny", tmp_path, "main2", endpoint=hub.url)
    with pytest.raises(EngineError, match="no model 'desk/none'"):
        fetch("desk/none", tmp_path, endpoint=hub.url)
    del hub.files["source.spm"]
    with pytest.raises(EngineError, match=r"no Marian that the desk can use: it has no source\.spm"):
        fetch("desk/tiny", tmp_path, endpoint=hub.url)
    with pytest.raises(ConfigError, match="OWNER/MODEL"):
        fetch("tiny", tmp_path, endpoint=hub.url)


def test_a_model_that_is_no_marian_is_refused_and_takes_no_place(hub: Hub, tmp_path: Path) -> None:
    config = json.loads(hub.files["config.json"]) | {"model_type": "t5"}
    hub.files["config.json"] = json.dumps(config).encode()
    with pytest.raises(EngineError, match="'t5', not 'marian'"):
        fetch("desk/tiny", tmp_path, endpoint=hub.url)
    assert not (tmp_path / "desk").exists()


def test_without_a_network_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"can't be reached .* copy the model's folder"):
        fetch("desk/tiny", tmp_path, endpoint="http://127.0.0.1:9")
