from __future__ import annotations

from pathlib import Path

import pipeline

LIMIT = 300
"""Lines a module may have; one of 250 is probably two rooms already."""


def test_no_module_is_longer_than_a_reader_can_hold() -> None:
    package = Path(pipeline.__file__).parent
    lengths = {
        path: len(path.read_text(encoding="utf-8").splitlines()) for path in sorted(package.rglob("*.py"))
    }
    assert len(lengths) > 100
    assert [f"{path}: {length}" for path, length in lengths.items() if length > LIMIT] == []
