"""What an exchange format has no word for travels as our JSON in the place it keeps for such things.

A translator's tool reads source, target, state, notes, terms and proposals in the format's own elements.
Who wrote what, with which model and what every rule changed is ours alone: it rides along untouched and
makes an edition of the file again. The translation as it went out is part of it, so that an edit shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pipeline.adapters.formats import json as json_format
from pipeline.errors import ArticleError
from pipeline.model import Edition, SegmentState, Unit

_SAID_BY_THE_FORMAT = ("key", "source", "status")


@dataclass(frozen=True, slots=True)
class Written:
    """A segment as it stands in an exchange file; `record` is what `records` made of it."""

    block: str
    kind: str
    key: str
    source: str
    target: str
    state: SegmentState
    record: str


def head(edition: Edition) -> str:
    """Return what is to be said of the edition as a whole, in ASCII."""
    data = json_format.as_data(edition)
    return _dumped(
        {name: value for name, value in data.items() if name not in ("blocks", "title", "summary")}
    )


def records(edition: Edition) -> Iterator[tuple[Unit, str]]:
    """Yield every unit with what is to be said of it beyond the format's own words, in ASCII."""
    segments = (one for block in json_format.as_data(edition)["blocks"] for one in block["segments"])
    for unit, segment in zip(edition.units, segments, strict=True):
        said = {name: value for name, value in segment.items() if name not in _SAID_BY_THE_FORMAT}
        yield unit, _dumped(said)


def base_of(record: str) -> str | None:
    """Return the translation as it went out, None where the record is gone or broken."""
    try:
        found = json.loads(record)["target"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return found if isinstance(found, str) else None


def rebuilt(said: str, segments: Iterable[Written]) -> Edition:
    """Return the edition that a file holds, with the texts and states that stand in it now.

    Raises:
        ArticleError: another tool has dropped or damaged what makes it an edition of ours.
    """
    if not said:
        raise ArticleError("this is no edition of ours, or another tool has dropped what made it one")
    try:
        data = json.loads(said)
        data["blocks"] = [
            {"key": block, "kind": kind, "segments": [_segment(one) for one in found]}
            for (block, kind), found in groupby(segments, key=lambda one: (one.block, one.kind))
        ]
    except (ValueError, TypeError, RecursionError) as error:
        raise ArticleError(f"another tool has damaged this edition: {error}") from error
    return json_format.from_data(data)


def _segment(one: Written) -> dict[str, Any]:
    status = "draft" if one.state is SegmentState.INITIAL else one.state
    said = {"key": one.key, "source": one.source, "target": one.target, "status": status}
    return {**json.loads(one.record), **said}


def _dumped(data: Mapping[str, Any]) -> str:
    return json.dumps(data, separators=(",", ":"))
