"""Turn what a TOML file or the environment holds into the type that an option wants."""

from __future__ import annotations

from typing import Any

from pipeline.errors import ConfigError


def typed(kind: type, where: str, option: str, value: Any, choices: tuple[object, ...] = ()) -> Any:
    """Turn `value` into the option's type; from the environment everything comes as text.

    Raises:
        ConfigError: it is none of this type, below zero, or not among the choices; `where` names the section.
    """
    wrong = ConfigError(f"{where} {option}: {value!r} is not {_WANTED.get(kind, 'a list of texts')}")
    if kind in (int, float):
        if isinstance(value, bool):
            raise wrong
        try:
            value = kind(value)
        except (TypeError, ValueError):
            raise wrong from None
        if value < 0:
            raise ConfigError(f"{where} {option}: {value} is below zero")
    elif kind is str:
        if not isinstance(value, str):
            raise wrong
    else:
        parts = value.split(",") if isinstance(value, str) else value
        if not isinstance(parts, (list, tuple)) or not all(isinstance(part, str) for part in parts):
            raise wrong
        value = tuple(part.strip() for part in parts if part.strip())
    if choices and value not in choices:
        raise ConfigError(f"{where} {option}: {value!r} is not one of {', '.join(map(str, choices))}")
    return value


_WANTED = {int: "a whole number", float: "a number", str: "a text"}
