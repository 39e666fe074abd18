"""Digits that are names: laws, articles, addresses, telephone numbers, models, links.

They are copied into the translation as they stand. `UU No. 17/2014` is no count of seventeen.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.model import Span
from pipeline.text.gates import Marked

_NUMBER = r"(?:No(?:mor)?\b\.?|Number|№)"
_INDONESIAN_LAWS = (
    "UU PP Perpres Perppu Perpu Peraturan Undang-Undang Undang-undang Keputusan Kepres Keppres Inpres Perda Pergub"
    " Perwali Perbup PMK PKPU POJK SK Surat"
).split()
_ENGLISH_LAWS = "Law Regulation Decree Instruction Act".split()
_LAW = rf"{'|'.join(_INDONESIAN_LAWS)}|Permen\w*|(?:{'|'.join(_ENGLISH_LAWS)})s?"
_LAWS = " ".join((*_INDONESIAN_LAWS, "Permen", *_ENGLISH_LAWS))
_ARTICLES = r"[Pp]asal|[Aa]yat|Articles?|[Pp]aragraphs?|[Ss]ections?|Bab|Chapters?|huruf|butir"
_PART = r"\(?[0-9]{1,4}[A-Z]?\)?(?:\s?\([0-9a-z]{1,2}\))*(?:\s(?:huruf|angka|ayat)\s\(?(?:[0-9]{1,2}|[a-z])\)?(?!\w))*"
"""`Pasal 27`, `ayat (2)`, `22 huruf (c)`, `Article 27 (2)`."""
_AND = r"(?:,?\s(?:dan|atau|and|or|jo\.?|juncto|to|hingga|sampai)\s|\sjo\.|,\s|\s?[-–]\s?)"

_DIGITS = "0 1 2 3 4 5 6 7 8 9"
_VERSIONED = (
    r"[Vv]ers(?:ion|i)|[Rr]elease|iOS|iPadOS|macOS|Android|Windows(?:\sPhone)?|Linux|Ubuntu|Chrome|Firefox|Bluetooth"
    r"|USB|HDMI|HTML|PHP|Python|Java"
)

_COPIED = tuple(
    Marked(re.compile(pattern), tuple(marks.split()))
    for marks, pattern in (
        (
            ":// www. @ #",
            r"https?://\S{1,2000}|\bwww\.\S{1,2000}|(?<!\S)[\w.+-]{1,64}@[\w.-]{1,255}|[#@]\w{1,100}",
        ),
        # `UU No. 17/2014`, `Peraturan Presiden Nomor 12 Tahun 2014`, `Law No. 17 of 2014`
        (
            _LAWS,
            rf"\b(?:{_LAW})\b[^.;,\d]{{0,60}}?{_NUMBER}\s?[0-9][\w/.-]{{0,40}}(?:\s(?:Tahun|tahun|of|Year)\s[0-9]{{4}})?",
        ),
        (
            _LAWS,
            rf"\b(?:{_LAW})\s[0-9]{{1,3}}/[0-9]{{4}}",
        ),
        (
            "asal yat rticle aragraph ection Bab hapter huruf butir",
            rf"\b(?:{_ARTICLES})\s{_PART}(?:{_AND}{_PART}(?![\w.,]*\s?(?:persen|percent|%)))*(?:\s[Kk]e[-\s][0-9]{{1,2}}\b)?",
        ),
        # rulings and letters, `90/PUU-XXI/2023`; bills of the Congress; number plates
        (
            "/ H.R.",
            r"(?<![\w/.,-])[0-9]{1,5}(?:-[0-9]{1,5}){0,5}[A-Z]{0,3}/[A-Z][\w.-]{1,20}(?:/[\w.-]{1,20}){1,4}|\bH\.R\.\s?[0-9]{1,5}\b",
        ),
        (
            _DIGITS,
            r"\b(?!RM|Rp|KM|SR|GT)[A-Z]{1,2}\s[0-9]{3,4}\s(?!WIB|WIT|USD|IDR)[A-Z]{2,3}\b",
        ),
        (
            "RT Rt RW Rw",
            r"\bR[Tt]\s?\.?[0-9/]{1,7}(?:\s?R[Ww]\s?\.?[0-9]{1,3})?|\bR[Ww]\s?\.?[0-9]{1,3}",
        ),
        # `F-16`, `Covid-19`, `U-23`, `KA 123`: but a quarter, `II-2023`, has a year in it
        (
            "- ‑",
            r"\b(?![IVX]{1,5}-(?:19|20)[0-9]{2}\b|K[Ee]-|U-[0-9]{2}\b|[HD]-[0-9]{1,2}\b|Under-)[A-Z]\w{0,20}[-‑][0-9]{1,5}[A-Z]?\b",
        ),
        (
            "KA PM f/",
            r"\bKA\s[0-9]{1,4}\b|\bPM\s?2[.,]5\b|\bf/[0-9.,]{1,4}",
        ),
        (
            "Boeing Airbus 24/7",
            r"\b(?:Boeing|Airbus)\s[A-Z]?[0-9]{3}(?:-[0-9]{1,4})?\b|\b24/7\b",
        ),
        # versions, which have no decimals: `Windows Phone 7.5` is not 7,5
        (
            ".",
            rf"\b(?:{_VERSIONED})\s[0-9]{{1,3}}(?:\.[0-9]{{1,3}}){{1,3}}\b",
        ),
        # telephone and account numbers; `1.200.000.000` has groups of three and a full stop
        (
            "+",
            r"(?<![\w.,])\+(?=[0-9](?:[\s().-]{0,2}[0-9]){7,14}(?![0-9]))[0-9](?:[\s().-]{0,2}[0-9]){7,14}(?!\w)",
        ),
        (
            "0 +62",
            r"(?<![\w.,])(?:\+62|\(?0[0-9]{2,3}\)?)[\s-]?[0-9]{3,4}[\s-]?[0-9]{3,5}(?:[\s-]?[0-9]{2,4})?(?![\w])",
        ),
        (
            _DIGITS,
            r"(?<![\w.,])[0-9]{9,}(?![.,]?[0-9])|(?<![\w.,-])[0-9]{1,6}(?:-[0-9]{1,6}){2,}(?![\w])",
        ),
        (
            ".",
            r"(?<!kul )(?<!am )(?<![\w.,])[0-9]{1,4}(?:\.[0-9]{1,4}){2,}(?<!\.[0-9]{3}\.[0-9]{3})(?<!\d\.\d{3})(?!\w)",
        ),
    )
)

_LEFT_OVER = Marked(re.compile(r"\bke-[0-9.]+(?![0-9])|(?<![\w.,])[0-9.,]+-an\b"), ("ke-", "-an"))
"""Indonesian forms in an English text: no value of theirs is said there."""

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[-.][0-9]{1,2}[-.][0-9]{4}")


@lru_cache(maxsize=64)
def find(text: str, language: str) -> tuple[Span, ...]:
    """Find the stretches whose digits count nothing."""
    return tuple(
        Span(*match.span())
        for pattern in ((*_COPIED, _LEFT_OVER) if language == "en" else _COPIED)
        for match in pattern.finditer(text)
        if match.end() > match.start() and not _ISO_DATE.fullmatch(match.group())
    )
