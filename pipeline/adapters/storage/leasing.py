"""Who holds what, and who is still alive: leases that expire, with a number that outdates earlier holders.

Times are the caller's clock, put right by the server's where there is one: two hosts need not agree.
A lease that ends later than any lease can is void as well: somebody set the clock back.
"""

from __future__ import annotations

import os
import socket
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select, update

from pipeline.adapters.storage.schema import articles, leases
from pipeline.adapters.storage.statements import insert_new
from pipeline.model.jobs import Lease


def this_process() -> str:
    """Return a name that no other process has or had: host, boot, process, and when it started."""
    return f"{_host()}:{os.getpid()}:{_started(os.getpid())}"


def server_time(connection: Connection, at: datetime) -> datetime:
    """Return the server's idea of `at`: what this host's clock is off by is added."""
    if connection.dialect.name == "sqlite":
        return at
    server: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
    return at + (server - datetime.now(UTC))


def by_server(connection: Connection, lease: Lease) -> Lease:
    """Return the lease in the server's time."""
    return replace(lease, since=server_time(connection, lease.since))


def free(connection: Connection, lease: Lease) -> ColumnElement[bool]:
    """Return the condition that nobody alive holds an article."""
    return _free(connection, articles.c.lease_holder, articles.c.lease_until, lease)


def _free(
    connection: Connection, holder: ColumnElement[Any], until: ColumnElement[Any], lease: Lease
) -> ColumnElement[bool]:
    void = [until.is_(None), until <= lease.since, until > lease.since + 2 * lease.length]
    holders = connection.execute(select(holder).where(holder.is_not(None)).distinct()).scalars()
    if dead := [one for one in holders if not _may_live(one)]:
        void.append(holder.in_(dead))
    return or_(*void)


def lend(connection: Connection, name: str, lease: Lease) -> int | None:
    """Lend what has no row of its own, by its name; return the loan's number, None if somebody has it."""
    lease = by_server(connection, lease)
    insert_new(connection, leases, [{"name": name}])
    open_now = (leases.c.name == name) & _free(connection, leases.c.holder, leases.c.until, lease)
    values = {"holder": lease.holder, "until": lease.since + lease.length, "fence": leases.c.fence + 1}
    taken = update(leases).where(open_now).values(values).returning(leases.c.fence)
    number: int | None = connection.execute(taken).scalar()
    return number


def give_back(connection: Connection, name: str, number: int) -> None:
    """Give a loan back, unless it has passed on already."""
    this = (leases.c.name == name) & (leases.c.fence == number)
    connection.execute(update(leases).where(this).values(holder=None, until=None))


def _may_live(holder: str) -> bool:
    """Tell whether a holder may be at work; of another host's we know nothing."""
    host, _, process = holder.rpartition(":")[0].rpartition(":")
    if host != _host() or not process.isdecimal():
        return True
    return f"{host}:{process}:{_started(int(process))}" == holder


def _host() -> str:
    """Return what two processes share that can see each other: host, boot and process namespace."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{socket.gethostname()}/{boot}/{Path('/proc/self/ns/pid').readlink()}".replace(":", "")
    except OSError:
        return f"{socket.gethostname()}/{os.getpid()}"  # no /proc: only the expiry tells


def _started(process: int) -> str:
    """Return when a process started, in ticks since the boot; empty where it is gone."""
    try:
        line = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    # The name may hold spaces and brackets; what follows the last one counts from the third field on.
    fields: list[Any] = line.rpartition(")")[2].split()
    return "" if fields[0] == "Z" else str(fields[19])
