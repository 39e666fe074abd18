from __future__ import annotations

import subprocess
import sys

import click
import pytest

from pipeline.cli import COMMANDS, dwibahasa, model


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_table_is_found_and_says_there_what_it_says_itself(name: str) -> None:
    command = dwibahasa.get_command(click.Context(dwibahasa), name)
    assert command is not None
    assert command.get_short_help_str(limit=200) == COMMANDS[name].help


@pytest.mark.parametrize("name", model.COMMANDS)
def test_so_is_every_command_on_models(name: str) -> None:
    command = model.model.get_command(click.Context(model.model), name)
    assert command is not None
    assert command.get_short_help_str(limit=200) == model.COMMANDS[name].help


def test_help_imports_no_command() -> None:
    script = (
        "import sys\nfrom pipeline.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: print(sorted(set(sys.modules) & set(sys.argv[1:])))"
    )
    modules = {f"pipeline.cli.{listed.module}" for listed in COMMANDS.values()} | {"pipeline.config", "json"}
    done = subprocess.run(
        [sys.executable, "-c", script, *modules], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
