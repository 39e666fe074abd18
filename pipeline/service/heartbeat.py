"""Keep leases alive while the engine is at work: a long article must not look like a dead run."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from types import TracebackType

from pipeline.errors import DwibahasaError

_log = logging.getLogger(__name__)


class Heartbeat:
    """Calls `beat` every so many seconds, in a thread of its own, until the block ends."""

    def __init__(self, beat: Callable[[], None], seconds: float) -> None:
        self._beat, self._seconds = beat, seconds
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="heartbeat", daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._over.wait(self._seconds):
            try:
                self._beat()
            except DwibahasaError as error:  # the store may be away for a moment; the next beat tries again
                _log.warning("no sign of life could be given: %s", error)
