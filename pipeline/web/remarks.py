"""What the checks say, in the reader's language.

A flag keeps its English message, for it is stored, exported and compared. The catalogue holds the sentences that
checks make their messages of, with `{0}` and `{1}` for what they put in: the one that fits a message gives its
values back, and its translation takes them. A new check has nothing to do for it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from pipeline import registry
from pipeline.web.languages import catalogue, entries

ROOM = "checks"
"""Where the catalogue says that a check's sentences stand: `checks/numbers.py`."""

ANY = f"{ROOM}/__init__.py"
"""Where it says that a sentence stands which any check may say."""

_MESSAGES = {"Finding": 0, "Flag": 2}
_PLACE = re.compile(r"\{\d+\}")
_NUMBER = re.compile(r"\d+")
_QUOTED = re.compile(r"(“[^”]*”)")
_COUNTED = re.compile(r"(.*) \((In \d+ places here\.)\)", re.DOTALL)
"""What a check says several times of one sentence, as `stages/check.py` puts it."""


class _Sentence(NamedTuple):
    key: str
    pattern: re.Pattern[str]


def remark(language: str, check: str, message: str) -> str:
    """Return a flag's message in a language; one that no check of ours makes stays as it is.

    >>> remark("id", "numbers", "“Rp1,5 triliun” became “Rp1.6 trillion”: not the same value.")
    '“Rp1,5 triliun” menjadi “Rp1.6 trillion”: nilainya tidak sama.'
    """
    return message if language == "en" else _translated(language, check, message)


@cache
def title(language: str, check: str) -> str:
    """Return what a check looks for; nothing where the check is gone, as an old flag's may be."""
    if check not in registry.names(f"pipeline.{ROOM}"):
        return ""
    said = registry.load(f"pipeline.{ROOM}", check).__doc__ or ""
    return catalogue(language).gettext(said.partition("\n")[0])


@lru_cache(maxsize=4096)
def _translated(language: str, check: str, message: str) -> str:
    if counted := _COUNTED.fullmatch(message):
        return f"{_translated(language, check, counted[1])} ({_word(language, counted[2])})"
    for one in _sentences(language).get(check, ()):
        if found := one.pattern.fullmatch(message):
            before = [one.key[: place.start()] for place in _PLACE.finditer(one.key)]
            values = [
                value if text.count("“") > text.count("”") else _put_in(language, value)
                for text, value in zip(before, found.groups(), strict=True)
            ]
            return catalogue(language).gettext(one.key).format(*values)
    return message


def _put_in(language: str, value: str) -> str:
    """Translate what a check put in of its own, such as `a double space`; what it quotes stays."""
    return "".join(
        part if _QUOTED.fullmatch(part) else _word(language, part) for part in _QUOTED.split(value)
    )


def _word(language: str, part: str) -> str:
    word = part.strip(" ;,")
    if not word:
        return part
    numbers = _NUMBER.findall(word)
    places = iter(range(len(numbers)))
    said = catalogue(language).gettext(_NUMBER.sub(lambda _: f"{{{next(places)}}}", word))
    return part.replace(word, _PLACE.sub(lambda place: numbers[int(place[0][1:-1])], said))


@cache
def _sentences(language: str) -> dict[str, tuple[_Sentence, ...]]:
    """Return what each check can say, those with the most words of their own first."""
    found: dict[str, list[str]] = {name: [] for name in registry.names(f"pipeline.{ROOM}")}
    for message in entries(language):
        for path, _line in message.locations:
            room, _, file = path.partition("/")
            of_check = file.removesuffix(".py")
            if path == ANY:
                for keys in found.values():
                    keys.append(str(message.id))
            elif room == ROOM and of_check in found:
                found[of_check].append(str(message.id))
    return {
        name: tuple(
            _Sentence(key, _pattern(key)) for key in sorted(keys, key=lambda one: -len(_PLACE.sub("", one)))
        )
        for name, keys in found.items()
    }


def _pattern(key: str) -> re.Pattern[str]:
    return re.compile("(.*?)".join(map(re.escape, _PLACE.split(key))), re.DOTALL)


def sentences_in(code: str) -> Iterator[str]:
    """Yield the sentences out of which a check's code makes its messages.

    >>> list(sentences_in('yield Finding(f"“{said.of(text)}” is not in the source.")'))
    ['“{0}” is not in the source.']

    Raises:
        ValueError: a message is no plain string or f-string, so nobody could translate it.
    """
    tree = ast.parse(code)
    named = {
        target.id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        at = _MESSAGES.get(node.func.id)
        if at is None or isinstance(given := node.args[at], ast.Attribute):
            continue  # no message, or one that is passed on
        yield _sentence(named.get(given.id, given) if isinstance(given, ast.Name) else given)


def _sentence(message: ast.expr) -> str:
    if isinstance(message, ast.Constant) and isinstance(message.value, str):
        return message.value
    if isinstance(message, ast.JoinedStr):
        places = iter(range(len(message.values)))
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else f"{{{next(places)}}}"
            for part in message.values
        )
    raise ValueError(
        f"line {message.lineno}: a message is a string or an f-string, so that it can be translated"
    )
