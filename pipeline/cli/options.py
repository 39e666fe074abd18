"""Options that several commands share, and how flags become settings."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, TypeVar

import click

from pipeline.config import Settings, load_settings

_OTHER = {"id": "en", "en": "id"}

Command = TypeVar("Command", bound=Callable[..., Any])


def direction(command: Command) -> Command:
    """Add `--from` and `--to`."""
    command = click.option("--to", "target", metavar="LANG", help="Translate into this language [en].")(
        command
    )
    return click.option("--from", "source", metavar="LANG", help="Language of the articles [id].")(command)


def review_budget(command: Command) -> Command:
    """Add `--review-budget`."""
    described = "Only the riskiest share, as 20%, is for review, and whatever has a critical flag [all that is risky]."
    return click.option("--review-budget", metavar="SHARE", callback=_percent, help=described)(command)


def _percent(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    number = value.strip().removesuffix("%") if value else "0"
    if not number.isdecimal() or int(number) > 100:
        raise click.BadParameter(f"{value!r} is no share: write it as 20%")
    return number if value else None


def models(command: Command) -> Command:
    """Add `--models`."""
    described = "Ask models about the translations: always, check (not in translate) or never [check]."
    return click.option("--models", metavar="WHEN", help=described)(command)


def settings(**flags: str | None) -> Settings:
    """Read the settings with what the flags said on top; None means that a flag was not given.

    One language alone settles the other: there are two.
    """
    source, target = flags.get("source"), flags.get("target")
    found = load_settings(
        {
            "translate": {
                "source": source or (_OTHER.get(target) if target else None),
                "target": target or (_OTHER.get(source) if source else None),
                "formats": flags.get("formats"),
            },
            "paths": {"editions": flags.get("editions")},
            "checks": {"review_budget": flags.get("review_budget"), "models": flags.get("models")},
            "engine": {"name": flags.get("engine"), "model": flags.get("model")},
        }
    )
    logging.getLogger("pipeline").setLevel(found.log.level.upper())
    return found
