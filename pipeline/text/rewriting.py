"""What is to stand where in a text, and the rule that says so."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.model import Span

VALUE = "value"
"""The rule of a change that says something else than the machine did."""


class Change(NamedTuple):
    """A stretch of a text, what is written there instead, and the rule's name for the `Edit`."""

    span: Span
    written: str
    rule: str
