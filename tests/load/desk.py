"""How fast the review desk is with many articles and many people: `python tests/load/desk.py --articles 100000`.

Makes a store (in a temporary folder; in `--folder` it stays and serves the next time), opens the desk on it as a
process of its own, and lets people work: look at the queue, search, open an article, type (live checks), save. Prints
the median and the 95th percentile in milliseconds.

`--users 20` are 20 people signed in and at work at once. Each looks at a page for `--pause` seconds, half of it to half
as much again, before the next click; nobody in a newsroom clicks faster than that all day. With `--pause 0` there is no
thinking: each asks again as soon as the answer is there, so that 20 requests are always under way, and the times
say how much the machine can do rather than how long a person waits. The people run on the same machine, in one
process, so their own work is in the figures.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

from httpx2 import Client, HTTPError
from newsroom import PASSWORD, employ, free_port, house, take_in
from sqlalchemy import Connection, Table, text

from pipeline.adapters.storage.database import Database
from pipeline.adapters.storage.schema import articles, blocks, flags, outputs, revisions, segments

STORY = "\n\n".join(
    ["Pelabuhan Baru Dibuka di Bitung"]
    + [f"Sebanyak {number}00 kapal akan singgah setiap bulan di dermaga {number}." for number in range(1, 30)]
)
POINTS_TO = {"article": articles, "block": blocks, "segment": segments, "output": outputs}


def multiply(database: Database, copies: int) -> None:
    """Copy the only article with all its rows, `copies` times, inside the database."""
    with database.writing() as connection:
        steps = {
            table.name: int(connection.execute(text(f"SELECT max(number) FROM {table.name}")).scalar() or 0)
            for table in POINTS_TO.values()
        }
        for table in (revisions, flags):
            last = connection.execute(text(f"SELECT max(number) FROM {table.name}")).scalar()
            steps[table.name] = int(last or 0)
        for table in (articles, revisions, blocks, segments, outputs, flags):
            copy(connection, table, steps, copies)
        connection.execute(text("ANALYZE"))


def copy(connection: Connection, table: Table, steps: dict[str, int], copies: int) -> None:
    """Copy the rows of a table; what points to another table's rows points to their copies."""
    values = []
    for column in table.columns:
        name = f'"{column.name}"'
        if column.name == "number":
            values.append(f"number + n * {steps[table.name]}")
        elif column.name in POINTS_TO:
            values.append(f"{name} + n * {steps[POINTS_TO[column.name].name]}")
        elif table is articles and column.name == "key":
            values.append("key || '-' || n")
        elif table is articles and column.name == "risk":
            values.append("abs(random() % 1000) / 1000.0")
        else:
            values.append(name)
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    series = f"WITH RECURSIVE series(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM series WHERE n < {copies})"
    rows = f"SELECT {', '.join(values)} FROM {table.name}, series WHERE number <= {steps[table.name]}"
    connection.execute(text(f"INSERT INTO {table.name} ({names}) {series} {rows}"))


@contextmanager
def running(folder: Path, workers: int, spent: list[float]) -> Iterator[str]:
    """Run the desk as its own process; yield its address, and note the processor seconds that it took."""
    port = free_port()
    environment = os.environ | {
        "DWIBAHASA_STORE": f"sqlite:///{folder / 'store.db'}",
        "DWIBAHASA_PATHS_GLOSSARIES": str(folder / "glossaries"),
        "DWIBAHASA_REVIEW_SECRET": "s" * 40,
    }
    command = [
        str(Path(sys.executable).parent / "dwibahasa"),
        "review",
        "--port",
        str(port),
        "--workers",
        str(workers),
    ]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        while True:
            try:
                Client().get(f"{address}/healthz")
                break
            except HTTPError:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        usage = os.wait4(process.pid, 0)[2]
        spent.append(usage.ru_utime + usage.ru_stime)


class Shift(NamedTuple):
    """A number of people who work until the shift is over, and begin when all of them are signed in."""

    address: str
    keys: list[str]
    seconds: float
    pause: float
    signed_in: threading.Barrier


def work(shift: Shift, note: Callable[[str, float], None]) -> None:
    """Be a person at the desk, who looks at each page for the shift's `pause` seconds."""
    keys, pause = shift.keys, shift.pause
    client = Client(base_url=shift.address, follow_redirects=False, timeout=60)
    started = time.perf_counter()
    client.post("/login", data={"username": "sari", "password": PASSWORD})
    note("sign in", time.perf_counter() - started)
    found = re.search(r'data-token="(\w+)"', client.get("/help").text)
    assert found
    headers = {"x-form-token": found[1], "x-part": "1"}

    def timed(name: str, method: str, path: str, **form: str) -> str:
        started = time.perf_counter()
        answer = client.request(method, path, data=form or None, headers=headers if form else None)
        note(name, time.perf_counter() - started)
        assert answer.status_code in (200, 303, 409), (path, answer.status_code)
        time.sleep(random.uniform(0.5, 1.5) * pause)  # noqa: S311
        return answer.text

    # To check 20 passwords in the same second takes both cores; a newsroom's people come one by one, and go on so.
    shift.signed_in.wait()
    time.sleep(random.uniform(0, 5) * pause)  # noqa: S311
    until = time.monotonic() + shift.seconds
    while time.monotonic() < until:
        key = random.choice(keys)  # noqa: S311 - which article is no secret
        timed("queue", "GET", "/?order=risk")
        timed("search", "GET", "/?text=dermaga")
        page = timed("article", "GET", f"/articles/{key}")
        rows = re.findall(r'data-path="([^"]+)" data-version="(\d+)"', page)
        path, version = random.choice(rows)  # noqa: S311
        typed = f"About {random.randint(1, 999)} ships will call."  # noqa: S311
        timed("live check", "POST", f"{path}/check", text=typed)
        timed("save", "POST", path, text=typed, based_on=version)


def build(folder: Path, number: int) -> str:
    """Make a store with so many articles, unless it is there; return the key of the first."""
    settings, kept = house(folder), folder / "key"
    if kept.is_file():
        return kept.read_text()
    key = take_in(settings, STORY, answers={})
    employ(settings)
    database = Database(settings.store_url)
    multiply(database, number - 1)
    database.close()
    kept.write_text(key)
    return key


def main() -> None:
    """Build, run, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--pause", type=float, default=1.0, help="seconds that a person looks at a page")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--workers", type=int, default=2, help="server processes of the desk")
    parser.add_argument("--folder", help="keep the store here, and use the one that is there")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(given.folder or name)
        folder.mkdir(parents=True, exist_ok=True)
        key = build(folder, given.articles)
        keys = [key, *(f"{key}-{number}" for number in range(1, given.articles))]
        times: defaultdict[str, list[float]] = defaultdict(list)
        spent: list[float] = []
        with running(folder, given.workers, spent) as address:
            note = lambda what, took: times[what].append(took)  # noqa: E731
            shift = Shift(address, keys, given.seconds, given.pause, threading.Barrier(given.users))
            people = [threading.Thread(target=work, args=(shift, note)) for _ in range(given.users)]
            for person in people:
                person.start()
            for person in people:
                person.join()
    pages = sum(map(len, times.values()))
    print(
        f"{given.articles} articles, {given.users} people who look at a page for {given.pause:g} s, ", end=""
    )
    print(f"{given.workers} processes, load of the machine {os.getloadavg()[0]:.1f}")
    print(f"{pages} pages, {1000 * spent[0] / pages:.0f} ms of processor each, start-up included")
    for what, took in times.items():
        median, slow = statistics.median(took), statistics.quantiles(took, n=20)[-1]
        print(f"{what:12} {len(took):6} times   p50 {median * 1000:6.0f} ms   p95 {slow * 1000:6.0f} ms")


if __name__ == "__main__":
    main()
