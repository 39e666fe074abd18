"""All that is made before the first step of training, each part once: pairs, vocabulary, lengths, prior."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from pipeline.errors import ConfigError
from pipeline.training.corpus.prepare import Report, prepare, read_reports
from pipeline.training.corpus.store import Pairs
from pipeline.training.prior.embeddings import embeddings
from pipeline.training.prior.lexicon import Lexicon, lexicon
from pipeline.training.prior.phrases import PhraseTable, flat, phrases
from pipeline.training.recipe import Recipe, expand
from pipeline.training.stamps import file_digest, once
from pipeline.training.vocabulary import Vocabulary, take_vocabulary, train_vocabulary

_PARTS = ("corpus", "vocabulary", "lengths", "prior")
_EMBEDDINGS, _LEXICON, _STARTS, _SPANS = "embeddings.npy", "lexicon.npz", "starts.npy", "spans.npy"


@dataclass(frozen=True, slots=True)
class Prepared:
    """What training reads. `lengths` has a row a pair: pieces of the source, pieces of the target.

    `data` identifies the pairs and `start` the weights to go on from, in hex.
    Without a prior there are no embeddings, lexicon or phrases.
    """

    pairs: Pairs
    reports: tuple[Report, ...]
    vocabulary: Vocabulary
    vocabulary_folder: Path
    lengths: npt.NDArray[np.uint16]
    embeddings: npt.NDArray[np.float32] | None
    lexicon: Lexicon | None
    phrases: PhraseTable | None
    data: str
    start: str


def prepare_all(recipe: Recipe, folder: Path, say: Callable[[str], None]) -> Prepared:
    """Make what isn't made yet, in `folder`; `say` hears what is being done, for it can take minutes.

    Raises:
        ConfigError: a corpus or the model to go on from can't be used.
        StorageError: the folder can't be written.
    """
    corpus, words, lengths, prior = (folder / name for name in _PARTS)
    files = [path for one in recipe.corpora for path in expand(one.path)]
    tests = [path for pattern in recipe.filters.evaluation_sets for path in expand(pattern)]
    inputs: object = [recipe.source, recipe.corpora, recipe.filters, file_digest([*files, *tests])]

    def make_corpus(made: Path) -> None:
        say("corpus: reading, filtering, leaving out doubles")
        prepare(recipe, made)

    inputs = once(corpus, inputs, make_corpus)
    pairs = Pairs(corpus)

    def make_vocabulary(made: Path) -> None:
        if recipe.init:
            take_vocabulary(Path(recipe.init), made)
            return
        say(f"vocabulary: {recipe.vocabulary.pieces} pieces")
        chosen = pairs.sample(recipe.vocabulary.lines, recipe.seed)
        texts = (text for pair in chosen for text in pair)
        train_vocabulary(texts, recipe.vocabulary, recipe.direction, made)

    start = weights_digest(Path(recipe.init)) if recipe.init else ""
    inputs = once(words, [inputs, start, recipe.vocabulary, recipe.seed], make_vocabulary)
    vocabulary = Vocabulary(words)

    def make_lengths(made: Path) -> None:
        say(f"lengths: {len(pairs):,} pairs")
        counted = np.zeros((len(pairs), 2), np.uint16)
        for number in range(len(pairs)):
            source, target = pairs[number]
            counted[number] = len(vocabulary.read(source)), len(vocabulary.write(target))
        np.save(made / "lengths.npy", counted)

    inputs = once(lengths, inputs, make_lengths)

    def make_prior(made: Path) -> None:
        say(f"prior: from {recipe.prior.pairs:,} pairs")
        _make_prior(recipe, pairs, vocabulary, made)

    if recipe.prior.pairs:
        once(prior, [inputs, recipe.prior, recipe.network.width, recipe.seed], make_prior)
    return open_prepared(recipe, folder, start)


def open_prepared(recipe: Recipe, folder: Path, start: str) -> Prepared:
    """Open what `prepare_all` made, without a look at the corpora; `start` is its digest of the first weights.

    Raises:
        ConfigError: it isn't there.
    """
    corpus, words, lengths, prior = (folder / name for name in _PARTS)
    for part in (corpus, words, lengths):
        if not part.is_dir():
            raise ConfigError(f"{part} is missing: was the training here prepared to the end?")
    pairs = Pairs(corpus)
    return Prepared(
        pairs,
        tuple(read_reports(corpus)),
        Vocabulary(words),
        words,
        np.load(lengths / "lengths.npy", mmap_mode="r"),
        np.load(prior / _EMBEDDINGS) if (prior / _EMBEDDINGS).is_file() else None,
        Lexicon.load(prior / _LEXICON) if recipe.prior.pairs else None,
        PhraseTable(np.load(prior / _STARTS, mmap_mode="r"), np.load(prior / _SPANS, mmap_mode="r"))
        if recipe.prior.pairs
        else None,
        pairs.digest,
        start,
    )


def weights_digest(model: Path) -> str:
    """Return what identifies a Marian folder's weights and pieces, in hex.

    Raises:
        ConfigError: it has no weights.
    """
    weights = sorted(path for path in model.glob("*") if path.suffix in {".safetensors", ".bin", ".spm"})
    if not weights:
        raise ConfigError(f"init: {model} is no Marian folder: it has no weights")
    return file_digest([*weights, *model.glob("vocab.json")])


def _make_prior(recipe: Recipe, pairs: Pairs, vocabulary: Vocabulary, folder: Path) -> None:
    sample = pairs.sample(recipe.prior.pairs, recipe.seed)
    numbers = [(vocabulary.read(source), vocabulary.write(target)) for source, target in sample]
    if recipe.prior.embeddings == "lsa" and not recipe.init:
        width = recipe.network.width
        np.save(folder / _EMBEDDINGS, embeddings(numbers, len(vocabulary), width, recipe.seed))
    learnt = lexicon(numbers, len(vocabulary))
    learnt.save(folder / _LEXICON)
    languages = (recipe.source, recipe.target)
    wanted = bool(recipe.augment.get("code_switch"))
    found = (
        phrases(*pairs[number], languages, vocabulary, learnt) if wanted else []
        for number in range(len(pairs))
    )
    starts, spans = flat(found)
    np.save(folder / _STARTS, starts)
    np.save(folder / _SPANS, spans)
