"""Wait for a database that is away for a moment: it is restarted once a month, and at night."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import TypeVar

from pipeline.errors import StoreAwayError

_WAITS = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
"""Seconds before each further attempt: a minute in all."""

_log = logging.getLogger(__name__)
Answer = TypeVar("Answer")


def patiently(call: Callable[[], Answer]) -> Answer:
    """Return what `call` returns, trying again while the store is away.

    Raises:
        StoreAwayError: it did not come back.
    """
    for seconds in _WAITS:
        try:
            return call()
        except StoreAwayError as error:
            _log.warning("%s: trying again in %s s", error, seconds)
            time.sleep(seconds)
    return call()
