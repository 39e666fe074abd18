from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.user import user
from pipeline.errors import RefusedError, StorageError


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.setenv("DWIBAHASA_STORE", f"sqlite:///{tmp_path / 'store.db'}")
    return CliRunner(catch_exceptions=False)


def test_the_first_admin_is_made_on_the_command_line(command: CliRunner) -> None:
    made = command.invoke(
        user, ["add", "sari", "--role", "admin", "--password-stdin"], input="a sentence as a password\n"
    )
    assert (made.exit_code, made.stdout) == (0, "sari (admin) may sign in\n")
    assert command.invoke(user, ["list"]).stdout == "sari\tadmin\tactive\t\n"
    changed = command.invoke(user, ["password", "sari", "--password-stdin"], input="another sentence\n")
    assert changed.exit_code == 0


def test_a_name_is_given_once_and_a_password_is_no_word(command: CliRunner) -> None:
    command.invoke(user, ["add", "sari", "--password-stdin"], input="a sentence as a password\n")
    with pytest.raises(StorageError, match="already"):
        command.invoke(user, ["add", "sari", "--password-stdin"], input="a sentence as a password\n")
    with pytest.raises(RefusedError, match="at least 8 characters"):
        command.invoke(user, ["add", "budi", "--password-stdin"], input="short\n")
    with pytest.raises(RefusedError, match="A name has"):
        command.invoke(user, ["add", "../budi", "--password-stdin"], input="a sentence as a password\n")


def test_the_last_admin_can_not_be_switched_off(command: CliRunner) -> None:
    command.invoke(user, ["add", "sari", "--role", "admin", "--password-stdin"], input="a sentence as one\n")
    with pytest.raises(RefusedError, match="last admin"):
        command.invoke(user, ["off", "sari"])
    assert command.invoke(user, ["off", "nobody"]).exit_code == 2
