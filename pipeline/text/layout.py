"""How lines of a news page look that are not prose: promo lines, bylines, credits, tags.

Patterns only; which of them apply where is decided in `stages.structure`, which sees the whole page.
"""

from __future__ import annotations

import re

from pipeline.text.agencies import label_of, recognise
from pipeline.text.datelines import dateline


def _any_case(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


BREADCRUMB = re.compile(
    r"^[^.!?]{2,40}(?:\s[>»›/|]\s[^.!?>»›/|]{2,40}){2,}$|^\w+(?:\s[>»›]\s\w[\w ]{1,40})+$"
)
RELATED = _any_case(
    r"^(?:>+\s*)?(?:baca|lihat|simak|tonton|cek)(?:\s+(?:juga|pula|selengkapnya|video|foto|artikel lainnya))?\s*:",
    r"^(?:>+\s*)?(?:baca|lihat|simak) juga\b",
    r"^(?:artikel|berita|baca|konten|topik)? ?terkait$|^(?:artikel|berita) terkait\b|^pilihan (?:editor|redaksi)\b",
    r"^(?:baca|berita|artikel) (?:lainnya|populer|terpopuler|pilihan)\s*:?$|^terpopuler$|^rekomendasi(?: untuk anda)?$",
    r"^artikel (?:selanjutnya|sebelumnya)$",
    r"^(?:>+\s*)?(?:read|see) (?:also|more|next)\b|^also read\b",
    r"^related(?: (?:story|stories|articles?|news|coverage))?\s*(?::|$)|^(?:more on this story|you may also like)\b",
)
TAGS = _any_case(
    r"^(?:tags?|topik(?: terkait| terhangat)?|label|kata kunci|keywords?|(?:related )?topics?|kategori|category|rubrik"
    r"|filed under)\s*(?:[:|]|$)",
    r"^(?:#\w+[\s,]*)+$",
)
_BUTTONS = frozenset(
    " ".join(word.split())
    for word in """
    advertisement|advertorial|iklan|sponsored|premium|eksklusif|copy link|salin tautan|salin link|
    url telah tercopy|batalkan|perbesar|lihat foto|lihat galeri|lihat semua|selengkapnya|baca selengkapnya|
    komentar|0 komentar|comments|share|bagikan|bagikan ini|share this|share this article|share on|
    bagikan artikel|bagikan berita|facebook|twitter|x|whatsapp|telegram|line|linkedin|pinterest|email|e-mail|
    print|cetak|tweet|save|simpan|listen|dengarkan|like this|like|loading|suka ini|memuat|a- a+|a-a+|
    ukuran font|play|video|read full story|continue reading|read more|lanjut baca|next|previous|selanjutnya|
    sebelumnya|masuk|login|register|daftar|breaking|breaking news|live|view this post on instagram|follow us|
    ikuti kami|daftar isi|table of contents|tutup|close|menu|cari|search
    """.split("|")
)
"""What a page has on its buttons; parted by bars."""

_PROMO = _any_case(
    r"^(?:ikuti|follow|dapatkan|berlangganan|subscribe|gabung|mari bergabung|ayo (?:gabung|ikuti)|klik|unduh|download"
    r"|yuk,?|jangan (?:lupa|lewatkan|ketinggalan)|sign up|join|pastikan|get|temukan|install)\b.{0,200}\b(?:berita|kabar"
    r"|update|kanal|channel|aplikasi|app|google news|whatsapp|telegram|newsletter|instagram|facebook|youtube|twitter"
    r"|tiktok|inbox|kami|us)\b",
    r"^(?:advertisement|advertising|scroll (?:to|down|untuk|ke bawah)\b|lanjut(?:kan)? (?:membaca|baca)"
    r"|(?:teruskan|lewati untuk|gulir ke bawah untuk) (?:membaca|melanjutkan)|skip to content"
    r"|\[gambas|\[video|\[embed)",
    r"^halaman (?:selanjutnya|\d)|^(?:page )?\d{1,2} (?:dari|of) \d{1,2}(?: halaman| pages?)?$|^konten ini",
    r"^(?:artikel|berita) ini (?:telah|sudah|pertama kali) (?:tayang|terbit|dimuat)",
    r"^this (?:article|story) (?:first|originally|was)",
    r"^(?:simak|saksikan|tonton|lihat|watch)\b.{0,40}\b(?:video|foto|infografis)\b",
    r"^(?:copyright|hak cipta|©|\(c\)|all rights reserved)|\bhak cipta (?:dilindungi|©)|copyright ©",
    r"\ball rights reserved\b|^\*\)|^our standards\b|^[\W_]+$",
    r"^dilarang (?:keras )?(?:meng(?:ambil|copy|utip)|menyalin)",
    r"^(?:simak|cek|baca|temukan|update)\b.{0,120}\b(?:google news|whatsapp|wa channel|kanal|channel|telegram"
    r"|aplikasi)\b|\bsilakan (?:hubungi )?whatsapp ke\b|\bnomor cek fakta\b",
    r"^(?:berita|informasi) (?:terkini|terbaru)[,.]|^(?:bagikan|share)(?: (?:artikel|this).*)?:?$",
    r"^(?:dibaca|dilihat|views?|viewed|komentar|comments|shares?)\s*:?\s*[\d.,]+\s*(?:kali|x|times|orang)?$"
    r"|^[\d.,]+ ?(?:k|rb)? ?(?:views?|shares?|komentar|comments?|kali dibaca|pembaca|menit baca|min(?:utes?)? read)$",
    r"^(?:-+|\*+)?\s*(?:end|selesai|tamat)\s*(?:-+|\*+)$|^(?:reading time|waktu baca|estimasi baca)\b",
)
MASTHEAD = _any_case(
    r"^(?:(?:siaran|keterangan|berita|pernyataan|rilis) pers|rilis|(?:press|news|media) release|for immediate release"
    r"|untuk diterbitkan segera|embargo(?:ed)?\b.{0,60})$",
    r"^(?:nomor|no\.?|number|ref)\s?:?\s?[\w.-]+(?:/[\w.-]+)+$",
    r"^[^.!?]{3,60}\brepublik indonesia$",
)
"""What stands above the headline of a release."""

_MAKER = (
    r"(?:oleh|penulis|editor|penyunting|reporter|pewarta|redaktur|laporan|jurnalis|kontributor|wartawan|penerjemah"
    r"|rep|red|tim redaksi|redaksi|writer|author|translator|translated by|reporting by|additional reporting by|by"
    r"|edited by|editing by|written by|produser|producer|teks(?: dan foto)?|text(?: and photos?)?|naskah|sumber berita)"
)
_BYLINE = _any_case(
    rf"^{_MAKER}\s*(?:[:|]|$)",
    r"^(?:oleh|by|penulis|editor|reporter|teks|text by|reporting by|editing by|translated by)\s+"
    r"(?-i:[A-Z][\w.'’-]+[\s,;/]*){1,5}"
    r"(?:(?:and|dan|;|editing by|edited by)\s+(?-i:[A-Z][\w.'’-]+[\s,;]*){1,5}){0,4}(?:[,|].*)?$",
    r"^(?-i:[A-Z])[a-z]+(?: and [a-z]+)? by (?-i:[A-Z][\w.'’-]+[\s,]*){1,4}$",
    r"^(?:kontributor|wartawan|reporter|koresponden)(?-i:(?: [A-Z][\w.'’-]+){1,4})(?-i:,(?: [A-Z][\w.'’-]+){1,4})?$",
    r"^(?-i:(?:[A-Z][\w.'’]+ ?){1,4})\s*[-–,|/]\s*(?:jurnalis|wartawan|reporter|detik\w*|tim\b|\w+news\b"
    r"|[\w.]+\.(?:com|id))(?:(?!\s--?\s)[^–—]){0,45}$",
    r"^laporan (?:wartawan|reporter|kontributor)\b|^tim (?:redaksi|liputan)\b",
    r"^[^.]{3,80}\b(?:berkontribusi (?:dalam|pada|untuk)|contributed to this|turut berkontribusi)\b[^.]{3,60}\.?$",
    r"^(?:admin|administrator|superadmin|webmaster|redaksi|newsroom|humas|staff writer)$",
)
_INITIALS = re.compile(r"^[(\[][a-z]{2,5}(?:/[a-z]{2,5}){0,3}[)\]]$|^[a-z]{2,5}(?:/[a-z]{2,5}){1,3}$")
CLOSING_INITIALS = re.compile(
    r"^[(\[]?\*?[A-Za-z]{2,6}(?:[/-][A-Za-z]{2,6}){0,3}[)\]]$|^[A-Z]{2,4}(?:/[A-Z]{2,4})+$"
)
"""Initials after the last paragraph, in capitals too: `(DND/UN)`."""
SIGNATURE = re.compile(
    r"\b(?:Kepala|Plt\.|Direktur|Sekretaris|Ketua|Juru Bicara|Head|Director|Spokesperson)\b[^.!?]{0,80}$"
    r"|^(?:Dr|dr|Ir|Drs|Prof|H|Hj)\.? .{3,60}$|, (?:[SM]\.[A-Z]|Ph\.D)[\w., ]{0,30}$"
)
"""Who signs a release: an office, or a name with its degrees."""

SOURCE = re.compile(
    r"^\(?(?i:sumber|source)\s*:\s*\S.{1,60}$"
    r"|^(?i:berita|kantor berita|warta)\s+(?:[A-Z][\w.-]*\s*){1,3}$"
    r"|^[A-Z]{2,5}\s+(?i:nieuws|news)$"
)
CAPTION_LABEL = _any_case(r"^(?:keterangan (?:gambar|foto)|image caption|photo caption|caption)\s*[,:]")
SCENE_START = re.compile(
    r"^(?:Suasana|Ilustrasi|Potret|Foto|Tampak|Sejumlah|Seorang|Tangkapan layar|Pemandangan)\b"
)
CAPTION_START = _any_case(
    r"^(?:foto|ilustrasi|suasana|sejumlah|seorang|kondisi|potret|pemandangan|tampak|pengunjung"
    r"|tangkapan layar|arsip|infografis|keterangan foto|petugas|warga"
    r"|file photo|pictured|illustration|an? (?:aerial|man|woman|file)|people)\b"
)
POSITION = _any_case(
    r"\((?:[^()]{0,20}\b)?(?:kiri|kanan|tengah|depan|belakang|atas|bawah|left|right|center|centre|l|r)\b[^()]{0,20}\)"
)
BULLET = re.compile(r"^(?:[-•*·▪●–◦]\s+|\(?\d{1,2}[.)]\s+|[a-z][.)]\s+)(?=\S)")
_TRAILING_CREDIT = re.compile(
    r"[\s.]*?(?P<credit>\([^()]{2,80}\)"
    r"|(?<=\s)(?:Foto|FOTO|Photo)\s*:\s*(?:[^.]|(?<=\b[A-Z])\.){2,60}"
    r"|(?<=[.”\"] )[A-Z][\w .-]{1,25}/[A-Z][^.]{2,50}"
    r"|(?<=[.”\"] )Dok\.? [^.]{2,50})\.?$"
)
PHOTO_BUTTONS = frozenset({"lihat foto", "perbesar", "lihat galeri"})
DAY_IN_BRACKETS = re.compile(r"\(\d{1,2}/\d{1,2}(?:/\d{2,4})?\)\.?$")
LABELLED = re.compile(r"^[A-Z][\w /()-]{1,30}\s?:\s\S.{0,120}$")
"""A label and what it says: `Lahir: Malang, 4 Mei 1979`."""

_LONGEST_LABEL = 90
"""Characters of the longest line that is taken for a credit."""


def is_promo(line: str) -> bool:
    """Tell a line that sells, warns or is a button, rather than reports."""
    return len(line) <= 400 and (line.strip(" .:…").casefold() in _BUTTONS or bool(_PROMO.search(line)))


def is_byline(line: str) -> bool:
    """Tell a line of names or initials of those who made the article.

    >>> [is_byline(line) for line in ("Penulis: Dewi", "(rhd/ega)", "Oleh Made Suarjana", "oleh semua")]
    [True, True, True, False]
    """
    return len(line) <= 160 and bool(_INITIALS.match(line) or _BYLINE.match(line))


def is_names(line: str) -> bool:
    """Tell a line of people's names and no more, as it stands under a headline.

    >>> [is_names(line) for line in ("Rahma Anindita, Dani bin Ali", "Warga menolak", "Dewi (Nusa Pos)")]
    [True, False, True]
    """
    if (
        len(line) > _LONGEST_LABEL
        or any(letter.isdigit() for letter in line)
        or line.endswith(("?", "!", ":"))
    ):
        return False
    parts = _BETWEEN_NAMES.split(_BRACKETED.sub("", line).strip())
    return all(1 <= len(words := part.split()) <= 5 and all(map(_is_name, words)) for part in parts)


_BETWEEN_NAMES = re.compile(r"\s*(?:[,/;|&]|\s-\s|\b(?:dan|and)\b)\s*")
_BRACKETED = re.compile(r"\s\([A-Z][^()]{2,30}\)$")
_PARTICLES = frozenset("bin binti van de da dos al el von ibn".split())


def _is_name(word: str) -> bool:
    return word in _PARTICLES or (word[0].isupper() and (word[-1] != "." or len(word) <= 4))


def is_credit(line: str) -> bool:
    """Tell a line that is a credit by itself: it has no verb, only an agency, a label, names."""
    if len(line) > _LONGEST_LABEL or (line.endswith((".", "?", "!")) and len(line.split()) > 5):
        return False
    labelled, rest = label_of(line)
    if labelled:
        return not _is_scene(rest)
    if recognise(line) is not None and len(line.split()) <= 7:
        return not _is_scene(_BRACKETED.sub("", line))
    return bool(_SIGNED.match(line))


_SIGNED = re.compile(
    r"^\((?:foto[ :]+)?[\w.@ -]{2,40}/\s?@?(?:[A-Z][\w.'’-]{4,40}|[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,4})\)$"
    r"|^[A-Z][\w.-]{2,25}/[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,4}$"
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


_HOUSE = re.compile(r"(?<=[.”\" ])\((?:[A-Z][\w.'’-]*\s?){2,5}\)$|(?<=[.”\"] )\([A-Z][\w.'’-]*\)$")


def split_caption(caption: str) -> tuple[str, str]:
    """Part a line that is a caption from what stands in brackets behind it: `… di Agam (BPBD Agam)`."""
    said, credit = split_trailing_credit(caption)
    house = None if credit else _HOUSE.search(caption, max(0, len(caption) - 60))
    return (caption[: house.start()].rstrip(), house[0]) if house and house.start() else (said, credit)


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


PROSE_WORDS = 8
"""A line that ends like a sentence and has this many words is prose."""


def is_prose(text: str) -> bool:
    """Tell a paragraph of running text from a label."""
    words = len(text.split())
    ends = unsigned(text).rstrip("\"”’')").endswith((".", "!", "?", "…", ":", ";"))
    return words >= PROSE_WORDS and (ends or words > 30 or dateline(text) is not None)


def unsigned(text: str) -> str:
    """Leave off the initials that close an article: `… dengan doa bersama. (hms/wd)`, `… (*)`."""
    signed = _SIGNED_OFF.search(text, max(0, len(text) - 24))
    return text[: signed.start()].rstrip() if signed else text


_SIGNED_OFF = re.compile(r"\((?:\*+|[a-zA-Z]{2,6}(?:[/-][a-zA-Z0-9]{1,6}){0,3})\)$")
