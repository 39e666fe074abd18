"""Bring editions into the store that were made elsewhere, by a backfill: as if a run here had made them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from pipeline.model import Edition, ItemMeta, Manuscript, NewsItem, Paragraph
from pipeline.model.jobs import Result
from pipeline.ports import Store
from pipeline.service.keys import key_of


class Admitted(StrEnum):
    """What became of an edition."""

    TAKEN = "taken"
    THERE = "there already"
    """The store has an edition of this text, or another run is at it: what it has is left alone."""


@dataclass(frozen=True, slots=True)
class Admission:
    """Takes editions in, one transaction for the text and one for its edition; a second time changes nothing."""

    store: Store
    source: str
    at: datetime

    def admit(self, name: str, edition: Edition) -> Admitted:
        """Take an edition in; `name` is what its archive calls the article.

        Raises:
            StorageError: the store can't take it.
        """
        article = edition.article
        paragraphs = tuple(Paragraph(block.text, block.kind) for block in article.blocks)
        text = Manuscript(article.origin, paragraphs, article.published)
        meta = replace(article.meta or ItemMeta(), guid=name)
        item = NewsItem(self.source, meta, article.direction, place=name, manuscript=text)
        receipt = self.store.inflow.receive(item, key_of(text, article.direction), at=self.at)
        own = replace(edition, article=replace(article, key=receipt.key))
        result = Result(own, tuple(unit.risk for unit in own.units))
        taken = self.store.jobs.admit(receipt.key, result, at=self.at)
        return Admitted.TAKEN if taken else Admitted.THERE
