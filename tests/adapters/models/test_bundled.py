from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.adapters.models.folder import open_model
from pipeline.config import bundled
from pipeline.model import Direction

FOLDERS = sorted(bundled("data/models").glob("*-*"))


def test_there_is_a_model_for_either_direction() -> None:
    assert [path.name for path in FOLDERS] == ["en-id", "id-en"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_a_bundled_model_is_small_obeys_terms_and_has_a_card_with_its_scores(folder: Path) -> None:
    model = open_model(folder, Direction(*folder.name.split("-")))
    assert model.obeys_terms
    assert sum(path.stat().st_size for path in folder.iterdir()) < 45_000_000
    card = (folder / "README.md").read_text(encoding="utf-8")
    for part in (
        "## Use",
        "## Known weaknesses",
        "## Data",
        "| corpus |",
        "## Training",
        "## Scores",
        "flores_dev",
    ):
        assert part in card
    assert not re.search(r"(?:^|[\s`(|])/\w+/", card), "a folder of whoever made it"
