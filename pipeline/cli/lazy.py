"""A group whose commands are imported when they are called, so that `--help` stays quick however many come."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import NamedTuple

import click


class Listed(NamedTuple):
    """A command before it is imported: the module in `pipeline.cli` that holds it, and its line in `--help`."""

    module: str
    help: str


class LazyGroup(click.Group):
    """A click group over a table of commands."""

    def __init__(self, *, commands: Mapping[str, Listed], **options: object) -> None:
        super().__init__(**options)  # type: ignore[arg-type]  # click's own, passed on as they are
        self.listed = commands

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the commands in the order of the table: the order in which a desk meets them."""
        return list(self.listed)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's - click's
        """Import the command called `cmd_name`, if there is one."""
        if cmd_name not in self.listed:
            return None
        module = import_module(f"pipeline.cli.{self.listed[cmd_name].module}")
        commands = [one for one in vars(module).values() if isinstance(one, click.Command)]
        return next(one for one in commands if one.name == cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's
        """Write the table, nothing imported."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, listed.help) for name, listed in self.listed.items()])
