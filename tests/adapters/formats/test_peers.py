"""What other people's programs make of our exchange files."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from builders import ID_EN, unit
from editions import HOSTILE, editions
from hypothesis import HealthCheck, given, settings
from lxml import etree
from standards import CORE, GLOSSARY, MATCHES, METADATA, ninjs_faults, xliff_faults
from translate.storage import tmx as their_tmx
from translate.storage import xliff as their_xliff12
from translate.storage import xliff2 as their_xliff
from translate.storage.tbx import tbxfile

from pipeline.adapters.formats import json as json_format
from pipeline.adapters.formats import ninjs, tbx, tmx, xliff, xliff12
from pipeline.adapters.formats._xml import FORBIDDEN
from pipeline.adapters.glossaries import tbx as term_bases
from pipeline.adapters.glossaries.csv import Row
from pipeline.model import Article, Direction, Edition, Policy, SegmentState, Signature, Span, Term, TermMatch

SCHEMAS = Path(__file__).parents[3] / "data/cache/schemas"


def _edition(*texts: str) -> Edition:
    segments: list[dict[str, object]] = [
        {"key": f"b1s{n}", "source": text, "tail": " ", "machine": text, "target": f"({text})", "status": "reviewed",
         "score": None, "edits": [], "terms": [], "flags": []} for n, text in enumerate(texts, 1)
    ]  # fmt: skip
    return json_format.from_data(
        {
            "schema": json_format.SCHEMA,
            "key": "artikel",
            "direction": {"source": "id", "target": "en"},
            "published": None,
            "signature": {
                "version": "",
                "engine": "",
                "model": "",
                "model_digest": "",
                "glossary_digest": "",
            },
            "blocks": [{"key": "b1", "kind": "paragraph", "segments": segments}],
        }
    )


WRITABLE = [text for text in HOSTILE if not FORBIDDEN.search(text) and "\\u" not in text]


def test_the_translate_toolkit_finds_every_sentence_of_our_xliff_2() -> None:
    store = their_xliff.Xliff2File.parsestring(xliff.write(_edition(*WRITABLE)).encode())
    found = [(str(unit.source), str(unit.target)) for unit in store.units]
    assert found == [(text, f"({text})") for text in WRITABLE]


def test_the_translate_toolkit_finds_every_sentence_of_our_xliff_1_2() -> None:
    store = their_xliff12.xlifffile.parsestring(xliff12.write(_edition(*WRITABLE)).encode())
    found = [(str(unit.source), str(unit.target)) for unit in store.units]
    assert found == [(text, f"({text})") for text in WRITABLE]


def test_the_translate_toolkit_finds_every_sentence_of_our_tmx() -> None:
    store = their_tmx.tmxfile.parsestring(tmx.write(_edition(*WRITABLE)).encode())
    found = [(str(unit.source), str(unit.target)) for unit in store.units]
    assert found == [(text, f"({text})") for text in WRITABLE]


def test_what_the_translate_toolkit_writes_is_read() -> None:
    memory = their_tmx.tmxfile(sourcelanguage="id", targetlanguage="en")
    memory.addtranslation("Satu & <dua>", "id", "One & <two>", "en")
    (unit,) = tmx.units(bytes(memory))
    assert (unit.source, unit.target, unit.direction) == ("Satu & <dua>", "One & <two>", ("id", "en"))


@pytest.mark.parametrize(
    ("module", "schema"), [(xliff, "xliff-core-2.0.xsd"), (xliff12, "xliff-core-1.2-*.xsd")]
)
def test_our_xliff_is_valid_whatever_is_in_it(module: object, schema: str) -> None:
    """Hold it to the OASIS schema; that of 2.0 is the core of 2.1, whose modules it leaves open."""
    found = next(iter(SCHEMAS.glob(schema)), None)
    if found is None:
        missing = "the OASIS schemas aren't here: `make schemas` fetches them from a Debian package"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
    valid = etree.XMLSchema(etree.parse(found))

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(editions())
    def is_valid(edition: Edition) -> None:
        written = module.write(edition)  # type: ignore[attr-defined]  # modules of one shape
        valid.assertValid(etree.fromstring(written.encode()))

    is_valid()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(editions())
def test_our_xliff_keeps_the_rules_of_its_modules_whatever_is_in_it(edition: Edition) -> None:
    assert list(xliff_faults(etree.fromstring(xliff.write(edition).encode()))) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(editions())
def test_our_ninjs_is_ninjs_3_whatever_is_in_it(edition: Edition) -> None:
    assert list(ninjs_faults(json.loads(ninjs.write(edition)))) == []


def _without(name: str, tag: str) -> Callable[[Any], None]:
    return lambda root: next(root.iter(tag)).attrib.pop(name)


def _with(tag: str, **attributes: str) -> Callable[[Any], None]:
    return lambda root: next(root.iter(tag)).attrib.update(attributes)


def _cut(tag: str) -> Callable[[Any], None]:
    def cut(root: Any) -> None:
        found = next(root.iter(tag))
        found.getparent().remove(found)

    return cut


def _add(parent: str, tag: str, **attributes: str) -> Callable[[Any], None]:
    return lambda root: next(root.iter(parent)).append(etree.Element(tag, attributes))


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (_without("ref", f"{MATCHES}match"), "match: no ref"),
        (_with(f"{MATCHES}match", ref="#s9"), "'#s9' is nothing of it"),
        (_with(f"{MATCHES}match", type="machine"), "type='machine'"),
        (_with(f"{MATCHES}match", similarity="101"), "similarity='101'"),
        (_with(f"{MATCHES}match", score="1"), "no attribute score"),
        (_cut(f"{MATCHES}match"), "0 of match"),
        (_cut(f"{GLOSSARY}translation"), "neither translation nor definition"),
        (_cut(f"{GLOSSARY}term"), "0 of term"),
        (_add(f"{GLOSSARY}glossEntry", f"{GLOSSARY}term"), "term out of place"),
        (_add(f"{GLOSSARY}glossary", f"{GLOSSARY}entry"), "no element of its module"),
        (_without("type", f"{METADATA}meta"), "meta: no type"),
        (_cut(f"{METADATA}meta"), "0 of meta"),
        (_add(f"{METADATA}metadata", f"{METADATA}meta", type="x"), "meta out of place"),
        (_add(f"{CORE}file", f"{CORE}unit", id="b1s1"), "two of unit b1s1"),
        (_without("trgLang", f"{CORE}xliff"), "no trgLang"),
        (lambda root: next(root.iter(f"{CORE}segment")).remove(next(root.iter(f"{CORE}segment"))[-1]), "no target"),
        (_add(f"{CORE}source", f"{CORE}cp", hex="0041"), "U+0041 can stand"),
    ],
)  # fmt: skip
def test_the_rules_of_xliff_find_what_breaks_them(harm: Callable[[Any], None], said: str) -> None:
    term = Term("KTT", "summit", "event", Policy.REQUIRE)
    one = unit("KTT dibuka.", "The summit opened.")
    one = replace(one, draft=replace(one.draft, matches=(TermMatch(Span(0, 3), term, "summit"),)))
    one = replace(one, state=SegmentState.REVIEWED)
    made = Article("k", ID_EN, None, "x", (one.draft.segment.block,))
    root = etree.fromstring(
        xliff.write(Edition(made, (one,), Signature("0", "echo", "echo", "", ""))).encode()
    )
    assert list(xliff_faults(root)) == []
    harm(root)
    assert said in "; ".join(xliff_faults(root))


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ({"uri": "berita satu"}, "uri="),
        ({"pubstatus": "usable"}, "no property pubstatus"),
        ({"urgency": 0}, "urgency=0"),
        ({"embargoed": "2024-01-31T09:00:00"}, "embargoed="),
        ({"headlines": [{"role": "main"}]}, "headlines="),
        ({"bodies": [{"value": "", "wordcount": 1}]}, "bodies="),
        ({"associations": [{"uri": "x:1"}]}, "no name"),
        ({"standard": {"name": "ninjs", "version": "2.0"}}, "standard="),
    ],
)
def test_the_rules_of_ninjs_find_what_breaks_them(harm: dict[str, Any], said: str) -> None:
    item = json.loads(ninjs.write(_edition("Satu.")))
    assert list(ninjs_faults(item)) == []
    assert said in "; ".join(ninjs_faults(item | harm))


def test_the_terms_of_an_edition_are_read_by_translate_toolkit_and_by_us() -> None:
    term = Term(
        "KTT", "summit", "event", Policy.REQUIRE, aliases=("konferensi tinggi",), accepts=("meeting",)
    )
    written = []
    for direction in (ID_EN, Direction("en", "id")):
        seen = term if direction is ID_EN else replace(term, source="summit", target="KTT")
        match = TermMatch(Span(0, len(seen.source)), seen, seen.target)
        one = unit(f"{seen.source} dibuka.", seen.target, direction=direction, matches=[match])
        made = Article("k", direction, None, "x", (one.draft.segment.block,))
        written.append(tbx.write(Edition(made, (one, one), Signature("0", "echo", "echo", "", ""))).encode())
    for data in written:
        (theirs,) = tbxfile.parsestring(data).units
        assert (theirs.source, theirs.target) == ("KTT", "summit")
        (ours,) = term_bases.read(data, Path("x.tbx"))
        assert isinstance(ours, Row)
        assert (ours.indonesian, ours.english, ours.kind) == ("KTT", "summit", "event")
