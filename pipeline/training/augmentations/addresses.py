"""Addresses of the web and of people on it come across letter by letter: URLs, e-mail, handles, hashtags."""

from __future__ import annotations

import random

from pipeline.training.example import Draw, Example
from pipeline.training.invention import invent_word

_ENDINGS = ("com", "co.id", "go.id", "or.id", "ac.id", "id", "org", "net", "news", "info")


def augment(example: Example, draw: Draw) -> Example:
    """Hang an address on both sides, in one of the ways of articles."""
    address = _address(draw.chance)
    shape = draw.chance.choice(("({})", "{}", "[{}]", "- {}", "({})."))
    hung = shape.format(address)
    if draw.happens(0.15):
        return example.changed(f"{address}: {example.source}", f"{address}: {example.target}")
    if example.source.endswith(".") and example.target.endswith("."):
        stop = "." if not hung.endswith(".") and draw.happens(0.7) else ""
        return example.changed(f"{example.source[:-1]} {hung}{stop}", f"{example.target[:-1]} {hung}{stop}")
    return example.changed(f"{example.source} {hung}", f"{example.target} {hung}")


def _address(chance: random.Random) -> str:
    kind, host = chance.random(), f"{invent_word(chance)}.{chance.choice(_ENDINGS)}"
    if kind < 0.35:
        path = "/".join(invent_word(chance) for _ in range(chance.choice((0, 1, 1, 2, 3))))
        number = f"/{chance.randrange(10_000_000)}" if chance.random() < 0.2 else ""
        return (
            f"{chance.choice(('https://', 'https://www.', 'http://', 'www.'))}{host}/{path}{number}".rstrip(
                "/"
            )
        )
    if kind < 0.5:
        return f"{invent_word(chance)}@{host}"
    if kind < 0.75:
        return f"@{invent_word(chance)}"
    return "#" + "".join(invent_word(chance).capitalize() for _ in range(chance.choice((1, 2, 2, 3))))
