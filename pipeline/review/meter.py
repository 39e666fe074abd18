"""How often another system may ask: one that runs wild must not slow the people down."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime


class Meter:
    """Counts calls by who makes them, minute by minute; safe to share between threads."""

    def __init__(self, most: int, clock: Callable[[], datetime]) -> None:
        """Allow `most` calls a minute; 0 allows any number."""
        self._most, self._clock = most, clock
        self._minute: datetime | None = None
        self._counts: dict[str, int] = {}
        self._lock = threading.Lock()

    def wait(self, caller: str) -> int:
        """Count a call; return how many seconds its caller has to wait, 0 where it may go on.

        >>> meter = Meter(1, lambda: datetime(2023, 3, 20, 17, 5, 48))
        >>> meter.wait("cms"), meter.wait("cms"), meter.wait("another")
        (0, 12, 0)
        """
        now = self._clock()
        minute = now.replace(second=0, microsecond=0, tzinfo=None)
        with self._lock:
            if minute != self._minute:
                self._minute, self._counts = minute, {}
            number = self._counts[caller] = self._counts.get(caller, 0) + 1
        return 60 - now.second if 0 < self._most < number else 0
