"""What XLIFF 2.1 and ninjs 3 ask for where no schema is to be had: the first's modules, the second whole.

The OASIS schema that `make schemas` fetches is that of the core, and lets any module pass; no package registry has
those of the modules, nor that of ninjs. So their rules stand here, and those of the core that no schema can say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

CORE = "{urn:oasis:names:tc:xliff:document:2.0}"
GLOSSARY = "{urn:oasis:names:tc:xliff:glossary:2.0}"
MATCHES = "{urn:oasis:names:tc:xliff:matches:2.0}"
METADATA = "{urn:oasis:names:tc:xliff:metadata:2.0}"

_MANY = 10**9
_NAME = re.compile(r"[\w.:·-]+")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_MEDIA = re.compile(r"[a-z]+/[a-z0-9.+-]+")

Says = Callable[[str], bool]


def _one_of(*words: str) -> Says:
    return lambda value: value in words


def _percent(value: str) -> bool:
    return bool(re.fullmatch(r"\d+(\.\d+)?", value)) and float(value) <= 100


def _any(_: str) -> bool:
    return True


def _token(value: str) -> bool:
    return bool(_NAME.fullmatch(value))


class _Rule(NamedTuple):
    """An element of a module: its attributes, its children in their order with how many of each, and text or none."""

    attributes: Mapping[str, Says] = {}
    required: tuple[str, ...] = ()
    children: tuple[tuple[str, int, int], ...] = ()
    text: bool = False
    foreign: bool = False


_KINDS_OF_MATCH = _one_of("am", "mt", "icm", "idm", "tb", "tm", "other")
_RULES: Mapping[str, _Rule] = {
    f"{MATCHES}matches": _Rule(children=((f"{MATCHES}match", 1, _MANY),)),
    f"{MATCHES}match": _Rule(
        {
            "id": _token,
            "matchQuality": _percent,
            "matchSuitability": _percent,
            "origin": _any,
            "ref": _any,
            "reference": _one_of("yes", "no"),
            "similarity": _percent,
            "subType": lambda value: ":" in value,
            "type": _KINDS_OF_MATCH,
        },
        ("ref",),
        (
            (f"{METADATA}metadata", 0, 1),
            (f"{CORE}originalData", 0, 1),
            (f"{CORE}source", 1, 1),
            (f"{CORE}target", 1, 1),
        ),
        foreign=True,
    ),
    f"{GLOSSARY}glossary": _Rule(children=((f"{GLOSSARY}glossEntry", 1, _MANY),)),
    f"{GLOSSARY}glossEntry": _Rule(
        {"id": _token, "ref": _any},
        children=(
            (f"{GLOSSARY}term", 1, 1),
            (f"{GLOSSARY}translation", 0, _MANY),
            (f"{GLOSSARY}definition", 0, 1),
        ),
        foreign=True,
    ),
    f"{GLOSSARY}term": _Rule({"source": _any}, text=True),
    f"{GLOSSARY}translation": _Rule({"id": _token, "ref": _any, "source": _any}, text=True),
    f"{GLOSSARY}definition": _Rule({"source": _any}, text=True),
    f"{METADATA}metadata": _Rule({"id": _token}, children=((f"{METADATA}metaGroup", 1, _MANY),)),
    f"{METADATA}metaGroup": _Rule(
        {"id": _token, "category": _any, "appliesTo": _one_of("source", "target", "ignorable")},
        children=((f"{METADATA}metaGroup|{METADATA}meta", 1, _MANY),),
    ),
    f"{METADATA}meta": _Rule({"type": _any}, ("type",), text=True),
}
_MODULES = (GLOSSARY, MATCHES, METADATA)


def xliff_faults(root: Any) -> Iterator[str]:
    """Yield what an XLIFF 2.1 has against its modules' rules and the core's, beyond the core's schema."""
    for element in root.iter():
        if element.tag in _RULES:
            yield from _breaks(element, _RULES[element.tag])
        elif str(element.tag).startswith(_MODULES):
            yield f"{element.tag}: no element of its module"
    if root.get("trgLang") is None and next(root.iter(f"{CORE}target"), None) is not None:
        yield "xliff: targets, but no trgLang"
    for file in root.iter(f"{CORE}file"):
        yield from _twice(file, "unit", file.iter(f"{CORE}unit"))
        yield from _twice(file, "group", file.iter(f"{CORE}group"))
        for unit in file.iter(f"{CORE}unit"):
            yield from _of_unit(unit)
    for one in root.iter(f"{CORE}cp"):
        code = int(one.get("hex"), 16)
        if code >= 32 and not 0xD800 <= code <= 0xDFFF and code not in {0xFFFE, 0xFFFF}:
            yield f"cp: U+{code:04X} can stand in XML as it is"


def _breaks(element: Any, rule: _Rule) -> Iterator[str]:
    where = element.tag.rpartition("}")[2]
    for name, value in element.attrib.items():
        if name.startswith("{"):
            continue  # a foreign attribute, which a module lets stand
        if name not in rule.attributes:
            yield f"{where}: no attribute {name}"
        elif not rule.attributes[name](value):
            yield f"{where}: {name}={value!r}"
    yield from (f"{where}: no {name}" for name in rule.required if name not in element.attrib)
    if element.tag == f"{GLOSSARY}glossEntry" and len(element) == 1:
        yield f"{where}: neither translation nor definition"
    texts = (element.text, *(one.tail for one in element))
    if not rule.text and any(text and text.strip() for text in texts):
        yield f"{where}: text between its elements"
    waiting = [one.tag for one in element]
    for tags, least, most in rule.children:
        names = tags.split("|")
        found = next((n for n, tag in enumerate(waiting) if tag not in names), len(waiting))
        if not least <= found <= most:
            yield f"{where}: {found} of {tags.rpartition('}')[2]} at their place"
        waiting = waiting[found:]
    own = element.tag.partition("}")[0]
    yield from (
        f"{where}: {tag} out of place" for tag in waiting if not rule.foreign or tag.startswith((own, CORE))
    )


def _of_unit(unit: Any) -> Iterator[str]:
    parts = [one for one in unit if one.tag in {f"{CORE}segment", f"{CORE}ignorable"}]
    yield from _twice(unit, "part", parts)
    yield from _twice(unit, "note", unit.iter(f"{CORE}note"))
    yield from _twice(unit, "match", unit.iter(f"{MATCHES}match"))
    marks = {f"#{one.get('id')}" for one in (*parts, *unit.iter(f"{CORE}mrk")) if one.get("id")}
    for one in (*unit.iter(f"{MATCHES}match"), *unit.iter(f"{GLOSSARY}glossEntry")):
        if one.get("ref", next(iter(marks), None)) not in marks:
            yield f"unit {unit.get('id')}: {one.get('ref')!r} is nothing of it"
    for one in unit.iter(f"{MATCHES}match"):
        if one.get("subType") and not one.get("type"):
            yield "match: a subType without a type"
    for one in parts:
        if one.get("state", "initial") != "initial" and one.find(f"{CORE}target") is None:
            yield f"unit {unit.get('id')}: {one.get('state')}, but no target"
        if one.get("subState") and not one.get("state"):
            yield f"unit {unit.get('id')}: a subState without a state"


def _twice(element: Any, what: str, found: Any) -> Iterator[str]:
    counts = Counter(one.get("id") for one in found if one.get("id") is not None)
    where = f"{element.tag.rpartition('}')[2]} {element.get('id')}"
    yield from (f"{where}: two of {what} {key}" for key, count in counts.items() if count > 1)


def _moment(value: Any) -> bool:
    return isinstance(value, str) and "T" in value and datetime.fromisoformat(value).tzinfo is not None


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _like(pattern: re.Pattern[str]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and bool(pattern.fullmatch(value))


def _list_of(known: Mapping[str, Callable[[Any], bool]], *required: str) -> Callable[[Any], bool]:
    """Return a test for a list of objects that have no other properties."""
    return lambda value: (
        isinstance(value, list)
        and all(
            set(required) <= set(one) <= set(known) and all(known[key](one[key]) for key in one)
            for one in value
        )
    )


def _count(value: Any) -> bool:
    return type(value) is int and value >= 0


_HEADLINE = {"role": _text, "contentType": _like(_MEDIA), "value": _text}
_STANDARD = {"name": "ninjs".__eq__, "version": "3.0".__eq__, "schema": _like(_URI)}
_ITEM: Mapping[str, Callable[[Any], bool]] = {
    "uri": _like(_URI),
    "type": lambda value: (
        value in "text audio video picture graphic composite component event planning".split()
    ),
    "representationType": lambda value: value in {"full", "partial"},
    "profile": _text,
    "version": _text,
    "firstCreated": _moment,
    "versionCreated": _moment,
    "contentCreated": _moment,
    "embargoed": _moment,
    "expires": _moment,
    "pubStatus": lambda value: value in {"usable", "withheld", "canceled"},
    "urgency": lambda value: type(value) is int and 1 <= value <= 9,
    "copyrightHolder": _text,
    "copyrightNotice": _text,
    "usageTerms": _text,
    "edNote": _text,
    "language": _like(_LANGUAGE),
    "descriptions": _list_of(_HEADLINE, "value"),
    "bodies": _list_of(_HEADLINE | {"charCount": _count, "wordCount": _count}, "value"),
    "headlines": _list_of(_HEADLINE, "value"),
    "title": _text,
    "by": _text,
    "slugline": _text,
    "located": _text,
    "altIds": _list_of({"role": _text, "value": _text}),
    "standard": lambda value: _list_of(_STANDARD)([value]),
    "associations": lambda value: isinstance(value, list),
}
"""Every property of a text item in ninjs 3.0 but those about people, places, events, rights and media, which we
don't write."""


def ninjs_faults(item: Mapping[str, Any], *, associated: bool = False) -> Iterator[str]:
    """Yield what an item has against ninjs 3.0."""
    known = {**_ITEM, "name": _text} if associated else _ITEM
    needed = {"uri", "name"} if associated else {"uri"}
    yield from (f"no {name}" for name in sorted(needed - set(item)))
    for name, value in item.items():
        if name not in known:
            yield f"no property {name}"
        elif not known[name](value):
            yield f"{name}={value!r}"
    for one in item.get("associations", ()):
        yield from ninjs_faults(one, associated=True)
