"""Make frozen values of what a TOML file says, and name whatever can't be, with what could."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from typing import Annotated, Any, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

from pipeline.errors import ConfigError

Made = TypeVar("Made")


class Within(NamedTuple):
    """A number has to lie between the two, both allowed."""

    low: float
    high: float


class OneOf(NamedTuple):
    """A text has to be one of these."""

    values: tuple[str, ...]


def build(kind: type[Made], values: Mapping[str, Any], where: str) -> Made:
    """Make a `kind` (a dataclass) of `values`; keys without a default have to be there.

    Raises:
        ConfigError: a key is unknown or missing, or its value is impossible; `where` says in which part.
    """
    assert dataclasses.is_dataclass(kind)
    fields = {field.name: field for field in dataclasses.fields(kind)}
    known = ", ".join(fields)
    for key in values:
        if key not in fields:
            raise ConfigError(f"{where}: no key {key!r}; there are {known}")
    missing = [name for name, field in fields.items() if name not in values and not _has_default(field)]
    if missing:
        raise ConfigError(f"{where}: {', '.join(missing)} missing; every recipe says {known}")
    hints = get_type_hints(kind, include_extras=True)
    return kind(**{key: _value(hints[key], value, f"{where}: {key}") for key, value in values.items()})


def _has_default(field: dataclasses.Field[Any]) -> bool:
    return field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING


def _value(hint: Any, value: Any, where: str) -> Any:
    limits: tuple[Any, ...] = ()
    if get_origin(hint) is Annotated:
        hint, *rest = get_args(hint)
        limits = tuple(rest)
    made = _typed(hint, value, where)
    for limit in limits:
        if isinstance(limit, Within) and not limit.low <= made <= limit.high:
            raise ConfigError(f"{where}: {value!r} is not between {limit.low:g} and {limit.high:g}")
        if isinstance(limit, OneOf) and made not in limit.values:
            raise ConfigError(f"{where}: {value!r} is not one of {', '.join(limit.values)}")
    return made


def _typed(hint: Any, value: Any, where: str) -> Any:
    origin = get_origin(hint)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        if not isinstance(value, Mapping):
            raise ConfigError(f"{where} is a section with keys, not {value!r}")
        return build(hint, value, where)
    if origin is tuple:
        if not isinstance(value, list):
            raise ConfigError(f"{where}: {value!r} is not a list")
        inner = get_args(hint)[0]
        return tuple(_value(inner, one, f"{where} {number}") for number, one in enumerate(value, 1))
    if origin is Mapping:
        if not isinstance(value, dict):
            raise ConfigError(f"{where} is a section with keys, not {value!r}")
        inner = get_args(hint)[1]
        return types.MappingProxyType(
            {key: _value(inner, one, f"{where}: {key}") for key, one in value.items()}
        )
    # A whole number is a number; true and false are none, though Python counts them.
    wanted = (int, float) if hint is float else hint
    if not isinstance(value, wanted) or (isinstance(value, bool) and hint is not bool):
        raise ConfigError(f"{where}: {value!r} is not {_WANTED[hint]}")
    return float(value) if hint is float else value


_WANTED = {int: "a whole number", float: "a number", str: "a text", bool: "true or false"}
