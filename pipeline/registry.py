"""A plug-in is a file, and its name is the file's name: nothing to register, nothing to decorate.

names("pipeline.checks")             → ("credit", "doubt", …), read from the folder, nothing imported
load("pipeline.checks", "credit")    → that one module
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from pipeline.errors import ConfigError


def names(package: str) -> tuple[str, ...]:
    """Return the plug-ins of `package`, sorted, without importing one."""
    spec = find_spec(package)
    folders = spec.submodule_search_locations if spec else None
    found = {file.stem for folder in folders or () for file in Path(folder).glob("*.py")}
    return tuple(sorted(name for name in found if not name.startswith("_")))


def load(package: str, name: str) -> ModuleType:
    """Import the plug-in `name` of `package`.

    Raises:
        ConfigError: there is no such plug-in; the message lists those there are.
    """
    known = names(package)
    if name not in known:
        room = package.rpartition(".")[2]
        raise ConfigError(f"no {name!r} among the {room}: choose from {', '.join(known)}")
    return import_module(f"{package}.{name}")
