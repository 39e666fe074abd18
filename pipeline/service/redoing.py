"""What of an article has to be translated: all of it the first time, only what changed the next."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from pipeline.model import Edit, Segment, Signature, Unit
from pipeline.model.jobs import Job
from pipeline.model.work import REVIEWER
from pipeline.stages.revise import partners


@dataclass(frozen=True, slots=True)
class Plan:
    """What is done with each segment of an article.

    `kept` are units that stay as they are, `written` what a person wrote for an earlier wording of a
    segment; everything else is translated. `fixed` are the segments whose target no rule may change.
    """

    segments: tuple[Segment, ...]
    kept: Mapping[str, Unit]
    written: Mapping[str, str]
    continues: Mapping[str, str]
    fixed: frozenset[str]

    @property
    def to_translate(self) -> tuple[Segment, ...]:
        """The segments that an engine or the memory has to translate."""
        return tuple(segment for segment in self.segments if segment.key not in self.kept)


def plan(job: Job, segments: Sequence[Segment], signature: Signature) -> Plan:
    """Decide what of the earlier edition of a job stays.

    A person's sentence stays while its source does. A machine's stays too, if it would come out the
    same today: made by the same model, terms and style, and without a fault.
    """
    kept: dict[str, Unit] = {}
    written: dict[str, str] = {}
    continues: dict[str, str] = {}
    fixed: set[str] = set()
    current = job.signature is not None and text_signature(job.signature) == text_signature(signature)
    for segment, number in zip(segments, partners(segments, [one.unit for one in job.earlier]), strict=True):
        if number is None:
            continue
        earlier = job.earlier[number]
        continues[segment.key] = earlier.unit.draft.segment.key
        same = earlier.unit.source == segment.text and earlier.unit.kind is segment.block.kind
        dropped = not earlier.unit.target and bool(segment.text.strip())  # by retention
        if same and (earlier.person or (current and not earlier.unit.fault and not dropped)):
            # Its flags are found again: the sentence may have other neighbours now.
            draft = replace(earlier.unit.draft, segment=segment)
            kept[segment.key] = replace(earlier.unit, draft=draft, flags=())
        elif earlier.person:
            written[segment.key] = earlier.unit.target
        if earlier.person:
            fixed.add(segment.key)
    return Plan(tuple(segments), kept, written, continues, frozenset(fixed))


def text_signature(signature: Signature) -> str:
    """Return what of a signature can change a sentence: all of it but the checks."""
    return json.dumps(asdict(replace(signature, checks=())), sort_keys=True, default=str)


def with_people(unit: Unit, written: str) -> Unit:
    """Put what a person wrote into a unit that was translated anew, beside the machine's proposal."""
    edits = (*unit.edits, Edit(REVIEWER, unit.target, written)) if written != unit.target else unit.edits
    return replace(unit, target=written, edits=edits)
