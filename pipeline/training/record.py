"""What a training folder says of itself: which recipe, on which pairs, by which code.

A folder belongs to one recipe and one set of pairs, for a mixture is a model that nobody can make
again; and a model can be made of its checkpoints long after the recipe's file was edited.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import ConfigError
from pipeline.training.checked import build
from pipeline.training.recipe import Recipe, plain

_FILE = "of.json"


@dataclass(frozen=True, slots=True)
class Record:
    """Whose a training folder is.

    `recipe`, `data` (the pairs), `start` (the weights to go on from) and `code` (what trained) are digests
    in hex; `values` are the recipe's, or None in a folder that an older version made.
    """

    recipe: str
    data: str
    start: str
    code: str = ""
    values: Mapping[str, Any] | None = None


def claim(folder: Path, recipe: Recipe, data: str, start: str) -> None:
    """Write into a new training folder whose it is; refuse one that is another's.

    Raises:
        ConfigError: the folder has a training of another recipe, or on other data.
    """
    path = folder / _FILE
    if not path.is_file():
        about = {
            "recipe": recipe.signature,
            "data": data,
            "start": start,
            "code": code_signature(),
            "values": recipe,
        }
        path.write_text(json.dumps(about, default=plain, ensure_ascii=False, indent=1), encoding="utf-8")
        return
    that = read_record(folder)
    this = Record(recipe.signature, data, start)
    changed = [name for name in ("recipe", "data", "start") if getattr(this, name) != getattr(that, name)]
    if changed:
        raise ConfigError(
            f"{folder} has a training whose {' and '.join(changed)} differ; give another folder, or delete it"
        )


def read_record(folder: Path) -> Record:
    """Read what a training folder is.

    Raises:
        ConfigError: it is none.
    """
    try:
        found = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        return Record(**found)
    except (OSError, ValueError, TypeError) as error:
        raise ConfigError(f"{folder} is no folder of a training: {error}") from error


def recorded_recipe(record: Record, folder: Path) -> Recipe:
    """Return the recipe that a training folder was made with.

    Raises:
        ConfigError: the folder doesn't say.
    """
    if record.values is None:
        raise ConfigError(f"{folder} doesn't hold its recipe; name the file with --recipe")
    return build(Recipe, record.values, str(folder / _FILE))


def code_signature() -> str:
    """Return a SHA-256 in hex over the code that trains."""
    total = hashlib.sha256()
    folder = Path(__file__).parent
    for path in sorted(folder.rglob("*.py")):
        total.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return total.hexdigest()
