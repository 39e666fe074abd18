"""Plant one error in a right translation, as machines and tired people make them.

The rules here know nothing of how the checks look for them: they edit the English side by plain
regular expressions, each at a place that a seeded generator picks. They make many errors where the
labelled pairs have few, so that the risk model has enough to learn from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random
from typing import NamedTuple


class Pair(NamedTuple):
    """A right pair."""

    source: str
    target: str


Plant = Callable[[Pair, Random, Sequence[Pair]], str | None]


def _swap(pattern: str, replace: Callable[[re.Match[str], Random], str | None], flags: int = 0) -> Plant:
    compiled = re.compile(pattern, flags)

    def plant(pair: Pair, random: Random, _: Sequence[Pair]) -> str | None:
        found = list(compiled.finditer(pair.target))
        if not found:
            return None
        chosen = random.choice(found)
        new = replace(chosen, random)
        if new is None or new == chosen[0]:
            return None
        return f"{pair.target[: chosen.start()]}{new}{pair.target[chosen.end() :]}"

    return plant


def _table(pairs: Mapping[str, str], *, both_ways: bool = True) -> Plant:
    full = dict(pairs) | ({new: old for old, new in pairs.items()} if both_ways else {})
    pattern = rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, full), key=len, reverse=True))})(?![\w-])"
    return _swap(pattern, lambda found, _: full[found[0]])


def _other(words: Sequence[str], pattern: str | None = None) -> Plant:
    inside = pattern or "|".join(sorted(map(re.escape, words), key=len, reverse=True))

    def replace(found: re.Match[str], random: Random) -> str:
        return random.choice([word for word in words if word != found[0]])

    return _swap(rf"(?<![\w-])(?:{inside})(?![\w-])", replace)


def _digit(found: re.Match[str], random: Random) -> str:
    place = random.choice([i for i, letter in enumerate(found[0]) if letter.isdigit()])
    new = str((int(found[0][place]) + random.randint(1, 8)) % 10)
    if place == 0 and new == "0":
        new = "7" if found[0][0] != "7" else "4"
    return found[0][:place] + new + found[0][place + 1 :]


MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)
DAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
SMALL = tuple("two three four five six seven eight nine".split())
ORDINALS = tuple("second third fourth fifth sixth seventh eighth ninth".split())
NAMES = tuple("Bambang Suryadi Hartono Kusuma Wibisono Marpaung Siregar Lestari Pranata Handoko".split())
COUNTRIES = tuple("Japan Germany Vietnam Brazil Egypt Canada Thailand France Kenya Norway Peru Iran".split())
PEOPLES = tuple("Japanese German Vietnamese Brazilian Egyptian Canadian Thai French Kenyan Iranian".split())

_AUXILIARY = r"(?:is|are|was|were|will|would|can|could|should|must|has|have|had|may|does|do|did)"


def _clause_dropped(pair: Pair, random: Random, _: Sequence[Pair]) -> str | None:
    if len(pair.target) < 60:
        return None
    cuts = [found.start() for found in re.finditer(r", (?![^“]*”)", pair.target)]
    fit = [cut for cut in cuts if 0.3 < cut / len(pair.target) < 0.75]
    return pair.target[: random.choice(fit)] + "." if fit else None


def _truncated(pair: Pair, random: Random, _: Sequence[Pair]) -> str | None:
    words = pair.target.split()
    return " ".join(words[: int(len(words) * random.uniform(0.5, 0.7))]) if len(words) > 9 else None


def _quote_dropped(pair: Pair, _: Random, __: Sequence[Pair]) -> str | None:
    if not re.search(r"[“\"]", pair.target) or not re.search(r"[“\"]", pair.source):
        return None
    return re.sub(r"[“”\"]", "", pair.target)


def _quote_opened(pair: Pair, _: Random, __: Sequence[Pair]) -> str | None:
    return pair.target.replace("”", "", 1) if pair.target.count("”") == 1 == pair.source.count("”") else None


def _attribution_dropped(pair: Pair, _: Random, __: Sequence[Pair]) -> str | None:
    found = re.fullmatch(r"(“[^“”]+),(”) .*(?:said|explained|stressed|revealed).*", pair.target)
    return f"{found[1]}.{found[2]}" if found else None


def _word_left(pair: Pair, random: Random, _: Sequence[Pair]) -> str | None:
    taken = re.findall(r"\b[a-z]{6,}\b", pair.source)
    places = list(re.finditer(r"\b[a-z]{5,}\b", pair.target))
    taken = [word for word in taken if not re.search(word[:4], pair.target, re.IGNORECASE)]
    if not taken or not places:
        return None
    at, word = random.choice(places), str(random.choice(taken))
    return pair.target[: at.start()] + word + pair.target[at.end() :]


def _source_copied(pair: Pair, _: Random, __: Sequence[Pair]) -> str:
    return pair.source


def _stutter(pair: Pair, random: Random, _: Sequence[Pair]) -> str | None:
    words = pair.target.split()
    if len(words) < 8:
        return None
    at, size = random.randrange(1, len(words) - 4), random.randint(2, 4)
    return " ".join(words[: at + size] + words[at : at + size] + words[at + size :])


def _added(pair: Pair, random: Random, pool: Sequence[Pair]) -> str | None:
    other = random.choice(pool).target
    if not pair.target.endswith(".") or "“" in other or len(other) < len(pair.target) / 2:
        return None
    return f"{pair.target[:-1]}, and {other[0].lower()}{other[1:]}"


def _another(_: Pair, random: Random, pool: Sequence[Pair]) -> str:
    return random.choice(pool).target


def _name_swapped(pair: Pair, random: Random, _: Sequence[Pair]) -> str | None:
    names = [
        found
        for found in re.finditer(r"(?<=[a-z,”] )[A-Z][a-z]{3,}\b", pair.target)
        if re.search(rf"(?<=[a-z,”] ){found[0]}\b", pair.source)
    ]
    if not names:
        return None
    chosen = random.choice(names)
    new = random.choice([name for name in NAMES if name not in pair.source])
    return f"{pair.target[: chosen.start()]}{new}{pair.target[chosen.end() :]}"


def _name_misspelled(pair: Pair, random: Random, _: Sequence[Pair]) -> str | None:
    names = [
        found
        for found in re.finditer(r"(?<=[a-z,”] )[A-Z][a-z]{4,}\b", pair.target)
        if re.search(rf"(?<=[a-z,”] ){found[0]}\b", pair.source)
    ]
    if not names:
        return None
    chosen = random.choice(names)
    at = random.randrange(chosen.start() + 1, chosen.end() - 1)
    new = random.choice([letter for letter in "aeioumnrt" if letter != pair.target[at].lower()])
    return pair.target[:at] + new + pair.target[at + 1 :]


def _left_over(pair: Pair, random: Random, _: Sequence[Pair]) -> str:
    words = pair.target.split(" ")
    words.insert(
        random.randrange(len(words)), random.choice(["⟦T0⟧", "{0}", "&quot;", "<b>", "__T1__", "%s"])
    )
    return " ".join(words)


def _shouted(pair: Pair, _: Random, __: Sequence[Pair]) -> str | None:
    return pair.target.upper() if len(pair.target) > 30 else None


def _double_space(pair: Pair, _: Random, __: Sequence[Pair]) -> str | None:
    words = pair.target.split(" ")
    return None if len(words) < 3 else "  ".join([" ".join(words[:2]), " ".join(words[2:])])


CRITICAL: Mapping[str, Plant] = {
    "digit": _swap(r"(?<![\w.,])\d[\d,.]*\d(?![\d%])", _digit),
    "small number": _other(SMALL),
    "magnitude": _table({"million": "billion", "trillion": "billion"}),
    "magnitude lost": _swap(r"(?<=\d) (?:million|billion|trillion)\b", lambda _, __: ""),
    "number lost": _swap(r"(?<=[a-z] )\d[\d,.]*\d ", lambda _, __: ""),
    "percent": _swap(r"\d[\d.]*(?= percent)", _digit),
    "percentage point": _table({"percent": "percentage points"}, both_ways=False),
    "currency": _table({"Rp": "US$", "US$": "Rp"}, both_ways=False),
    "currency mark": _swap(r"\b(?:Rp |US\$)(?=\d)", lambda found, _: "€" if found[0] == "US$" else "US$"),
    "month": _other(MONTHS, "|".join(set(MONTHS) - {"May", "March"})),
    "weekday": _other(DAYS),
    "year": _swap(r"\b(?:19|20)\d\d\b", _digit),
    "time": _swap(r"\b\d?\d(?=:\d\d| [ap]\.m\.)", lambda f, r: str((int(f[0]) + r.randint(1, 10)) % 12 + 1)),
    "negation lost": _swap(r"\b(?:not |never )|(?<=ca)n['’]t\b|(?<=\w)n['’]t\b", lambda _, __: ""),
    "without": _table({"without": "with"}, both_ways=False),
    "negation added": _swap(rf"\b{_AUXILIARY}\b(?! not|n['’]t)", lambda found, _: f"{found[0]} not"),
    "direction": _table(
        {
            "rose": "fell",
            "increased": "decreased",
            "increase": "decrease",
            "higher": "lower",
            "left": "right",
            "before": "after",
            "north": "south",
            "northern": "southern",
            "North": "South",
            "east": "west",
            "East": "West",
            "eastern": "western",
            "exports": "imports",
            "export": "import",
            "won": "lost",
            "largest": "smallest",
            "highest": "lowest",
            "more than": "less than",
            "above": "below",
            "opened": "closed",
            "rejected": "accepted",
            "women": "men",
            "female": "male",
            "surplus": "deficit",
            "supports": "opposes",
        }
    ),
    "name swapped": _name_swapped,
    "country": _other(COUNTRIES),
    "people": _other(PEOPLES),
    "quotation marks lost": _quote_dropped,
    "number that names": _swap(
        r"\b[A-Z]{1,3}[ -]?\d{2,4}\b|\bNo\. \d+|\b0\d{2,3}[ -]\d{3,4}[ -]\d{3,4}\b", _digit
    ),
    "source copied": _source_copied,
    "another sentence": _another,
    "score": _swap(r"\b\d{1,2}-\d{1,2}\b", _digit),
    "empty": lambda _, __, ___: "",
}

MAJOR: Mapping[str, Plant] = {
    "clause dropped": _clause_dropped,
    "truncated": _truncated,
    "quotation left open": _quote_opened,
    "attribution lost": _attribution_dropped,
    "word left in the source's language": _word_left,
    "stutter": _stutter,
    "words added": _added,
    "name misspelled": _name_misspelled,
    "left over from the machine": _left_over,
    "unit": _table({"kilometers": "meters", "kilograms": "tons", "hectares": "square meters"}),
    "ordinal": _other(ORDINALS),
    "wrong court": _table({"Constitutional Court": "Supreme Court", "Bank Indonesia": "World Bank"}),
}

MINOR: Mapping[str, Plant] = {"shouted": _shouted, "double space": _double_space}

ALL: Mapping[str, Plant] = {**CRITICAL, **MAJOR, **MINOR}


SEVERITIES: Mapping[str, str] = {
    name: severity
    for severity, plants in (("critical", CRITICAL), ("major", MAJOR), ("minor", MINOR))
    for name in plants
}


def planted(pool: Sequence[Pair], each: int) -> Iterator[tuple[str, Pair]]:
    """Yield up to `each` wrong pairs of every type of error, the same every time."""
    for name, plant in ALL.items():
        random = Random(name)  # noqa: S311 - the same errors every time
        made = 0
        for pair in random.sample(pool, len(pool)):
            target = plant(pair, random, pool)
            if target is not None and target != pair.target:
                yield name, Pair(pair.source, target)
                made += 1
            if made == each:
                break
