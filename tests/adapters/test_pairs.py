from __future__ import annotations

import io
import json

import pytest

from pipeline.adapters import pairs
from pipeline.errors import ArticleError
from pipeline.model import BlockKind, Direction

GOOD = {"id": "a", "source": "Satu.", "target": "One."}
XLIFF = """<?xml version="1.0"?>
<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="id" trgLang="en"><file id="f">
<unit id="u1"><segment><source>Harga naik.</source><target>Prices rose.</target></segment></unit>
</file></xliff>"""


def read(*lines: object) -> pairs.Pairs:
    texts = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    return pairs.read(io.BytesIO(b"\n".join(texts)))


def test_every_line_is_a_pair_and_a_missing_id_is_its_number() -> None:
    found = read(GOOD, b"", {"source": "Dua.", "target": "Two.", "block": "caption"})
    assert [(one.key, one.target, one.kind) for one in found] == [
        ("a", "One.", BlockKind.PARAGRAPH),
        (3, "Two.", BlockKind.CAPTION),
    ]
    assert not found.broken
    assert not found.together


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "line 1 can't be checked"),
        (b"[" * 100_000, "line 1 can't be checked"),
        (b"\xff\xfa", "line 1 can't be checked"),
        ([1], "has to be an object"),
        ({"source": "Satu."}, "'target' is missing"),
        ({"source": None, "target": "One."}, "'source' is no text"),
        ({**GOOD, "block": "footnote"}, "no block 'footnote'; there are masthead"),
        ({**GOOD, "block": ["x"]}, "no block"),
    ],
)
def test_a_line_that_is_no_pair_is_named_and_the_others_are_read(line: object, reason: str) -> None:
    found = read(line, GOOD)
    assert [one.key for one in found] == ["a"]
    assert len(found.broken) == 1
    assert reason in found.broken[0]


def test_half_a_character_becomes_one_that_can_be_printed() -> None:
    (entry,) = read(b'{"source": "\\ud800 x", "target": "\\ud83d\\ude00"}')
    assert entry.source == "\N{REPLACEMENT CHARACTER} x"
    assert entry.target == "\N{GRINNING FACE}"


def test_an_xliff_is_one_text_in_its_own_direction() -> None:
    found = pairs.read(io.BytesIO(XLIFF.encode()))
    assert [(one.source, one.target) for one in found] == [("Harga naik.", "Prices rose.")]
    assert found.together
    assert found.direction == Direction("id", "en")


def test_other_xml_is_refused_and_nothing_at_all_is_nothing() -> None:
    with pytest.raises(ArticleError, match="nothing reads <html>"):
        pairs.read(io.BytesIO(b"<html/>"))
    assert list(pairs.read(io.BytesIO(b""))) == []
