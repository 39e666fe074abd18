"""Dates: `Senin (20/3)`, `20 Maret 2023`, `14-19 Maret`, `March 20, 2023`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from pipeline.model import PartialDate, Quantity, QuantityKind, Span
from pipeline.text.gates import Figured
from pipeline.text.quantities.months import MONTH_NUMBERS, MONTHS, WEEKDAYS
from pipeline.text.quantities.numerals import GAP, either

_YEAR = r"(?:1[5-9]|20)[0-9]{2}"
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_DASH = r"\s?[-–—]\s?"
_SEASON = re.compile(
    r"(?<![\w.,/-])(?P<first>(?:19|20)[0-9]{2})[/–-](?P<second>(?:19|20)[0-9]{2}|[0-9]{2})(?![\w/-])"
)
"""`musim 2022/23`, `2019-2024`."""

_NUMERIC = re.compile(
    r"(?<![\w/.,-])(?:"
    r"(?P<first>[0-9]{1,2})/(?P<second>[0-9]{1,2})(?:/(?P<year>[0-9]{4}|[0-9]{2}))?(?![\w/])"
    r"|(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})(?![\w-])"
    r"|(?P<dotted>[0-9]{1,2}(?P<mark>[-.])[0-9]{1,2}(?P=mark)[0-9]{4})(?![\w-]))"
)


_DASHED = Figured(
    re.compile(
        rf"(?<![\w.,-])(?P<day>{_DAY})-(?P<month>{either((*MONTH_NUMBERS['id'], *MONTH_NUMBERS['en']))})"
        r"-(?P<year>20[0-9]{2}|[0-9]{2})(?![\w-])",
        re.IGNORECASE,
    )
)
"""`28-Jan-24`, as the earthquake agency posts it."""


_DAY_ALONE = {
    "id": Figured(
        re.compile(
            rf"\b(?:tanggal|tgl\.?){GAP}(?P<day>{_DAY})(?![0-9]|-an\b|\s?[.,/–-]\s?[0-9]"
            rf"|{GAP}(?:dan|atau|sampai|hingga|s\.d\.|s/d){GAP}[0-9]|{GAP}(?-i:[A-Z])|{GAP}(?:bulan(?!{GAP}(?:depan|ini|lalu|berikut))|setiap|tiap|{either(MONTH_NUMBERS['id'])})\b)",
            re.IGNORECASE,
        )
    ),
    "en": Figured(
        re.compile(
            rf"\b(?i:on|by|as{GAP}of|since|until|till|before|after|from){GAP}(?P<the>the|every){GAP}"
            rf"(?P<day>{_DAY})(?:st|nd|rd|th)"
            rf"(?=[.;:!?]|,(?!{GAP}[0-9])|$|{GAP}(?:of{GAP}(?:next|this|last|every|each|the){GAP}month"
            rf"|to(?!{GAP}the)|in{GAP}front|at|but|with|when|as|before|after)\b)"
        )
    ),
}
"""`on the 19th`, `tanggal 19`: a day of the month that everybody knows, and no 19th century."""


@cache
def _written(language: str) -> tuple[re.Pattern[str], ...]:
    """Compile the forms with the name of a month; `may` and `march` are months only with a capital."""
    names = either(tuple(name.capitalize() for name in MONTH_NUMBERS[language]))
    month = rf"(?P<month>{names}|{names.upper()})(?![^\W_])\.?"
    other = rf"(?P<month2>{names}|{names.upper()})(?![^\W_])\.?"
    day = rf"(?P<day>{_DAY})(?:st|nd|rd|th)?(?![0-9])" if language == "en" else rf"(?P<day>{_DAY})(?![0-9])"
    first = (
        rf"(?P<from>{_DAY})(?:st|nd|rd|th)?(?![0-9])" if language == "en" else rf"(?P<from>{_DAY})(?![0-9])"
    )
    until = rf"(?:{_DASH}|{GAP}(?:sampai|hingga|s\.d\.|s/d|dan|to|and|through|until){GAP})"
    year = rf"(?:,?{GAP}(?P<year>{_YEAR})(?![0-9]))?"
    ahead = r"(?<![\w.,$€£])(?<![0-9$]/)"
    day_first = rf"{ahead}(?:{first}(?:{GAP}{other})?{until})?{day}{GAP}(?:of{GAP})?{month}{year}"
    month_alone = rf"(?<!\w){month},?{GAP}(?:tahun{GAP})?(?P<year>{_YEAR})(?![0-9])"
    if language == "id":
        return re.compile(day_first), re.compile(month_alone)
    days = (
        rf"(?:{first}{until}(?:{other}{GAP})?)?{day}(?![.,][0-9])(?!{GAP}(?:percent|million)|\s?[ap]\.?m\b)"
    )
    month_first = rf"(?<!\w){month}{GAP}{days}{year}"
    return re.compile(month_first), re.compile(day_first), re.compile(month_alone)


def find(text: str, language: str) -> Iterator[Quantity]:
    """Find dates, of which the year or the day may be missing; a span of days is two dates."""
    yield from _numeric(text, language)
    for match in _DASHED.finditer(text):
        name, year = match["month"].lower(), int(match["year"])
        month = MONTH_NUMBERS["id"].get(name) or MONTH_NUMBERS["en"][name]
        value = PartialDate(year if year > 99 else 2000 + year, month, int(match["day"]))
        yield Quantity(Span(*match.span()), QuantityKind.DATE, value)
    for match in _SEASON.finditer(text):
        first, second = int(match["first"]), int(match["second"])
        second += first // 100 * 100 if second < 100 else 0
        if first < second:
            yield Quantity(Span(*match.span("first")), QuantityKind.DATE, PartialDate(first))
            yield Quantity(Span(*match.span("second")), QuantityKind.DATE, PartialDate(second))
    for match in _DAY_ALONE[language].finditer(text):
        span = Span(match.start() if language == "id" else match.start("the"), match.end())
        yield Quantity(span, QuantityKind.DATE, PartialDate(None, None, int(match["day"])))
    for pattern in _written(language):
        for match in pattern.finditer(text):
            yield from _read(match, language)


def _read(match: re.Match[str], language: str) -> Iterator[Quantity]:
    groups = match.groupdict()
    month = _month(match["month"], language)
    year = int(groups["year"]) if groups.get("year") else None
    start = match.start()
    day = int(groups["day"]) if groups.get("day") else None
    last_month = month
    if groups.get("from"):
        other = _month(groups["month2"], language) if groups.get("month2") else month
        # English names the month of the first day first: `April 24-May 2`; Indonesian last: `24 April-2 Mei`.
        leads = match.start("month") < match.start("from")
        first_month, last_month = (month, other) if leads else (other, month)
        start = match.start("month2") if leads and groups.get("month2") else match.start("day")
        end = match.end("from")
        if not leads and groups.get("month2"):
            end = match.end("month2")
        yield Quantity(
            Span(match.start(), end), QuantityKind.DATE, PartialDate(year, first_month, int(groups["from"]))
        )
    end = match.end()
    if (
        not groups.get("year")
        and match.group().endswith(".")
        and match["month"].capitalize() in MONTHS[language]
    ):
        end -= 1  # `20 Maret.` ends a sentence, `Sept.` is short
    yield Quantity(Span(start, end), QuantityKind.DATE, PartialDate(year, last_month, day))


def _numeric(text: str, language: str) -> Iterator[Quantity]:
    for match in _NUMERIC.finditer(text):
        if match["iso"] or match["dotted"]:
            parts = [int(part) for part in re.split(r"[-.]", match.group())]
            year, month, day = parts if match["iso"] else reversed(parts)
        elif _is_date(text, match, language):
            day, month = int(match["first"]), int(match["second"])
            year = int(match["year"]) if match["year"] else 0
            year += 2000 if 0 < year < 100 else 0
            if language == "en" and day <= 12 and (match["year"] or month > 12):
                # An American reader takes 5/6/2023 for May 6, and 11/14 can be nothing else.
                day, month = month, day
        else:
            continue
        if 1 <= month <= 12 and 1 <= day <= 31:
            value = PartialDate(year or None, month, day)
            yield Quantity(Span(*match.span()), QuantityKind.DATE, value)


_DAYS = re.compile(
    rf"(?:{'|'.join((*WEEKDAYS['id'], *WEEKDAYS['en'], 'Jum.at', 'Ahad', 'tanggal'))}),?\s?\(?$",
    re.IGNORECASE,
)


def _is_date(text: str, match: re.Match[str], language: str) -> bool:
    """Tell `Senin (20/3)` from a fraction: a weekday, a year or brackets have to stand with it."""
    del language
    before = text[max(0, match.start() - 12) : match.start()]
    in_brackets = before.endswith("(") and text[match.end() : match.end() + 1] == ")"
    return bool(match["year"] or in_brackets or _DAYS.search(before))


def _month(name: str, language: str) -> int:
    return MONTH_NUMBERS[language][name.lower()]


def with_year(quantity: Quantity, published: date) -> Quantity:
    """Give a date without a year the year in which it lies nearest to the publication."""
    value = quantity.value
    if not isinstance(value, PartialDate) or value.year or not value.month:
        return quantity
    gaps = []
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            gaps.append((abs((date(year, value.month, value.day or 15) - published).days), year))
        except ValueError:  # 29 February in another year
            continue
    if not gaps:
        return quantity
    return Quantity(quantity.span, quantity.kind, value._replace(year=min(gaps)[1]))
