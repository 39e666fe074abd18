"""A watched folder: whatever is put into it is an article, a changed file is a correction.

A file that is taken away withdraws nothing: newsrooms tidy up. A wire's file says so itself.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pipeline.adapters import files, reading
from pipeline.adapters.intake import _visits
from pipeline.adapters.intake._items import Found, Maker, name_of
from pipeline.config import Settings, SourceSettings
from pipeline.errors import ConfigError, DwibahasaError
from pipeline.model import Direction, ItemMeta, NewsItem, SourceState

_SETTLED = timedelta(seconds=2)
"""A file that changed a moment ago is still being written; it is read at the next visit."""
_CHANGED = re.compile(r"#[0-9a-f]{16}$")
"""At the end of a name that had to be changed to be one."""
_UNFINISHED = (".part", ".filepart", ".partial", ".tmp", ".crdownload", "~", ".swp")
"""What an upload is called until it is whole."""


def create(source: SourceSettings, settings: Settings, direction: Direction) -> Folder:
    """Return the folder that the settings name.

    Raises:
        ConfigError: they name none.
    """
    if not source.path:
        raise ConfigError(f'[[sources]] {source.name}: a folder needs path = "…"')
    limit = settings.intake.max_megabytes * 1_000_000
    return Folder(source.name, Path(source.path), Maker(source.name, direction, limit))


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder with everything below it but what is hidden. It costs nothing to look, so it is always due."""

    name: str
    path: Path
    maker: Maker

    def poll(
        self, state: SourceState, now: datetime, stamp_of: Callable[[str], str | None]
    ) -> Iterator[NewsItem | SourceState]:
        """Yield what is new or changed, oldest first."""
        problems: list[OSError] = []
        seen: list[tuple[int, str, str]] = []
        for path, found in self._files(problems):
            age = now - datetime.fromtimestamp(found.st_mtime, UTC)
            place = path.relative_to(self.path).as_posix()
            stamp = f"{found.st_mtime_ns}-{found.st_size}"
            if not timedelta() <= age < _SETTLED and stamp_of(name_of(place)) != stamp:
                seen.append((found.st_mtime_ns, place, stamp))
        for _, place, stamp in sorted(seen):
            yield from self._read(place, stamp)
        if problems:
            listed = "; ".join(f"{error.filename}: {error.strerror}" for error in problems[:3])
            problem = f"can't be listed: {listed}"
            yield replace(_visits.failed(state, now, timedelta(), problem), due=None)
        else:
            yield SourceState()

    def is_gone(self, guid: str) -> bool:
        """Tell whether a file was taken away, from a folder that is there; of a changed name nothing is known."""
        return name_of(guid) == guid and not _CHANGED.search(guid) and self._misses(guid)

    def _misses(self, place: str) -> bool:
        return self.path.is_dir() and not os.path.lexists(self.path / place)

    def _files(self, problems: list[OSError]) -> Iterator[tuple[Path, os.stat_result]]:
        for folder, folders, names in os.walk(self.path, onerror=problems.append):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in names:
                if name.startswith(".") or name.lower().endswith(_UNFINISHED):
                    continue
                path = Path(folder, name)
                try:
                    found = path.stat()
                except FileNotFoundError:
                    continue  # taken away a moment ago, or a link that leads nowhere
                except OSError as error:
                    problems.append(error)
                    continue
                if stat.S_ISREG(found.st_mode):
                    yield path, found

    def _read(self, place: str, stamp: str) -> Iterator[NewsItem]:
        path = self.path / place
        name = name_of(place)
        found = Found(ItemMeta(guid=name), name, stamp, b"", path.suffix.lower(), origin=place)
        try:
            reading.reader(path.suffix)
        except DwibahasaError as error:
            yield self.maker.set_aside(found, str(error))
            return
        try:
            data = files.load(path, self.maker.limit)
        except DwibahasaError as error:  # a permission may be mended without the file's being touched
            yield self.maker.set_aside(replace(found, stamp=""), str(error))
            return
        yield from self.maker.items(replace(found, data=data))
