from __future__ import annotations

import sys

import pytest

from pipeline import registry
from pipeline.errors import ConfigError


def test_names_are_the_files_and_nothing_is_imported() -> None:
    sys.modules.pop("pipeline.adapters.engines.transformers", None)
    assert registry.names("pipeline.adapters.engines") == ("ctranslate2", "echo", "transformers")
    assert "pipeline.adapters.engines.transformers" not in sys.modules


def test_load_imports_the_one_asked_for() -> None:
    assert registry.load("pipeline.adapters.engines", "echo").__name__.endswith(".echo")


def test_a_plug_in_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(ConfigError, match="no 'ehco' among the engines: choose from ctranslate2, echo"):
        registry.load("pipeline.adapters.engines", "ehco")
