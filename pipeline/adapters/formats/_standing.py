"""What a reader of an edition has to know before anything else: its source withdrew it, or holds it back."""

from __future__ import annotations

from datetime import timedelta, timezone

from pipeline.model import Article, PubStatus

_WIB = timezone(timedelta(hours=7))
"""Western Indonesian time: the clock on the wall of most desks that read this."""


def standing(article: Article) -> str:
    """Return a sentence for the top of an edition, empty where the source lets it be used."""
    meta = article.meta
    if meta is None:
        return ""
    if meta.status is PubStatus.CANCELED:
        return "Withdrawn by its source: not for print, and to be taken back where it was printed."
    if meta.status is PubStatus.WITHHELD:
        return "Held back by its source: not for print until the source releases it."
    if meta.embargoed_until:
        until = meta.embargoed_until.astimezone(_WIB)
        return f"Under embargo until {until:%Y-%m-%d %H:%M} WIB (UTC+7): not for print before."
    return ""
