"""What the desk does beside its pages: send messages to other systems, warm up."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
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


@asynccontextmanager
async def background(work: Callable[[], None]) -> AsyncIterator[None]:
    """Do something once beside the first requests; the desk closes when it is done."""
    task = asyncio.create_task(run_in_threadpool(work))
    yield
    try:
        await task
    except DwibahasaError as error:  # whoever opens the page that needs it is told there
        _log.warning("%s", error)


async def _rounds(messages: Messages) -> None:
    while True:
        await asyncio.sleep(SECONDS)
        try:
            await run_in_threadpool(messages.deliver)
        except DwibahasaError as error:  # the store is away: the messages wait in it
            _log.warning("messages wait: %s", error)
