"""Turn what a TOML file or the environment holds into the type that an option wants."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pipeline.errors import ConfigError


def typed(kind: type, where: str, option: str, value: Any, choices: tuple[object, ...] = ()) -> Any:
    """Turn `value` into the option's type; from the environment everything comes as text.

    Raises:
        ConfigError: it is none of this type, below zero, or not among the choices; `where` names the section.
    """
    read: Callable[[type, Any], Any] = _TYPES.get(kind, _texts)
    try:
        found = read(kind, value)
    except (TypeError, ValueError):
        wanted = _WANTED.get(kind, "a list of texts")
        raise ConfigError(f"{where} {option}: {value!r} is not {wanted}") from None
    if kind in (int, float) and found < 0:
        raise ConfigError(f"{where} {option}: {found} is below zero")
    if choices and found not in choices:
        raise ConfigError(f"{where} {option}: {found!r} is not one of {', '.join(map(str, choices))}")
    return found


def _number(kind: type, value: Any) -> Any:
    if isinstance(value, bool):
        raise TypeError
    return kind(value)


def _answer(_kind: type, value: Any) -> bool:
    """Read yes or no; the environment says them in words."""
    said = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    answer = said.get(value.lower()) if isinstance(value, str) else value
    if not isinstance(answer, bool):
        raise TypeError
    return answer


def _text(_kind: type, value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _texts(_kind: type, value: Any) -> tuple[str, ...]:
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, (list, tuple)) or not all(isinstance(part, str) for part in parts):
        raise TypeError
    return tuple(part.strip() for part in parts if part.strip())


_TYPES: Mapping[type, Callable[[type, Any], Any]] = {bool: _answer, int: _number, float: _number, str: _text}
_WANTED = {bool: "true or false", int: "a whole number", float: "a number", str: "a text"}
