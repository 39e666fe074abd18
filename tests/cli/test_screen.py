"""Tables in the terminal."""

from __future__ import annotations

import pytest

from pipeline.cli import screen


def test_what_stands_in_brackets_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    screen.rows("A backfill", [{"workers": "not measured: pip install 'dwibahasa[ray]'"}])
    assert "'dwibahasa[ray]'" in capsys.readouterr().out
