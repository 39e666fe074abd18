from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from training.tiny import write_recipe

import pipeline.training
from pipeline.errors import ConfigError
from pipeline.training.recipe import expand, load_recipe

RECIPES = Path(pipeline.training.__file__).parent / "recipes"


def test_a_recipe_is_read_whole_and_its_signature_follows_every_value(tmp_path: Path) -> None:
    recipe = load_recipe(write_recipe(tmp_path))
    assert str(recipe.direction) == "id-en"
    assert recipe.corpora[0].weight == 1.5
    assert dict(recipe.augment) == {"code_switch": 0.3}
    other = load_recipe(write_recipe(tmp_path, schedule={"clip": 2}))
    assert other.schedule.clip == 2.0
    assert recipe.signature != other.signature
    assert recipe.signature == load_recipe(write_recipe(tmp_path)).signature


@pytest.mark.parametrize(
    ("sections", "message"),
    [
        ({"colour": "red"}, r"no key 'colour'; there are name, source"),
        ({"network": {"depth": 3}}, r"network: no key 'depth'; there are width, feed_forward"),
        ({"network": {"width": "wide"}}, r"network: width: 'wide' is not a whole number"),
        ({"network": {"width": True}}, r"network: width: True is not a whole number"),
        ({"network": {"dropout": 1.5}}, r"dropout: 1.5 is not between 0 and 0.9"),
        ({"network": {"heads": 3}}, r"width 32 has to be a multiple of 2 x heads \(6\)"),
        ({"prior": {"embeddings": "word2vec"}}, r"embeddings: 'word2vec' is not one of lsa, random"),
        ({"prior": {"pairs": 0}}, r"pairs is 0"),
        ({"augment": {"shout": 0.1}}, r"augment: no key 'shout'; there are .*code_switch"),
        ({"augment": {"code_switch": 3}}, r"augment: code_switch: 3 is not between 0 and 1"),
        ({"source": "en"}, r"source and target are both en"),
        ({"source": "nl"}, r"source: 'nl' is not one of id, en"),
        ({"name": "a/b"}, r"can't be a folder's name"),
        ({"corpora": []}, r"no \[\[corpora\]\]"),
        ({"corpora": "x"}, r"'x' is not a list"),
        ({"filters": 3}, r"filters is a section"),
        ({"batches": {"max_pieces": 300}}, r"has to be below the network's positions \(300\)"),
        ({"batches": {"tokens": 40}}, r"hold no pair"),
    ],
)
def test_what_is_wrong_with_a_recipe_is_named_with_what_could_be(
    tmp_path: Path, sections: dict[str, Any], message: str
) -> None:
    with pytest.raises(ConfigError, match=message):
        load_recipe(write_recipe(tmp_path, **sections))


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    path = write_recipe(tmp_path)
    path.write_text(path.read_text().replace("clip = 1.0\n", ""))
    with pytest.raises(ConfigError, match="schedule: clip missing"):
        load_recipe(path)


def test_no_file_and_no_toml_are_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="can't read the recipe"):
        load_recipe(tmp_path / "none.toml")
    (tmp_path / "broken.toml").write_text("[[[")
    with pytest.raises(ConfigError, match="not valid TOML"):
        load_recipe(tmp_path / "broken.toml")


def test_paths_have_wildcards_and_variables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b.tsv", "a.tsv"):
        (tmp_path / name).touch()
    monkeypatch.setenv("CORPORA_OF_TEST", str(tmp_path))
    assert [path.name for path in expand("$CORPORA_OF_TEST/*.tsv")] == ["a.tsv", "b.tsv"]
    with pytest.raises(ConfigError, match="no such file"):
        expand("$CORPORA_OF_TEST/*.xz")
    with pytest.raises(ConfigError, match="set the environment variable NOT_SET_HERE"):
        expand("$NOT_SET_HERE/a.tsv")


@pytest.mark.parametrize("path", sorted(RECIPES.glob("*.toml")), ids=lambda path: path.stem)
def test_the_shipped_recipes_are_sound(path: Path) -> None:
    recipe = load_recipe(path)
    assert recipe.augment["code_switch"] > 0
    assert str(recipe.direction) == recipe.name[:5]
    if recipe.development.path:
        assert recipe.development.path in recipe.filters.evaluation_sets
