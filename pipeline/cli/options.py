"""Options that several commands share, and how flags become settings."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, TypeVar

import click

from pipeline.config import Settings, load_settings

Command = TypeVar("Command", bound=Callable[..., Any])


def direction(command: Command) -> Command:
    """Add `--from` and `--to`."""
    command = click.option("--to", "target", metavar="LANG", help="Translate into this language [en].")(command)
    return click.option("--from", "source", metavar="LANG", help="Language of the articles [id].")(command)


def settings(
    *,
    source: str | None = None,
    target: str | None = None,
    formats: str | None = None,
    editions: str | None = None,
    engine: str | None = None,
    model: str | None = None,
) -> Settings:
    """Read the settings with what the flags said on top; None means that a flag was not given.

    A source language alone settles the target: there are two.
    """
    if source and not target:
        target = {"id": "en", "en": "id"}.get(source)
    elif target and not source:
        source = {"id": "en", "en": "id"}.get(target)
    found = load_settings(
        {
            "translate": {"source": source, "target": target, "formats": formats},
            "paths": {"editions": editions},
            "engine": {"name": engine, "model": model},
        }
    )
    logging.getLogger("pipeline").setLevel(found.log.level.upper())
    return found
