"""A recipe and a corpus so small that a model is made in seconds."""

from __future__ import annotations

import copy
import json
import random
import tomllib
from pathlib import Path
from typing import Any

_WORDS = {
    "pemerintah": "the government", "presiden": "the president", "warga": "residents", "pasar": "the market",
    "kota": "the city", "desa": "the village", "sekolah": "the school", "rumah sakit": "the hospital",
    "membuka": "opened", "menutup": "closed", "mengunjungi": "visited", "membangun": "built",
    "memperbaiki": "repaired", "hari ini": "today", "kemarin": "yesterday", "pekan lalu": "last week",
}  # fmt: skip

RECIPE = """
name = "tiny"
source = "id"
target = "en"
seed = 1
init = ""
[[corpora]]
path = "corpus.tsv"
weight = 1.5
licence = "Apache-2.0"
origin = "made up by the test"
[filters]
max_words = 60
ratio = 3.0
letters = 0.5
language = 0.9
evaluation_sets = []
[vocabulary]
pieces = 340
lines = 500
coverage = 0.9999
symbols = []
[network]
width = 32
feed_forward = 64
encoder_layers = 1
decoder_layers = 1
heads = 2
positions = 300
dropout = 0.1
[prior]
pairs = 200
embeddings = "lsa"
near_identity = true
guide = 1.0
guide_end = 0.05
[batches]
tokens = 400
max_pieces = 48
joined = 0.1
split = 0.3
[schedule]
target_tokens = 24000
warm_up = 5
flat = 0.4
matrix_rate = 0.02
other_rate = 0.02
weight_decay = 0.01
clip = 1.0
label_smoothing = 0.1
[augment]
code_switch = 0.3
[development]
path = "corpus.tsv"
pairs = 8
translated = 8
[checkpoints]
every = 4000
keep = 3
"""


def sentences(count: int, seed: int = 1) -> list[tuple[str, str]]:
    """Make pairs of simple sentences, Indonesian first."""
    chance = random.Random(seed)  # noqa: S311
    words = list(_WORDS.items())
    made = []
    for _ in range(count):
        who, place = chance.choice(words[:3]), chance.choice(words[3:8])
        verb, when = chance.choice(words[8:13]), chance.choice(words[13:])
        number = chance.randrange(2, 90)
        indonesian = f"{who[0].capitalize()} {verb[0]} {place[0]} {number} {when[0]}."
        made.append((indonesian, f"{who[1].capitalize()} {verb[1]} {place[1]} {number} {when[1]}."))
    return made


def write_pairs(path: Path, pairs: list[tuple[str, str]]) -> Path:
    """Write a file of pairs."""
    path.write_text("".join(f"{one}\t{other}\n" for one, other in pairs), encoding="utf-8")
    return path


def write_recipe(folder: Path, **sections: Any) -> Path:
    """Write the recipe and its corpus into `folder`; `sections` replace keys: `schedule={"clip": 2.0}`."""
    values: dict[str, Any] = copy.deepcopy(tomllib.loads(RECIPE))
    corpus = folder / "corpus.tsv"
    if not corpus.exists():
        write_pairs(corpus, sentences(400))
    values["corpora"][0]["path"] = values["development"]["path"] = str(corpus)
    for name, value in sections.items():
        if isinstance(value, dict) and name in values:
            values[name] = {**values[name], **value}
        else:
            values[name] = value
    path = folder / "recipe.toml"
    path.write_text(_toml(values), encoding="utf-8")
    return path


def _toml(values: dict[str, Any]) -> str:
    plain = {
        name: value for name, value in values.items() if value == [] or not isinstance(value, dict | list)
    }
    made = _keys(plain)
    for name, value in values.items():
        if isinstance(value, dict):
            made += f"[{name}]\n" + _keys(value)
        elif isinstance(value, list):
            made += "".join(f"[[{name}]]\n" + _keys(one) for one in value)
    return made


def _keys(values: dict[str, Any]) -> str:
    # Texts, numbers, truth and lists of them are written in TOML as in JSON.
    return "".join(f"{name} = {json.dumps(value)}\n" for name, value in values.items())
