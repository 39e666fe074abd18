"""`dwibahasa user`: the accounts of the review desk; the first admin is made here."""

from __future__ import annotations

import sys
from dataclasses import replace

import click

from pipeline.config import load_settings
from pipeline.model.accounts import Role
from pipeline.review.gate import Gate


@click.group()
def user() -> None:
    """Look after the accounts of the review desk."""


@user.command()
@click.argument("name")
@click.option("--role", type=click.Choice([one.value for one in Role]), default="reviewer", show_default=True)
@click.option("--display", default="", help="The name that others see.")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input, its first line.")
def add(name: str, role: str, display: str, *, password_stdin: bool) -> None:
    """Make an account."""
    _gate().add_user(name, Role(role), _password(stdin=password_stdin), display=display, by="command line")
    click.echo(f"{name} ({role}) may sign in")


@user.command(name="list")
def list_users() -> None:
    """List the accounts: name, role, whether they may sign in."""
    for one in _gate().accounts.users():
        click.echo(f"{one.name}\t{one.role}\t{'active' if one.active else 'off'}\t{one.display}")


@user.command()
@click.argument("name")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input, its first line.")
def password(name: str, *, password_stdin: bool) -> None:
    """Give an account a new password; its sessions end."""
    gate = _gate()
    if gate.accounts.user(name) is None:
        raise click.UsageError(f"there is no account {name!r}")
    gate.set_password(name, _password(stdin=password_stdin), by="command line")
    click.echo(f"{name} has a new password")


@user.command()
@click.argument("name")
def off(name: str) -> None:
    """Switch an account off: it is signed out at once and can't sign in again."""
    gate = _gate()
    found = gate.accounts.user(name)
    if found is None:
        raise click.UsageError(f"there is no account {name!r}")
    gate.change_user(replace(found, active=False), by="command line")
    click.echo(f"{name} is switched off")


def _gate() -> Gate:
    from pipeline.web.door import open_gate

    return open_gate(load_settings())


def _password(*, stdin: bool) -> str:
    """Read a password: never from the command line, where every process sees it."""
    if stdin:
        return sys.stdin.readline().rstrip("\r\n")
    return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))
