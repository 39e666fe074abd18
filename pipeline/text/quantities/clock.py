"""Times of day: `pukul 10.30 WITA`, `jam tujuh malam`, `from 8:30 to 9:30 p.m.` and their like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import time
from functools import cache
from types import MappingProxyType

from pipeline.model import Quantity, QuantityKind, Span
from pipeline.text.gates import Worded
from pipeline.text.quantities.numerals import GAP, value_of

_USUAL: Mapping[str, float] = MappingProxyType(
    {"WIB": 7, "WITA": 8, "WIT": 9, "GMT": 0, "UTC": 0, "EST": -5, "EDT": -4, "PST": -8, "PDT": -7}
    | {"CDT": -5, "MDT": -6, "MYT": 8, "HKT": 8, "KST": 9, "AEDT": 11}
    | {"CET": 1, "CEST": 2, "BST": 1, "JST": 9, "AEST": 10}
)
_IN_CAPITALS: Mapping[str, float] = MappingProxyType(
    {"IST": 5.5, "PKT": 5, "SGT": 8, "PHT": 8, "ICT": 7, "GST": 4, "MSK": 3, "EAT": 3, "SAST": 2, "WAT": 1}
    | {"AWST": 8, "ACST": 9.5, "NZST": 12, "NZDT": 13}
)
"""`Doors open at 7 p.m. Eat first.`"""
ZONES: Mapping[str, float] = MappingProxyType({**_USUAL, **_IN_CAPITALS})
"""Hours ahead of UTC: western, central (Bali) and eastern Indonesia, and those that foreign papers print."""

_LONG_ZONES = {"western": "WIB", "central": "WITA", "eastern": "WIT"}
_ZONE = (
    rf"(?:,?\s?\(?(?P<{{n}}>{'|'.join(_USUAL)}|(?-i:{'|'.join(_IN_CAPITALS)}))\b\)?"
    r"|,?\s(?P<{n}long>Western|Central|Eastern) Indonesian? (?:Standard )?Time\b(?:\s?\((?:WIB|WITA|WIT)\))?)?"
)
_HOUR, _MINUTE = r"(?:2[0-4]|[01]?[0-9])", r"[0-5][0-9]"
_PLAIN = rf"(?:2[0-3]|[01][0-9]){_MINUTE}"
"""`0342 GMT`"""
_ID_HOURS = "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|dua belas"
_ID_MINUTES = "lima belas|lima|sepuluh|dua puluh lima|dua puluh"
_EN_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_ID_HALVES = r"[ap]\.?m\b\.?|(?:dini hari|subuh|pagi|siang|sore|petang|malam)\b"
_EN_HALVES = r"a\.?\s?m\b\.?|p\.?\s?m\b\.?|in the morning|in the afternoon|in the evening"
_AFTERNOON = ("pm", "in the afternoon", "in the evening", "sore", "petang", "malam")
_NIGHT = ("am", "malam", "dini hari", "in the morning")
_NAMED = {
    language: tuple(
        (
            Worded.of(
                re.compile(rf"\b(?:12{GAP})?{name}\b(?! prayer){_ZONE.format(n='zone')}", re.IGNORECASE),
                (name,),
            ),
            value,
        )
        for name, value in names.items()
    )
    for language, names in {
        "id": {"tengah malam": time(0)},
        "en": {"midnight": time(0), "noon": time(12)},
    }.items()
}


@cache
def _expression(language: str) -> re.Pattern[str]:
    zones = _ZONE.format(n="zone"), _ZONE.format(n="zone2")
    clock, clock2 = (
        rf"(?P<hour{n}>{_HOUR})(?:[.:](?P<minute{n}>{_MINUTE})(?:[.:](?P<second{n}>{_MINUTE}))?)?(?![0-9]|[.,:][0-9])"
        for n in ("", "2")
    )
    if language == "id":
        half, half2 = rf"(?:{GAP}(?P<half>{_ID_HALVES}))?", rf"(?:{GAP}(?P<half2>{_ID_HALVES}))?"
        word = rf"(?P<word>{_ID_HOURS})\b"
        ends = rf"(?:{GAP}menit\b|(?=[;:)!?]|[.,](?![0-9])|$|{GAP}(?:{_ID_HALVES}|WI(?:B|TA|T)\b)))"
        by = rf"(?P<by>seperempat\b|(?:{_ID_MINUTES}|[1-5]?[0-9])\b{ends})"
        past = rf"(?:{GAP}(?P<past>lewat|lebih|kurang){GAP}{by})?"
        until = rf"(?:\s?[-–—]\s?|{GAP}(?:sampai|hingga|s\.d\.|s/d|dan){GAP})(?:(?:pukul|jam){GAP})?"
        return re.compile(
            rf"\b(?P<lead>pukul|jam){GAP}(?:(?P<to>setengah){GAP})?(?:{clock}|{word}){past}{half}{zones[0]}"
            rf"(?:{until}(?:{clock2}|(?P<word2>{_ID_HOURS})\b){half2}{zones[1]})?"
            rf"|(?<![\w.,:/])(?P<bare>{_HOUR}[.:]{_MINUTE}(?:[.:]{_MINUTE})?|{_PLAIN})\s?\(?(?P<barezone>WIB|WITA|WIT|GMT|UTC)\b\)?",
            re.IGNORECASE,
        )
    sharp = rf"(?P<sharp>{GAP}o['’]clock\b)?"
    half, half2 = rf"(?:\s?(?P<half>{_EN_HALVES}))?", rf"(?:\s?(?P<half2>{_EN_HALVES}))?"
    until = rf"(?:\s?[-–—]\s?|{GAP}(?:to|until|and|through){GAP})"
    return re.compile(
        rf"(?<![\w.,:/$])(?:{clock}|\b(?P<word>{_EN_HOURS})\b){sharp}{half}{zones[0]}"
        rf"(?:{until}(?:{clock2}|(?P<word2>{_EN_HOURS})\b){half2}{zones[1]})?"
        rf"|(?<![\w.,:/$])(?P<bare>{_PLAIN})\s?\(?(?P<barezone>WIB|WITA|WIT|GMT|UTC)\b\)?",
        re.IGNORECASE,
    )


_PAST = Worded.of(
    re.compile(
        rf"(?P<lead>\b(?:at|around|until|till|before|after){GAP})?(?<!first )(?<!second )"
        rf"\b(?:half{GAP}(?P<half_past>past)|(?:a{GAP})?quarter{GAP}(?P<quarter>past|to)){GAP}(?P<word>{_EN_HOURS})\b"
        rf"(?!-|{GAP}(?:[a-z]+-?)?(?:hundred|thousand|million|billion|third|percent|points?|goals?)\b)"
        rf"(?:{GAP}(?P<half>{_EN_HALVES}|(?:on{GAP}[A-Z][a-z]+{GAP})?(?:afternoon|evening|night)\b|at{GAP}night\b))?",
        re.IGNORECASE,
    ),
    ("half", "quarter"),
)
"""`half past six in the evening`, `at a quarter to eight`; `cut by a quarter to nine` is no time."""


def find(text: str, language: str) -> Iterator[Quantity]:
    """Find times of day; the zone is one of the three of Indonesia or UTC, or none."""
    if language == "id":
        yield from _indonesian(text)
    else:
        yield from _past(text)
        yield from _english(text)
    for expression, value in _NAMED[language]:
        for match in expression.finditer(text):
            yield Quantity(Span(*match.span()), QuantityKind.TIME, value, _zone(match, "zone"), spelled=True)


def _indonesian(text: str) -> Iterator[Quantity]:
    for match in _expression("id").finditer(text):
        if match["bare"]:
            yield _bare(match)
            continue
        told = (
            match["minute"]
            or match["half"]
            or match["zone"]
            or match["to"]
            or match["half2"]
            or match["past"]
        )
        if match["lead"].lower() == "jam" and not told:
            continue  # `jam 8` may be eight hours: `bekerja jam 8`
        first, last = _zone(match, "zone"), _zone(match, "zone2")
        until = bool(match["hour2"] or match["word2"])
        halves = match["half"] or (match["half2"] if until else None)
        end = _end_of_first(match) if until else match.end()
        second = int(match["second"] or 0)
        yield _quantity(Span(match.start(), end), *_hour(match, "", halves), first or last, second)
        if until:
            start = match.start("hour2" if match["hour2"] else "word2")
            yield _quantity(Span(start, match.end()), *_hour(match, "2", match["half2"]), last or first)


def _bare(match: re.Match[str]) -> Quantity:
    """Read a time that only its zone gives away: `19.30 WIB`, `09:30:06 WIB`, `0342 GMT`."""
    parts = re.split("[.:]", match["bare"])
    hour, minute, *second = parts if len(parts) > 1 else (parts[0][:2], parts[0][2:])
    zone = match["barezone"].upper()
    return _quantity(Span(*match.span()), int(hour), int(minute), zone, int(second[0]) if second else 0)


def _english(text: str) -> Iterator[Quantity]:
    for match in _expression("en").finditer(text):
        if match["bare"]:
            yield _bare(match)
            continue
        until = bool(match["hour2"] or match["word2"])
        told = match["half"] or match["sharp"] or _zone(match, "zone")
        # `2:03:23` is what a marathon took, `02:03:23` stands on a clock.
        clock = _colon(match, "") and not (match["second"] and len(match["hour"]) < 2)
        first_is_time = bool(told or clock)
        second_is_time = until and bool(match["half2"] or _colon(match, "2") or _zone(match, "zone2"))
        if not first_is_time and not (second_is_time and (match["half2"] or _zone(match, "zone2"))):
            continue
        half, half2 = match["half"], match["half2"]
        # In `8:30 to 9:30 p.m.` both are in the evening; `11 to 1 p.m.` crosses noon.
        hour, minute = _hour(match, "", half)
        hour2, minute2 = _hour(match, "2", half2) if second_is_time else (0, 0)
        if half2 and not half and second_is_time:
            shifted = _hour(match, "", half2)[0]
            hour = shifted if shifted <= hour2 else hour
        zone, last = _zone(match, "zone"), _zone(match, "zone2")
        end = _end_of_first(match) if until else match.end()
        zone = zone or (last if second_is_time else "")
        yield _quantity(Span(match.start(), end), hour, minute, zone, int(match["second"] or 0))
        if second_is_time:
            start = match.start("hour2") if match["hour2"] else match.start("word2")
            yield _quantity(
                Span(start, match.end()), hour2, minute2, last or zone, int(match["second2"] or 0)
            )


def _past(text: str) -> Iterator[Quantity]:
    for match in _PAST.finditer(text):
        if not (match["lead"] or match["half"]):
            continue
        hour, half = int(value_of(match["word"], "en")), (match["half"] or "").lower()
        shift = 30 if match["half_past"] else 15 if match["quarter"].lower() == "past" else -15
        minutes = hour * 60 + shift
        at_night = half.endswith("night")
        if half.startswith("p") or half.endswith(("afternoon", "evening")) or (at_night and hour >= _EVENING):
            minutes += 720 if minutes < 720 else 0
        if at_night and hour == 12:
            minutes %= 720
        start = match.end("lead") if match["lead"] else match.start()
        yield _quantity(Span(start, match.end()), *divmod(minutes, 60), "")


_EVENING = 5
"""`Half past two at night` is in the small hours, `half past nine at night` is not."""


def _colon(match: re.Match[str], which: str) -> bool:
    """Tell `8:30`, a time by itself, from `8.30`, which is one only before `a.m.` or a zone."""
    minute = match.start(f"minute{which}")
    return minute > 0 and match.string[minute - 1] == ":"


def _end_of_first(match: re.Match[str]) -> int:
    groups = ("hour", "minute", "second", "word", "by", "sharp", "half", "zone", "zonelong")
    return max(match.end(group) for group in groups if group in match.re.groupindex)


def _hour(match: re.Match[str], which: str, half: str | None) -> tuple[int, int]:
    """Return hour and minute on the clock of 24 hours."""
    digits, word = match[f"hour{which}"], match[f"word{which}"]
    language = "id" if "lead" in match.re.groupindex else "en"
    hour = int(digits) if digits else int(value_of(word, language))
    minute = int(match[f"minute{which}"] or 0)
    if not which and language == "id" and match["to"]:
        hour, minute = (hour - 1) % 12, 30  # `setengah enam` is half past five
    if not which and language == "id" and match["past"]:
        said = match["by"].lower().removesuffix("menit").strip()
        by = 15 if said == "seperempat" else int(value_of(said, "id"))
        hour, minute = divmod(hour * 60 + minute + (-by if match["past"].lower() == "kurang" else by), 60)
    name = re.sub(r"[. ](?=m|$)", "", (half or "").lower())
    afternoon = name in _AFTERNOON or (name == "siang" and hour < 9)
    night = name in _NIGHT
    if hour == 12:
        return (0 if night else 12), minute
    if afternoon and hour < 12 and not (name == "malam" and hour < 4):
        hour += 12
    return hour, minute


def _zone(match: re.Match[str], group: str) -> str:
    return (match[group] or "").upper() or _LONG_ZONES.get((match[f"{group}long"] or "").lower(), "")


def _quantity(span: Span, hour: int, minute: int, zone: str, second: int = 0) -> Quantity:
    return Quantity(span, QuantityKind.TIME, time(hour % 24, minute, second), zone)
