"""Where published editions go: a folder of files, and a place beside it for those that were withdrawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType

from pipeline.adapters.shelf import FolderShelf
from pipeline.errors import ConfigError, StorageError
from pipeline.model import Edition

_WITHDRAWN = "withdrawn"


class FolderPublisher:
    """Editions as files in `folder`; `writers` are the formats that publishing writes."""

    def __init__(self, folder: Path, writers: Mapping[str, ModuleType]) -> None:
        if not writers:
            raise ConfigError("[review] formats: publishing has to write at least one format")
        self._folder = folder
        self._shelf = FolderShelf(folder, writers)

    def publish(self, edition: Edition) -> tuple[str, ...]:
        """Write the edition in every format, each file whole or not at all."""
        return self._shelf.put(edition).paths

    def withdraw(self, key: str, paths: Sequence[str]) -> None:
        """Put the files aside: who follows the folder finds them gone, and nothing is lost."""
        aside = self._folder / _WITHDRAWN
        try:
            for path in map(Path, paths):
                if path.is_file() and path.parent == self._folder:
                    aside.mkdir(exist_ok=True)
                    path.replace(aside / path.name)
        except OSError as error:
            raise StorageError(f"can't put the edition {key} aside: {error.strerror}") from error
