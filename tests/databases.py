"""Stores for tests: a fresh SQLite file, or a fresh database in a real PostgreSQL server of our own."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
import pytest

_numbers = count(1)

MISSING = "PostgreSQL isn't installed: make postgres (as root, on Debian)"


def binaries() -> Path | None:
    """Return the folder of the newest PostgreSQL's programs."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    found = shutil.which("initdb")
    return folders[-1] if folders else Path(found).parent if found else None


def require() -> Path:
    """Return the folder of PostgreSQL's programs; skip where there is none, fail where CI promised it."""
    folder = binaries()
    if folder is None:
        if os.environ.get("CI") == "true":
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    return folder


@dataclass(frozen=True)
class Server:
    """A PostgreSQL of our own; `url` is that of its databases, without a name at the end."""

    url: str
    control: tuple[str, ...]
    options: str
    log: str
    user: str | int

    def start(self) -> None:
        """Start it, and wait until it answers."""
        _call(self.user, *self.control, "-w", "-t", "300", "-l", self.log, "-o", self.options, "start")

    def stop(self) -> None:
        """Stop it as a crash would: every connection is cut, nothing is tidied up."""
        _call(self.user, *self.control, "-m", "immediate", "stop")


def _call(user: str | int, *words: str) -> None:
    done = subprocess.run(words, user=user, cwd="/", capture_output=True, text=True, check=False)
    assert not done.returncode, done.stdout + done.stderr


@contextmanager
def running_server() -> Iterator[Server]:
    """Run a PostgreSQL of our own, which can be stopped and started."""
    programs = require()
    with tempfile.TemporaryDirectory(prefix="dwibahasa-pg-") as name:
        folder = Path(name, "data")
        Path(name).chmod(0o755)
        folder.mkdir()
        user: str | int = os.geteuid()
        if not user:  # PostgreSQL refuses to run as root
            user = "postgres"
            os.chown(folder, *pwd.getpwnam("postgres")[2:4])
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        initdb = (
            str(programs / "initdb"),
            "-D",
            str(folder),
            "-U",
            "desk",
            "--auth=trust",
            "-N",
            "-E",
            "UTF8",
        )
        _call(user, *initdb)
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
        control = (str(programs / "pg_ctl"), "-D", str(folder))
        url = f"postgresql+psycopg://desk@127.0.0.1:{port}"
        made = Server(url, control, options, str(folder / "log"), user)
        made.start()
        try:
            yield made
        finally:
            made.stop()


@contextmanager
def server() -> Iterator[str]:
    """Run a PostgreSQL of our own; yield the URL of its databases, without a name at the end."""
    with running_server() as made:
        yield made.url


def fresh_database(server: str) -> str:
    """Make an empty database on `server`; return its URL."""
    name = f"test_{next(_numbers)}"
    plain = server.replace("+psycopg", "")
    with psycopg.connect(f"{plain}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{server}/{name}"
