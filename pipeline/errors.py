"""Every exception that Dwibahasa raises on purpose.

    DwibahasaError          something a person has to set right
    ├── ConfigError         a setting that isn't known, or whose value can't be
    ├── ArticleError        one article can't be read; the others go on
    ├── SourceError         a source or page can't be fetched, or may not be; the others go on
    ├── GlossaryError       a line of a term base is wrong (file:line)
    ├── EngineError         a model is missing, damaged, or not a working Marian
    │   └── UnknownModelError   no model has the name that was given; a ConfigError too
    ├── RefusedError        a person may not do this, or not in this state
    │   ├── MissingError    there is no such thing
    │   └── ForbiddenError  their role doesn't go so far
    └── StorageError        a result can't be written or read back
        ├── ConflictError   somebody else was faster, or it isn't allowed in this state
        ├── LeaseLostError  another run has taken the article over
        └── StoreAwayError  the database can't be reached just now

What is wrong with the *language* of a text is a flag, never an exception.
"""

from __future__ import annotations

from pathlib import Path


class DwibahasaError(Exception):
    """Something a person has to set right; the message says what and how."""


class ConfigError(DwibahasaError):
    """A setting that isn't known, or whose value can't be."""


class ArticleError(DwibahasaError):
    """One article can't be read; the others go on."""


class SourceError(DwibahasaError):
    """A source or page can't be fetched, or may not be; the others go on.

    `lasting` tells what no second attempt mends (a forbidden address) from a server that is down.
    """

    def __init__(self, problem: str, *, lasting: bool = False) -> None:
        super().__init__(problem)
        self.lasting = lasting


class GlossaryError(DwibahasaError):
    """A line of a term base is wrong."""

    def __init__(self, path: Path | str, line: int, problem: str) -> None:
        super().__init__(f"{path}:{line}: {problem}")
        self.path, self.line, self.problem = path, line, problem


class EngineError(DwibahasaError):
    """A model is missing, damaged, or not a working Marian."""


class UnknownModelError(EngineError, ConfigError):
    """No model has the name that was given."""


class RefusedError(DwibahasaError):
    """A person may not do this, or not in this state.

    `template` is the message with its values in braces, so that the desk can say it in two languages.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template.format(**values) if values else template)
        self.template, self.values = template, values


class MissingError(RefusedError):
    """There is no such thing."""


class ForbiddenError(RefusedError):
    """The role of an account doesn't go so far."""


class StorageError(DwibahasaError):
    """A result can't be written or read back."""


class ConflictError(StorageError):
    """Somebody else was faster, or it isn't allowed in this state: read it again, then decide."""


class LeaseLostError(StorageError):
    """Another run has taken the article over; its result counts."""


class StoreAwayError(StorageError):
    """The database can't be reached just now: it may be back in a moment."""
