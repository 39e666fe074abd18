from __future__ import annotations

import re
from importlib.resources import files

import pytest

CSS = files("pipeline.web").joinpath("static", "tokens.css").read_text(encoding="utf-8")
BLOCKS = re.findall(r"\{([^{}]*)\}", CSS)
THEMES = {
    name: dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", BLOCKS[at]))
    for name, at in (("light", 0), ("dark", -1))
}
GROUNDS = ("term", "gone", "new", "accent-wash", "critical-wash", "major-wash", "minor-wash")
PAIRS = [
    *((ink, ground) for ink in ("ink", "quiet", "accent", "critical") for ground in ("paper", "panel")),
    *((name, f"{name}-wash") for name in ("critical", "major", "minor", "good", "accent")),
    *(("ink", ground) for ground in GROUNDS),
    ("quiet", "term"),
    ("quiet", "accent-wash"),
    ("accent-ink", "accent"),
]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4) for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_can_be_read_on_its_ground(theme: str) -> None:
    colours = THEMES[theme]
    weak = {}
    for ink, ground in PAIRS:
        high, low = sorted((luminance(colours[ink]), luminance(colours[ground])), reverse=True)
        contrast = (high + 0.05) / (low + 0.05)
        if contrast < 4.5:
            weak[ink, ground] = round(contrast, 2)
    assert weak == {}


def test_the_dark_theme_by_choice_is_the_one_by_the_system() -> None:
    assert re.findall(r"--[\w-]+: [^;]+", BLOCKS[1]) == re.findall(r"--[\w-]+: [^;]+", BLOCKS[-1])
