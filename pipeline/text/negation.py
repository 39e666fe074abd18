"""Find negations in both languages, and the many words that carry one without a `not`.

`Belum` is `yet to`, `tidak hadir` is `absent`, `gagal` is `did not manage`: only a negation that has
nothing like it on the other side was lost.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.model import Span

_IDIOMS_ID = """
belum lama ini|belum lama|belum lagi|tak lama|tidak lama|tidak sedikit|tak sedikit|tidak jarang|
tak jarang|bukan main|mau tidak mau|mau tak mau|tak pelak|tak ayal|tak urung|tidak urung|tidak hanya|
tak hanya|bukan hanya|tidak cuma|bukan cuma|tak cuma|bukan saja|
tidak saja|tak saja|bukan semata|bukan semata-mata|tidak semata-mata|tak semata|tidak kurang dari|
tak kurang dari|tidak lebih dari|tak lebih dari|paling tidak|kalau tidak|jika tidak|bila tidak|
tidak lain|tak lain|apa boleh buat|bukan tidak mungkin|bukan tak mungkin|tak heran|tidak heran|
atau tidak|atau bukan|atau belum|tidak terkecuali|tak terkecuali|tak terbatas|
tidak tertutup kemungkinan|tak henti|tanpa henti|tiada henti|tak kunjung|tak terlupakan|bukan kebetulan|
tak ketinggalan|tidak ketinggalan|tak sabar|tanpa ragu|tak ubahnya|tidak sengaja|tak sengaja|
tidak terlalu|tak terlalu|tidak langsung|tak langsung|tak terduga|tidak terduga|
tak jauh|tidak jauh|tanpa terkecuali|tanpa kecuali|tidak lagi|tak lagi|tanpa awak|tak benda|
setidak-tidaknya|tidak berapa lama|tak pernah lelah
"""

_STRONG_ID = r"tidak|tak|bukan|belum|jangan|tanpa|mustahil|tiada|takkan|ndak|nggak|enggak|gak|ogah|pantang"

_WEAK_ID = r"""
gagal|kegagalan|kurang|kekurangan|jarang|hampir|anti\w*|non\w*|nir\w+|menolak|ditolak|penolakan|tolak|
membantah|dibantah|bantah|bantahan|menyangkal|menampik|ditampik|mengelak|menepis|ditepis|kecuali|selain|
larang\w*|dilarang|melarang|pelarangan|cegah|mencegah|dicegah|pencegahan|batal\w*|membatalkan|
dibatalkan|pembatalan|hilang|menghilang|kehilangan|lenyap|kosong|absen|absennya|mangkir|bolos|ilegal|
liar|sulit|susah|sukar|berhenti|menghentikan|dihentikan|hentikan|setop|stop|putus|lupa|abai|mengabaikan|
diabaikan|enggan|alih-alih|ketimbang|bebas|lepas|luput|terhindar|menghindari|hindari|mogok|buntu|mandek|
macet|buta|bisu|tuli|sia-sia|percuma|cacat|difabel|disabilitas|lumpuh|tertunda|menunda|ditunda|
penundaan|tunda|misterius|mubazir|siapa sangka|musnah|nol|habis|ketidak\w+|\w+tidak\w+|melainkan|langka|
minim|rahasia|merahasiakan|dirahasiakan|terlantar|telantar|terbengkalai|bungkam|golput|nonaktif|
menonaktifkan|dinonaktifkan|ketiadaan|keliru|palsu|kandas|usah|gratis|cuma-cuma|paling lambat|
paling lama|paling banyak|maksimal|jalan di tempat|anonim|bujang|lajang|pailit|mana mungkin|mana bisa|
ogah-ogahan|segan|ragu|setop|pisah|cuek|acuh|yatim|sebatang kara|lowong|belaka|hanya|baru|nihil
"""

_STRONG_EN = (
    r"not|never|no(?!\.?\s*\d)|nor|none|nobody|nothing|nowhere|neither|cannot|without|\w+n['’]t|ain['’]t|"
    r"yet\s+to|impossible|un(?:able|likely)"
)

_IDIOMS_EN = (
    r"not\s+(?:only|just|merely|least|to\s+mention|simply|solely)|no\s+(?:doubt|wonder|sooner|matter)|"
    r"why\s+not|if\s+not|or\s+not|not\s+long|no\s+less\s+than|no\s+fewer\s+than|can(?:not|['’]t)\s+help|nothing\s+but|"
    r"no\s+other|none\s+other|no\s+(?:later|earlier|more|longer)(?:\s+than)?|going\s+nowhere"
)

_WEAK_EN = r"""
un(?!it|ion|iv|iq|ic|if|es|de[rs]|to\b|cles?\b|ani|veil|leash|fold)\w{3,}|in(?:ac|ad|ap|comp|conc|cons|
corr|cre[dm]|curab|dec|def|deli|dep|dig|dir|disc|eff|el|eq|es|ev|ex[aeopt]|fam|fer|fin|firm|flex|fre|
hum|jus|nocen|op|san|sec|sen|sig|sub|suf|sur|tan|tol|val|var|vis|voluntar)\w*|il(?:leg|lic|lit|log)\w*|
im(?:mobil|mor|patien|perf|plaus|pol|prac|prob|prop|pun|matur|part)\w*|ir(?:reg|rel|rep|res|rat|rev)\w*|
dis(?:ab|ad|ag|al|app|arm|bel|com|con|hon|int|like|loy|miss|mount|obe|ord|org|par|per|pro|qua|reg|rep|
res|sat|sol|trust|us)\w*|non-?\w+|mis(?!s)\w{4,}|anti\w*|(?!unless|bless|regardless|nevertheless|
nonetheless)\w{3,}less(?:ly|ness)?|\w+-free|free|fail\w*|lack\w*|absen\w*|refus\w*|reject\w*|declin\w*|
den(?:y|ies|ied|ying|ial\w*)|avoid\w*|prevent\w*|stop\w*|ban|bans|banned|banning|prohibit\w*|forbid\w*|
forbad\w*|barred|barring|hardly|barely|scarcely|rarely|seldom|few|fewer|little|less|rather\s+than|
instead|except|unless|missing|missed|lost|lose|loses|losing|short|shortage\w*|scarc\w*|empty|vacant|
cancel\w*|halt\w*|ceas\w*|quit|zero|nil|leav\w+|free|nude|naked|bare\w*|drone\w*|
neglect\w*|ignor\w*|overlook\w*|skip\w*|withh\w*|hesita\w*|reluct\w*|wary|anonym\w*|secret\w*|keep\w*\s+(?:[\w-]+\s+){1,4}from|kept\s+(?:[\w-]+\s+){1,4}from|spare\w*|
exempt\w*|stateless|offline|bereft|devoid|abandon\w*|void|blank|nullif\w*|revok\w*|scrap\w*|elud\w*|escap\w*|
no-\w+|fals\w+|evad\w*|dodg\w*|stranger\w*|out\s+of|dangerous|remain\w*|still|pending|await\w*|difficult\w*|hard|tough|more\s+than|barring|opposed|far\s+from|anything\s+but|other\s+than|short\s+of|too|erratic|odd|irreg\w*|
long\s+before|only\s+(?:if|when|after)|against|
stand-?still|deadlock\w*|exclud\w*|before|away|prior
"""


def _words(listed: str) -> str:
    return "|".join(part.strip() for part in listed.replace("\n", "").split("|"))


def _compiled(inside: str) -> re.Pattern[str]:
    spaced = inside.replace(" ", r"\s+")
    return re.compile(rf"(?<![\w-])(?:{spaced})(?:lah|kah|nya|pun)?(?![\w-])", re.IGNORECASE)


_IDIOMS = {"id": _compiled(_words(_IDIOMS_ID)), "en": re.compile(rf"\b(?:{_IDIOMS_EN})\b", re.IGNORECASE)}
_STRONG = {"id": _compiled(_STRONG_ID), "en": re.compile(rf"(?<![\w-])(?:{_STRONG_EN})(?!\w)", re.IGNORECASE)}
_WEAK = {
    "id": _compiled(_words(_WEAK_ID)),
    "en": re.compile(rf"(?<![\w])(?:{_words(_WEAK_EN)})(?!\w)", re.IGNORECASE),
}


_CLAUSE = re.compile(r"[,;:—]")


class Negations(NamedTuple):
    """Plain negations, and all places where something else could stand for one."""

    plain: tuple[Span, ...]
    hints: tuple[Span, ...]

    @property
    def any(self) -> bool:
        """Whether the text may negate something."""
        return bool(self.plain or self.hints)

    def near(self, word: Span, text: str, reach: int) -> bool:
        """Tell whether one stands in `word` or at most `reach` characters before it, in its clause."""
        return any(_joined(place, word, text, reach) for place in (*self.plain, *self.hints))


def _joined(first: Span, second: Span, text: str, reach: int) -> bool:
    """Tell whether `second` follows `first`, or lies over it, closely and in one clause."""
    if first.start >= second.end or second.start - first.end > reach:
        return False
    return not _CLAUSE.search(text, first.end, max(first.end, second.start))


@lru_cache(maxsize=4096)
def plain(text: str, language: str) -> tuple[Span, ...]:
    """Return the plain negations of `text`, without those of an idiom.

    >>> len(plain("Tidak hanya murah, beras itu tidak enak.", "id"))
    1
    """
    if language not in _STRONG:
        return ()
    places = [Span(*found.span()) for found in _STRONG[language].finditer(text)]
    idioms = _idioms(text, language) if places else ()
    return tuple(place for place in places if not any(place.overlaps(idiom) for idiom in idioms))


@lru_cache(maxsize=4096)
def negations(text: str, language: str) -> Negations:
    """Return the negations of `text`; an idiom (`tidak hanya`, `not only`) only hints at one.

    >>> found = negations("Tidak hanya murah, beras itu tidak enak.", "id")
    >>> len(found.plain), len(found.hints)
    (1, 2)
    """
    if language not in _STRONG:
        return Negations((), (Span(0, len(text)),))
    weak = tuple(Span(*found.span()) for found in _WEAK[language].finditer(text))
    return Negations(plain(text, language), (*_idioms(text, language), *weak))


def _idioms(text: str, language: str) -> tuple[Span, ...]:
    return tuple(Span(*found.span()) for found in _IDIOMS[language].finditer(text))
