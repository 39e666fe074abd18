"""The only place that chooses adapters: settings in, a desk with everything in place out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

from pipeline import registry
from pipeline.adapters import files
from pipeline.adapters.compiled import compiled
from pipeline.adapters.formats import text
from pipeline.adapters.glossaries import cldr, csv
from pipeline.adapters.models.witnesses import find_witnesses
from pipeline.adapters.shelf import FolderShelf
from pipeline.config import Settings, SourceSettings, bundled, load_settings
from pipeline.errors import ConfigError, EngineError
from pipeline.model import Direction, Edition, Signature, Term
from pipeline.model.figures import CheckCount
from pipeline.ports import Engine, Source, Store
from pipeline.service import Checker, Desk
from pipeline.service.running import Runner
from pipeline.stages.score import NOBODY
from pipeline.text.matching import TermBase

LANGUAGES = ("id", "en")
DIRECTIONS = (Direction("id", "en"), Direction("en", "id"))


def build(settings: Settings) -> Desk:
    """Put a desk together.

    Raises:
        ConfigError: an engine, a check or a direction that does not exist.
        EngineError: the model is missing or damaged.
        GlossaryError: a line of a term base is wrong.
    """
    direction = direction_of(settings)
    engine = build_engine(settings, direction)
    asked = settings.checks.models == "always"
    witnesses = replace(
        find_witnesses(settings, direction, build_engine, engine) if asked else NOBODY, translator=engine
    )
    terms = build_terms(settings, direction)
    return Desk(settings, direction, engine, terms, build_checks(settings), witnesses)


def build_checker(settings: Settings) -> Checker:
    """Put together what checks translations that exist."""
    direction = direction_of(settings)
    witnesses = (
        NOBODY if settings.checks.models == "never" else find_witnesses(settings, direction, build_engine)
    )
    terms, budget = build_terms(settings, direction), settings.checks.review_budget
    return Checker(direction, terms, build_checks(settings), witnesses, budget)


def both_engines(settings: Settings) -> dict[Direction, Engine]:
    """Load the bundled models of both directions.

    Raises:
        EngineError: one is missing or damaged.
    """
    return {direction: build_engine(settings, direction) for direction in DIRECTIONS}


def direction_of(settings: Settings) -> Direction:
    """Return the direction that is asked for.

    Raises:
        ConfigError: a language the desk doesn't know, or the same one twice.
    """
    direction = Direction(settings.translate.source, settings.translate.target)
    for language in direction:
        if language not in LANGUAGES:
            raise ConfigError(f"no language {language!r}: choose from {', '.join(LANGUAGES)}")
    if direction.source == direction.target:
        raise ConfigError(f"nothing to translate: source and target are both {direction.source!r}")
    return direction


def build_engine(settings: Settings, direction: Direction) -> Engine:
    """Load the engine that the settings name."""
    name = "ctranslate2" if settings.engine.name == "auto" else settings.engine.name
    engine: Engine = registry.load("pipeline.adapters.engines", name).create(settings, direction)
    return engine


def build_terms(settings: Settings, direction: Direction) -> TermBase:
    """Compile the term bases: the house's own over the bundled ones, and those over CLDR's."""
    return compiled(
        settings.models / "terms",
        glossary_files(settings),
        (direction, settings.terms),
        lambda: TermBase(_terms(settings, direction), direction.source),
    )


def glossary_files(settings: Settings) -> list[Path]:
    """Return the term bases in the order in which they win: the house's own first."""
    own = settings.own_glossaries
    folders = [own] if settings.paths.glossaries or own.is_dir() else []
    if folders and not folders[0].is_dir():
        raise ConfigError(f"[paths] glossaries: {folders[0]} is not a folder")
    return [path for folder in [*folders, bundled("glossaries")] for path in sorted(folder.glob("*.csv"))]


def _terms(settings: Settings, direction: Direction) -> Iterator[Term]:
    for path in glossary_files(settings):
        yield from csv.load(path, direction)
    yield from cldr.load(direction, settings.terms)


def enabled_checks(settings: Settings) -> tuple[str, ...]:
    """Return the names of the checks that run.

    Raises:
        ConfigError: a disabled check that doesn't exist; most often a slip of the pen.
    """
    known = registry.names("pipeline.checks")
    for name in settings.checks.disabled:
        if name not in known:
            raise ConfigError(f"[checks] disabled: no check {name!r}; there are {', '.join(known)}")
    return tuple(name for name in known if name not in settings.checks.disabled)


def build_checks(settings: Settings) -> tuple[ModuleType, ...]:
    """Load the checks that run."""
    return tuple(registry.load("pipeline.checks", name) for name in enabled_checks(settings))


def build_shelf(settings: Settings) -> FolderShelf:
    """Return the folder of editions, with a writer for each format asked for."""
    return FolderShelf(settings.editions, build_writers(settings.translate.formats))


def shelf_of(path: Path) -> FolderShelf:
    """Return the shelf that the edition at `path` lies on, with the formats that it is there in."""
    formats = "pipeline.adapters.formats"
    modules = {name: registry.load(formats, name) for name in registry.names(formats)}
    there = {
        name: module
        for name, module in modules.items()
        if hasattr(module, "write") and path.with_name(f"{path.stem}{module.SUFFIX}").is_file()
    }
    return FolderShelf(path.parent, there)


def build_writers(names: Iterable[str]) -> dict[str, ModuleType]:
    """Load the writers of formats.

    Raises:
        ConfigError: there is no such format, or no edition can be written in it.
    """
    writers = {name: registry.load("pipeline.adapters.formats", name) for name in names}
    for name, module in writers.items():
        if not hasattr(module, "write"):
            raise ConfigError(f"no edition can be written as {name!r}")
    return writers


def intake(
    paths: Iterable[str], settings: Settings, passed_over: Callable[[str], object] = files.unremarked
) -> list[files.Item]:
    """Find the articles under `paths`; `-` is standard input. What nothing reads is told to `passed_over`."""
    return files.find(paths, settings.intake.max_megabytes, passed_over=passed_over)


def named_sources(settings: Settings) -> tuple[SourceSettings, ...]:
    """Return the sources that the settings name, and the inbox, which is always one."""
    own = settings.sources
    watched = {Path(source.path).absolute() for source in own if source.path}
    if "inbox" in {source.name for source in own} or settings.inbox.absolute() in watched:
        return own
    # Nobody who installs a wheel and reads feeds has made the default folder; one that is named has to be there.
    there = settings.paths.inbox or settings.inbox.is_dir()
    return (SourceSettings("inbox", "folder", path=str(settings.inbox)), *own) if there else own


def build_sources(settings: Settings) -> tuple[Source, ...]:
    """Return the sources, ready to be visited.

    Raises:
        ConfigError: a kind of source that there isn't, or an option that it needs or can't have.
    """
    return tuple(_build_source(source, settings) for source in named_sources(settings))


def _build_source(source: SourceSettings, settings: Settings) -> Source:
    desk = direction_of(settings)
    direction = Direction(desk.target, desk.source) if source.language == desk.target else desk
    built: Source = registry.load("pipeline.adapters.intake", source.kind).create(source, settings, direction)
    return built


def inbox(settings: Settings) -> tuple[Path, bool]:
    """Return the folder of new articles, and whether it is the samples because the inbox is empty."""
    empty = not settings.inbox.is_dir() or not any(settings.inbox.iterdir())
    return (bundled("data/samples"), True) if empty else (settings.inbox, False)


def build_store(settings: Settings) -> Store:
    """Open the store; its tables are made where there are none."""
    from pipeline.adapters.storage.store import open_store  # noqa: PLC0415 - `translate` needs no database

    return open_store(settings)


@contextmanager
def opened_store(settings: Settings) -> Iterator[Store]:
    """Open the store for the length of a block."""
    store = build_store(settings)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def running(settings: Settings) -> Iterator[Runner]:
    """Put a run together: the store, the sources, the shelf; desks are built when there is work for them."""
    from pipeline.adapters.storage.leasing import this_process  # noqa: PLC0415 - `translate` needs no database

    sources, shelf, directions = build_sources(settings), build_shelf(settings), _directions(settings)
    with opened_store(settings) as store:
        yield Runner(
            store,
            shelf,
            sources,
            lambda direction: build(_in_direction(settings, direction)),
            directions,
            settings,
            this_process(),
            lambda: datetime.now(UTC),
        )


def signatures(settings: Settings) -> dict[Direction, Signature]:
    """Return how each direction's desk would make its editions today; a direction without a model is left out."""
    found: dict[Direction, Signature] = {}
    for direction in _directions(settings):
        with suppress(EngineError):
            found[direction] = build(_in_direction(settings, direction)).signature
    return found


def _directions(settings: Settings) -> tuple[Direction, Direction]:
    """Return the desk's direction, and the other one: a source may write in the other language."""
    own = direction_of(settings)
    return own, Direction(own.target, own.source)


def _in_direction(settings: Settings, direction: Direction) -> Settings:
    """Return the settings of one direction; a model that is named is the desk's own direction's."""
    if direction == direction_of(settings):
        return settings
    translate = replace(settings.translate, source=direction.source, target=direction.target)
    return replace(settings, translate=translate, engine=replace(settings.engine, model=""))


def existing_store(settings: Settings) -> Store | None:
    """Open the store if there is one; None where everything so far was done with files."""
    place = settings.store_url.removeprefix("sqlite:///")
    if place != settings.store_url and not Path(place).is_file():
        return None
    return build_store(settings)


def check_counts(settings: Settings) -> dict[str, CheckCount]:
    """Return for each check how its flags were judged in the store; nothing where there is no store."""
    store = existing_store(settings)
    if store is None:
        return {}
    store.close()
    from pipeline.adapters.storage.database import Database  # noqa: PLC0415 - `translate` needs no database
    from pipeline.adapters.storage.figures import SqlFigures  # noqa: PLC0415

    database = Database(settings.store_url)
    try:
        return {
            one.check: one for one in SqlFigures(database).overview(datetime.min.replace(tzinfo=UTC)).checks
        }
    finally:
        database.close()


def translate_article(article: str, *, settings: Settings | None = None) -> Edition:
    """Translate the text of one article: the shortest way into the pipeline from Python.

    Builds the desk anew at each call; keep `build(settings)` and call `Desk.edition` for many.
    """
    desk = build(settings or load_settings())
    return desk.edition(text.read(article.encode(), "article.txt"))
