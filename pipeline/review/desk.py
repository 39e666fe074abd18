"""What people do to an article: change, approve, judge, undo, publish. Every call is checked and recorded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import ModuleType
from typing import Protocol

from pipeline.errors import ConflictError, MissingError, RefusedError
from pipeline.model import Edition, SegmentState
from pipeline.model.accounts import User
from pipeline.model.work import Action as Deed
from pipeline.model.work import (
    ArticleRecord,
    HistoryEntry,
    Judgement,
    Publication,
    Save,
    SegmentRecord,
    Verdict,
)
from pipeline.ports import Articles, Work
from pipeline.review.readiness import blockers, is_routine
from pipeline.review.recheck import Rechecked, recheck
from pipeline.review.roles import Action, allow
from pipeline.review.undo import last_deed
from pipeline.text.differences import distance

LONGEST = 20_000
"""Characters of a translation: no sentence has as many, a paste by mistake does."""


class Publisher(Protocol):
    """Where published editions go."""

    def publish(self, edition: Edition) -> tuple[str, ...]:
        """Write the edition in every format; return the paths."""

    def withdraw(self, key: str, paths: Sequence[str]) -> None:
        """Take the files of an edition back."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a sentence shall become. `exact` keeps the white space at its ends: an undo changes nothing else."""

    text: str
    based_on: int
    state: SegmentState
    deed: Deed
    note: str = ""
    exact: bool = False


@dataclass(frozen=True, slots=True)
class ReviewDesk:
    """The desk, with its store, its checks and its house rules in place."""

    articles: Articles
    work: Work
    checks: Sequence[ModuleType]
    publisher: Publisher
    clock: Callable[[], datetime]
    four_eyes: bool = False

    def article(self, key: str) -> ArticleRecord:
        """Return an article.

        Raises:
            MissingError: there is none.
        """
        if found := self.articles.article(key):
            return found
        raise MissingError("There is no such article.")

    def segment(self, key: str, segment_key: str) -> SegmentRecord:
        """Return a segment.

        Raises:
            MissingError: there is none; a revision from the source may have taken it away.
        """
        if found := self.articles.segment(key, segment_key):
            return found
        raise MissingError("There is no such sentence. A new revision may have removed it.")

    def recheck(self, key: str, segment_key: str, text: str) -> Rechecked:
        """Return what the checks say of a text that is being typed."""
        edition = self.articles.edition(key)
        if edition is None:
            raise MissingError("This article has not been translated yet.")
        try:
            return recheck(edition, segment_key, text, self.checks)
        except KeyError:
            raise MissingError("There is no such sentence. A new revision may have removed it.") from None

    def save(self, user: User, key: str, segment_key: str, text: str, based_on: int) -> SegmentRecord:
        """Keep a changed text; what was approved before has to be approved again."""
        allow(user, Action.EDIT)
        before = self.segment(key, segment_key)
        return self._save(user, key, before, Wish(text, based_on, SegmentState.TRANSLATED, Deed.EDIT))

    def approve(
        self, user: User, key: str, segment_key: str, based_on: int, text: str | None = None
    ) -> SegmentRecord:
        """Approve a sentence, with a changed text or as it stands.

        With four eyes nobody makes their own words final: they are reviewed, and another person approves.

        Raises:
            RefusedError: it is empty, or with four eyes the person's own and reviewed already.
        """
        allow(user, Action.APPROVE)
        before = self.segment(key, segment_key)
        wanted = before.target if text is None else text
        if not wanted.strip() and before.source.strip() and before.target.strip():
            raise RefusedError("An empty translation can't be approved.")
        own = clean(wanted) != before.target or self._wrote(user, key, before)
        state = SegmentState.REVIEWED if self.four_eyes and own else SegmentState.FINAL
        if (
            self.four_eyes
            and own
            and before.state is SegmentState.REVIEWED
            and clean(wanted) == before.target
        ):
            raise RefusedError("You wrote this sentence: with four eyes, another person has to approve it.")
        deed = Deed.FINALISE if state is SegmentState.FINAL else Deed.APPROVE
        return self._save(user, key, before, Wish(wanted, based_on, state, deed))

    def approve_carried(self, user: User, key: str) -> int:
        """Approve the lines that are carried over by rule and have no open flag; return how many."""
        allow(user, Action.APPROVE)
        done = 0
        for one in filter(is_routine, self.articles.segments(key)):
            try:
                self.approve(user, key, one.key, one.version)
            except RefusedError:  # with four eyes, their own line: it waits for another person
                continue
            done += 1
        return done

    def reopen(self, user: User, key: str, segment_key: str, based_on: int) -> SegmentRecord:
        """Take an approval back; the text stays."""
        allow(user, Action.APPROVE)
        before = self.segment(key, segment_key)
        wish = Wish(before.target, based_on, SegmentState.TRANSLATED, Deed.REOPEN)
        return self._save(user, key, before, wish)

    def restore(self, user: User, key: str, earlier: HistoryEntry, based_on: int) -> SegmentRecord:
        """Put an earlier text back; what stands there now stays in the history."""
        allow(user, Action.EDIT)
        before = self.segment(key, earlier.segment_key)
        note = f"version {earlier.version}"
        wish = Wish(earlier.text, based_on, SegmentState.TRANSLATED, Deed.RESTORE, note)
        return self._save(user, key, before, wish)

    def judge(self, user: User, key: str, judgement: Judgement) -> SegmentRecord:
        """Dismiss a flag, uphold it, or open it again.

        Raises:
            RefusedError: dismissed without a reason; the next reviewer would ask the same question.
        """
        allow(user, Action.JUDGE)
        if judgement.verdict is Verdict.DISMISSED and not judgement.reason.strip():
            raise RefusedError("Say why the flag does not hold: the next reader will ask.")
        kept = replace(judgement, reason=clean(judgement.reason)[:500])
        return self.work.judge(key, kept, actor=user.name, at=self.clock())

    def undo(self, user: User, key: str) -> SegmentRecord:
        """Take back the last thing that a person did in an article.

        Raises:
            RefusedError: there is nothing to undo, or somebody else worked on the sentence since.
        """
        allow(user, Action.EDIT)
        deed = last_deed(self.articles.history(key), user.name)
        if deed is None:
            raise RefusedError("There is nothing of yours to undo here.")
        now = self.segment(key, deed.entry.segment_key)
        if deed.entry.flag:
            judgement = Judgement(now.key, deed.entry.flag, Verdict.OPEN)
            return self.work.judge(key, judgement, actor=user.name, at=self.clock())
        if deed.moved_on:
            raise RefusedError("Somebody else has changed this sentence since: see its history.")
        state = SegmentState(deed.state_before)
        wish = Wish(deed.entry.before, now.version, state, Deed.UNDO, exact=True)
        return self._save(user, key, now, wish)

    def claim(self, user: User, key: str, assignee: str | None) -> ArticleRecord:
        """Give an article to somebody; reviewers take one themselves or let go of it."""
        allow(user, Action.CLAIM)
        if assignee not in (user.name, None):
            allow(user, Action.ASSIGN)
        if assignee is None and self.article(key).assignee not in (user.name, ""):
            allow(user, Action.ASSIGN)
        return self.work.assign(key, assignee, at=self.clock())

    def set_deadline(self, user: User, key: str, deadline: datetime | None) -> ArticleRecord:
        """Say until when an article is needed."""
        allow(user, Action.ASSIGN)
        return self.work.set_deadline(key, deadline, at=self.clock())

    def publish(self, user: User, key: str, note: str = "") -> Publication:
        """Write the edition's files and record that it went out.

        Raises:
            RefusedError: something critical is open, or a sentence is not final.
            ConflictError: the source is withdrawn or under embargo, or somebody changed it meanwhile.
        """
        allow(user, Action.PUBLISH)
        article = self.article(key)
        if reasons := blockers(article, self.articles.segments(key)):
            raise RefusedError(reasons[0])
        edition = self.articles.edition(key)
        if edition is None:
            raise MissingError("This article has not been translated yet.")
        paths = self.publisher.publish(edition)
        try:
            return self.work.publish(key, paths, actor=user.name, at=self.clock(), note=clean(note)[:500])
        except ConflictError:
            if article.published_at is None:  # the files of an earlier publication stay out
                self.publisher.withdraw(key, paths)
            raise

    def withdraw(self, user: User, key: str, note: str) -> Publication:
        """Take a published edition back.

        Raises:
            RefusedError: without a note; who finds the edition gone wants to know why.
        """
        allow(user, Action.WITHDRAW)
        if not note.strip():
            raise RefusedError("Say why the edition is withdrawn.")
        taken = self.work.withdraw(key, actor=user.name, at=self.clock(), note=clean(note)[:500])
        self.publisher.withdraw(key, taken.paths)
        return taken

    def _wrote(self, user: User, key: str, segment: SegmentRecord) -> bool:
        """Tell whether the words that stand in a segment are this person's."""
        texts = (entry for entry in self.articles.history(key, segment.key) if entry.before != entry.text)
        newest: HistoryEntry | None = next(texts, None)
        return newest is not None and newest.actor == user.name

    def _save(self, user: User, key: str, before: SegmentRecord, wish: Wish) -> SegmentRecord:
        text = wish.text if wish.exact else clean(wish.text)
        if len(text) > LONGEST:
            raise RefusedError("The text is too long for one sentence.")
        found = self.recheck(key, before.key, text)
        change = Save(
            before.key,
            wish.based_on,
            text,
            wish.state,
            wish.deed,
            flags=found.flags,
            note=wish.note,
            risk=found.risk,
            distance=round(100 * distance(before.machine, text)),
            ends_draft=True,
        )
        return self.work.save(key, change, actor=user.name, at=self.clock())


def clean(text: str) -> str:
    """Return a text as it may be kept: line ends as ours, no character that a database can't hold."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip()
