"""Where an SQLite store lies, and whether it is still the file that was opened.

A program keeps an open file though somebody moves it, and goes on writing to it without a complaint; the next one
finds nothing, begins an empty store, and SQLite throws the log away that held the last sentences.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, event

from pipeline.errors import StorageError, StoreAwayError


class Place:
    """The file of a store, watched from its first opening on."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._opened: tuple[int, int] | None = None

    def watch(self, engine: Engine) -> None:
        """Look before every connection that `engine` opens or gives out."""
        event.listen(engine, "do_connect", lambda *_: self.look())
        event.listen(engine, "connect", lambda *_: self._note())
        event.listen(engine, "checkout", lambda *_: self.look())

    def look(self) -> None:
        """Tell whether the file is where it was.

        Raises:
            StoreAwayError: it was moved, deleted or replaced since it was opened.
            StorageError: it isn't there, but the log of its last writes is.
        """
        found = self._found()
        log = self.path.with_name(f"{self.path.name}-wal")
        if self._opened is None:
            if found is None and log.is_file() and log.stat().st_size:
                raise StorageError(
                    f"{log} holds what was written last, but the store {self.path} beside it is gone: "
                    "put it back; take the other away only if the store is lost, then dwibahasa db restore BACKUP"
                )
        elif found != self._opened:
            raise StoreAwayError(
                f"the store {self.path} was moved, deleted or replaced while it was open: put the same file back "
                f"beside {log.name}, or stop everything and dwibahasa db restore BACKUP"
            )

    def forget(self) -> None:
        """Take what lies there next for the store: nothing is open any more."""
        self._opened = None

    def _note(self) -> None:
        self._opened = self._opened or self._found()

    def _found(self) -> tuple[int, int] | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino
