"""Write an edition into the tables: new sentences, those that go on from an earlier one, those that are gone.

What a person wrote is never overwritten. Where the source changed under their words, the words stay
and are marked stale, and the machine's proposal for the new source lies beside them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from pipeline.adapters.storage.flagging import flag_rows, replace_flags
from pipeline.adapters.storage.payload import finite, signature_data, signature_digest, storable, unit_data
from pipeline.adapters.storage.schema import blocks, flags, outputs, segments, signatures
from pipeline.adapters.storage.statements import first, insert_new, rows
from pipeline.model import Edition, SegmentState, Signature, Unit
from pipeline.model.jobs import Result
from pipeline.model.work import REVIEWER


def signature_number(connection: Connection, signature: Signature) -> int:
    """Return the number of a signature, new or known."""
    digest = signature_digest(signature)
    known = select(signatures.c.number).where(signatures.c.digest == digest)
    number = connection.execute(known).scalar()
    if number is None:
        # After a change of the model every run meets the new signature in the same moment.
        insert_new(connection, signatures, [{"digest": digest, "body": signature_data(signature)}])
        number = connection.execute(known).scalar_one()
    return int(number)


def write_edition(connection: Connection, article: dict[str, Any], result: Result, at: datetime) -> int:
    """Write the edition of an article; return the number of its signature."""
    signature = signature_number(connection, result.edition.signature)
    writing = _Writing(connection, article["number"], article["revision"], signature, at)
    writing.write(result)
    return signature


@dataclass(frozen=True)
class _Writing:
    """One edition on its way in."""

    connection: Connection
    article: int
    revision: int
    signature: int
    at: datetime

    def write(self, result: Result) -> None:
        placed = self._blocks(result.edition)
        present = (segments.c.article == self.article) & segments.c.removed_in.is_(None)
        held = {row["key"]: row for row in rows(self.connection, select(segments).where(present))}
        new: list[tuple[dict[str, Any], Unit]] = []
        for position, (unit, risk) in enumerate(zip(result.edition.units, result.risks, strict=True)):
            segment = unit.draft.segment
            place = {
                "key": segment.key,
                "block": placed[segment.block.key],
                "position": position,
                "source": storable(segment.text),
                "tail": storable(segment.tail),
                "risk": risk,
                "updated_at": self.at,
            }
            row = held.pop(result.continues.get(segment.key, ""), None)
            if row is None:
                new.append((place, unit))
            else:
                self._carry_on(row, place, unit)
        self._insert(new)
        gone = [row["number"] for row in held.values()]
        if gone:
            leave = update(segments).where(segments.c.number.in_(gone))
            self.connection.execute(leave.values(removed_in=self.revision, updated_at=self.at))

    def _blocks(self, edition: Edition) -> dict[str, int]:
        """Return the number of each block; those of a revision that is made anew are there already."""
        of_revision = (blocks.c.article == self.article) & (blocks.c.revision == self.revision)
        known = {
            row["key"]: row["number"] for row in rows(self.connection, select(blocks).where(of_revision))
        }
        new = [
            {
                "article": self.article,
                "revision": self.revision,
                "position": at,
                "key": block.key,
                "kind": block.kind,
            }
            for at, block in enumerate(edition.article.blocks)
            if block.key not in known
        ]
        if new:
            made = insert(blocks).returning(blocks.c.key, blocks.c.number)
            known |= {row.key: row.number for row in self.connection.execute(made, new)}
        return known

    def _insert(self, new: list[tuple[dict[str, Any], Unit]]) -> None:
        if not new:
            return
        fixed = {
            "article": self.article,
            "version": 1,
            "revision": self.revision,
            "state": SegmentState.INITIAL,
        }
        values = [place | fixed | {"target": storable(unit.target)} for place, unit in new]
        made = insert(segments).returning(segments.c.number, sort_by_parameter_order=True)
        numbers = list(self.connection.execute(made, values).scalars())
        lines = [self._output(number, 1, unit) for number, (_, unit) in zip(numbers, new, strict=True)]
        self.connection.execute(insert(outputs), lines)
        found = [
            row
            for number, (place, unit) in zip(numbers, new, strict=True)
            for row in flag_rows(number, 1, unit.flags, place["source"])
        ]
        if found:
            self.connection.execute(insert(flags), found)

    def _output(self, segment: int, version: int, unit: Unit, previous: str | None = None) -> dict[str, Any]:
        return {
            "segment": segment,
            "version": version,
            "signature": self.signature,
            "machine": storable(unit.machine.text),
            "score": finite(unit.machine.score),
            "target": storable(_before_people(unit)),
            "previous_source": previous,
            "payload": unit_data(replace(unit, edits=tuple(e for e in unit.edits if e.rule != REVIEWER))),
            "at": self.at,
        }

    def _carry_on(self, row: dict[str, Any], place: dict[str, Any], unit: Unit) -> None:
        """Go on with a sentence that is there, at its present place."""
        values = {name: value for name, value in place.items() if row[name] != value and name != "updated_at"}
        corrected = "source" in values
        proposed = self._output(row["number"], row["version"], unit, row["source"] if corrected else None)
        if not row["author"] and row["target"] != storable(unit.target):
            values["target"] = storable(unit.target)
        if corrected:
            values["revision"] = self.revision
            if row["author"]:
                first_source = row["previous_source"] if row["stale"] else row["source"]
                values |= {"stale": True, "previous_source": first_source, "state": SegmentState.TRANSLATED}
        version = row["version"] + ("target" in values or corrected)
        if corrected or self._differs(row, proposed):
            self.connection.execute(insert(outputs).values(proposed | {"version": version}))
        if values:
            values |= {"version": version, "updated_at": self.at}
            self.connection.execute(update(segments).where(segments.c.number == row["number"]).values(values))
        if values.get("target", row["target"]) == storable(unit.target):
            replace_flags(self.connection, row["number"], version, unit.flags, place["source"])

    def _differs(self, row: dict[str, Any], proposed: dict[str, Any]) -> bool:
        """Tell whether the machine says something else than it said last."""
        columns = ("machine", "target", "payload", "score")
        held = select(*(outputs.c[name] for name in columns)).where(outputs.c.segment == row["number"])
        last = first(self.connection, held.order_by(outputs.c.number.desc()))
        return last is None or any(proposed[name] != last[name] for name in columns)


def _before_people(unit: Unit) -> str:
    """Return what rules made of the machine's text, before a person changed it."""
    return next((edit.before for edit in unit.edits if edit.rule == REVIEWER), unit.target)
