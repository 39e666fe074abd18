"""Draw from pairs what a word is most often translated by: the table that `pipeline/text/renderings.py` reads.

`python -m pipeline.training.prior.renderings CORPORA --own data/corpus` writes it anew; some minutes and 10 GB. Words
are linked by IBM model 1 in both directions; a word's rendering is its likeliest partner, if it is likely enough.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from pipeline.text.languages import lexicon as words_of
from pipeline.text.words import words
from pipeline.training.corpus.held_out import is_held_out
from pipeline.training.corpus.reading import Line, read_pairs
from pipeline.training.prior.lexicon import lexicon

Renderings: TypeAlias = dict[str, str]

_LEFT_OUT = "ui"
"""Buttons and menus say in a word what a sentence says otherwise."""

_SURE = 0.12
"""The geometric mean of a link's two probabilities. Of 1,997 sentences of FLORES dev and city news those with a word
that is less sure (0.07) still came nearer to what people wrote, but by 1 chrF; the surest (0.2) by 2."""

_LEAST = 3
"""Times that either word was seen, and letters that it has."""
_LONGEST = 40


def renderings(pairs: Iterable[tuple[str, str]]) -> tuple[Renderings, Renderings]:
    """Return what Indonesian words are translated by, and English ones.

    >>> renderings([("hujan turun", "rain fell"), ("hujan deras", "heavy rain"), ("hujan", "rain")])[0]["hujan"]
    'rain'
    """
    told = [(_words(indonesian), _words(english)) for indonesian, english in pairs]
    counts = [Counter(word for pair in told for word in pair[side]) for side in (0, 1)]
    here, there = (_numbered(count) for count in counts)
    size = max(map(len, counts)) + 1
    links = lexicon(
        [
            ([here[word] for word in one if word in here], [there[word] for word in other if word in there])
            for one, other in told
        ],
        size,
    )
    strength = np.sqrt(links.forward * links.backward)
    indonesian, english = links.keys // size, links.keys % size
    return (
        _told(_best(indonesian, english, strength), (here, there), counts, ("id", "en")),
        _told(_best(english, indonesian, strength), (there, here), counts[::-1], ("en", "id")),
    )


def _words(side: str) -> list[str]:
    return [word.text for word in words(side)][:_LONGEST]


def _numbered(counted: Mapping[str, int]) -> dict[str, int]:
    """Number the words that are seen more than once."""
    return {word: number for number, (word, times) in enumerate(counted.items()) if times > 1}


def _told(
    pairs: Iterable[tuple[int, int]],
    numbers: tuple[Mapping[str, int], Mapping[str, int]],
    counts: Sequence[Mapping[str, int]],
    languages: tuple[str, str],
) -> Renderings:
    """Return the pairs in words, without those of which one serves nobody."""
    here, there = ({number: word for word, number in numbered.items()} for numbered in numbers)
    told = ((here[one], there[other]) for one, other in pairs)
    return {
        word: other
        for word, other in told
        if word != other
        and _serves(word, counts[0], languages[0])
        and _serves(other, counts[1], languages[1])
    }


def _best(
    words: npt.NDArray[np.int64], partners: npt.NDArray[np.int64], strength: npt.NDArray[np.float32]
) -> Iterator[tuple[int, int]]:
    """Yield each word with its likeliest partner, where the link is sure."""
    order = np.lexsort((-strength, words))
    firsts = order[np.r_[True, np.diff(words[order]) > 0]] if len(order) else order
    for place in firsts[strength[firsts] >= _SURE]:
        yield int(words[place]), int(partners[place])


def _serves(word: str, counted: Mapping[str, int], language: str) -> bool:
    known = words_of(language)
    little = known is not None and word in known.function_words
    return counted[word] >= _LEAST <= len(word) and "-" not in word and not little


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the table of both languages."""
    asked = ArgumentParser(description=main.__doc__)
    asked.add_argument("corpora", type=Path, help="a folder of .tsv.xz")
    asked.add_argument("--own", type=Path, required=True, help="the folder of the desk's own pairs")
    asked.add_argument("--out", type=Path, default=Path("pipeline/text/renderings.tsv"))
    given = asked.parse_args(arguments)
    paths = [path for path in sorted(given.corpora.glob("*.tsv*")) if path.name.split(".")[0] != _LEFT_OUT]
    pairs = [(one.indonesian, one.english) for path in paths for one in read_pairs(path)]
    own: list[Line] = [one for path in sorted(given.own.glob("*.tsv")) for one in read_pairs(path)]
    pairs += [(one.indonesian, one.english) for one in own if not is_held_out(one.indonesian, one.english)]
    rows = [
        "# What a word is most often translated by. Drawn from 204,000 sentence pairs, without those of the desk",
        "# that are held out for measuring, by pipeline/training/prior/renderings.py: figures drawn from text, of",
        "# which none is quoted.",
    ]
    for language, found in zip(("id", "en"), renderings(pairs), strict=True):
        rows += [f"{language}\t{word}\t{found[word]}" for word in sorted(found)]
    given.out.write_text("\n".join(rows) + "\n", "utf-8")


if __name__ == "__main__":
    main()
