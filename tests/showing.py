"""Write quantities shortly, so that a table of cases can be read: `money 20000 IDR; ~number 10`."""

from __future__ import annotations

from datetime import date, time

from pipeline.model import PartialDate, Quantity
from pipeline.text.quantities import parse


def shown(quantity: Quantity) -> str:
    value = quantity.value
    if isinstance(value, PartialDate):
        text = "-".join("" if part is None else str(part) for part in value)
    else:
        text = f"{value:%H:%M}" if isinstance(value, time) else f"{round(value.normalize(), 4).normalize():f}"
    about = "~" if quantity.approximate else ""
    return f"{about}{quantity.kind} {text} {quantity.unit}".strip()


def read(text: str, language: str, published: date | None = None) -> str:
    return "; ".join(shown(quantity) for quantity in parse(text, language, published))


def rows(table: str) -> list[tuple[str, ...]]:
    """Cut a table into its rows; cells stand between bars."""
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()]
