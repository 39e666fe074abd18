"""Send drafts through an engine: as many translations come back as drafts went in, in order.

What a newspaper writes is not always what a model can read. Before the engine, a text is cleaned,
a line in capitals or in title case is set in sentence case, and a sentence longer than the model takes is parted at
clause boundaries; afterwards all of this is undone. Nothing is cut, and a text that can't be
translated comes back with its `fault`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.config import StyleSettings
from pipeline.model import Draft, Hypothesis, Link, Span, Translation
from pipeline.ports import Engine
from pipeline.stages.choose import eligible, lost
from pipeline.stages.insist import Losing, insist
from pipeline.text.casing import capitalised_words, is_all_caps, is_title_case, to_sentence_case
from pipeline.text.layout import BULLET
from pipeline.text.spelling import heading_names
from pipeline.text.typography import clean, curl

_LETTER = re.compile(r"[^\W\d_]")

_BOUNDARIES = (
    re.compile(r"(?<=[.!?…;])[”\"’)]*\s+"),
    re.compile(r"\s+(?=[–—-]\s)|(?<=[:,])\s+"),
    re.compile(
        r"\s+(?=(?:dan|atau|tetapi|namun|sedangkan|sementara|yang|karena|and|or|but|while|which|because)\b)"
    ),
    re.compile(r"\s+"),
    re.compile(r"(?<=\S)(?=\S)"),
)
"""Where a sentence may be parted, best first: sentence, clause, conjunction, word, anywhere."""


@dataclass(frozen=True, slots=True)
class _Request:
    """What is sent for one draft: the parts, and for each character of theirs its place in the draft.

    `bullet` is what stands before a list item; a model makes a word of it.
    """

    bullet: str
    text: str
    places: tuple[int, ...]
    parts: tuple[Span, ...]
    shouted: bool

    def texts(self) -> list[str]:
        return [part.of(self.text) for part in self.parts]


def translate(
    articles: Sequence[Sequence[Draft]], engine: Engine, style: StyleSettings
) -> list[list[Translation]]:
    """Translate the drafts of several articles with one call of the engine, equal texts once.

    Carried drafts and bare punctuation never reach the engine. What comes out for an article doesn't
    depend on which others went along with it. Only what lost something, or was parted, keeps its links.
    """
    requests = [_requests(drafts, engine) for drafts in articles]
    wanted = dict.fromkeys(
        text for article in requests for request in article if request for text in request.texts()
    )
    answers = dict(zip(wanted, engine.translate(list(wanted)), strict=True))
    losing = list(_losing(articles, requests, answers))
    answers |= _unlinked(requests, answers, losing)
    found = [
        [
            _answer(draft, request, [answers[text] for text in request.texts()])
            if request
            else Translation((Hypothesis(draft.text),))
            for draft, request in zip(drafts, article, strict=True)
        ]
        for drafts, article in zip(articles, requests, strict=True)
    ]
    _insist(losing, found, engine, style)
    return found


def _losing(
    articles: Sequence[Sequence[Draft]],
    requests: Sequence[Sequence[_Request | None]],
    answers: Mapping[str, Translation],
) -> Iterator[tuple[int, int, _Request, Losing]]:
    """Yield the sentences all of whose hypotheses lost something: article, place in it, and what was said."""
    for place, (drafts, article) in enumerate(zip(articles, requests, strict=True)):
        for number, (draft, request) in enumerate(zip(drafts, article, strict=True)):
            if request is None or len(request.parts) > 1 or answers[request.text].fault:
                continue
            said = answers[request.text].hypotheses
            if all(any(lost(draft, one.text)) for one in eligible(draft, said)):
                yield place, number, request, Losing(draft, request.text, request.places, said)


def _unlinked(
    requests: Sequence[Sequence[_Request | None]],
    answers: Mapping[str, Translation],
    losing: Iterable[tuple[int, int, _Request, Losing]],
) -> dict[str, Translation]:
    """Return the answers that lost nothing, without their links: links hold a whole result, and nobody will read them.

    A sentence that was parted may have lost something; nobody has looked.
    """
    sent = [one for article in requests for one in article if one]
    whole = {one.text for one in sent if len(one.parts) == 1}
    whole -= {text for one in sent if len(one.parts) > 1 for text in one.texts()}
    return {
        text: replace(
            answers[text], hypotheses=tuple(one.without_links() for one in answers[text].hypotheses)
        )
        for text in whole - {request.text for _, _, request, _ in losing}
    }


def _insist(
    losing: Sequence[tuple[int, int, _Request, Losing]],
    found: list[list[Translation]],
    engine: Engine,
    style: StyleSettings,
) -> None:
    """Add to what was found of a sentence that lost something one that keeps it, if there is one.

    All such sentences of the batch are sent together.
    """
    kept = insist([one for *_, one in losing], engine, style)
    for (place, number, request, one), better in zip(losing, kept, strict=True):
        if better:
            shown = _answer(one.draft, request, [Translation((better,))]).best
            before = found[place][number]
            found[place][number] = replace(
                before, hypotheses=(*before.hypotheses, shown), notes=(*before.notes, "insisted")
            )


def _requests(drafts: Sequence[Draft], engine: Engine) -> list[_Request | None]:
    names = _names(drafts)
    return [None if draft.carried else _request(draft, names, engine) for draft in drafts]


def _names(drafts: Sequence[Draft]) -> set[str]:
    """Collect how the article writes its names where it doesn't shout."""
    found: set[str] = set()
    for draft in drafts:
        found |= capitalised_words(draft.segment.text)
        found |= {word for match in draft.matches for word in match.term.source.split()}
        found |= {word for match in draft.matches for word in match.target.split()}
    return {name for name in found if name[:1].isupper()}


def _request(draft: Draft, names: set[str], engine: Engine) -> _Request | None:
    text, places = clean(draft.text)
    bullet = match.group() if (match := BULLET.match(text)) else ""
    text, places = text[len(bullet) :], places[len(bullet) :]
    if not _LETTER.search(text):
        return None
    # What the newspaper wrote decides: `KASUS DBD NAIK` with `dengue fever` in it is still a shouted line.
    written = draft.segment.text
    shouted = is_all_caps(written)
    if shouted or is_title_case(written):
        # The article's own spelling wins over a guess.
        guessed = heading_names(written, draft.direction.source)
        text = to_sentence_case(text, [*guessed, *names], shouted=shouted)
    return _Request(bullet, text, places, tuple(_parts(text, Span(0, len(text)), engine)), shouted)


def _parts(text: str, whole: Span, engine: Engine) -> Iterator[Span]:
    """Part a text until every part fits the engine, near the middle of the best kind of boundary."""
    if engine.count_tokens(whole.of(text)) <= engine.max_tokens or whole.end - whole.start < 2:
        yield whole
        return
    middle = (whole.start + whole.end) / 2
    for boundary in _BOUNDARIES:
        found = [match.span() for match in boundary.finditer(text, whole.start + 1, whole.end - 1)]
        # A comma five words from the end leaves the long part long: only the middle half counts.
        near = [span for span in found if abs(span[0] - middle) <= (whole.end - whole.start) / 4]
        if near:
            left, right = min(near, key=lambda span: abs(span[0] - middle))
            yield from _parts(text, Span(whole.start, left), engine)
            yield from _parts(text, Span(right, whole.end), engine)
            return
    yield whole


def _answer(draft: Draft, request: _Request, parts: Sequence[Translation]) -> Translation:
    """Undo what was done to the text: join the parts, move links to the draft's text, shout again."""
    fault = next((part.fault for part in parts if part.fault), "")
    if fault:
        return Translation((Hypothesis(draft.text),), fault=fault)
    ranks = len(parts[0].hypotheses) if len(parts) == 1 else 1
    hypotheses = tuple(
        _joined(request, [part.hypotheses[rank] for part in parts], draft.text) for rank in range(ranks)
    )
    notes = (("parted",) if len(parts) > 1 else ()) + (("true-cased",) if request.shouted else ())
    return Translation(hypotheses, notes=notes)


def _joined(request: _Request, parts: Sequence[Hypothesis], source: str) -> Hypothesis:
    if len(parts) == 1 and not request.shouted and len(request.text) == len(source):
        shown = curl(source, parts[0].text)
        # Nothing was taken out or moved.
        return parts[0] if shown == parts[0].text else replace(parts[0], text=shown)
    text = request.bullet
    links: list[Link] = []
    for number, (span, part) in enumerate(zip(request.parts, parts, strict=True)):
        text += " " if number and part.text else ""
        links += [
            Link(_place(request, link.source, span.start), _shift(link.target, len(text)), link.weight)
            for link in part.alignment
        ]
        text += part.text
    shown = text.upper() if request.shouted else text
    scores = [part.score for part in parts if part.score is not None]
    return Hypothesis(
        curl(source, shown),
        min(scores) if scores else None,
        tuple(score for part in parts for score in part.token_scores),
        tuple(links) if len(shown) == len(text) else (),
    )


def _place(request: _Request, span: Span, offset: int) -> Span:
    """Move a span of a part to the draft's text, over what cleaning took out."""
    return Span(request.places[span.start + offset], request.places[span.end + offset - 1] + 1)


def _shift(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
