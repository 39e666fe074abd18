"""Terms: an entry of a term base, and where one stands in a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pipeline.model.spans import Span


class Policy(StrEnum):
    """How strictly a term binds the translation."""

    REQUIRE = "require"
    """The target form, or one it accepts, has to stand in the translation."""
    PREFER = "prefer"
    """The target form is the house's choice; another one is a minor flag."""
    KEEP = "keep"
    """The source form stays as it is (`batik`, `Idulfitri`)."""
    FORBID = "forbid"
    """The target form must not stand in the translation (`Badan Perlindungan Lingkungan` for EPA)."""


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a term base, seen in one direction.

    `aliases` are other source forms, `accepts` other right target forms. `short` is the target
    form after the first mention, where papers use both. `context` lists words of which one must
    stand in the same article before the entry applies (`PBB` is a tax beside `pajak`).
    """

    source: str
    target: str
    kind: str
    policy: Policy = Policy.REQUIRE
    aliases: tuple[str, ...] = ()
    accepts: tuple[str, ...] = ()
    short: str = ""
    context: tuple[str, ...] = ()
    note: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term found in a source text, clitics left out of the span (`NATO` in `NATO-nya`).

    `target` is the form wanted here: the term's own, in the case that the place asks for.
    """

    span: Span
    term: Term
    target: str
