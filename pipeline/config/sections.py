"""Every setting by section, frozen; defaults.toml says what each is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.config.places import data_folder
from pipeline.config.sources import SourceSettings

FIXED_NAMES = {
    ("paths", "inbox"): "DWIBAHASA_INBOX",
    ("paths", "editions"): "DWIBAHASA_EDITIONS",
    ("paths", "models"): "DWIBAHASA_MODELS",
    ("engine", "threads"): "DWIBAHASA_THREADS",
    ("store", "url"): "DWIBAHASA_STORE",
}
"""Short names that the command line promises, beside DWIBAHASA_<SECTION>_<OPTION>."""

CHOICES: Mapping[tuple[str, str], tuple[object, ...]] = {
    ("engine", "device"): ("auto", "cpu", "cuda"),
    ("engine", "compute_type"): ("int8", "float32", "float16"),
    ("terms", "code_switch"): ("auto", "always", "never"),
    ("terms", "first_mention"): ("full", "as-is"),
    ("style", "percent"): ("percent", "%"),
    ("style", "dollar"): ("US$", "$"),
    ("style", "rupiah"): ("Rp", "IDR"),
    ("style", "hours"): (12, 24),
    ("style", "date_order"): ("month-day", "day-month"),
    ("review", "language"): ("id", "en"),
    ("checks", "models"): ("always", "check", "never"),
    ("log", "level"): ("debug", "info", "warning", "error"),
}


@dataclass(frozen=True, slots=True)
class PathSettings:
    """Folders; an empty one is settled by `Settings.inbox` and its kind."""

    inbox: str
    editions: str
    models: str
    glossaries: str


@dataclass(frozen=True, slots=True)
class TranslateSettings:
    """What `translate` does when nothing else is said."""

    source: str
    target: str
    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IntakeSettings:
    """How sources are visited, and limits on what is read."""

    max_megabytes: int
    timeout_seconds: int
    interval_minutes: int
    pause_seconds: float
    pages_per_visit: int
    sources_at_once: int
    user_agent: str


@dataclass(frozen=True, slots=True)
class NetworkSettings:
    """The way out, where there is no other than through a proxy."""

    proxy: str


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """Which model runs, how, and how it decodes."""

    name: str
    model: str
    device: str
    threads: int
    compute_type: str
    beam: int
    insist: bool
    hypotheses: int
    length_penalty: float
    repetition_penalty: float
    no_repeat_ngram: int
    batch_tokens: int


@dataclass(frozen=True, slots=True)
class TermSettings:
    """How terms act, and the house's choice where a name has several."""

    code_switch: str
    first_mention: str
    china: str
    tiongkok: str


@dataclass(frozen=True, slots=True)
class StyleSettings:
    """House forms of numbers, money, dates and times."""

    percent: str
    dollar: str
    rupiah: str
    hours: int
    spell_below: int
    date_order: str


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """Which checks run, and whether models are asked for evidence."""

    disabled: tuple[str, ...]
    review_budget: int
    models: str


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """Where the desk keeps what it knows."""

    url: str


@dataclass(frozen=True, slots=True)
class RunSettings:
    """How `run` works: how much at once, how patient it is, where it reports."""

    articles_at_once: int
    lease_minutes: float
    attempts: int
    wait_minutes: float
    metrics: str


@dataclass(frozen=True, slots=True)
class MemorySettings:
    """When an earlier translation is used again."""

    use: bool
    fuzzy: float


@dataclass(frozen=True, slots=True)
class RetentionSettings:
    """What goes after how many days; 0 keeps it."""

    downloads_days: int
    drafts_days: int
    untouched_days: int


@dataclass(frozen=True, slots=True)
class ReviewSettings:
    """How the review desk is reached, and its house rules."""

    host: str
    port: int
    trusted_proxies: tuple[str, ...]
    secret: str
    session_hours: int
    four_eyes: bool
    language: str
    timezone: str
    formats: tuple[str, ...]
    webhook_allow: tuple[str, ...]
    api_per_minute: int
    workers: int


@dataclass(frozen=True, slots=True)
class LogSettings:
    """What goes to standard error."""

    level: str


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set, section by section as in defaults.toml."""

    paths: PathSettings
    translate: TranslateSettings
    intake: IntakeSettings
    network: NetworkSettings
    engine: EngineSettings
    terms: TermSettings
    style: StyleSettings
    checks: CheckSettings
    store: StoreSettings
    run: RunSettings
    memory: MemorySettings
    retention: RetentionSettings
    review: ReviewSettings
    log: LogSettings
    sources: tuple[SourceSettings, ...] = ()

    @property
    def inbox(self) -> Path:
        """Where new articles lie."""
        return Path(self.paths.inbox) if self.paths.inbox else data_folder() / "inbox"

    @property
    def editions(self) -> Path:
        """Where finished editions go."""
        return Path(self.paths.editions) if self.paths.editions else data_folder() / "editions"

    @property
    def models(self) -> Path:
        """Where fetched and converted models are cached."""
        return Path(self.paths.models) if self.paths.models else data_folder() / "cache" / "models"

    @property
    def own_glossaries(self) -> Path:
        """Where the house keeps term bases of its own; the desk writes accepted terms there."""
        return Path(self.paths.glossaries) if self.paths.glossaries else data_folder() / "glossaries"

    @property
    def store_url(self) -> str:
        """The database of the store."""
        return self.store.url or f"sqlite:///{data_folder() / 'dwibahasa.db'}"
