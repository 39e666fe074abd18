"""How lines of a news page look that are not prose: promo lines, bylines, credits, tags, datelines.

Patterns only; which of them apply where is decided in `stages.structure`, which sees the whole page.
"""

from __future__ import annotations

import re

from pipeline.text.agencies import has_credit_label, recognise

RELATED = re.compile(
    r"^(?:>+\s*)?(?:baca|lihat|simak|tonton|cek)(?:\s+(?:juga|pula|selengkapnya|video|foto|artikel lainnya))?\s*:"
    r"|^(?:>+\s*)?(?:baca|lihat|simak) juga\b|^artikel terkait|^berita terkait|^pilihan editor"
    r"|^(?:>+\s*)?(?:read|see) (?:also|more|next)\b|^related(?: (?:story|stories|articles?|news))?\s*:|^also read\b",
    re.IGNORECASE,
)
TAGS = re.compile(
    r"^(?:tags?|topik(?: terkait| terhangat)?|label|kata kunci|keywords?|topics?)\s*[:|]|^(?:#\w+[\s,]*)+$",
    re.IGNORECASE,
)
_PROMO = re.compile(
    r"^(?:ikuti|follow|dapatkan|berlangganan|subscribe|gabung|mari bergabung|ayo (?:gabung|ikuti)|klik|unduh|download"
    r"|yuk,?|jangan (?:lewatkan|ketinggalan)|sign up|join)\b"
    r".{0,200}\b(?:berita|kabar|update|kanal|channel|aplikasi|app|google news|whatsapp|telegram|newsletter|instagram"
    r"|facebook|youtube|twitter|tiktok|news|kami|us)\b"
    r"|^(?:advertisement|iklan|scroll to continue|lanjut(?:kan)? (?:membaca|baca)|\[gambas|\[video|halaman (?:selanjutnya|\d)"
    r"|artikel ini telah (?:tayang|terbit)|konten ini|berita ini telah|this article (?:first|originally|was))"
    r"|^(?:simak|saksikan|tonton|lihat)\b.{0,40}\b(?:video|foto|infografis)\b"
    r"|^(?:copyright|hak cipta|©|\(c\)|all rights reserved)|\bhak cipta (?:dilindungi|©)|\ball rights reserved\b|copyright ©"
    r"|^download (?:aplikasi|our)|^(?:berita|informasi) (?:terkini|terbaru)[,.]|^(?:bagikan|share)(?: (?:artikel|this).*)?:?$"
    r"|^komentar$|^advertising$|^lihat semua$|^selengkapnya$",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^(?:oleh|penulis|editor|penyunting|reporter|pewarta|redaktur|laporan|jurnalis|kontributor|wartawan|penerjemah"
    r"|tim redaksi|redaksi|sumber foto|writer|author|reporting by|by|editing by|written by)\b\s*[:|]"
    r"|^(?:oleh|by)\s+(?:[A-Z][\w.'’-]+\s*){1,5}(?:[,|].*)?$"
    r"|^laporan (?:wartawan|reporter|kontributor)\b|^\(?[a-z]{2,5}(?:/[a-z]{2,5}){1,3}\)?$|^\([a-z]{2,5}\)$"
    r"|^tim (?:redaksi|liputan)\b",
    re.IGNORECASE,
)
_BYLINE_INITIALS = re.compile(r"^\(?[a-z]{2,5}(?:/[a-z]{2,5}){0,3}\)$|^[a-z]{2,5}/[a-z]{2,5}$")

_MONTHS = "jan|feb|mar|apr|mei|may|jun|jul|ag[ut]|aug|sep|okt|oct|nov|des|dec|nop"
STAMP = re.compile(
    r"^(?:(?:diterbitkan|dipublikasikan|diperbarui|published|updated|tayang|terbit|posted|diunggah)\b[^\d]{0,20})?"
    r"(?:(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|mon|tue|wed|thu|fri|sat|sun)[a-z]*\s*[,|]?\s*)?"
    rf"(?:(?P<day>\d{{1,2}})(?:[/-](?P<month>\d{{1,2}})[/-]|\s+(?P<name>(?:{_MONTHS})[a-z]*)\.?,?\s+)(?P<year>\d{{4}})"
    rf"|(?P<name2>(?:{_MONTHS})[a-z]*)\.?\s+(?P<day2>\d{{1,2}}),?\s+(?P<year2>\d{{4}}))"
    r"(?:\s*[,|@•·-]*\s*(?:pukul|jam|at)?\s*(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?:[.:]\d{2})?\s*(?P<half>[ap]\.?m\.?)?"
    r"\s*\(?(?P<zone>WIB|WITA|WIT|UTC|GMT)?\)?)?\s*$",
    re.IGNORECASE,
)
"""A line that says when the article was published, and nothing else."""

SOURCE = re.compile(
    r"^\(?(?:sumber|source)\s*:\s*\S.{1,60}$|^(?i:berita|kantor berita|warta)\s+(?:[A-Z][\w.-]*\s*){1,3}$"
    r"|^(?:[A-Z]{2,5})\s+(?:nieuws|news)$"
)
CAPTION_START = re.compile(
    r"^(?:foto|ilustrasi|suasana|sejumlah|seorang|tangkapan layar|arsip|infografis|keterangan foto|petugas|warga|caption"
    r"|file photo|pictured|illustration|an? (?:aerial|man|woman|file)|people)\b",
    re.IGNORECASE,
)
POSITION = re.compile(
    r"\((?:[^()]{0,20}\b)?(?:kiri|kanan|tengah|depan|belakang|atas|bawah|left|right|center|centre|l|r)\b[^()]{0,20}\)",
    re.IGNORECASE,
)
BULLET = re.compile(r"^(?:[-•*·▪●–◦]\s+|\(?\d{1,2}[.)]\s+|[a-z][.)]\s+)\S")
_TRAILING_CREDIT = re.compile(
    r"(?P<gap>[\s.]*?)(?P<credit>\((?:[^()]{2,80})\)|(?<=[.”\"] )(?:Foto|Photo)\s*:\s*[^.]{2,60}"
    r"|(?<=[.”\"] )[A-Z][\w .-]{1,25}/[A-Z][^.]{2,50}|(?<=[.”\"] )Dok\.? [^.]{2,50})\.?$"
)
DATELINE = re.compile(
    r"^(?P<line>(?:[A-Z(][\w.'’/)(-]*)(?:[ ,]+(?:[A-Z(][\w.'’/()-]*|[a-z][\w-]+\.(?:com|co\.id|id|net|org)|dan|of)){0,6}\s*"
    r"(?:--|[-–—]))\s+(?=[A-Z“\"‘'\d(])"
)
PLACE_COLON = re.compile(r"^(?P<line>(?:Jakarta|Bandung|Surabaya|Semarang|Yogyakarta|Denpasar|Medan|Makassar)\s*:)\s+(?=[A-Z“\"])")


def is_promo(line: str) -> bool:
    """Tell a line that sells or warns rather than reports."""
    return len(line) <= 400 and bool(_PROMO.search(line))


def is_byline(line: str) -> bool:
    """Tell a line of names or initials of those who made the article."""
    if len(line) > 160:
        return False
    if _BYLINE_INITIALS.match(line):
        return True
    # Initials alone are small letters; everything else may be set in any case.
    return bool(_BYLINE.match(line)) and not re.fullmatch(r"[a-z]+", line)


def is_credit(line: str) -> bool:
    """Tell a line that is a credit by itself: it has no verb, only an agency, a label, names."""
    if len(line) > 90 or line.endswith((".", "?", "!")) and not line.rstrip(".").endswith(("Dok", "HO")) and len(line.split()) > 5:
        return False
    return has_credit_label(line) or (recognise(line) is not None and len(line.split()) <= 7)


def split_trailing_credit(caption: str) -> tuple[str, str]:
    """Part a caption from the credit at its end.

    >>> split_trailing_credit("Puing rumah di Cugenang. (Dok. BNPB)")
    ('Puing rumah di Cugenang.', '(Dok. BNPB)')
    >>> split_trailing_credit("Stoltenberg (kiri) berbicara")
    ('Stoltenberg (kiri) berbicara', '')
    """
    match = _TRAILING_CREDIT.search(caption, max(0, len(caption) - 120))
    if match and match.start() > 0 and is_credit(match["credit"]):
        return caption[: match.start("credit")].rstrip(), caption[match.start("credit") :]
    return caption, ""
