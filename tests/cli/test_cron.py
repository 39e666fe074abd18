from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.cron import cron


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("DWIBAHASA_EDITIONS", str(tmp_path / "my editions 100%"))
    monkeypatch.setenv("DWIBAHASA_STORE", f"sqlite:///{tmp_path / 'store' / 'desk.db'}")
    return CliRunner().invoke(cron, ["--minutes", "5"], catch_exceptions=False).stdout


def test_the_crontab_line_is_one_line_with_the_settings_of_now(printed: str, tmp_path: Path) -> None:
    line = printed.splitlines()[1]
    assert line.startswith("*/5 * * * * DWIBAHASA_EDITIONS=")
    assert r"my editions 100\%" in line
    assert "/dwibahasa run >>" in line
    assert str(tmp_path / "store") in printed.partition("ReadWritePaths=")[2].splitlines()[0]


def test_systemd_finds_nothing_wrong_with_the_units(printed: str, tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is part of systemd, which a container has none of")
    service, _, timer = printed.partition("# /etc/systemd/system/dwibahasa.timer\n")
    (tmp_path / "dwibahasa.service").write_text(service.partition("dwibahasa.service\n")[2], encoding="utf-8")
    (tmp_path / "dwibahasa.timer").write_text(timer, encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", str(tmp_path / "dwibahasa.timer")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "dwibahasa" not in done.stderr, done.stderr
