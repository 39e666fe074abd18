"""The `[[sources]]` of the configuration: where news comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, replace
from pathlib import Path
from typing import Any, get_type_hints
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pipeline.config.values import typed
from pipeline.errors import ConfigError

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_CHOICES: Mapping[str, tuple[object, ...]] = {
    "articles": ("auto", "page", "feed"),
    "language": ("", "id", "en"),
}
_LONGEST_INTERVAL = 1440


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """One source; defaults.toml says what each option is for."""

    name: str
    kind: str
    url: str = ""
    path: str = ""
    language: str = ""
    interval_minutes: int = 0
    articles: str = "auto"
    timezone: str = "Asia/Jakarta"
    authorization: str = ""
    allow: tuple[str, ...] = ()


def read_sources(tables: Any, file: Path) -> tuple[SourceSettings, ...]:
    """Read the tables of `file`.

    Raises:
        ConfigError: an unknown option, a value that can't be, or two sources of one name.
    """
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ConfigError(f"{file}: write [[sources]], in double brackets, then the options of one source")
    found = tuple(_source(table, number, file) for number, table in enumerate(tables, 1))
    names = [source.name for source in found]
    for name in names:
        if names.count(name) > 1:
            raise ConfigError(f"{file}: two [[sources]] are called {name!r}; every source needs its own name")
    return found


def _source(table: Mapping[str, Any], number: int, file: Path) -> SourceSettings:
    where = f"{file}: [[sources]] {table.get('name', f'number {number}')}:"
    known = {field.name: field for field in fields(SourceSettings)}
    for option in table:
        if option not in known:
            raise ConfigError(f"{where} no option {option!r}; there are {', '.join(known)}")
    for option, field in known.items():
        if field.default is MISSING and option not in table:
            raise ConfigError(f"{where} {option} is missing")
    hints = get_type_hints(SourceSettings)
    values = {
        option: typed(hints[option], where, option, value, _CHOICES.get(option, ()))
        for option, value in table.items()
    }
    return _checked(SourceSettings(**values), where, file)


def _checked(source: SourceSettings, where: str, file: Path) -> SourceSettings:
    if not _NAME.fullmatch(source.name):
        raise ConfigError(f"{where} a name has small letters, digits, dots and dashes, at most 64")
    if source.interval_minutes > _LONGEST_INTERVAL:
        raise ConfigError(f"{where} interval_minutes: at most {_LONGEST_INTERVAL}, one day")
    try:
        ZoneInfo(source.timezone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ConfigError(
            f"{where} timezone: no {source.timezone!r}; write Asia/Jakarta, Asia/Makassar or Asia/Jayapura"
        ) from error
    # Cron starts us anywhere; a person who writes "wire" means the folder beside the file.
    path = str(file.absolute().parent / Path(source.path).expanduser()) if source.path else ""
    return replace(source, path=path)
