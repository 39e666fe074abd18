"""Fetch a Marian from the Hugging Face hub: one revision, for good, every file checked.

A desk's model must not change under it. The first fetch writes down which commit the name meant that
day; from then on the name means that commit, until somebody asks for another one by `--revision`.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pipeline.adapters.models.folder import open_model
from pipeline.errors import ConfigError, EngineError, StorageError

_NEEDED = ("config.json", "vocab.json", "source.spm", "target.spm")
_WANTED = ("generation_config.json", "tokenizer_config.json", "dwibahasa.json", "README.md")
_WEIGHTS = ("model.safetensors", "pytorch_model.bin")
_FETCHED = "fetched.json"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a folder was fetched from: the hub's name, and the commit in hex."""

    name: str
    revision: str


def read_fetched(folder: Path) -> Fetched | None:
    """Return where a folder was fetched from, or None if it wasn't."""
    try:
        return Fetched(**json.loads((folder / _FETCHED).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def fetch(
    name: str,
    models: Path,
    revision: str | None = None,
    *,
    endpoint: str | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Path:
    """Fetch the model `name` (`owner/model`) into `models`, and return its folder.

    What an earlier, broken off fetch has brought is not fetched again. A folder that is there already
    and of the same commit is only looked at; another commit takes its place when it is whole.
    `endpoint` is a mirror of the hub, the hub itself if none is given.

    Raises:
        ConfigError: the name can't be one.
        EngineError: the hub can't be reached or hasn't it, a file is damaged, or it is no working Marian.
        StorageError: it can't be written.
    """
    if name.count("/") != 1 or not all(part.strip(".") for part in name.split("/")):
        raise ConfigError(
            f"{name!r} is no model of the hub: it has to be OWNER/MODEL, like Helsinki-NLP/opus-mt-id-en"
        )
    place = models / name
    known = read_fetched(place)
    if known and revision in (None, known.revision):
        say(f"{name} is there already, revision {known.revision[:12]}")
        open_model(place)
        return place
    from huggingface_hub import hf_hub_url  # noqa: PLC0415 - half a second, for a fetch alone

    listing = _listing(name, revision, endpoint)
    work = models / f".fetching-{name.replace('/', '--')}-{listing.sha[:12]}"
    try:
        work.mkdir(parents=True, exist_ok=True)
        for sibling in _chosen(name, listing):
            if _bring(
                hf_hub_url(name, sibling.rfilename, revision=listing.sha, endpoint=endpoint), sibling, work
            ):
                say(f"{sibling.rfilename}: fetched and checked")
        (work / _FETCHED).write_text(json.dumps(asdict(Fetched(name, listing.sha))), encoding="utf-8")
        open_model(work)
        place.parent.mkdir(parents=True, exist_ok=True)
        old = place.with_name(f".{place.name}.old")
        shutil.rmtree(old, ignore_errors=True)
        if place.exists():
            place.rename(old)
        work.rename(place)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise StorageError(f"can't write the model to {models}: {error.strerror or error}") from error
    return place


def _listing(name: str, revision: str | None, endpoint: str | None) -> Any:
    """Ask the hub which files there are; the answer names the commit that the revision means."""
    from huggingface_hub import HfApi  # noqa: PLC0415 - half a second, for a fetch alone
    from huggingface_hub.errors import RepositoryNotFoundError, RevisionNotFoundError  # noqa: PLC0415

    try:
        return HfApi(endpoint=endpoint).model_info(name, revision=revision, files_metadata=True)
    except RevisionNotFoundError:
        raise EngineError(f"{name} has no revision {revision!r} on the hub") from None
    except RepositoryNotFoundError:
        raise EngineError(f"the hub has no model {name!r}, or it is private") from None
    except Exception as error:  # which library the hub's client speaks with is its own affair
        raise EngineError(_unreachable(name, error)) from error


def _unreachable(name: str, error: Exception) -> str:
    return (
        f"can't fetch {name}: the hub can't be reached ({type(error).__name__}: {error}). Without a network, "
        "copy the model's folder from a machine that has one and name it with --model DIR"
    )


def _broken_off(name: str, error: Exception) -> str:
    return f"{_unreachable(name, error)}. What is there stays: the same command goes on"


def _chosen(name: str, listing: Any) -> list[Any]:
    """Return the files that a Marian needs; of several kinds of weights the safest one."""
    there = {sibling.rfilename: sibling for sibling in listing.siblings}
    if missing := [file for file in _NEEDED if file not in there]:
        raise EngineError(f"{name} is no Marian that the desk can use: it has no {', '.join(missing)}")
    weights = next((file for file in _WEIGHTS if file in there), None)
    if weights is None:
        raise EngineError(f"{name} has no weights in a format that is known ({' or '.join(_WEIGHTS)})")
    return [there[file] for file in (*_NEEDED, *_WANTED, weights) if file in there]


def _bring(url: str, sibling: Any, folder: Path) -> bool:
    """Download one file, from where an earlier try stopped, and check it; tell if it wasn't there already."""
    from huggingface_hub.errors import HfHubHTTPError  # noqa: PLC0415 - as above
    from huggingface_hub.file_download import http_get  # noqa: PLC0415
    from huggingface_hub.utils import build_hf_headers  # type: ignore[attr-defined]  # noqa: PLC0415

    name, path = sibling.rfilename, folder / sibling.rfilename
    if path.is_file() and _is_right(path, sibling):
        return False
    part = folder / f"{name}.part"
    try:
        with part.open("ab") as file:
            have = file.tell()
            http_get(
                url,
                file,
                resume_size=have,
                headers=build_hf_headers(),
                expected_size=sibling.size,
                displayed_filename=name,
            )
    except OSError as error:
        if isinstance(error, HfHubHTTPError):
            raise EngineError(_broken_off(name, error)) from error
        if error.errno is not None:
            raise
        part.unlink()  # of another length than the hub said: nothing to go on from
        raise EngineError(f"{name} came in another length than the hub said; fetch again") from error
    except Exception as error:
        raise EngineError(_broken_off(name, error)) from error
    if not _is_right(part, sibling):
        part.unlink()
        raise EngineError(f"{name} is not what the hub has: its digest differs; fetch again")
    part.rename(path)
    return True


def _is_right(path: Path, sibling: Any) -> bool:
    """Compare with the hub's digest: SHA-256 for large files, Git's own for the others."""
    if sibling.lfs:
        with path.open("rb") as file:
            return bool(hashlib.file_digest(file, "sha256").hexdigest() == sibling.lfs.sha256)
    data = path.read_bytes()
    return bool(hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest() == sibling.blob_id)  # noqa: S324 - Git's
