"""The product outside a checkout: what a `pip install` of the wheel gives."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]


def test_a_wheel_works_outside_a_checkout(tmp_path: Path) -> None:
    build = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(tmp_path),
        str(CHECKOUT),
    ]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    program = "from pipeline.cli import main; main()"
    data = tmp_path / "data"
    done = subprocess.run(
        [sys.executable, "-c", program, "translate", "--engine", "echo", "--format", "json"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(installed), "XDG_DATA_HOME": str(data)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert str(installed) in done.stderr, "the samples have to come from the wheel"
    assert len(list((data / "dwibahasa" / "editions").glob("*.json"))) == 8
