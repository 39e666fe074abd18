"""Draw from texts which words either language has: the lists that `pipeline/text/attested.py` reads.

`python -m pipeline.training.prior.attested CORPORA --own data/corpus --list english-words.10 …` writes them anew,
so give it all the texts there are. Only what the lists say of themselves stays, the lines that begin with `#`.
"""

from __future__ import annotations

import re
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.text.attested import made_of
from pipeline.text.words import WORD
from pipeline.training.corpus.detokenise import detokenise
from pipeline.training.corpus.held_out import is_held_out
from pipeline.training.corpus.reading import read_lines, read_pairs

LANGUAGES = ("id", "en")

_NOISY = frozenset({"tech", "ui"})
"""Corpora with codes and commands among their words: what they have once is nothing, and their capitals no names."""

_SHORTEST, _LONGEST = 3, 24
_OFTEN = 5
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?![\w-])")
"""A capital inside a sentence, neither behind a full stop nor in a line of capitals."""


class Seen(NamedTuple):
    """What was counted in texts."""

    words: dict[str, Counter[str]]
    """For each language its words in small letters, with the number of lines that have them; twice is enough."""
    names: Counter[str]


def count(lines: Iterable[tuple[str, str]], *, noisy: bool = False) -> Seen:
    """Count the words of lines, each with its language; what noisy lines have once is left out.

    >>> seen = count([("en", "A fern grows near Bogor."), ("en", "It grows.")])
    >>> sorted(seen.words["en"]), sorted(seen.names)
    (['fern', 'grows', 'near'], ['Bogor'])
    """
    words: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
    names: Counter[str] = Counter()
    for language, line in lines:
        text = line.replace("’", "'")
        found = {word for word in WORD.findall(text) if word.islower() and _usual(word)}
        words[language].update(found)
        if not noisy:
            names.update(_NAME.findall(text))
    if noisy:
        words = {
            language: Counter({word: n for word, n in counts.items() if n > 1})
            for language, counts in words.items()
        }
    return Seen(words, names)


def without_forms(words: Iterable[str], language: str) -> list[str]:
    """Return the words that are no regular forms of shorter ones among them, sorted.

    >>> without_forms(["ferns", "fern", "unfern"], "en")
    ['fern']
    """
    kept: set[str] = set()
    for word in sorted(words, key=lambda word: (len(word), word)):
        if not made_of(word, language, kept):
            kept.add(word)
    return sorted(kept)


def _usual(word: str) -> bool:
    return _SHORTEST <= len(word) <= _LONGEST and word.count("-") < 2


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the lines of a corpus with their languages: pairs, or `NAME.LANGUAGE.txt`."""
    if ".tsv" in path.suffixes:
        for pair in read_pairs(path):
            yield from zip(LANGUAGES, (pair.indonesian, pair.english), strict=True)
    else:
        language = path.name.split(".")[1]
        for line in read_lines(path):
            yield language, detokenise(line)


def _own(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield both sides of the desk's own pairs, without those that are held out for measuring."""
    for path in sorted(folder.glob("*.tsv")):
        for pair in read_pairs(path):
            if not is_held_out(pair.indonesian, pair.english):
                yield from zip(LANGUAGES, (pair.indonesian, pair.english), strict=True)


def _write(path: Path, rows: Sequence[str]) -> None:
    head = (
        [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
        if path.exists()
        else []
    )
    path.write_text("\n".join([*head, *rows]) + "\n", "utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the lists of both languages, and that of names."""
    asked = ArgumentParser(description=main.__doc__)
    asked.add_argument(
        "corpora", type=Path, help="a folder of .tsv.xz, and of .id.txt.xz and .en.txt.xz in mono/"
    )
    asked.add_argument("--own", type=Path, required=True, help="the folder of the desk's own pairs")
    asked.add_argument(
        "--list", type=Path, action="append", default=[], help="a list of English words, one a line"
    )
    asked.add_argument("--out", type=Path, default=Path("pipeline/text"))
    given = asked.parse_args(arguments)
    corpora = [*sorted(given.corpora.glob("*.tsv*")), *sorted(given.corpora.glob("mono/*.txt*"))]
    counted = [
        *(count(_lines(path), noisy=path.name.split(".")[0] in _NOISY) for path in corpora),
        count(_own(given.own)),
        *(count(("en", line) for line in read_lines(path)) for path in given.list),
    ]
    lists = {
        language: without_forms(set().union(*(seen.words[language] for seen in counted)), language)
        for language in LANGUAGES
    }
    for language, words in lists.items():
        _write(given.out / f"attested.{language}.txt", words)
    names: Counter[str] = sum((seen.names for seen in counted), Counter())
    known = {language: frozenset(words) for language, words in lists.items()}
    _write(
        given.out / "attested.names.txt",
        sorted(
            name
            for name, times in names.items()
            if times >= _OFTEN
            and not any(made_of(name.lower(), language, known[language]) for language in LANGUAGES)
        ),
    )


if __name__ == "__main__":
    main()
