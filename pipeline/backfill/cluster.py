"""Hand shards to workers through Ray Data, which keeps them busy, alive and no further ahead than there is room."""

from __future__ import annotations

import json
import logging
import socket
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pipeline.backfill.plan import Shard
from pipeline.backfill.worker import Worker
from pipeline.config import Settings
from pipeline.errors import ConfigError, EngineError


def connect(address: str, workers: int) -> int:
    """Join the Ray cluster at `address`; `auto` is one that runs here, or else this machine by itself.

    Returns:
        How many workers of one processor there is room for, at most `workers` where that is not 0.

    Raises:
        ConfigError: Ray is not installed, or nothing answers at the address.
    """
    try:
        import ray  # noqa: PLC0415 - an extra, and seconds to import
    except ImportError:
        raise ConfigError("backfill needs Ray: pip install 'dwibahasa[ray]'") from None
    if address != "auto":
        _knock(address)
    quiet: dict[str, Any] = {"logging_level": logging.ERROR, "log_to_driver": False}
    try:
        if address == "auto":
            try:
                ray.init(address="auto", **quiet)
            except ConnectionError:
                ray.init(num_cpus=workers or None, include_dashboard=False, **quiet)
        else:
            ray.init(address=address, **quiet)
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise ConfigError(f"no Ray cluster answers at {address!r}: {str(error).splitlines()[0]}") from error
    room = int(ray.cluster_resources().get("CPU", 1))
    return max(min(workers or room, room), 1)


def _knock(address: str) -> None:
    """See that somebody listens at HOST:PORT; Ray itself would try for minutes.

    Raises:
        ConfigError: nobody does, or this is no address.
    """
    host, _, port = address.removeprefix("ray://").rpartition(":")
    try:
        socket.create_connection((host, int(port)), timeout=5).close()
    except (OSError, ValueError) as error:
        raise ConfigError(f"no Ray cluster answers at {address!r}: {error}") from error


def translate(
    shards: Sequence[Shard], settings: Settings, destination: Path, kind: str, workers: int
) -> Iterator[dict[str, Any]]:
    """Yield the counts of each shard as it is finished, in whatever order.

    A worker that dies is replaced, and its shard done again; Ray tries without end, since machines of a
    cluster come and go.

    Raises:
        EngineError: the workers can't be made, most often because the model is not on their machine.
    """
    import ray  # noqa: PLC0415
    from ray.data import ActorPoolStrategy, DataContext  # noqa: PLC0415

    context = DataContext.get_current()
    context.enable_progress_bars = False  # the command has its own
    context.print_on_execution_start = False
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    items = [{"shard": json.dumps(asdict(shard))} for shard in shards]
    work = ray.data.from_items(items, override_num_blocks=len(items)).map_batches(
        Worker,
        fn_constructor_args=(settings, str(destination), kind),
        batch_size=1,
        num_cpus=1,
        compute=ActorPoolStrategy(size=workers, max_tasks_in_flight_per_actor=2),
    )
    try:
        yield from work.iter_rows()
    except (ray.exceptions.RayError, RuntimeError) as error:
        reason = str(error).strip().splitlines()[-1]
        raise EngineError(f"the workers failed: {reason}") from error
    finally:
        ray.shutdown()
