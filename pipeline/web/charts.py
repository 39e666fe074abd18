"""Charts as shapes to be drawn in SVG by a template: computed here, no script, readable as a table beside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 640, 220, 40, 28, 14
_LABELS = 8


class Mark(NamedTuple):
    """A column or a point: where it stands, how high it is, what it says."""

    x: float
    y: float
    width: float
    height: float
    label: str
    value: float
    named: bool


class Chart(NamedTuple):
    """What a template draws. `ticks` are (y, value) of the lines across."""

    marks: tuple[Mark, ...]
    ticks: tuple[tuple[float, float], ...]
    path: str = ""


def columns(values: Sequence[tuple[str, float]]) -> Chart:
    """Return a column for each value."""
    top = _nice(max((value for _, value in values), default=0))
    step = (WIDTH - LEFT) / max(len(values), 1)
    every = max(1, -(-len(values) // _LABELS))
    marks = []
    for at, (label, value) in enumerate(values):
        height = _height(value, top)
        width = min(step * 0.7, 56)
        x = LEFT + at * step + (step - width) / 2
        y = HEIGHT - BOTTOM - height
        marks.append(
            Mark(round(x, 1), round(y, 1), round(width, 1), round(height, 1), label, value, at % every == 0)
        )
    return Chart(tuple(marks), _ticks(top))


def line(values: Sequence[tuple[str, float]]) -> Chart:
    """Return a point for each value, and the line through them."""
    chart = columns(values)
    marks = tuple(mark._replace(x=round(mark.x + mark.width / 2, 1)) for mark in chart.marks)
    path = " ".join(f"{'L' if at else 'M'}{mark.x} {mark.y}" for at, mark in enumerate(marks))
    return Chart(marks, chart.ticks, path)


def _height(value: float, top: float) -> float:
    return (HEIGHT - BOTTOM - TOP) * value / top if top else 0.0


def _ticks(top: float) -> tuple[tuple[float, float], ...]:
    return tuple((round(HEIGHT - BOTTOM - _height(part, top), 1), part) for part in (0, top / 2, top))


def _nice(most: float) -> float:
    """Return a round number that is at least `most`, to end an axis at.

    >>> _nice(0), _nice(7), _nice(130)
    (2, 8, 200)
    """
    steps = (2, 4, 6, 8, 10)
    scale = 1
    while most > steps[-1] * scale:
        scale *= 10
    return next(step * scale for step in steps if step * scale >= most)
