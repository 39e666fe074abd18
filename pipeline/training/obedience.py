"""How well a model obeys terms: their target form, written into its source, has to come out again."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Block, BlockKind, Direction, Segment
from pipeline.ports import Engine
from pipeline.stages.terms import annotate
from pipeline.text.matching import TermBase
from pipeline.text.words import find
from pipeline.training.copying import SHOWN, Copied
from pipeline.training.evaluate import Pair


def measure_obedience(pairs: Sequence[Pair], engine: Engine, direction: Direction, terms: TermBase) -> Copied:
    """Write into each source the terms whose form the reference has too, translate, and look for them.

    A term that the reference says in another way is left out: there the model may be right.
    """
    sent: list[tuple[str, list[str]]] = []
    for one in pairs:
        segment = Segment("b1s1", Block("b1", BlockKind.PARAGRAPH, one.source), one.source)
        draft = annotate(segment, direction, terms, frozenset(), code_switch=True)
        forms = [
            match.target
            for match in draft.matches
            if match.span.of(one.source) != match.target
            and find(match.target, draft.text)
            and find(match.target, one.reference)
        ]
        if forms:
            sent.append((draft.text, forms))
    said = [translation.best.text for translation in engine.translate([text for text, _ in sent])]
    lost = [
        (text, form, translation)
        for (text, forms), translation in zip(sent, said, strict=True)
        for form in forms
        if not find(form, translation)
    ]
    written = sum(len(forms) for _, forms in sent)
    return Copied("terms", written, written - len(lost), tuple(lost[:SHOWN]))
