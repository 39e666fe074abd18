"""Ordinals, in digits, words and Roman numerals, and the words for two and three together.

`hari kedua` is the second day and `kedua negara` are both countries: the same word, told apart by
what stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from pipeline.model import Quantity, QuantityKind, Span
from pipeline.text.gates import Figured, Worded
from pipeline.text.quantities.numerals import GAP, either, value_of
from pipeline.text.quantities.sayings import is_said

_EN_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_EN_REST = (
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth"),
)
_EN_TENTHS = (
    "twentieth",
    "thirtieth",
    "fortieth",
    "fiftieth",
    "sixtieth",
    "seventieth",
    "eightieth",
    "ninetieth",
)
_EN_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

ENGLISH: Mapping[str, int] = (
    {word: value for value, word in enumerate((*_EN_UNITS, *_EN_REST), 1)}
    | {word: 20 + 10 * place for place, word in enumerate(_EN_TENTHS)}
    | {
        f"{ten}-{unit}": 20 + 10 * place + value
        for place, ten in enumerate(_EN_TENS)
        for value, unit in enumerate(_EN_UNITS, 1)
    }
    | {"hundredth": 100}
)

_DIGITS = {
    "id": Figured(
        re.compile(
            r"\bke[-‑]?(?P<n>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?=nya\b|(?![\w]|[.,][0-9]))", re.IGNORECASE
        )
    ),
    "en": Figured(
        re.compile(
            r"(?<![\w.,])(?P<n>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:st|nd|rd|th)(?![^\W_]|\s(?-i:Street|Avenue)\b)",
            re.IGNORECASE,
        )
    ),
}
_NUMBERED = Figured(
    re.compile(
        r"\b(?:No\.|Nomor|nomor|no\.)(?:\s(?:urut|punggung|seri))?\s?(?P<n>[0-9]{1,3})(?![\w.,/]?[\w])(?!\s(?:k?m|(?:kilo)?meter)\b)"
    )
)
"""`calon nomor urut 2` is `candidate No. 2`: a place in a row; `nomor 100 meter` is a race."""

_NUMERAL = re.compile(r"[IVX]{1,6}\b")
_ROMAN = re.compile(
    r"\b(?:[Tt]riwulan|[Kk]uartal|[Ss]emester|[Kk]elas|[Jj]ilid|[Ee]selon|[Tt]ahap|[Pp]utaran|[Bb]abak|[Pp]eriode"
    r"|[Aa]bad|Perang Dunia|World War|[Kk]loter|[Gg]elombang|[Ss]esi|Koarmada|Komisi|Commission|[Pp]hase|[Vv]olume"
    r"|[Pp]aruh|Class|[Ee]chelon|Wamen\w{1,12}|[Gg]olongan|[Tt]ingkat|[Ss]eri|[Ee]disi|Super Bowl|King|Raja|Pelindo"
    r"|PON|Peparnas|KTT|MTQ|[Mm]uktamar|[Mm]unas|[Kk]ongres)\s"
    r"(?P<n>[IVX]{1,6})\b(?!\.[A-Z])(?:\s(?:dan|and|atau|or)\s(?P<n2>[IVX]{1,6})\b)?"
)
_QUARTER = Figured(re.compile(r"\bQ(?P<n>[1-4])\b|\bH(?P<n2>[12])(?=[\s/-]{0,2}(?:19|20)[0-9]{2}\b)"))
"""`Q3 2025` is the third quarter."""
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}

_PLACE = Worded.of(
    re.compile(
        r"\b(?:nomor|peringkat|posisi|urutan|rangking|ranking|juara|lantai|eselon|kelas|gerbong)\s"
        r"(?P<n>satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)\b",
        re.IGNORECASE,
    ),
    "nomor peringkat posisi urutan rangking ranking juara lantai eselon kelas gerbong".split(),
)
"""`peringkat satu dunia` is `world No. 1`."""

_ID_WORD = re.compile(
    rf"\b(?P<word>pertama|ke(?P<n>satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas"
    rf"|(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan){GAP}(?:belas|puluh)|seratus))(?P<all>nya)?(?![^\W_])",
    re.IGNORECASE,
)
_TOGETHER = re.compile(r"\bber(?P<n>dua|tiga|empat|lima|enam|tujuh)\b", re.IGNORECASE)
_EN_TOGETHER = Worded.of(
    re.compile(
        r"\bboth(?= (?:of|the|his|her|their|our|its|my)\b| [a-z]+s\b| (?:men|women|people|children)\b)",
        re.IGNORECASE,
    ),
    ("both",),
)
_TIMES = Worded.of(
    re.compile(
        r"\b(?:twice|twofold|doubl(?:ed|ing)|double(?= (?:the|that|in|since|from)\b)|(?<=\bto )double|(?<=\bpay )double"
        r"|(?P<three>tripl(?:ed|es|ing)|(?<=\bto )triple)|(?P<four>quadrupl(?:ed|es|ing))"
        r"|(?P<fold>three|four|five|six|seven|eight|nine|ten|twelve|(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})*(?=-?fold))-?fold)\b",
        re.IGNORECASE,
    ),
    "twice twofold double triple quadruple three four five six seven eight nine ten twelve fold".split(),
)

_COUNTED = frozenset(
    """abad alasan anak angkatan babak bagian bab batch besar bulan calon dakwaan debat dekade dosis edisi episode
    fase film gelar gelombang generasi gim gol hari harian indikasi istri jabatan jilid juara kali kalinya kampung
    kasus kategori keluarga kelas kelompok kloter kota kuartal laga langkah lantai leg lokasi masa menit minggu musim
    nomor opsi orang paruh pekan pemain pembunuhan peringkat periode perjalanan pertandingan pertanyaan pilihan
    posisi presiden putaran putri putra rangking rapat ronde rumah saat satu sejak semester seri serangan sesi set
    sidang soal suami syarat tahap tahapan tahun tahunan tempat terbesar terbanyak terpidana tersangka terdakwa
    tertinggi terburuk tersibuk tim tingkat titik triwulan tugas ujian urutan usia wakil wanita yang laut unsur
    pelaku korban saksi kandidat album buku lagu single musim kunjungan pertemuan percobaan semifinal final ibu
    bencana gempa erupsi letusan kecelakaan kematian kemenangan kekalahan kasta divisi liga""".split()
)
"""Nouns that count in a row: behind them `kedua` is `second`."""

_BOTH_AFTER = frozenset(
    """di ke dari oleh untuk antara bagi dengan pada kepada dan bahwa agar jika kalau ketika setelah sesudah sebelum
    saat meski meskipun walau sebab karena sementara sedangkan menurut para terhadap atas dalam hubungan sama
    semua hanya kendati biarpun walaupun lantaran supaya sehingga bila apabila yakni yaitu adalah akan telah sudah
    kerja tentang soal hingga sampai tetapi namun atau serta itu tokoh nasib sikap pendukung warga pemimpin
    pejabat kehilangan tentara pasukan nelayan rakyat tangan orangtua asuh""".split()
)
"""Words before which no row is counted: `antara kedua negara`."""


def find(text: str, language: str) -> Iterator[Quantity]:
    """Find ordinals, and numbers that words for a group stand for (`keduanya`, `both`, `twice`)."""
    for match in _DIGITS[language].finditer(text):
        yield _ordinal(match, value_of(match["n"], language), spelled=False)
    for match in _NUMBERED.finditer(text):
        yield _ordinal(match, Decimal(match["n"]), spelled=False)
    for match in _ROMAN.finditer(text) if _NUMERAL.search(text) else ():
        for group in ("n", "n2"):
            value = roman(match[group]) if match[group] else 0
            if value:
                yield Quantity(Span(*match.span(group)), QuantityKind.ORDINAL, Decimal(value), spelled=True)
    for match in _QUARTER.finditer(text):
        yield _ordinal(match, Decimal(match["n"] or match["n2"]), spelled=True)
    yield from (_indonesian(text) if language == "id" else _english(text))


def roman(numeral: str) -> int:
    """Return what a Roman numeral below forty is worth, or 0.

    >>> roman("XIV"), roman("IIX")
    (14, 0)
    """
    total = 0
    for letter, following in zip(numeral, [*numeral[1:], "I"], strict=True):
        value = _ROMAN_VALUES[letter]
        total += -value if value < _ROMAN_VALUES[following] else value
    tens, units = divmod(total, 10)
    units_written = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[units]
    return total if numeral == "X" * tens + units_written else 0


def _ordinal(match: re.Match[str], value: Decimal, *, spelled: bool) -> Quantity:
    return Quantity(Span(*match.span()), QuantityKind.ORDINAL, value, spelled=spelled)


def _indonesian(text: str) -> Iterator[Quantity]:
    for match in _ID_WORD.finditer(text):
        value = value_of(match["n"], "id") if match["n"] else Decimal(1)
        together = value > 1 and _is_group(text, match)
        kind = QuantityKind.NUMBER if together else QuantityKind.ORDINAL
        yield Quantity(Span(*match.span("word")), kind, value, spelled=True)
    for match in _PLACE.finditer(text):
        yield Quantity(Span(*match.span("n")), QuantityKind.ORDINAL, value_of(match["n"], "id"), spelled=True)
    for match in _TOGETHER.finditer(text):
        yield Quantity(Span(*match.span()), QuantityKind.NUMBER, value_of(match["n"], "id"), spelled=True)


def _is_group(text: str, match: re.Match[str]) -> bool:
    """Tell `kedua negara`, both of them, from `negara kedua`, the second one."""
    before = re.search(r"([^\W_]+)\s?$", text[max(0, match.start() - 24) : match.start()])
    word = before[1].lower() if before else ""
    if word in _COUNTED:
        return False
    followed = re.match(r"\s(?!kali)[^\W\d_]", text[match.end() : match.end() + 6])
    if match["all"]:
        return not word or word in _BOTH_AFTER or not word.islower()
    return bool(followed) and (not word or word in _BOTH_AFTER or word.startswith(("me", "di", "ber", "ter")))


@cache
def _english_words() -> Worded:
    # Not `per second`, `a 30-second video`, `at first`, `the first lady`, nor the half of a match.
    expression = re.compile(
        rf"(?<!per )(?<!of a )(?<!at )(?<!each )(?<!every )(?<!final )(?<!last )(?<![0-9]-)(?<![0-9] )(?<!split )(?<!-)"
        rf"\b(?P<word>{either(tuple(ENGLISH))})(?![^\W_])(?!{GAP}(?:lady|(?-i:Street|Avenue)|Insp|Lt|Lieutenant|Adj|Sgt|Class|served)|-come)(?:{GAP}half\b)?",
        re.IGNORECASE,
    )
    return Worded.of(expression, ENGLISH)


def _is_adverb(text: str, match: re.Match[str]) -> bool:
    """Tell `the violence must stop first` from `the first`."""
    before = text[max(0, match.start() - 5) : match.start()].lower().split()
    ends = not text[match.end() :].strip() or text[match.end()] in ',.;:?!)”"'
    return ends and bool(before) and before[-1] not in ("the", "his", "her", "its", "their", "a", "world")


def _english(text: str) -> Iterator[Quantity]:
    for match in _english_words().finditer(text):
        if match["word"].lower() == "first" and _is_adverb(text, match):
            continue
        if is_said(Span(*match.span()), text, "en"):
            continue
        yield _ordinal(match, Decimal(ENGLISH[match["word"].lower()]), spelled=True)
    for match in _EN_TOGETHER.finditer(text):
        yield Quantity(Span(*match.span()), QuantityKind.NUMBER, Decimal(2), spelled=True)
    for match in _TIMES.finditer(text):
        times = (
            value_of(match["fold"], "en")
            if match["fold"]
            else Decimal(3 if match["three"] else 4 if match["four"] else 2)
        )
        yield Quantity(Span(*match.span()), QuantityKind.NUMBER, times, spelled=True)
