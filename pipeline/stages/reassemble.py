"""Put the units back together as an edition, and sign how it was made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from types import ModuleType

from pipeline import __version__
from pipeline.config import Settings
from pipeline.errors import DwibahasaError
from pipeline.model import Article, Edition, Signature, Unit
from pipeline.ports import Engine
from pipeline.text.matching import TermBase


def reassemble(article: Article, units: Sequence[Unit], signature: Signature) -> Edition:
    """Return the edition of `article`, after a last look that no sentence was lost on the way.

    Raises:
        DwibahasaError: the units don't rebuild the article; a fault of ours, never of the text.
    """
    rebuilt: dict[str, str] = {}
    for unit in units:
        segment = unit.draft.segment
        rebuilt[segment.block.key] = rebuilt.get(segment.block.key, "") + segment.text + segment.tail
    for block in article.blocks:
        if rebuilt.get(block.key, "") != block.text:
            raise DwibahasaError(f"{article.origin}: the segments of block {block.key} don't rebuild it")
    return Edition(article, tuple(units), signature)


def sign(
    engine: Engine,
    terms: TermBase,
    checks: Sequence[ModuleType],
    settings: Settings,
    evidence: Mapping[str, str] | None = None,
) -> Signature:
    """Record what an edition depends on besides its text: when this changes, the edition is stale.

    `evidence` says which models were asked about the translations.
    """
    return Signature(
        version=__version__,
        engine=engine.name,
        model=engine.model,
        model_digest=engine.digest,
        glossary_digest=terms.digest,
        decoding=engine.decoding,
        checks=tuple(check.__name__.rpartition(".")[2] for check in checks),
        style=asdict(settings.style)
        | {"code_switch": settings.terms.code_switch, "first_mention": settings.terms.first_mention},
        evidence=dict(evidence or {}),
    )
