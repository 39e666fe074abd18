"""A recipe: one TOML file that describes a model completely.

Whoever has the recipe and the corpora can make the model again: everything that changes the weights
stands in it, and nothing else does (threads and devices are the machine's, folders the caller's).
"""

from __future__ import annotations

import dataclasses
import glob
import hashlib
import json
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pipeline import registry
from pipeline.errors import ConfigError
from pipeline.model import Direction
from pipeline.training.checked import OneOf, Within, build

AUGMENTATIONS = "pipeline.training.augmentations"

Share = Annotated[float, Within(0, 1)]
Rate = Annotated[float, Within(0, 1)]
Language = Annotated[str, OneOf(("id", "en"))]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Files of sentence pairs (Indonesian, tab, English).

    `path` may have wildcards and `$VARIABLES`. `weight` is how often a pair is seen in an epoch,
    `tag` what is written before its source (a back-translated pair is told so). `detokenise` joins
    punctuation that stands apart; of a corpus with `held_out` a part is kept for measuring.
    """

    path: str
    weight: Annotated[float, Within(0, 100)]
    licence: str
    origin: str
    held_out: bool = False
    detokenise: bool = False
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a pair has to be; lengths in words, `ratio` longer side to shorter, `letters` a share."""

    max_words: Annotated[int, Within(1, 2000)]
    ratio: Annotated[float, Within(1, 100)]
    letters: Share
    language: Share
    evaluation_sets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """SentencePiece over both languages; `lines` are read for it, `symbols` stay whole."""

    pieces: Annotated[int, Within(300, 64000)]
    lines: Annotated[int, Within(1, 100_000_000)]
    coverage: Annotated[float, Within(0.9, 1)]
    symbols: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """The size of the Marian; `positions` is how many pieces a text may ever have.

    The engines let a translation run to 256 pieces before they stop it, so there have to be more.
    """

    width: Annotated[int, Within(8, 4096)]
    feed_forward: Annotated[int, Within(8, 16384)]
    encoder_layers: Annotated[int, Within(1, 48)]
    decoder_layers: Annotated[int, Within(1, 48)]
    heads: Annotated[int, Within(1, 64)]
    positions: Annotated[int, Within(257, 4096)]
    dropout: Annotated[float, Within(0, 0.9)]


@dataclass(frozen=True, slots=True)
class Prior:
    """What is known before the first step: `pairs` are read for embeddings and lexicon.

    `guide` and `guide_end` are the weight of guided attention at the start and after two fifths.
    """

    pairs: Annotated[int, Within(0, 10_000_000)]
    embeddings: Annotated[str, OneOf(("lsa", "random"))]
    near_identity: bool
    guide: Annotated[float, Within(0, 10)]
    guide_end: Annotated[float, Within(0, 10)]


@dataclass(frozen=True, slots=True)
class Batches:
    """`tokens` a batch, padding counted; longer pairs than `max_pieces` are left out.

    `joined` is the share of pairs that are read two at a time, `split` that of source sentences
    in which pieces are cut smaller.
    """

    tokens: Annotated[int, Within(32, 1_000_000)]
    max_pieces: Annotated[int, Within(4, 1024)]
    joined: Share
    split: Share


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast: `target_tokens` in all, `warm_up` steps, full rate for the share `flat`."""

    target_tokens: Annotated[int, Within(1, 10**12)]
    warm_up: Annotated[int, Within(0, 1_000_000)]
    flat: Share
    matrix_rate: Rate
    other_rate: Rate
    weight_decay: Share
    clip: Annotated[float, Within(0.001, 1000)]
    label_smoothing: Annotated[float, Within(0, 0.5)]


@dataclass(frozen=True, slots=True)
class Development:
    """A test set to watch: loss over `pairs` of it, chrF of the first `translated`.

    Without a `path` it is the held-out part of the corpora that have one.
    """

    path: str
    pairs: Annotated[int, Within(0, 100_000)]
    translated: Annotated[int, Within(0, 10_000)]


@dataclass(frozen=True, slots=True)
class Checkpoints:
    """One every so many target tokens; the last `keep` stay, and are averaged for the model."""

    every: Annotated[int, Within(1, 10**12)]
    keep: Annotated[int, Within(1, 100)]


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides what a model becomes; `init` is a Marian folder to go on from, or empty."""

    name: str
    source: Language
    target: Language
    seed: Annotated[int, Within(0, 2**31)]
    init: str
    corpora: tuple[Corpus, ...]
    filters: Filters
    vocabulary: Vocabulary
    network: Network
    prior: Prior
    batches: Batches
    schedule: Schedule
    augment: Mapping[str, Share]
    development: Development
    checkpoints: Checkpoints

    @property
    def direction(self) -> Direction:
        """From which language into which."""
        return Direction(self.source, self.target)

    @property
    def signature(self) -> str:
        """A SHA-256 in hex over every value of the recipe."""
        return digest(self)


def load_recipe(path: Path) -> Recipe:
    """Read a recipe.

    Raises:
        ConfigError: what is wrong, in which part, and what could stand there.
    """
    try:
        with path.open("rb") as file:
            values = tomllib.load(file)
    except OSError as error:
        raise ConfigError(f"can't read the recipe {path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} is not valid TOML: {error}") from error
    recipe = build(Recipe, values, str(path))
    _refuse_contradictions(recipe, path)
    return recipe


def _refuse_contradictions(recipe: Recipe, path: Path) -> None:
    known = registry.names(AUGMENTATIONS)
    for name in recipe.augment:
        if name not in known:
            raise ConfigError(f"{path}: augment: no key {name!r}; there are {', '.join(known)}")
    if recipe.source == recipe.target:
        raise ConfigError(f"{path}: source and target are both {recipe.source}")
    if not re.fullmatch(r"[\w.-]+", recipe.name):
        raise ConfigError(
            f"{path}: name: {recipe.name!r} can't be a folder's name: letters, digits, - _ . only"
        )
    if not recipe.corpora:
        raise ConfigError(f"{path}: no [[corpora]]: there is nothing to learn from")
    network = recipe.network
    if network.width % (2 * network.heads):
        raise ConfigError(
            f"{path}: network: width {network.width} has to be a multiple of 2 x heads ({2 * network.heads})"
        )
    if recipe.batches.max_pieces >= network.positions:
        raise ConfigError(
            f"{path}: batches: max_pieces {recipe.batches.max_pieces} has to be below "
            f"the network's positions ({network.positions})"
        )
    if recipe.batches.tokens <= recipe.batches.max_pieces:
        raise ConfigError(f"{path}: batches: tokens {recipe.batches.tokens} hold no pair of max_pieces")
    needs_prior = recipe.prior.guide or recipe.augment.get("code_switch")
    if not recipe.prior.pairs and (needs_prior or (recipe.prior.embeddings == "lsa" and not recipe.init)):
        raise ConfigError(f"{path}: prior: pairs is 0, but lsa, guide and code_switch are learnt from pairs")


def expand(pattern: str) -> tuple[Path, ...]:
    """Return the files that a path of a recipe means, sorted.

    Raises:
        ConfigError: a variable isn't set, or no file matches.
    """
    written = os.path.expanduser(os.path.expandvars(pattern))  # noqa: PTH111 - a pattern, not yet a path
    if unset := re.search(r"\$\{?(\w+)", written):
        raise ConfigError(f"{pattern}: set the environment variable {unset[1]} to the folder it stands for")
    found = tuple(sorted(Path(path) for path in glob.glob(written) if Path(path).is_file()))  # noqa: PTH207 - as above
    if not found:
        raise ConfigError(f"{pattern}: no such file")
    return found


def digest(value: Any) -> str:
    """Return a SHA-256 in hex over a value of dataclasses, texts, numbers, lists and tables."""
    return hashlib.sha256(json.dumps(value, default=plain, ensure_ascii=False).encode()).hexdigest()


def plain(one: Any) -> Any:
    """Return a dataclass or a table as the dict that JSON can hold."""
    if isinstance(one, Mapping):
        return dict(one)
    return {field.name: getattr(one, field.name) for field in dataclasses.fields(one)}
