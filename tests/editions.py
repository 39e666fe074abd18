"""Editions with everything in them, and the texts that try to break out of whatever holds them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from builders import ID_EN, article
from hypothesis import strategies as st

from pipeline.model import (
    Block,
    BlockKind,
    Draft,
    Edit,
    Edition,
    Flag,
    Hypothesis,
    ItemMeta,
    Policy,
    PubStatus,
    Segment,
    SegmentState,
    Severity,
    Signature,
    Span,
    Term,
    TermMatch,
    Unit,
)

HOSTILE = (
    "<script>alert(1)</script>",
    "\"'> <img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "{{ 7*7 }} {% raw %} ${7*7} <%= 7*7 %>",
    "\u202ekiri\u202c \u2066kanan\u2069 \u200f",
    "bel\x07 nul\x00 esc\x1b[31m del\x7f c1\x85\x9f",
    "\ufffe\uffff \ud83d \U0001f600",
    "\\u0007 \\u005cu0007 \\\\u0007 \\",
    "]]> <![CDATA[x]]> <!-- x --> <?php x ?> &amp; &lt; &#7; &nosuch;",
    '=HYPERLINK("http://x","y")',
    "+1+1|cmd",
    "@SUM(A1)",
    "-2+3",
    " di muka\tdi tengah\r\ndi belakang \n",
    "\u00a0\u202f\u2028\u2029",
    "'; DROP TABLE segments; --",
    "../../etc/passwd",
    "%s %n {0}",
)

texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=40),
    st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=8)), max_size=4).map("".join),
)
"""Any text, and often one that means harm."""

_moments = st.none() | st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1)).map(  # noqa: DTZ001
    lambda moment: moment.replace(tzinfo=UTC)
)
_metas = st.builds(
    ItemMeta,
    texts,
    texts,
    _moments,
    st.sampled_from(PubStatus),
    _moments,
    _moments,
    st.none() | st.integers(1, 9),
)
_spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: Span(*sorted(ends)))
_flags = st.builds(Flag, texts, st.sampled_from(Severity), texts, st.none() | _spans, st.none() | _spans)
_words = st.lists(texts.filter(bool), max_size=2).map(tuple)
_terms = st.builds(
    Term, texts, texts, texts, st.sampled_from(Policy), _words, _words, texts, _words, texts, texts
)


@st.composite
def _matches(draw: st.DrawFn, source: str) -> TermMatch:
    start = draw(st.integers(0, len(source)))
    return TermMatch(Span(start, draw(st.integers(start, len(source)))), draw(_terms), draw(texts))


@st.composite
def _units(draw: st.DrawFn, segment: Segment) -> Unit:
    matches = draw(st.lists(_matches(segment.text), max_size=2))
    score = draw(st.none() | st.integers(-100_000, 0).map(lambda number: number / 10_000))
    return Unit(
        draft=Draft(segment, ID_EN, segment.text, tuple(matches)),
        machine=Hypothesis(draw(texts), score),
        target=draw(texts),
        alternatives=tuple(Hypothesis(text) for text in draw(st.lists(texts, max_size=2))),
        fault=draw(texts),
        edits=tuple(draw(st.lists(st.builds(Edit, texts, texts, texts), max_size=2))),
        flags=tuple(draw(st.lists(_flags, max_size=3))),
        state=draw(st.sampled_from(SegmentState)),
    )


@st.composite
def editions(draw: st.DrawFn) -> Edition:
    """Draw an edition of a few blocks that any of its formats has to give back as it was."""
    blocks, units = [], []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        sentences = draw(
            st.lists(st.tuples(texts, st.sampled_from(["", " ", "\n", "\u00a0 "])), min_size=1, max_size=3)
        )
        kind = draw(st.sampled_from(BlockKind))
        block = Block(f"b{number}", kind, "".join(text + tail for text, tail in sentences))
        blocks.append(block)
        for place, (text, tail) in enumerate(sentences, 1):
            units.append(draw(_units(Segment(f"b{number}s{place}", block, text, tail))))
    signature = Signature("1", "echo", draw(texts), "abc", "def", {"beam": 4}, ("numbers",), {"percent": "%"})
    made = replace(article(), key="nato-jepang-1", blocks=tuple(blocks), origin="nato-jepang.txt")
    made = replace(made, published=draw(_moments), meta=draw(st.none() | _metas))
    return Edition(made, tuple(units), signature)
