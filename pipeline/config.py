"""Settings: flag > environment > TOML file > defaults.toml, read once, then frozen."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, get_type_hints

from pipeline.errors import ConfigError

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent

_FIXED_NAMES = {
    ("paths", "inbox"): "DWIBAHASA_INBOX",
    ("paths", "editions"): "DWIBAHASA_EDITIONS",
    ("paths", "models"): "DWIBAHASA_MODELS",
    ("engine", "threads"): "DWIBAHASA_THREADS",
}

_CHOICES: Mapping[tuple[str, str], tuple[object, ...]] = {
    ("engine", "device"): ("auto", "cpu", "cuda"),
    ("engine", "compute_type"): ("int8", "float32", "float16"),
    ("terms", "code_switch"): ("auto", "always", "never"),
    ("terms", "first_mention"): ("full", "as-is"),
    ("style", "percent"): ("percent", "%"),
    ("style", "dollar"): ("US$", "$"),
    ("style", "rupiah"): ("Rp", "IDR"),
    ("style", "hours"): (12, 24),
    ("style", "date_order"): ("month-day", "day-month"),
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
    """Limits on what is read."""

    max_megabytes: int


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """Which model runs, how, and how it decodes."""

    name: str
    model: str
    device: str
    threads: int
    compute_type: str
    beam: int
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
    """Which checks run."""

    disabled: tuple[str, ...]


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
    engine: EngineSettings
    terms: TermSettings
    style: StyleSettings
    checks: CheckSettings
    log: LogSettings

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


def in_checkout() -> bool:
    """Tell whether the package runs from a checkout rather than from an installed wheel."""
    return (_CHECKOUT / "pyproject.toml").is_file() and (_CHECKOUT / "glossaries").is_dir()


def data_folder() -> Path:
    """Return where working data goes: the checkout's `data/`, or the user's data folder."""
    if in_checkout():
        return _CHECKOUT / "data"
    from platformdirs import user_data_path  # noqa: PLC0415 - only a wheel needs it, start-up does not

    return user_data_path("dwibahasa", appauthor=False)


def bundled(name: str) -> Path:
    """Return a folder that ships with the product: `glossaries`, `data/models`, `data/samples`."""
    return (_CHECKOUT if in_checkout() else _PACKAGE / "_bundled") / name


def load_settings(
    overrides: Mapping[str, Mapping[str, object]] | None = None,
    environment: Mapping[str, str] | None = None,
) -> Settings:
    """Read the settings once.

    `overrides` are what the command line said, as `{section: {option: value}}`; a value of None
    means that the flag was not given. `environment` is `os.environ` unless a test says otherwise.

    Raises:
        ConfigError: an unknown section or option, or a value of the wrong type.
    """
    environment = os.environ if environment is None else environment
    values = _read(_PACKAGE / "defaults.toml")
    if own := environment.get("DWIBAHASA_CONFIG"):
        _merge(values, _read(Path(own)), own)
    _merge(values, _from_environment(values, environment), "the environment")
    given = {
        section: {option: value for option, value in options.items() if value is not None}
        for section, options in (overrides or {}).items()
    }
    _merge(values, given, "the command line")
    sections = get_type_hints(Settings)
    return Settings(**{name: _section(kind, name, values[name]) for name, kind in sections.items()})


def _read(path: Path) -> dict[str, dict[str, Any]]:
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except OSError as error:
        raise ConfigError(f"can't read the configuration {path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} is not valid TOML: {error}") from error


def _merge(values: dict[str, dict[str, Any]], more: Mapping[str, Mapping[str, Any]], where: str) -> None:
    for section, options in more.items():
        if section not in values:
            raise ConfigError(f"{where}: no section [{section}]; there are {', '.join(values)}")
        if not isinstance(options, Mapping):
            raise ConfigError(f"{where}: {section} is a section: write [{section}], then its options")
        for option, value in options.items():
            if option not in values[section]:
                known = ", ".join(values[section])
                raise ConfigError(f"{where}: no option {option!r} in [{section}]; there are {known}")
            values[section][option] = value


def _from_environment(
    values: Mapping[str, Mapping[str, Any]], environment: Mapping[str, str]
) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for section, options in values.items():
        for option in options:
            long_name = f"DWIBAHASA_{section}_{option}".upper()
            for name in (long_name, _FIXED_NAMES.get((section, option), "")):
                if name in environment:
                    found.setdefault(section, {})[option] = environment[name]
    return found


def _section(kind: type, section: str, options: Mapping[str, Any]) -> Any:
    hints = get_type_hints(kind)
    return kind(**{f.name: _value(hints[f.name], section, f.name, options[f.name]) for f in fields(kind)})


def _value(kind: type, section: str, option: str, value: Any) -> Any:
    """Turn `value` into the option's type; from the environment everything comes as text."""
    wrong = ConfigError(f"[{section}] {option}: {value!r} is not {_WANTED.get(kind, 'a list of texts')}")
    if kind in (int, float):
        if isinstance(value, bool):
            raise wrong
        try:
            value = kind(value)
        except (TypeError, ValueError):
            raise wrong from None
        if value < 0:
            raise ConfigError(f"[{section}] {option}: {value} is below zero")
    elif kind is str:
        if not isinstance(value, str):
            raise wrong
    else:
        parts = value.split(",") if isinstance(value, str) else value
        if not isinstance(parts, (list, tuple)) or not all(isinstance(part, str) for part in parts):
            raise wrong
        value = tuple(part.strip() for part in parts if part.strip())
    choices = _CHOICES.get((section, option))
    if choices and value not in choices:
        raise ConfigError(f"[{section}] {option}: {value!r} is not one of {', '.join(map(str, choices))}")
    return value


_WANTED = {int: "a whole number", float: "a number", str: "a text"}
