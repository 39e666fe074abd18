"""Which right quantities are not in house form, and what they are in house form.

It is asked only of quantities whose value is right, and of the signs of money, and it changes as little as
it can: `1.5 trillion rupiah` and `Rp 1.5 trillion` are both in use, so is `Feb. 8`, and `3 people` may be
a headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from pipeline.config import StyleSettings
from pipeline.model import Direction, PartialDate, Quantity, QuantityKind, Span
from pipeline.text.formats import figure, money_gap, money_symbol, write
from pipeline.text.quantities import currencies
from pipeline.text.quantities.agreement import Alignment
from pipeline.text.quantities.dates import with_year
from pipeline.text.quantities.measures import BY_UNIT
from pipeline.text.quantities.numerals import either, value_of
from pipeline.text.rewriting import Change


class _Place(NamedTuple):
    """A quantity of the target, its like in the source, and the other ends of its range."""

    target: str
    quantity: Quantity
    partner: Quantity
    before: Quantity | None
    after: Quantity | None

    @property
    def surface(self) -> str:
        """The quantity as the target has it."""
        return self.quantity.span.of(self.target)


_RANGE = re.compile(r"\s?[-–—]\s?|\s(?:to|and|until|through|hingga|sampai|dan)\s")
_FOREIGN_DECIMAL = re.compile(r"(?<![0-9.,])[0-9]+\.[0-9]{1,2}(?![0-9.,])")
_NAMED_ZONE = re.compile(r"[\s,(]*(?:local|Western|Central|Eastern|Jakarta)\b")
_DASHES = ("-", "–", "—")
_BY_WORD = re.compile(r"\b(?:dini hari|subuh|pagi|siang|sore|petang|malam)\b", re.IGNORECASE)
"""`pukul 7 malam` is good Indonesian as it is."""

_CLOCK = re.compile(r"(?:1[0-2]|[1-9])(?::[0-5][0-9]){0,2} [ap]\.m\.(?:$| )")


def restyled(
    source: str, target: str, alignment: Alignment, direction: Direction, style: StyleSettings
) -> list[Change]:
    """Find quantities of the target that have the right value in another form than the house's."""
    del source
    right = {other.span: partner for partner, other in alignment.met}
    found = sorted([*alignment.added, *(other for _, other in alignment.met)], key=lambda one: one.span)
    changes: list[Change] = []
    for place, quantity in enumerate(found):
        is_money = quantity.kind is QuantityKind.MONEY
        if (quantity.span not in right and not is_money) or quantity.spelled:
            continue  # of an amount that nobody knows of, the sign may be set without touching its value
        before = found[place - 1] if place and _linked(target, found[place - 1 : place + 1]) else None
        after = found[place + 1] if _linked(target, found[place : place + 2]) else None
        one = _Place(target, quantity, right.get(quantity.span, quantity), before, after)
        written = _restyle(one, direction.target, style)
        span = _with_lead(quantity.span, written, target)
        if written.casefold() != span.of(target).casefold():
            changes.append(Change(span, written, str(quantity.kind)))
    return changes


def _linked(target: str, pair: Sequence[Quantity]) -> bool:
    """Tell whether two quantities are the ends of a range."""
    if len(pair) < 2 or pair[0].kind is not pair[1].kind:
        return False
    return bool(_RANGE.fullmatch(target, pair[0].span.end, pair[1].span.start))


def _restyle(one: _Place, language: str, style: StyleSettings) -> str:
    """Return the house form of one quantity, or its surface where that will do."""
    quantity, written = one.quantity, one.surface
    if isinstance(quantity.value, PartialDate):
        return _date(one, quantity.value, language, style)
    if quantity.kind is QuantityKind.TIME:
        return _time(one, language, style)
    if quantity.kind is QuantityKind.PERCENT and quantity.unit == "%":
        written = _percent(one, language, style)
    elif quantity.kind is QuantityKind.MONEY:
        written = _money(one, language, style)
    elif quantity.kind is QuantityKind.NUMBER and language == "en" and written.endswith("thousand"):
        written = _in_full(one, written)
    elif quantity.kind is QuantityKind.MEASURE:
        written = _measure(one, language)
    if language == "id":
        # `1.5 persen` is an English decimal, read with indulgence.
        return _FOREIGN_DECIMAL.sub(lambda match: match.group().replace(".", ","), written)
    return written


def _with_lead(span: Span, written: str, target: str) -> Span:
    """Take in `pukul` where the form brings its own: `jam 10.30` is a quantity, `Pukul` before it may not be."""
    lead = _LEAD.search(target, max(0, span.start - len("pukul ")), span.start)
    return Span(lead.start(), span.end) if lead and written.startswith("pukul ") else span


_LEAD = re.compile(r"\b(?:pukul|jam) $", re.IGNORECASE)


def _date(one: _Place, value: PartialDate, language: str, style: StyleSettings) -> str:
    """Write a date that is in digits or in the other order; `14-19 March` keeps its two ends as they are."""
    surface, known = one.surface, one.partner.value
    in_range = one.before is not None or one.after is not None
    if value.day is None or (in_range and surface.isdigit()):
        return surface
    numeric = re.fullmatch(r"[0-9]+([/.-])[0-9]+(?:\1[0-9]+)?", surface)
    if numeric and value.year is None and isinstance(known, PartialDate):
        value = value._replace(year=known.year)
    written = write(replace(one.quantity, value=value), language, style)
    if language == "id":
        # Indonesian papers print `Senin (20/3/2023)` as it is.
        return written if numeric and "/" not in surface else surface
    day_first = bool(re.match(r"[0-9]{1,2}(?:st|nd|rd|th)?\s", surface))
    if not numeric and (in_range or day_first == (style.date_order == "day-month")):
        return surface
    return written


def _time(one: _Place, language: str, style: StyleSettings) -> str:
    """Write a time of day; a zone that the source has and the target lacks is added."""
    surface, quantity = one.surface, one.quantity
    rest = one.target[quantity.span.end :]
    if one.after is not None and quantity.unit == one.after.unit and quantity.unit not in surface:
        quantity = replace(quantity, unit="")  # `from 8:30 to 9:30 p.m. WIB` names the zone once
    elif not quantity.unit and one.partner.unit not in one.target and not _NAMED_ZONE.match(rest):
        quantity = replace(quantity, unit=one.partner.unit)
    if language == "id":
        # `pukul 1530 GMT` is how a wire has it.
        leads = re.match(r"(?i:pukul|jam)\b|[0-9]{4}\b", surface) and not re.search(_BY_WORD, surface)
        return write(quantity, language, style) if leads else surface
    if style.hours == 12 and one.after is not None and re.search(r"[ap]\.m", one.after.span.of(one.target)):
        return surface  # `8:30 to 9:30 p.m.`: the first end borrows its half of the day
    if style.hours == 12 and _CLOCK.match(surface) and (quantity.unit in surface or "Indonesia" in surface):
        return surface.replace(":00", "")
    written = write(quantity, language, style)
    ends = surface.endswith(".") and not written.endswith(".") and not rest.strip()
    return written + "." if ends else written  # the stop of `p.m.` ended the sentence too


def _percent(one: _Place, language: str, style: StyleSettings) -> str:
    """Write `5%` as `5 percent`, or the other way round, the digits as they are."""
    surface = one.surface
    sign = re.search(r"\s?(?:%|per\s?cent\b|persen\b)$", surface, re.IGNORECASE)
    if sign is None:
        return surface
    english = "%" if style.percent == "%" else " percent"
    house = english if language == "en" else " persen"
    if one.after is not None and one.target[one.quantity.span.end : one.after.span.start].strip() in _DASHES:
        house = ""  # `5%-7%` is `5-7 percent`, and `from 5 percent to 7 percent` stays
    same = sign.group().casefold().strip() == house.strip()
    return surface if same else surface[: sign.start()] + house


def _money(one: _Place, language: str, style: StyleSettings) -> str:
    """Set the house's sign before an amount that has another one: `IDR 20,000`, `$5 million`, `Rp5 billion`.

    Where the house names the currency behind the amount, a sign makes way: `$20 juta` is `20 juta dolar AS`.
    """
    unit = one.quantity.unit
    surface = _in_full(one, one.surface) if language == "en" else one.surface.replace("dollar", "dolar")
    symbol = money_symbol(unit, language, style)
    front = re.match(r"[^0-9]+", surface)
    if front is None or front.group().strip() not in currencies.SYMBOLS:
        return surface
    if symbol:
        return symbol + money_gap(symbol, unit, language) + surface[front.end() :]
    end = one.quantity.span.end
    rest = one.target[end : end + _NAMED]
    if language == "en" or one.before is not None or one.after is not None or re.match(r"[\w-]", rest):
        return surface
    names = [name for name, code in currencies.NAMES[language].items() if code == unit]
    amount, name = surface[front.end() :], rf"\s?(?:{either(tuple(names))})\b"
    named = re.match(name, rest, re.IGNORECASE) or re.search(name, amount, re.IGNORECASE)
    return amount if named else f"{amount} {currencies.HOUSE[language][unit]}"


_NAMED = 40
"""Characters behind an amount in which its currency may be named: `$10 juta dolar AS`."""


_CUT_SHORT = re.compile(
    r"(?P<digits>[0-9][0-9.,]*)\s?(?P<scale>thousand|[a-z]{1,3}|millions|billions|trillions)$", re.IGNORECASE
)
_WORDS = {"t": "trillion", "tn": "trillion", "b": "billion", "bn": "billion", "bil": "billion"} | {
    "m": "million",
    "mn": "million",
    "mil": "million",
    "millions": "million",
    "billions": "billion",
    "trillions": "trillion",
}


def _in_full(one: _Place, surface: str) -> str:
    """Write what an English amount is cut short to: `Rp 9.8 T`, `$20bn`, `110 thousand`."""
    found = _CUT_SHORT.search(surface)
    if found is None:
        return surface
    scale = found["scale"].lower()
    if scale in _WORDS:
        return f"{surface[: found.end('digits')]} {_WORDS[scale]}"
    value = value_of(found["digits"], "en") * 1000
    if scale not in ("thousand", "k") or value != int(value) or _shares_its_word(one):
        return surface
    return surface[: found.start()] + figure(value.quantize(Decimal(1)), "en")


def _shares_its_word(one: _Place) -> bool:
    """Tell the second of two figures that one word counts: `10-12 thousand`, `10 or 12 thousand`."""
    if one.before is not None and re.fullmatch(r"[^0-9]*[0-9]{1,3}", one.before.span.of(one.target)):
        return True
    start = one.quantity.span.start
    return bool(re.search(r"[0-9] (?:or|and) $", one.target[max(0, start - 8) : start]))


_SHORT_UNIT = re.compile(r"(?<=[0-9 ])(?:m|km|cm|mm|g|kg|mg|ml|ha|MW|kW|GW|[CF]|kilos?|knot|[º°]\s?[CF])$")
"""Units that a headline cuts short, and that an engine leaves as they were."""


_BEFORE_SHORT = re.compile(r"(?:\(|\b(?:an?|the|its|his|her) )$")
_BEHIND_SHORT = re.compile(r"\.\s*[a-z]|-")


def _measure(one: _Place, language: str) -> str:
    """Name a unit in full: `800 ha`, `60kg`, `129F`; and count in digits: `256 thousand hectares`."""
    surface = one.surface
    number, _, unit = surface.partition(" thousand ")
    if language == "en" and unit:
        return f"{_in_full(one, number + ' thousand')} {unit}"
    found = _SHORT_UNIT.search(surface)
    start, end = one.quantity.span
    # `25.5 miles (41 km)`, `a 65 knot wind`, `5 m. high`
    if (
        found is None
        or _BEFORE_SHORT.search(one.target, max(0, start - 5), start)
        or _BEHIND_SHORT.match(one.target, end)
    ):
        return surface
    measure = BY_UNIT[one.quantity.unit]
    house = measure.indonesian[0] if language == "id" else measure.english[one.quantity.value == 1]
    return f"{surface[: found.start()].rstrip()} {house}"


def year_of(value: PartialDate, published: date) -> int | None:
    """Return the year in which a date without one lies nearest to the publication."""
    dated = with_year(Quantity(Span(0, 0), QuantityKind.DATE, value), published).value
    assert isinstance(dated, PartialDate)
    return dated.year
