"""How lines of a news page look that are not prose: promo lines, bylines, credits, tags, datelines.

Patterns only; which of them apply where is decided in `stages.structure`, which sees the whole page.
"""

from __future__ import annotations

import re

from pipeline.text.agencies import has_credit_label, recognise


def _any_case(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


BREADCRUMB = re.compile(
    r"^[^.!?]{2,40}(?:\s[>»›/|]\s[^.!?>»›/|]{2,40}){2,}$|^\w+(?:\s[>»›]\s\w[\w ]{1,40})+$"
)
RELATED = _any_case(
    r"^(?:>+\s*)?(?:baca|lihat|simak|tonton|cek)(?:\s+(?:juga|pula|selengkapnya|video|foto|artikel lainnya))?\s*:",
    r"^(?:>+\s*)?(?:baca|lihat|simak) juga\b",
    r"^(?:artikel|berita) terkait|^pilihan editor",
    r"^(?:>+\s*)?(?:read|see) (?:also|more|next)\b|^also read\b",
    r"^related(?: (?:story|stories|articles?|news))?\s*:",
)
TAGS = _any_case(
    r"^(?:tags?|topik(?: terkait| terhangat)?|label|kata kunci|keywords?|topics?)\s*(?:[:|]|$)",
    r"^(?:#\w+[\s,]*)+$",
)
_PROMO = _any_case(
    r"^(?:ikuti|follow|dapatkan|berlangganan|subscribe|gabung|mari bergabung|ayo (?:gabung|ikuti)|klik|unduh|download"
    r"|yuk,?|jangan (?:lewatkan|ketinggalan)|sign up|join)\b.{0,200}\b(?:berita|kabar|update|kanal|channel|aplikasi"
    r"|app|google news|whatsapp|telegram|newsletter|instagram|facebook|youtube|twitter|tiktok|news|kami|us)\b",
    r"^(?:advertisement|advertising|iklan|scroll to continue|lanjut(?:kan)? (?:membaca|baca)|\[gambas|\[video)",
    r"^halaman (?:selanjutnya|\d)|^konten ini",
    r"^(?:artikel|berita) ini telah (?:tayang|terbit)|^this article (?:first|originally|was)",
    r"^(?:simak|saksikan|tonton|lihat)\b.{0,40}\b(?:video|foto|infografis)\b",
    r"^(?:copyright|hak cipta|©|\(c\)|all rights reserved)|\bhak cipta (?:dilindungi|©)|copyright ©",
    r"\ball rights reserved\b|^\*\)|^[\W_]+$",
    r"^(?:simak|cek|baca|temukan|update)\b.{0,120}\b(?:google news|whatsapp|wa channel|kanal|channel|telegram"
    r"|aplikasi)\b",
    r"^(?:berita|informasi) (?:terkini|terbaru)[,.]",
    r"^(?:bagikan|share)(?: (?:artikel|this).*)?:?$|^(?:komentar|lihat semua|selengkapnya)$",
)
_BYLINE = _any_case(
    r"^(?:oleh|penulis|editor|penyunting|reporter|pewarta|redaktur|laporan|jurnalis|kontributor|wartawan|penerjemah"
    r"|tim redaksi|redaksi|writer|author|reporting by|by|editing by|written by)\b\s*[:|]",
    r"^(?:oleh|by)\s+(?-i:[A-Z][\w.'’-]+\s*){1,5}(?:(?:and|dan)\s+(?-i:[A-Z][\w.'’-]+\s*){1,5})?(?:[,|].*)?$",
    r"^(?:kontributor|wartawan|reporter|koresponden)(?-i:(?: [A-Z][\w.'’-]+){1,3},)(?-i:(?: [A-Z][\w.'’-]+){1,4})$",
    r"^(?-i:(?:[A-Z][\w.'’]+ ?){1,4})\s*[-–,|]\s*(?:jurnalis|wartawan|reporter|detik\w*|tim\b|\w+news\b"
    r"|[\w.]+\.(?:com|id))(?:(?!\s--?\s)[^–—]){0,45}$",
    r"^laporan (?:wartawan|reporter|kontributor)\b",
    r"^tim (?:redaksi|liputan)\b",
)
_INITIALS = re.compile(r"^\([a-z]{2,5}(?:/[a-z]{2,5}){0,3}\)$|^[a-z]{2,5}(?:/[a-z]{2,5}){1,3}$")

_MONTHS = "jan|feb|mar|apr|mei|may|jun|jul|ag[ut]|aug|sep|okt|oct|nov|des|dec|nop"
STAMP = _any_case(
    r"^(?:(?:diterbitkan|dipublikasikan|diperbarui|published|updated|tayang|terbit|posted|diunggah)\b[^\d]{0,20})?"
    r"(?:(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|mon|tue|wed|thu|fri|sat|sun)[a-z]*\s*[,|]?\s*)?"
    rf"(?:(?P<day>\d{{1,2}})(?:[/-](?P<month>\d{{1,2}})[/-]|\s+(?P<name>(?:{_MONTHS})[a-z]*)\.?,?\s+)(?P<year>\d{{4}})"
    rf"|(?P<name2>(?:{_MONTHS})[a-z]*)\.?\s+(?P<day2>\d{{1,2}}),?\s+(?P<year2>\d{{4}}))"
    r"(?:\s*[,|@•·-]*\s*(?:pukul|jam|at)?\s*(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?:[.:]\d{2})?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*\(?(?P<zone>WIB|WITA|WIT|UTC|GMT)?\)?)?\s*$"
)
"""A line that says when the article was published, and nothing else."""

SOURCE = re.compile(
    r"^\(?(?i:sumber|source)\s*:\s*\S.{1,60}$"
    r"|^(?i:berita|kantor berita|warta)\s+(?:[A-Z][\w.-]*\s*){1,3}$"
    r"|^[A-Z]{2,5}\s+(?i:nieuws|news)$"
)
CAPTION_START = _any_case(
    r"^(?:foto|ilustrasi|suasana|sejumlah|seorang|kondisi|potret|pemandangan|tampak|pengunjung"
    r"|tangkapan layar|arsip|infografis|keterangan foto|petugas|warga"
    r"|caption|file photo|pictured|illustration|an? (?:aerial|man|woman|file)|people)\b"
)
POSITION = _any_case(
    r"\((?:[^()]{0,20}\b)?(?:kiri|kanan|tengah|depan|belakang|atas|bawah|left|right|center|centre|l|r)\b[^()]{0,20}\)"
)
BULLET = re.compile(r"^(?:[-•*·▪●–◦]\s+|\(?\d{1,2}[.)]\s+|[a-z][.)]\s+)(?=\S)")
_TRAILING_CREDIT = re.compile(
    r"[\s.]*?(?P<credit>\([^()]{2,80}\)"
    r"|(?<=\s)(?:Foto|FOTO|Photo)\s*:\s*[^.]{2,60}"
    r"|(?<=[.”\"] )[A-Z][\w .-]{1,25}/[A-Z][^.]{2,50}"
    r"|(?<=[.”\"] )Dok\.? [^.]{2,50})\.?$"
)
DATELINE = re.compile(
    r"^(?P<line>[A-Z(][\w.'’/)(-]*"
    r"(?:[ ,]+(?:[A-Z(][\w.'’/()-]*|[a-z][\w-]+\.(?:com|co\.id|id|net|org)|dan|of)){0,6}"
    r"(?:,?\s*\(?\d{1,2}(?:/\d{1,2}(?:/\d{4})?|\s+[A-Z][a-z]+(?:\s+\d{4})?)\)?)?"
    r"\s*(?:--|[-–—]))\s+(?=[A-Z“\"‘'\d(])"
)
_BIG_CITIES = "Jakarta|Bandung|Surabaya|Semarang|Yogyakarta|Denpasar|Medan|Makassar"
PLACE_COLON = re.compile(rf"^(?P<line>(?:{_BIG_CITIES})\s*:)\s+(?=[A-Z“\"])")

_LONGEST_LABEL = 90
"""Characters of the longest line that is taken for a credit."""


def is_promo(line: str) -> bool:
    """Tell a line that sells or warns rather than reports."""
    return len(line) <= 400 and bool(_PROMO.search(line))


def is_byline(line: str) -> bool:
    """Tell a line of names or initials of those who made the article.

    >>> [is_byline(line) for line in ("Penulis: Dewi", "(rhd/ega)", "Oleh Made Suarjana", "oleh")]
    [True, True, True, False]
    """
    return len(line) <= 160 and bool(_INITIALS.match(line) or _BYLINE.match(line))


def is_credit(line: str) -> bool:
    """Tell a line that is a credit by itself: it has no verb, only an agency, a label, names."""
    if len(line) > _LONGEST_LABEL or (line.endswith((".", "?", "!")) and len(line.split()) > 5):
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
