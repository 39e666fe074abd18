"""A desk with one article and people of every role, asked without a network."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

import pytest
from newsroom import Open, client_of, employ, house, opened, take_in


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Translate the article and make the accounts once; every test gets a copy."""
    folder = tmp_path_factory.mktemp("prepared")
    settings = house(folder)
    key = take_in(settings)
    employ(settings)
    return folder, key


@pytest.fixture
def desk(prepared: tuple[Path, str], tmp_path: Path) -> Open:
    """Give an open desk that no other test has touched."""
    original, key = prepared
    shutil.copytree(original, tmp_path / "desk")
    site = opened(house(tmp_path / "desk"))
    return Open(site, key, tmp_path / "desk", partial(client_of, site))
