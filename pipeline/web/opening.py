"""Open the desk: settings in, a site with everything in place out; and the rules for who may reach it.

A site is of the web, so what `bootstrap` does for the pipeline is done here for the desk.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import ModuleType

from pipeline import __version__, bootstrap, registry
from pipeline.adapters.glossaries.csv import KINDS
from pipeline.adapters.glossaries.house import HouseTerms
from pipeline.adapters.network.addresses import ranges
from pipeline.adapters.network.client import Network
from pipeline.adapters.network.proxy import read_proxy
from pipeline.adapters.publishing import FolderPublisher
from pipeline.adapters.storage.database import Database
from pipeline.adapters.storage.discussion import SqlDiscussion
from pipeline.adapters.storage.figures import SqlFigures
from pipeline.adapters.storage.messages import SqlWebhooks
from pipeline.adapters.storage.store import open_store
from pipeline.config import Settings, data_folder
from pipeline.errors import ConfigError, RefusedError
from pipeline.model import Direction, Edition, ItemMeta, Manuscript, NewsItem
from pipeline.ports import Inflow
from pipeline.review.desk import ReviewDesk
from pipeline.review.messages import Messages
from pipeline.review.meter import Meter
from pipeline.service import Checker, Pair, key_of
from pipeline.web.addresses import is_loopback
from pipeline.web.door import now, open_gate
from pipeline.web.seals import SECRET, Seal, read_secret
from pipeline.web.site import Site

_FORMATS = "pipeline.adapters.formats"
API = "api"
"""The source of articles that come through the API."""

LABELS = {
    "html": "HTML",
    "md": "Markdown",
    "json": "JSON",
    "docx": "Word (DOCX)",
    "xliff": "XLIFF 2.1",
    "xliff12": "XLIFF 1.2",
    "tmx": "TMX",
    "tbx": "TBX-Basic",
    "ninjs": "ninjs",
}


def open_site(settings: Settings) -> Site:
    """Put the desk together.

    Raises:
        ConfigError: a setting that can't be, or the desk would be open to everybody.
        StorageError: the store can't be reached, or its tables are of another version.
    """
    store = open_store(settings)
    database = store.database
    gate = open_gate(settings, database)
    review = settings.review
    if not is_loopback(review.host) and not gate.accounts.users():
        raise ConfigError(
            f"the desk has no accounts yet, so it listens on loopback only, not on {review.host}: "
            "make one with `dwibahasa user add NAME --role admin --password-stdin`"
        )
    desk = ReviewDesk(
        store.articles,
        store.work,
        bootstrap.build_checks(settings),
        FolderPublisher(settings.editions / "published", _writers(review.formats)),
        now,
        four_eyes=review.four_eyes,
    )
    network = Network(
        f"Dwibahasa/{__version__}",
        ranges(review.webhook_allow, "[review] webhook_allow"),
        proxy=read_proxy(settings.network.proxy),
    )
    writers = _writers()
    terms = HouseTerms(settings.own_glossaries, partial(bootstrap.build_terms, settings))
    return Site(
        desk=desk,
        gate=gate,
        articles=store.articles,
        discussion=SqlDiscussion(database),
        memory=store.memory,
        figures=SqlFigures(database),
        messages=Messages(
            SqlWebhooks(database), lambda url, body, headers: network.post(url, body, headers).status, now
        ),
        meter=Meter(review.api_per_minute, now),
        terms=terms,
        settings=review,
        seal=Seal(read_secret(review.secret, _secret_folder(database))),
        clock=now,
        ping=database.ping,
        exports={name: LABELS.get(name, name) for name in (*LABELS, *writers) if name in writers},
        export=partial(_export, writers),
        submit=partial(_submit, store.inflow),
        kinds=tuple(sorted(KINDS)),
        warm=partial(_warm, terms, desk.checks, bootstrap.direction_of(settings)),
        max_bytes=settings.intake.max_megabytes * 1_000_000,
    )


def _secret_folder(database: Database) -> Path:
    """Return where the desk's own secret lies: with a store in a file beside that file, whose passwords it guards.

    One that was made in the data folder goes on: nobody has to sign in again.
    """
    if not database.is_sqlite or (data_folder() / SECRET).is_file():
        return data_folder()
    return Path(database.url.database or "").absolute().parent


def _writers(wanted: Iterable[str] | None = None) -> dict[str, ModuleType]:
    """Return the formats that can be written, or those of the settings."""
    names = registry.names(_FORMATS) if wanted is None else tuple(wanted)
    found = {name: registry.load(_FORMATS, name) for name in names}
    if wanted is not None and (wrong := [name for name in found if not hasattr(found[name], "write")]):
        raise ConfigError(f"[review] formats: no edition can be written as {wrong[0]!r}")
    return {name: module for name, module in found.items() if hasattr(module, "write")}


def _export(writers: Mapping[str, ModuleType], edition: Edition, name: str) -> tuple[str, bytes]:
    """Return an edition as a file: its suffix and its bytes."""
    written = writers[name].write(edition)
    body = written if isinstance(written, bytes) else written.encode(errors="backslashreplace")
    return writers[name].SUFFIX, body


def _warm(terms: HouseTerms, checks: Sequence[ModuleType], direction: Direction) -> None:
    """Load what the first reader would wait for: the term base, and what the checks know of the languages."""
    pair = Pair("Menteri itu tiba pada Senin (20/3/2023).", "The minister arrived on Monday, March 20, 2023.")
    Checker(direction, terms.base(direction), tuple(checks)).check_pair(pair)


def _submit(inflow: Inflow, manuscript: Manuscript, direction: Direction, guid: str) -> str:
    """Take an article in from another system; return its key."""
    key = key_of(manuscript, direction)
    item = NewsItem(API, ItemMeta(guid or key), direction, guid or key, manuscript=manuscript)
    receipt = inflow.receive(item, key, at=now())
    if not receipt.key:
        raise RefusedError("The article can't be read.")
    return receipt.key
