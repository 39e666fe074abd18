"""Read the settings once: flag over environment over TOML file over defaults.toml."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, get_type_hints

from pipeline.config.places import PACKAGE
from pipeline.config.sections import CHOICES, FIXED_NAMES, Settings
from pipeline.errors import ConfigError


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
    values = _read(PACKAGE / "defaults.toml")
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
            for name in (long_name, FIXED_NAMES.get((section, option), "")):
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
    choices = CHOICES.get((section, option))
    if choices and value not in choices:
        raise ConfigError(f"[{section}] {option}: {value!r} is not one of {', '.join(map(str, choices))}")
    return value


_WANTED = {int: "a whole number", float: "a number", str: "a text"}
