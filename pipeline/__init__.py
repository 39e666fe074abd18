"""Dwibahasa: an Indonesian article in, a bilingual edition with review flags out.

The names below are the public API; they are imported when they are first used, so that
`import pipeline` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"
__all__ = ["Article", "Edition", "__version__", "translate_article"]

_HOMES = {
    "Article": "pipeline.model",
    "Edition": "pipeline.model",
    "translate_article": "pipeline.bootstrap",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
