"""What people write beside the translation, kept: drafts, comments and mentions, views, proposed terms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, func, insert, select, update

from pipeline.adapters.storage.database import Database
from pipeline.adapters.storage.schema import comments, drafts, mentions, proposals, views
from pipeline.model.discussion import Comment, Decision, KeptDraft, Proposal, View


class SqlDiscussion:
    """The port `Discussion` on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # --- drafts

    def keep_draft(self, draft: KeptDraft) -> None:
        """Keep what stands in somebody's editor; it replaces what stood there before."""
        values = {"text": draft.text, "based_on": draft.based_on, "at": draft.at}
        place = {"article_key": draft.article, "segment_key": draft.segment, "user": draft.user}
        with self._database.writing() as connection:
            changed = connection.execute(update(drafts).where(_place(draft)).values(values))
            if not changed.rowcount:
                connection.execute(insert(drafts).values(place | values))

    def draft(self, article: str, segment: str, user: str) -> KeptDraft | None:
        """Return what somebody typed and has not saved."""
        found = self.drafts(article, user)
        return next((one for one in found if one.segment == segment), None)

    def drafts(self, article: str, user: str) -> tuple[KeptDraft, ...]:
        """Return every draft of a person in an article."""
        query = select(drafts).where(drafts.c.article_key == article, drafts.c.user == user)
        with self._database.reading() as connection:
            return tuple(
                KeptDraft(row.article_key, row.segment_key, row.user, row.text, row.based_on, row.at)
                for row in connection.execute(query)
            )

    def drop_draft(self, article: str, segment: str, user: str) -> None:
        """Forget a draft: it was saved, or thrown away."""
        where = and_(drafts.c.article_key == article, drafts.c.segment_key == segment, drafts.c.user == user)
        with self._database.writing() as connection:
            connection.execute(delete(drafts).where(where))

    # --- comments

    def add_comment(self, comment: Comment, named: Sequence[str]) -> int:
        """Keep a comment and whom it mentions; return its number."""
        row = {
            "article_key": comment.article,
            "segment_key": comment.segment or None,
            "author": comment.author,
            "text": comment.text,
            "at": comment.at,
        }
        with self._database.writing() as connection:
            made = connection.execute(insert(comments).values(row))
            number = int(made.inserted_primary_key[0]) if made.inserted_primary_key else 0
            if named:
                rows = [{"comment": number, "user": name} for name in dict.fromkeys(named)]
                connection.execute(insert(mentions), rows)
        return number

    def comments(self, article: str) -> tuple[Comment, ...]:
        """Return the comments on an article, in order."""
        query = select(comments).where(comments.c.article_key == article).order_by(comments.c.number)
        with self._database.reading() as connection:
            return tuple(_comment(row) for row in connection.execute(query))

    def resolve_comment(self, article: str, number: int, user: str, at: datetime) -> None:
        """Settle a comment."""
        where = and_(comments.c.number == number, comments.c.article_key == article)
        with self._database.writing() as connection:
            connection.execute(update(comments).where(where).values(resolved_at=at, resolved_by=user))

    def mentions(self, user: str, *, limit: int = 50) -> tuple[tuple[Comment, bool], ...]:
        """Return the comments that name a person, the newest first, and whether they were seen."""
        query = (
            select(comments, mentions.c.seen_at)
            .join(mentions, mentions.c.comment == comments.c.number)
            .where(mentions.c.user == user)
            .order_by(comments.c.number.desc())
            .limit(limit)
        )
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return tuple((_comment(row), row.seen_at is not None) for row in rows)

    def unseen(self, user: str) -> int:
        """Count the mentions that a person has not seen."""
        query = select(func.count()).select_from(mentions)
        where = and_(mentions.c.user == user, mentions.c.seen_at.is_(None))
        with self._database.reading() as connection:
            return connection.execute(query.where(where)).scalar() or 0

    def see_mentions(self, user: str, at: datetime) -> None:
        """Note that a person has seen where they are named."""
        where = and_(mentions.c.user == user, mentions.c.seen_at.is_(None))
        with self._database.writing() as connection:
            connection.execute(update(mentions).where(where).values(seen_at=at))

    # --- views

    def keep_view(self, view: View) -> None:
        """Keep a view; one of the same name makes way."""
        row = {"user": view.user, "name": view.name, "query": view.query, "shared": view.shared}
        same = and_(views.c.user == view.user, views.c.name == view.name)
        with self._database.writing() as connection:
            connection.execute(delete(views).where(same))
            connection.execute(insert(views).values(row))

    def views(self, user: str) -> tuple[View, ...]:
        """Return a person's views and those that others share."""
        query = select(views).where((views.c.user == user) | views.c.shared).order_by(views.c.name)
        with self._database.reading() as connection:
            rows = connection.execute(query)
            return tuple(View(row.user, row.name, row.query, row.shared) for row in rows)

    def drop_view(self, user: str, name: str) -> None:
        """Forget one of a person's views."""
        with self._database.writing() as connection:
            connection.execute(delete(views).where(views.c.user == user, views.c.name == name))

    # --- terms

    def propose(self, proposal: Proposal) -> int:
        """Keep a proposed term; return its number."""
        source, _, target = proposal.direction.partition("-")
        row = {
            "source": proposal.source,
            "target": proposal.target,
            "kind": proposal.kind,
            "policy": "require",
            "note": proposal.note,
            "source_language": source,
            "target_language": target,
            "article_key": proposal.article or None,
            "author": proposal.author,
            "at": proposal.at,
            "state": proposal.state,
        }
        with self._database.writing() as connection:
            made = connection.execute(insert(proposals).values(row))
        return int(made.inserted_primary_key[0]) if made.inserted_primary_key else 0

    def proposals(self, state: Decision | None = None, *, limit: int = 200) -> tuple[Proposal, ...]:
        """Return proposed terms, the newest first."""
        query = select(proposals).order_by(proposals.c.number.desc()).limit(limit)
        if state:
            query = query.where(proposals.c.state == state)
        with self._database.reading() as connection:
            return tuple(_proposal(row) for row in connection.execute(query))

    def decide(self, number: int, state: Decision, user: str, reason: str, at: datetime) -> bool:
        """Accept or decline a proposed term; False when somebody else was quicker."""
        where = and_(proposals.c.number == number, proposals.c.state == Decision.OPEN)
        values = {"state": state, "decided_by": user, "decided_at": at, "reason": reason}
        with self._database.writing() as connection:
            return bool(connection.execute(update(proposals).where(where).values(values)).rowcount)


def _place(draft: KeptDraft) -> ColumnElement[bool]:
    return and_(
        drafts.c.article_key == draft.article,
        drafts.c.segment_key == draft.segment,
        drafts.c.user == draft.user,
    )


def _comment(row: Row[Any]) -> Comment:
    return Comment(
        row.number,
        row.article_key,
        row.segment_key or "",
        row.author,
        row.text,
        row.at,
        row.resolved_at,
        row.resolved_by or "",
    )


def _proposal(row: Row[Any]) -> Proposal:
    return Proposal(
        number=row.number,
        source=row.source,
        target=row.target,
        kind=row.kind,
        note=row.note,
        direction=f"{row.source_language}-{row.target_language}",
        article=row.article_key or "",
        author=row.author,
        at=row.at,
        state=Decision(row.state),
        decided_by=row.decided_by or "",
        decided_at=row.decided_at,
        reason=row.reason,
    )
