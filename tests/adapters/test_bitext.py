from __future__ import annotations

import pytest

from pipeline.adapters import bitext
from pipeline.errors import ArticleError
from pipeline.model import Direction, SegmentState

XLIFF = """<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="id" trgLang="en-US"><file id="f">
 <unit id="u1"><notes><note>Look.</note></notes>
  <segment id="s1" state="translated"><source>Ha<pc id="1">lo</pc> <ph id="2" equiv="%s"/><cp hex="0007"/></source>
   <target>
    Hello
   </target></segment></unit>
 <group id="g"><unit id="u2"><segment><source>Satu.</source></segment><ignorable><source> </source></ignorable>
  <segment id="b" state="final"><source xml:space="preserve"> Dua. </source><target>Two.</target></segment>
 </unit></group>
</file></xliff>"""

XLIFF12 = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="id" target-language="en" datatype="x"><body>
 <trans-unit id="1"><source>Halo <g id="1">dunia</g><x id="2"/></source><target state="signed-off">Hello
 </target><note>Look.</note></trans-unit>
 <group><trans-unit id="2" approved="yes"><source>A. B.</source>
  <seg-source><mrk mtype="seg" mid="1">A.</mrk> <mrk mtype="seg" mid="2">B.</mrk></seg-source>
  <target><mrk mtype="seg" mid="1">a.</mrk></target></trans-unit></group>
 <trans-unit id="3"><source>C</source></trans-unit>
</body></file></xliff>"""

TMX = r"""<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="id"/><body>
 <tu tuid="a" changedate="20240131T020000Z"><prop type="domain">politik</prop><note>Look.</note>
  <tuv xml:lang="en-GB"><seg>Hello <bpt i="1">&lt;b></bpt>world<ept i="1">&lt;/b></ept></seg></tuv>
  <tuv xml:lang="id"><seg>Halo <hi>dunia</hi>\u0007</seg></tuv></tu>
 <tu><tuv lang="ID"><seg>Satu</seg></tuv><tuv lang="EN"><seg>One</seg></tuv><tuv lang="nl"><seg>Een</seg></tuv></tu>
</body></tmx>"""

BOMB = '<!DOCTYPE {0} [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'


def test_xliff_2_comes_segment_by_segment_without_its_codes() -> None:
    first, second, third = bitext.units(XLIFF.encode())
    assert (first.key, first.source, first.target) == ("u1", "Halo %s\x07", "Hello")
    assert (first.state, first.notes, first.direction) == (
        SegmentState.TRANSLATED,
        ("Look.",),
        Direction("id", "en"),
    )
    assert (second.key, second.source, second.target) == ("u2/1", "Satu.", "")
    assert (third.key, third.source, third.state) == ("u2/b", " Dua. ", SegmentState.FINAL)


def test_xliff_1_2_comes_segment_by_segment_where_a_tool_has_cut_it_up() -> None:
    first, second, third, fourth = bitext.units(XLIFF12.encode())
    assert (first.key, first.source, first.target) == ("1", "Halo dunia", "Hello")
    assert (first.state, first.notes) == (SegmentState.REVIEWED, ("Look.",))
    assert (second.key, second.source, second.target) == ("2/1", "A.", "a.")
    assert (third.key, third.target, third.state) == ("2/2", "", SegmentState.FINAL)
    assert (fourth.key, fourth.target, fourth.state) == ("3", "", SegmentState.INITIAL)


def test_tmx_tells_source_from_target_by_language_and_not_by_order() -> None:
    first, second, third = bitext.units(TMX.encode())
    assert (first.key, first.source, first.target) == ("a", "Halo dunia\x07", "Hello world")
    assert (first.notes, first.properties) == (("Look.",), (("domain", "politik"),))
    assert first.at is not None
    assert first.at.isoformat() == "2024-01-31T02:00:00+00:00"
    assert [one.direction for one in (first, second, third)] == [
        Direction("id", "en"),
        Direction("id", "en"),
        Direction("id", "nl"),
    ]


@pytest.mark.parametrize("root", ["xliff", "tmx"])
def test_a_file_with_entities_is_refused_and_nothing_is_expanded_or_read(root: str) -> None:
    body = "<tu><tuv xml:lang='id'><seg>&c;&b;</seg></tuv></tu>"
    file = f"{BOMB.format(root)}<{root} version='2.0' srcLang='id'><header/><body>{body}</body></{root}>"
    with pytest.raises(ArticleError, match="entities"):
        list(bitext.units(file.encode()))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "XML"),
        (b"PK\x03\x04", "Word"),
        (b"<html/>", "nothing reads <html>"),
        (XLIFF.encode()[:-20], "well-formed"),
        (TMX.encode()[:-20], "well-formed"),
        (b"<xliff version='2.0'><file/></xliff>", "srcLang"),
        (b"<tmx><header/><body><tu/></body></tmx>", "no text"),
        (XLIFF.replace("0007", "110000").encode(), "no character"),
        (b"<xliff version='2.0' srcLang='id'>" + b"<file>" * 5000, "well-formed"),
    ],
)
def test_what_is_broken_is_told(data: bytes, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason):
        list(bitext.units(data))
