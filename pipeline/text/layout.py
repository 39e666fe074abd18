"""How lines of a news page look that are not prose: promo lines, bylines, credits, tags.

Patterns only; which of them apply where is decided in `stages.structure`, which sees the whole page.
"""

from __future__ import annotations

import re

from pipeline.text.agencies import label_of, recognise
from pipeline.text.datelines import dateline
from pipeline.text.interface import heads_other_articles, is_button


def any_case(*patterns: str) -> re.Pattern[str]:
    """Compile patterns of which one has to fit, whatever the case of the letters."""
    return re.compile("|".join(patterns), re.IGNORECASE)


BREADCRUMB = re.compile(
    r"^[^.!?]{2,40}(?:\s[>»›/|]\s[^.!?>»›/|]{2,40}){2,}$|^\w+(?:\s[>»›]\s\w[\w ]{1,40})+$"
)
RELATED = any_case(
    r"^(?:[>*»•–-]+\s*)?(?:baca|lihat|simak|tonton|cek|read|see|watch)"
    r"(?:\s+(?:juga|pula|selengkapnya|video|foto|artikel lainnya))?\s*:",
    r"^(?:[>*»•–-]+\s*)?(?:baca|lihat|simak) juga\b",
    r"^(?:artikel|berita|baca|konten)? ?terkait$|^(?:artikel|berita) terkait\b|^pilihan (?:editor|redaksi)\b",
    r"^(?:baca|berita|artikel) (?:lainnya|populer|terpopuler|pilihan)\s*:?$|^terpopuler$|^rekomendasi(?: untuk anda)?$"
    r"|^(?:berita )?(?:terkini|terbaru)(?: lainnya)?$|^(?:latest|top|more) (?:news|stories|headlines)$",
    r"^artikel (?:selanjutnya|sebelumnya)$|^more (?:from|in|about) [\w ]{2,30}$",
    r"^(?:[>*»•–-]+\s*)?(?:read|see) (?:also|next|more(?!\W*$))\b|^also (?:read|see)\b",
    r"^related(?: (?:story|stories|articles?|news|coverage))?\s*(?::|$)"
    r"|^(?:more on this (?:story|topic)|you may also like)\b",
)


def leads_elsewhere(line: str) -> bool:
    """Tell a line that leads to other articles, or heads such lines."""
    return RELATED.search(line) is not None or (heads_other_articles(line) and not is_button(line))


TAGS = any_case(
    r"^(?:[a-z]+ ){0,2}topics?:$"
    r"|^(?:tags?|topik(?: terkait| terhangat| artikel)?|label|kata kunci|keywords?|(?:related )?topics?"
    r"|kategori|category|rubrik|filed under)\s*(?:[:|]|$)",
    r"^(?:#\w+[\s,]*)+$",
    r"^(?-i:in (?:[A-Z]\w+(?:, |$)){1,4})$",
)
MASTHEAD = any_case(
    r"^[A-Z]{1,5}-\d+(?:/[\w.-]+)+$",
    r"^(?:(?:siaran|keterangan|berita|pernyataan|rilis) pers|rilis|(?:press|news|media) release|for immediate release"
    r"|untuk diterbitkan segera|embargo(?:ed)?\b.{0,60})$",
    r"^(?:nomor|no\.?|number|ref)\s?:?\s?[\w.-]+(?:/[\w.-]+)+$",
    r"^[^.!?]{3,60}\brepublik indonesia$",
)
"""What stands above the headline of a release."""

SOURCE = re.compile(
    r"^SOURCE:? [A-Z][^.!?]{2,60}$|"
    r"^\(?(?i:sumber|source)\s*:\s*\S.{1,60}$"
    r"|^(?i:sumber|source|foto|photo)\s*:$"
    r"|^(?i:berita|kantor berita|warta)\s+"
    r"(?!.*\b(?:Terkini|Terkait|Terbaru|Lainnya|Populer)\b)(?:[A-Z][\w.-]*\s*){1,3}$"
    r"|^[A-Z]{2,5}\s+(?i:nieuws|news)$"
    r"|^(?:Berita|Artikel|Laporan|Tulisan) ini di(?:olah|sarikan|himpun|sadur|terjemahkan|rangkum) dari "
    r"(?:laporan|berita|siaran pers|rilis|berbagai sumber|kantor berita|situs|laman)\b[^.!?]{0,60}\.?$"
)
CAPTION_LABEL = any_case(
    r"^(?:keterangan (?:gambar|foto)|image caption|photo caption|caption)\s*[,:]"
    r"|^(?:keterangan (?:gambar|foto)|(?:image|photo) caption) (?-i:[A-Z])"
    r"|^(?:grafik|tabel|peta|infografi[sk]|chart|graphic|map|table)\s*:\s*\S"
)
SCENE_START = re.compile(
    r"^(?:Suasana|Ilustrasi|Potret|Foto|Tampak|Sejumlah|Seorang|Tangkapan layar|Pemandangan)\b"
)
CAPTION_START = any_case(
    r"^(?:foto|ilustrasi|suasana|sejumlah|seorang|kondisi|potret|pemandangan|tampak|pengunjung"
    r"|tangkapan layar|arsip|infografis|keterangan foto|petugas|warga"
    r"|file photo|pictured|illustration|an? (?:aerial|man|woman|file)|people)\b"
)
POSITION = any_case(
    r"\((?:[^()]{0,20}\b)?(?:kiri|kanan|tengah|depan|belakang|atas|bawah|left|right|center|centre|l|r)\b[^()]{0,20}\)"
)
_SHOWN = re.compile(
    r", (?:(?:far|second from|third from) )?(?:left|right|cent(?:er|re)), (?:in|and|is|are|with|[a-z]+(?:s|ing))\b"
    r"|, (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, )?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}, 20\d\d\.$"
)
_TOLD = re.compile(r"\b(?:was|were|had|said|says|born|died|would)\b|[“”\"]|[a-z]{3}\. [A-Z]")
_LONGEST_SHOWN = 320
_POSITIONS = ("left, ", "right, ", "center, ", "centre, ", ", 20")
"""One of these is in every such line, and in few others."""


def is_shown(line: str) -> bool:
    """Tell how agencies caption a picture: who stands where, in the present, and the day at the end.

    >>> is_shown("President Joko Widodo, center, visits a shelter in Cianjur, Indonesia, Nov. 22, 2022.")
    True
    """
    if len(line) > _LONGEST_SHOWN or not any(mark in line for mark in _POSITIONS):
        return False
    return bool(_SHOWN.search(line)) and not _TOLD.search(line)


BULLET = re.compile(r"^(?:[-•*·▪●–◦]\s+|\(?\d{1,2}[.)]\s+|[a-z][.)]\s+)(?=\S)")
LETTERED = re.compile(r"^[a-z][.)]\s")
_TRAILING_CREDIT = re.compile(
    r"[\s.]*?(?P<credit>\([^()]{2,80}\)|\[[^\[\]]{2,80}\]"
    r"|(?<=\s)(?:Foto|FOTO|Photo|PHOTO|Photograph)\s*:\s*(?:[^.]|(?<=\b[A-Z])\.|(?<=\b[Dd]ok)\.){2,60}"
    r"|(?<=[.”\"] )[A-Z][\w .-]{1,25}/[A-Z][^.]{2,50}"
    r"|(?<=[.”\"] )[—–-]+ ?(?:PHOTO|FOTO|Photo|Foto)\b[^.]{3,50}"
    r"|(?<=[.”\"] )(?:(?:Photo|Image|Illustration|Foto|Ilustrasi) (?:by|oleh|courtesy of)|Courtesy of) [^.]{2,60}"
    r"|(?<=[.”\"] )© ?[A-Z][^.\d]{2,60}"
    r"|(?<=[.”\"] )(?:Dok\.?|DOK\.?|Arsip|ARSIP) [^.]{2,50})\.?$"
)
PHOTO_BUTTONS = frozenset({"lihat foto", "perbesar", "lihat galeri"})
ADDRESS = any_case(
    r"\b(?:jl|jln|jalan)\b\.? .{3,60}\b(?:no\b|\d{5}$)|\bkode pos\b|\b(?:telp|telepon|fax|tel)\b\.?\s*:?\s*[(+\d]"
)
"""The address of an office, as it stands in the head of its letters."""
DISTRICT = re.compile(
    r"^(?:(?:Kecamatan|Kabupaten|Kota|Kab\.|Kec\.|Provinsi|Desa|Kelurahan) [A-Z][\w .]{2,30}(?:,\s?|$)){2,4}$",
    re.IGNORECASE,
)
"""Where a village belongs: `Kecamatan Bojongmanik, Kabupaten Lebak`."""
PART = any_case(
    r"^(?:pertanyaan|tanya|soal|jawaban|jawab|intisari(?: jawaban)?|ringkasan|ulasan|penjelasan|latar belakang"
    r"|(?:media|press) contacts?|kontak media|narahubung media"
    r"|pengantar|pendahuluan|kesimpulan|penutup|lampiran|tembusan|attachments?|question|answer|summary|background"
    r"|introduction|conclusion"
    r"|key (?:points|facts))\W*$"
)
"""What a part of an article is called, which is nobody's name."""
ENTRY = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|zip)(?: \([^()]{2,20}\))?$"
    r"|^[a-z][a-z' -]{1,30} [–—-] (?:n|v|adj|adv|prep|phrase|pron|conj|kb|kk)\b\.? "
)
"""An entry of a list of words or of files: `reef – n. a line of rocks`, `Dokumen.pdf (2,3 MB)`."""
DAY_IN_BRACKETS = re.compile(r"\(\d{1,2}/\d{1,2}(?:/\d{2,4})?\)\.?$")
LABELLED = re.compile(r"^[A-Z\d][\w /()-]{1,30}\s?:\s\S.{0,120}$")
"""A label and what it says: `Lahir: Malang, 4 Mei 1979`."""

OCCASION = any_case(
    r"^(?:hari(?: ?[/,] ?tanggal)?|tanggal|waktu|pukul|jam|tempat|lokasi|acara|agenda|tema|day|date|time|venue|place"
    r"|when|where|event)\s?:\s"
)
"""When and where something will be: `Tempat : Aula Kantor Desa`."""

SETS = re.compile(r"\b\d{1,3}-\d{1,3}(?:,\s\d{1,3}-\d{1,3})+$")
"""The sets of a match, with which a line of a list of results ends: `… 21-14, 21-13`."""
RESULT = re.compile(
    r"\b\d{1,3}\s?[-–:]\s?\d{1,3}\b|\d[.:]\d{2}\b|^\d+[.)]?\s|\s\d+$|\bvs?\.?\s[A-Z]|\d[’'](?!\w)"
)
"""What lines of a table have: a score, a clock, a rank, a count at the end."""

_BRACKETED = re.compile(r"\s\([A-Z][^()]{2,30}\)$")
_LONGEST_LABEL = 90
"""Characters of the longest line that is taken for a credit."""


def is_labelled_scene(line: str) -> bool:
    """Tell what a picture shows, with a label before it: `Foto: Petugas mengevakuasi truk`."""
    labelled, rest = label_of(line)
    return labelled and line[1:2].islower() and _is_scene(rest)


def is_credit(line: str) -> bool:
    """Tell a line that is a credit by itself: it has no verb, only an agency, a label, names."""
    if len(line) > _LONGEST_LABEL or (line.endswith((".", "?", "!")) and len(line.split()) > 5):
        return False
    labelled, rest = label_of(line)
    if labelled:
        # In brackets nothing but a credit is labelled: `(Foto: tangkapan layar)`.
        return not _is_scene(rest) or (line.startswith("(") and len(rest.split()) <= _CREDITED)
    if recognise(line) is not None and len(line.split()) <= 7:
        return not _is_scene(_BRACKETED.sub("", line))
    return bool(_SIGNED.match(line))


_CREDITED = 3
"""Words of a credit in brackets that names nobody."""

_SIGNED = re.compile(
    r"^\((?:foto[ :]+)?[\w.@ -]{2,40}/\s?@?(?:[A-Z][\w.'’-]{3,40}|[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,4})\)$"
    r"|^[A-Z][\w.-]{1,25}/[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,4}$"
    r"|^\([A-Z][A-Za-z .-]{2,30}(?<!Editor)(?<!Reporter)(?<!Penulis)(?<!Sumber)(?<!Source)"
    r": [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}\)$"
    r"|^[\w-]+\.(?:com|co\.id|co|id|net)/[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}$"
    r"|^\(?(?:Instagram|IG|Facebook|Twitter|X|TikTok|YouTube|Threads)\b[\s/:]*@[\w. -]{2,60}\)?$"
    r"|^© ?[A-Z][\w.'’-]+(?:[ /]+[A-Z][\w.'’-]*){0,7}$"
    r"|^\([A-Z][a-z]+(?:\s[A-Z][a-z]+){0,3}/[a-z]{5,20}\)$|^\([\w-]+\.(?:com|co\.id|co|id|net)(?:/[^()]{2,40})?\)$"
)
"""A house and a name that no list has: `(KABAR.com/RAHMA ANINDITA)`, `(Wisma/kabarkini)`."""
_CREDIT_WORDS = frozenset("dok dan via oleh dari by and for of the via istimewa".split())


def _is_scene(text: str) -> bool:
    """Tell what a picture shows (`Foto: Petugas mengevakuasi truk`) from who took it."""
    words = text.split()
    said = [word for word in words if word[0].islower() and word.strip(".,").lower() not in _CREDIT_WORDS]
    drawn = words[0].lower().startswith("ilustrasi") if words else False
    return len(said) >= 2 or (bool(said) and (drawn or len(words) >= 4))


def split_trailing_credit(caption: str) -> tuple[str, str]:
    """Part a caption from the credit at its end.

    >>> split_trailing_credit("Puing rumah di Cugenang. (Dok. BNPB)")
    ('Puing rumah di Cugenang.', '(Dok. BNPB)')
    >>> split_trailing_credit("Stoltenberg (kiri) berbicara")
    ('Stoltenberg (kiri) berbicara', '')
    """
    match = _TRAILING_CREDIT.search(caption, max(0, len(caption) - 120))
    if match and match.start() > 0 and is_credit(match["credit"]) and not _CODE.search(match["credit"]):
        return caption[: match.start("credit")].rstrip(), caption[match.start("credit") :]
    return caption, ""


PROSE_WORDS = 8
"""A line that ends like a sentence and has this many words is prose."""


def is_prose(text: str) -> bool:
    """Tell a paragraph of running text from a label."""
    words = len(text.split())
    ends = unsigned(text).rstrip("\"”’')").endswith((".", "!", "?", "…", ":", ";"))
    return words >= PROSE_WORDS and (ends or words > 30 or dateline(text) is not None)


def calls_out(text: str) -> bool:
    """Tell a line that may be a headline although it ends like a sentence: `… yang Wajib Dicoba!`."""
    return (
        text.endswith(("!", "?"))
        and len(text.split()) <= HEADLINE_WORDS
        and not any(mark in text[:-1] for mark in ("! ", "? ", ". "))
    )


HEADLINE_WORDS = 18
"""Words of the longest headline that ends in `!` or `?`."""


def unsigned(text: str) -> str:
    """Leave off the initials that close an article: `… dengan doa bersama. (hms/wd)`, `… (*)`."""
    signed = _SIGNED_OFF.search(text, max(0, len(text) - 24))
    return text[: signed.start()].rstrip() if signed else text


_CODE = re.compile(r"/[A-Z]\d{2,4}\)$")
"""An agency's number of who edited, which closes a report: `… kata dia. (LHS/T007)`."""

_SIGNED_OFF = re.compile(r"[(\[](?:\*+|(?:\*/)?[a-zA-Z]{2,6}(?:[/-][a-zA-Z0-9]{1,6}){0,3})[)\]]$")
