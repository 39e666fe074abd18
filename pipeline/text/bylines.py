"""How lines look that say who made an article: bylines, initials, credits of many hands, signatures."""

from __future__ import annotations

import re

from pipeline.text.layout import any_case

_MAKER = (
    r"(?:oleh|penulis|editor|penyunting|reporter|pewarta|redaktur|laporan|jurnalis|kontributor|wartawan|penerjemah"
    r"|layouter|ilustrator|desainer|fotografer|photographer|uploader|reportase|peliput|copy editor|sub-?editor"
    r"|rep|red|tim redaksi|redaksi|writer|author|translator|translated by|reporting by|additional reporting by|by"
    r"|edited by|editing by|written by|produser|producer|teks(?: dan foto)?|text(?: and photos?)?|naskah|sumber berita)"
)
_UNSTOPPED = r"(?:[^.]|(?<=\b[A-Z])\.)"
"""A character of a sentence: a stop only behind an initial."""
_BYLINE = any_case(
    rf"^(?:{_MAKER}(?:\s?(?:[&/]|dan|and)\s?{_MAKER})?|(?:posted|published|updated)(?: on| by)?|diterbitkan|diunggah)"
    r"\s*(?:[:|]|$)|^@\w{{3,30}}$",
    r"^(?:(?:ditulis |disusun )?oleh|by|penulis|editor|reporter|teks|text by|reporting by|editing by|translated by)\s+"
    r"(?-i:[A-Z][\w.'’-]+(?:[\s,;/]+[A-Z][\w.'’-]+){0,4}[\s,;/]*)"
    r"(?:(?:and|dan|;|editing by|edited by)\s+(?-i:[A-Z][\w.'’-]+(?:[\s,;]+[A-Z][\w.'’-]+){0,4}[\s,;]*)){0,4}"
    r"(?:[,|].*|(?:di|dari|in|from)(?-i:(?: [A-Z][\w.'’-]+){1,4}))?$",
    r"^(?:di(?:asuh|tulis|susun|sunting|edit|terjemahkan|laporkan|ulas|jawab|tinjau|liput|publikasikan|unggah|posting)"
    r"|reportase|liputan|(?:reportase|laporan|liputan) tambahan|(?:medically|additional|fact) \w+) (?:oleh|by)\b"
    rf"{_UNSTOPPED}{{3,90}}\.?$",
    r"^(?-i:(?:[A-Z][\w.'’]+ ){1,4})(?:sumber|sources?|ed|editor)\s?:.{2,60}$",
    rf"^(?-i:(?:[A-Z][\w.'’]+ ){{1,4}})(?:wrote|adapted|edited|produced|reported|translated) (?:this|it)\b"
    rf"{_UNSTOPPED}{{0,80}}\.?$",
    r"^(?:bersama|with) (?-i:dr|drg|Dr|Prof|Ust|Ustaz|KH)\b.{3,60}$",
    r"^by (?-i:[A-Z][\w.'’-]+ ){1,4}[’']\d\d,?(?:\s.{3,40})?$",
    r"^(?-i:[A-Z])[a-z]+(?: and [a-z]+)? by (?-i:[A-Z][\w.'’-]+(?:[\s,]+[A-Z][\w.'’-]+){0,3})$",
    r"^(?:kontributor|wartawan|reporter|koresponden)(?-i:(?: [A-Z][\w.'’-]+){1,4})(?-i:,(?: [A-Z][\w.'’-]+){1,4})?$",
    r"^(?-i:[A-Z][\w.'’]+(?: [A-Z][\w.'’]+){0,3})\s*[-–,|/]\s*(?:jurnalis|wartawan|reporter|detik\w*|tim\b|\w+news\b"
    r"|[\w.]+\.(?:com|id))(?:(?!\s--?\s)[^–—]){0,45}$",
    r"^laporan (?:wartawan|reporter|kontributor)\b|^tim (?:redaksi|liputan)\b",
    rf"^{_UNSTOPPED}{{3,80}}\b(?:berkontribusi (?:dalam|pada|untuk)|contributed to this|turut berkontribusi)\b"
    r"[^.]{3,60}\.?$",
    rf"^(?-i:[A-Z]){_UNSTOPPED}{{3,40}}\breported from (?-i:[A-Z]){_UNSTOPPED}{{2,90}}\.?$",
    r"^[—–-]\s?(?-i:[A-Z])[^@.!?]{2,40}\(@\w{2,30}\) (?-i:[A-Z])\w+ \d{1,2}, \d{4}$",
    r"^(?:admin|administrator|superadmin|webmaster|(?:pemimpin )?redaksi|newsroom|humas|staff writer)$",
)
_INITIALS = re.compile(
    r"^\(\*+\)$|^[(\[][a-z]{2,5}(?:/[a-z]{1,5}\d{0,3}){0,3}[)\]]$"
    r"|^(?=[a-z-]+/)[a-z]{2,5}(?:[/-][a-z]{2,5}){1,4}(?: \([^()]{2,40}\))?$"
)
_CONTRIBUTED = re.compile(
    r"^(?:(?:Additional|Further) )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|Compiled|Produced) by [A-Z][^“”\"]{2,240}$"
    r"|^[A-Z][^“”\"]{3,240}\bcontributed (?:to this (?:report|story|article)|reporting)\.?$"
    r"|^[—–-]*\s?With (?:assistance|reporting|help) (?:from|by) [A-Z][^“”\"]{2,240}$"
)
"""Who else took part: `Jatmiko reported from Jakarta. Journalist Trisnadi contributed to this report.`"""
CLOSING_INITIALS = re.compile(
    r"^[(\[]?\*?[A-Za-z]{2,6}(?:[/-][A-Za-z]{2,6}){0,3}[)\]]$|^[A-Z]{2,4}(?:/[A-Z]{2,4})+$"
)
"""Initials after the last paragraph, in capitals too: `(DND/UN)`."""
SIGNATURE = re.compile(
    r"\b(?:Kepala|Plt\.|Direktur|Pemimpin Redaksi|Sekretaris|Ketua|Juru Bicara|Head"
    r"|Director|Spokesperson)\b[^.!?]{0,80}$"
    r"|^(?:Dr|dr|Ir|Drs|Prof|H|Hj)\.? .{3,60}$|, (?:[SM]\.[A-Z]|Ph\.D)[\w., ]{0,30}$"
)
"""Who signs a release: an office, or a name with its degrees."""

OFFICE = re.compile(
    r"^(?:(?:Website|Situs|Portal|Laman)(?: Resmi)?|Badan|Dinas|Kementerian|Pemerintah|Universitas|Institut|Kantor"
    r"|Kepolisian|Komisi|Lembaga|Direktorat|Sekretariat|SMAN?|SMKN?|SMPN?|SDN?|MAN|Sekolah|Madrasah|Yayasan|RSUD"
    r"|Puskesmas|Pol(?:da|res|sek|resta)|Bid[a-z]+|Kejaksaan|Pengadilan|Humas|Biro|Ministry|Department|Office|University|Embassy)\b"
)
"""What the name of an authority begins with, which stands above the headline of its release."""


def is_byline(line: str) -> bool:
    """Tell a line of names or initials of those who made the article.

    >>> [is_byline(line) for line in ("Penulis: Dewi", "(rhd/ega)", "Oleh Made Suarjana", "oleh semua")]
    [True, True, True, False]
    """
    if _CONTRIBUTED.match(line) or is_signed_mark(line):
        return True
    return len(line) <= 160 and bool(_INITIALS.match(line) or _BYLINE.match(line))


def is_signed_mark(line: str) -> bool:
    """Tell what stands for a signature (`ttd`), or the number of an official who signs."""
    return _MARK.match(line) is not None


_MARK = re.compile(r"^(?:t\.?t\.?d\.?|tertanda|nip\.? ?:? ?[\d ]{8,24})$", re.IGNORECASE)


ROLE = re.compile(
    r"^(?:[\w'’.-]+ ){0,4}(?:editor|reporter|correspondent|columnist|journalist|wartawan|jurnalis|kontributor"
    r"|koresponden|kolumnis)$|^(?:pengasuh|pengamat|dosen|guru besar|peneliti|pengajar|pemerhati"
    r"|mahasiswa)(?: [\w'’.-]+){0,5}$",
    re.IGNORECASE,
)
"""What an author is, on a line under the name: `Indonesia Correspondent`, `Pengasuh Rubrik`."""

SIGNED_BY = re.compile(r"^(?:by|oleh)\s(?:\S+\s+){0,6}?(?-i:[A-Z])[^.!?]{2,120}$", re.IGNORECASE)
"""A line under the headline that says by whom: `By Indonesia correspondent Hugh Barrow in Kupang`."""
