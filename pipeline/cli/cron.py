"""`dwibahasa cron`: how to let this desk run by itself, as a crontab line and as systemd units."""

from __future__ import annotations

import getpass
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from pipeline.cli import options
from pipeline.config import Settings, data_folder

_SERVICE = """\
[Unit]
Description=Dwibahasa: take news in, translate what waits
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
User={user}
WorkingDirectory={folder}
{environment}ExecStart={command} run
TimeoutStartSec=6h
Nice=10
# What it may do is little: read the system, write its own folders.
NoNewPrivileges=yes
ProtectSystem=strict
ProtectHome=read-only
ReadWritePaths={writable}
PrivateTmp=yes
PrivateDevices={private_devices}
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
CapabilityBoundingSet=
SystemCallArchitectures=native
SystemCallFilter=@system-service
UMask=0022
"""

_TIMER = """\
[Unit]
Description=Dwibahasa every {minutes} minutes

[Timer]
OnBootSec=2min
OnUnitInactiveSec={minutes}min
RandomizedDelaySec=30s

[Install]
WantedBy=timers.target
"""


@click.command()
@click.option("--minutes", type=click.IntRange(1, 59), default=10, show_default=True, help="How often.")
def cron(minutes: int) -> None:
    """Print a crontab line and systemd units that let this desk run by itself.

    The settings are those of now: DWIBAHASA_CONFIG and the other variables of this call go into both.
    """
    import os

    settings = options.settings()
    given = {name: value for name, value in sorted(os.environ.items()) if name.startswith("DWIBAHASA_")}
    command = Path(sys.executable).with_name("dwibahasa")
    log = data_folder() / "run.log"
    told = "".join(f"{name}={shlex.quote(value)} " for name, value in given.items())
    click.echo("# crontab -e: one line. Two runs at once do no harm.")
    line = f"*/{minutes} * * * * {told}{shlex.quote(str(command))} run >>{shlex.quote(str(log))} 2>&1"
    click.echo(line.replace("%", r"\%"))
    unit = _SERVICE.format(
        user=getpass.getuser(),
        folder=str(data_folder()).replace("%", "%%"),
        environment="".join(f'Environment="{name}={_quoted(value)}"\n' for name, value in given.items()),
        command=command,
        writable=" ".join(f'"-{_quoted(path)}"' for path in dict.fromkeys(map(str, _written(settings)))),
        private_devices="yes" if settings.engine.device == "cpu" else "no",
    )
    click.echo(f"\n# /etc/systemd/system/dwibahasa.service\n{unit}")
    click.echo(f"# /etc/systemd/system/dwibahasa.timer\n{_TIMER.format(minutes=minutes)}")
    click.echo("# systemctl daemon-reload && systemctl enable --now dwibahasa.timer")


def _quoted(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")


def _written(settings: Settings) -> Iterator[Path]:
    """Yield the folders that a run writes to."""
    yield data_folder()
    yield settings.editions
    yield settings.models
    if settings.store_url.startswith("sqlite:///"):
        yield Path(settings.store_url.removeprefix("sqlite:///")).parent
    if settings.run.metrics:
        yield Path(settings.run.metrics).parent
