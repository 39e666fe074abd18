"""Ctrl-C once finishes what is in hand, twice leaves at once: a night's run is never thrown away."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator
from types import FrameType, TracebackType
from typing import Self, TypeVar

import click

Item = TypeVar("Item")


class Stopping:
    """A context in which the first Ctrl-C only ends `until`; `asked` tells whether it came."""

    def __init__(self) -> None:
        self.asked = False
        self._before: signal.Handlers | int | None = None

    def __enter__(self) -> Self:
        self._before = signal.getsignal(signal.SIGINT)  # type: ignore[assignment]  # a handler of Python's
        signal.signal(signal.SIGINT, self._ask)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        signal.signal(signal.SIGINT, self._before)

    def _ask(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - the signature of handlers
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True
        click.echo("\nstopping after the articles in hand; Ctrl-C again leaves at once", err=True)

    def until(self, items: Iterable[Item]) -> Iterator[Item]:
        """Pass items on until a stop is asked for."""
        for item in items:
            if self.asked:
                return
            yield item
