from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from editions import editions, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.adapters.formats import docx, tmx, xliff, xliff12
from pipeline.adapters.formats import json as json_format
from pipeline.model import BitextUnit, BlockKind, Direction, Edition, SegmentState

FORMATS = {"json": json_format, "xliff": xliff, "xliff12": xliff12, "tmx": tmx, "docx": docx}


def _bytes(written: str | bytes) -> bytes:
    """Encode as the shelf does."""
    return written if isinstance(written, bytes) else written.encode(errors="backslashreplace")


@pytest.mark.parametrize("name", FORMATS)
def test_an_edition_comes_back_as_it_went_out(name: str) -> None:
    module = FORMATS[name]
    write: Callable[[Edition], str | bytes] = module.write
    read: Callable[[bytes], Edition] = module.read_edition

    @settings(max_examples=30, deadline=None)
    @given(editions())
    def comes_back(edition: Edition) -> None:
        assert read(_bytes(write(edition))) == edition

    comes_back()


@pytest.mark.parametrize("name", ["xliff", "xliff12", "tmx", "docx"])
def test_its_sentences_are_known_by_their_keys_with_the_translation_that_went_out(name: str) -> None:
    module = FORMATS[name]

    @settings(max_examples=20, deadline=None)
    @given(editions())
    def are_known(edition: Edition) -> None:
        found = [
            (one.edition, one.key, one.source, one.target, one.base)
            for one in module.units(_bytes(module.write(edition)))
        ]
        assert found == [
            (edition.article.key, unit.draft.segment.key, unit.source, unit.target, unit.target)
            for unit in edition.units
        ]

    are_known()


_memories = st.lists(
    st.builds(
        BitextUnit,
        key=texts,
        source=texts,
        target=texts,
        direction=st.sampled_from([Direction("id", "en"), Direction("en", "id")]),
        kind=st.sampled_from(BlockKind),
        state=st.sampled_from(SegmentState),
        edition=texts,
        base=st.none() | texts,
        author=texts,
        at=st.none()
        | st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1)).map(  # noqa: DTZ001
            lambda moment: moment.replace(microsecond=0, tzinfo=UTC)
        ),
        notes=st.lists(texts, max_size=2).map(tuple),
        properties=st.lists(st.tuples(st.sampled_from(["domain", "client"]), texts), max_size=2).map(tuple),
    ),
    max_size=3,
)


@settings(max_examples=60, deadline=None)
@given(_memories)
def test_a_translation_memory_comes_back_as_it_went_out(memory: list[BitextUnit]) -> None:
    written = "".join(tmx.written_units(memory, "id"))
    assert list(tmx.units(_bytes(written))) == memory
