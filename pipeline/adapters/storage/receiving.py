"""Take in what sources deliver: new, the same again, corrected, withdrawn, or not to be read."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from itertools import count
from typing import Any, TypeAlias

from sqlalchemy import Connection, insert, select, update

from pipeline.adapters.storage import leasing
from pipeline.adapters.storage.database import Database
from pipeline.adapters.storage.payload import digest_of, manuscript_data, storable
from pipeline.adapters.storage.schema import articles, downloads, identities, revisions, sources, stamps
from pipeline.adapters.storage.statements import first, upsert
from pipeline.model import BlockKind, ItemMeta, Manuscript, NewsItem, PubStatus, SourceState
from pipeline.model.jobs import Lease, Outcome, Receipt
from pipeline.model.work import ArticleState

Row: TypeAlias = dict[str, Any]

_TITLE = 500
"""Characters of a title; before an article is typed, its first paragraph stands in for one."""


class SqlInflow:
    """The port `Inflow` over the tables."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def stamp_of(self, source: str, place: str) -> str | None:
        """Return the stamp of what lies at a place of a source, as it was last received."""
        wanted = (stamps.c.source == source) & (stamps.c.place_digest == digest_of(place, length=64))
        with self._database.reading() as connection:
            return connection.execute(select(stamps.c.stamp).where(wanted)).scalar()

    def source_state(self, source: str) -> SourceState:
        """Return what is remembered of a source."""
        with self._database.reading() as connection:
            found = connection.execute(select(sources.c.state).where(sources.c.name == source)).scalar()
        if found is None:
            return SourceState()
        # What an earlier version kept lacks a field, what a later one kept has one more.
        kept: Row = {one.name: found[one.name] for one in fields(SourceState) if one.name in found}
        kept |= {name: datetime.fromisoformat(kept[name]) for name in ("due", "recheck") if kept.get(name)}
        return SourceState(**kept | {"retries": tuple((place, number) for place, number in found["retries"])})

    def keep_source_state(self, source: str, state: SourceState, *, at: datetime) -> None:
        """Remember the state of a source after a visit."""
        data = json.loads(json.dumps(asdict(state), default=datetime.isoformat))
        with self._database.writing() as connection:
            upsert(connection, sources, {"name": source}, {"state": data, "checked_at": at})

    def unreadable(self, source: str) -> tuple[str, ...]:
        """Return the guids of a source's items that can't be read."""
        wanted = (identities.c.source == source) & (identities.c.problem != "")
        with self._database.reading() as connection:
            found = connection.execute(select(identities.c.guid).where(wanted).order_by(identities.c.number))
            return tuple(found.scalars())

    def dismiss(self, source: str, guid: str) -> None:
        """Forget that an item can't be read."""
        this = (identities.c.source == source) & (identities.c.guid == guid)
        with self._database.writing() as connection:
            connection.execute(update(identities).where(this).values(problem=""))

    def lend(self, name: str, lease: Lease) -> int | None:
        """Lend what only one run may do at a time; return the loan's number, None if somebody has it."""
        with self._database.writing() as connection:
            return leasing.lend(connection, name, lease)

    def give_back(self, name: str, number: int) -> None:
        """Give back what was lent."""
        with self._database.writing() as connection:
            leasing.give_back(connection, name, number)

    def receive(self, item: NewsItem, key: str, *, at: datetime) -> Receipt:
        """Take an item in, in one transaction."""
        with self._database.writing() as connection:
            return _Reception(connection, item, at).receive(key)


@dataclass(frozen=True)
class _Reception:
    """One item on its way in."""

    connection: Connection
    item: NewsItem
    at: datetime

    @property
    def text(self) -> Manuscript | None:
        """What the item says; None where it only says that it is withdrawn."""
        return self.item.manuscript if self.item.manuscript and self.item.manuscript.paragraphs else None

    @property
    def digest(self) -> str:
        """What tells this text from another; empty where there is none."""
        if self.text is None:
            return ""
        return digest_of(str(self.item.direction), *(one.text for one in self.text.paragraphs), length=64)

    def receive(self, key: str) -> Receipt:
        known = _identity(self.connection, self.item.source, self.item.meta.guid)
        article = self._article(known)
        if self.item.problem:
            self._remember(article)
            return Receipt(Outcome.UNREADABLE, article["key"] if article else "")
        if article is not None:
            self._remember(article)
            return Receipt(self._continue(known, article), article["key"])
        if self.text is None:
            self._remember(None, withdrawn=self.item.meta.status is PubStatus.CANCELED)
            return Receipt(Outcome.UNKNOWN)
        withdrawn = known is not None and known["withdrawn"] and not self._is_newer(known)
        article = self._begin(self.text, self._free(key), withdrawn=withdrawn)
        self._remember(article)
        return Receipt(Outcome.NEW, article["key"])

    def _article(self, known: Row | None) -> Row | None:
        """Find the article by its name, else by a text that it has or had."""
        number = known["article"] if known else None
        if number is None and self.digest:
            same = select(revisions.c.article).where(revisions.c.digest == self.digest)
            number = self.connection.execute(same.order_by(revisions.c.number).limit(1)).scalar()
        if number is None:
            return None
        return first(self.connection, select(articles).where(articles.c.number == number))

    def _remember(self, article: Row | None, *, withdrawn: bool = False) -> None:
        """Keep what the source calls it, whatever became of it."""
        item = self.item
        key = {"source": item.source, "guid_digest": digest_of(item.meta.guid, length=64)}
        values: Row = {
            "guid": storable(item.meta.guid)[:2000],
            "problem": storable(item.problem),
            "withdrawn": withdrawn,
            "item_version": storable(item.meta.version)[:200],
            "item_updated": item.meta.updated,
            "received_at": self.at,
        }
        if self.digest and not item.problem:
            values["digest"] = self.digest
        if article is not None:
            values["article"] = article["number"]
        upsert(self.connection, identities, key, values)
        if item.stamp:
            place = {"source": item.source, "place_digest": digest_of(item.place, length=64)}
            upsert(self.connection, stamps, place, {"stamp": storable(item.stamp)})

    def _free(self, key: str) -> str:
        """Return the key, with a number if by an odd chance another text has it."""
        for number in count(1):
            wanted = key if number == 1 else f"{key}-{number}"
            if first(self.connection, select(articles.c.number).where(articles.c.key == wanted)) is None:
                return wanted
        raise AssertionError

    def _begin(self, text: Manuscript, key: str, *, withdrawn: bool) -> Row:
        """Begin an article; `withdrawn` says that its withdrawal came first, as wires do it."""
        item = self.item
        meta = replace(item.meta, status=PubStatus.CANCELED) if withdrawn else item.meta
        withdrawn = meta.status is PubStatus.CANCELED
        values = {
            "key": key,
            "source": item.source,
            "source_language": item.direction.source,
            "target_language": item.direction.target,
            "title": title_of(text),
            "origin": storable(text.origin),
            "link": storable(item.link),
            "published": text.published.isoformat() if text.published else None,
            "digest": self.digest,
            "received_at": self.at,
            "updated_at": self.at,
            "state": ArticleState.WITHDRAWN if withdrawn else ArticleState.PENDING,
            "pending": not withdrawn,
        }
        made = self.connection.execute(
            insert(articles).values(values | _standing(meta)).returning(articles.c.number)
        )
        number = made.scalar_one()
        self._keep(text, number, 1)
        return {"number": number, "key": key}

    def _keep(self, text: Manuscript, number: int, revision: int) -> None:
        """Keep a text for good, and for a while the bytes that it was read from."""
        item, belongs = self.item, {"article": number, "revision": revision, "received_at": self.at}
        self.connection.execute(
            insert(revisions).values(
                **belongs,
                digest=self.digest,
                manuscript=manuscript_data(text),
                item_version=storable(item.meta.version)[:200],
                item_updated=item.meta.updated,
            )
        )
        if item.raw:
            self.connection.execute(
                insert(downloads).values(**belongs, suffix=item.suffix[:20], body=item.raw)
            )

    def _continue(self, known: Row | None, article: Row) -> Outcome:
        """Carry on with an article that is known: a correction, another status, or nothing new."""
        meta, text = self.item.meta, self.text
        if self._is_older(article):
            return Outcome.OLDER
        changes = {name: value for name, value in _standing(meta).items() if article[name] != value}
        outcome = Outcome.CHANGED if changes else Outcome.SAME
        if text is not None and self._corrects(known, article):
            outcome = Outcome.REVISED
            changes |= self._revise(text, article)
        if meta.status is PubStatus.CANCELED:
            changes |= {"pending": False}
            changes |= {} if article["published_at"] else {"state": ArticleState.WITHDRAWN}
        elif article["pub_status"] == PubStatus.CANCELED:
            translated = article["translated_revision"]
            changes |= {"pending": translated != changes.get("revision", article["revision"])}
            changes |= {"state": ArticleState.OPEN if translated else ArticleState.PENDING}
        if outcome is not Outcome.SAME:
            changes |= {"updated_at": self.at, "version": article["version"] + 1}
            changes |= {"shelved": not article["translated_revision"]}
            self.connection.execute(
                update(articles).where(articles.c.number == article["number"]).values(changes)
            )
        return outcome

    def _corrects(self, known: Row | None, article: Row) -> bool:
        """Tell whether an item's text is a correction.

        It is none if the item brought the same before: two feeds carry one story, the first corrects it,
        and the second goes on sending the old text at every visit.
        """
        return known is not None and self.digest not in (article["digest"], known["digest"])

    def _revise(self, text: Manuscript, article: Row) -> Row:
        number = article["revision"] + 1
        self._keep(text, article["number"], number)
        return {
            "revision": number,
            "digest": self.digest,
            "title": title_of(text),
            "published": text.published.isoformat() if text.published else article["published"],
            "pending": True,
            "reason": "",
            "attempts": 0,
            "next_attempt": None,
            "interrupted": 0,
        }

    def _is_older(self, article: Row) -> bool:
        """Tell whether an item says of itself that it came before the text that the store has."""
        held = (revisions.c.article == article["number"]) & (revisions.c.revision == article["revision"])
        row = first(self.connection, select(revisions.c.item_updated, revisions.c.item_version).where(held))
        assert row is not None
        return _order(self.item.meta, row) < 0

    def _is_newer(self, known: Row) -> bool:
        return _order(self.item.meta, known) > 0


def _order(meta: ItemMeta, held: Row) -> int:
    """Return whether an item is older (-1) or newer (1) than what is held, 0 where nothing tells."""
    if meta.updated and held["item_updated"]:
        return int(meta.updated > held["item_updated"]) - int(meta.updated < held["item_updated"])
    if meta.version.isdecimal() and held["item_version"].isdecimal():
        one, other = int(meta.version), int(held["item_version"])
        return (one > other) - (one < other)
    return 0


def _identity(connection: Connection, source: str, guid: str) -> Row | None:
    wanted = (identities.c.source == source) & (identities.c.guid_digest == digest_of(guid, length=64))
    return first(connection, select(identities).where(wanted))


def _standing(meta: ItemMeta) -> Row:
    """Return what an item says about its use; what it doesn't mention is left as a person set it."""
    values: Row = {"pub_status": meta.status, "embargoed_until": meta.embargoed_until}
    if meta.deadline:
        values["deadline"] = meta.deadline
    if meta.urgency:
        values["priority"] = 10 - meta.urgency
    return values


def title_of(text: Manuscript) -> str:
    """Return what a manuscript is called before its blocks are typed."""
    headline = next(
        (one.text for one in text.paragraphs if one.hint is BlockKind.HEADLINE), text.paragraphs[0].text
    )
    return storable(" ".join(headline.split()))[:_TITLE]
