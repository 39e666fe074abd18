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
from pipeline.config.sources import SourceSettings, read_sources
from pipeline.config.values import typed
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
    sources: tuple[SourceSettings, ...] = ()
    if own := environment.get("DWIBAHASA_CONFIG"):
        more = _read(Path(own))
        sources = read_sources(more.pop("sources", []), Path(own))
        _merge(values, more, own)
    _merge(values, _from_environment(values, environment), "the environment")
    given = {
        section: {option: value for option, value in options.items() if value is not None}
        for section, options in (overrides or {}).items()
    }
    _merge(values, given, "the command line")
    sections = {name: kind for name, kind in get_type_hints(Settings).items() if name in values}
    return Settings(
        **{name: _section(kind, name, values[name]) for name, kind in sections.items()}, sources=sources
    )


def _read(path: Path) -> dict[str, Any]:
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
    return kind(
        **{
            f.name: typed(
                hints[f.name], f"[{section}]", f.name, options[f.name], CHOICES.get((section, f.name), ())
            )
            for f in fields(kind)
        }
    )
