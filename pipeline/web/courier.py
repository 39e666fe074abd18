"""The thread that sends messages to other systems while the desk is open."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from starlette.concurrency import run_in_threadpool

from pipeline.errors import DwibahasaError
from pipeline.review.messages import Messages

SECONDS = 5
"""Between two looks at what is due."""

_log = logging.getLogger(__name__)


@asynccontextmanager
async def courier(messages: Messages) -> AsyncIterator[None]:
    """Send what is due, again and again, until the desk closes."""
    task = asyncio.create_task(_rounds(messages))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _rounds(messages: Messages) -> None:
    while True:
        await asyncio.sleep(SECONDS)
        try:
            await run_in_threadpool(messages.deliver)
        except DwibahasaError as error:  # the store is away: the messages wait in it
            _log.warning("messages wait: %s", error)
