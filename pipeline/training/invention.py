"""Names, acronyms and words of addresses that nobody bears, in the sounds of many languages."""

from __future__ import annotations

import random

_STARTS = (
    "a ba be bi bo bu cha da de di do du ei fa fe fi ga ge go gu ha he hi ho ja je jo ka ke ki ko ku kha la le "
    "li lo lu ma me mi mo mu na ne ni no nu nga nya o pa pe pi po pra qu ra re ri ro ru sa se si so su sha sri "
    "ta te ti to tu tya u va ve vi wa we wi xi ya yo yu za ze zu"
).split()
_ENDS = (
    "n ng r s k l m t x d v ck nd rt nz rg hn tt st vic sky stein berg ton man son sen ssen wati yanto darma "
    "poulos escu ov eva shvili quist ham ford land"
).split()
_CAPITALS = "ABCDEFGHIJKLMNOPRSTUVW"
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_ACCENTS = {"a": "áàâä", "e": "éèêë", "i": "íï", "o": "óöô", "u": "úü", "c": "ç", "s": "š", "n": "ñ"}
_PREFIXES = ("Mc", "O'", "Al-", "De", "Van ", "Ibnu ")
_TAILS = ("id", "_id", "news", ".news", "24", "-online", "_official", "2024")


def invent_name(chance: random.Random) -> str:
    """Return a name, now and then with an accent, a hyphen, a prefix or a capital inside."""
    letters = "".join(chance.choice(_STARTS) for _ in range(chance.choice((1, 2, 2, 3, 3, 4))))
    letters += chance.choice(_ENDS)
    if chance.random() < 0.08:
        place = chance.randrange(len(letters))
        accented = chance.choice(_ACCENTS.get(letters[place], letters[place]))
        letters = letters[:place] + accented + letters[place + 1 :]
    name = letters.capitalize()
    kind = chance.random()
    if kind < 0.04:
        return f"{name}-{chance.choice(_STARTS).capitalize()}{chance.choice(_ENDS)}"
    if kind < 0.07:
        return chance.choice(_PREFIXES) + name
    if kind < 0.09:
        return f"{name}{chance.choice(_STARTS).capitalize()}"
    return name


def invent_acronym(chance: random.Random) -> str:
    """Return three to five capitals."""
    return "".join(chance.choice(_CAPITALS) for _ in range(chance.choice((3, 3, 4, 4, 5))))


def invent_word(chance: random.Random) -> str:
    """Return a word as it stands in an address: a name in small letters, or a jumble."""
    if chance.random() < 0.2:
        return "".join(chance.choice(_LETTERS) for _ in range(chance.randrange(3, 10)))
    word = "".join(chance.choice(_STARTS) for _ in range(chance.choice((1, 2, 2, 3)))) + chance.choice(_ENDS)
    return word + (chance.choice(_TAILS) if chance.random() < 0.25 else "")
