"""Lines of a news page that sell, warn or are a button, rather than report."""

from __future__ import annotations

import re

from pipeline.text.interface import is_button
from pipeline.text.layout import any_case

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
    ikuti kami|daftar isi|table of contents|tutup|close|menu|cari|search|url telah disalin|tautan disalin|
    link copied|dengarkan artikel ini|listen to this article|daftarkan email|
    show more|load more|muat lainnya|tampilkan semua|sign up|subscribe|berlangganan|ikuti|follow|
    url copied|bookmark|terverifikasi|verified|menuju konten utama|
    lihat komentar|tinggalkan komentar|leave a comment|gift this article|add to favorites
    """.split("|")
)
"""What a page has on its buttons; parted by bars."""

_OPENS = any_case(
    r"(?:ikuti|follow|dapatkan|berlangganan|subscribe|gabung|mari bergabung|ayo (?:gabung|ikuti)|klik|unduh|download"
    r"|yuk,?|jangan (?:lupa|lewatkan|ketinggalan)|sign up|join|pastikan|get|temukan|install)\b.{0,200}\b(?:berita|kabar"
    r"|update|kanal|channel|aplikasi|app|google news|whatsapp|telegram|newsletter|instagram|facebook|youtube|twitter"
    r"|tiktok|inbox|e-?mail|kami|us)\b",
    r"(?:advertisement|advertising|scroll (?:to|down|untuk|ke bawah)\b|lanjut(?:kan)? (?:membaca|baca)"
    r"|lanjut(?:kan)? ke halaman\b|(?:panjang artikel|durasi (?:baca|dengar))\s*:?\s*\d|sign up now\b"
    r"|all times (?:stated )?(?:are|in)\b"
    r"|(?:teruskan|lewati untuk|gulir ke bawah untuk) (?:membaca|melanjutkan)|skip to content"
    r"|\[gambas|\[video|\[embed)",
    r"halaman (?:selanjutnya|\d)|(?:page )?\d{1,2} (?:dari|of) \d{1,2}(?: halaman| pages?)?$|konten ini",
    r"(?:artikel|berita) ini (?:telah|sudah|pertama kali)(?: lebih (?:dulu|dahulu))? (?:tayang|terbit|dimuat)",
    r"this (?:article|story|interview|essay|post|piece) (?:first|originally|was)"
    r"|stay (?:updated|informed|connected)\b",
    r"(?:jika|bila|kalau) anda\b.{0,90}\bkirim(?:kan)? (?:ke|melalui|lewat)"
    r" (?:nomor |no\. )?(?:whatsapp|wa|e-?mail|redaksi)\b",
    r"\S+@\S+\.\w+$|videos?\s*:|(?:simak|akses|pantau)\b.{0,90}\bponsel(?:mu| anda)\b"
    r"|[·•|]\s*\d{1,2} (?:menit baca|min(?:utes?)? read)$",
    r"(?:simak|saksikan|tonton|lihat|watch)\b.{0,40}\b(?:video|foto|infografis)\b",
    r"(?:copyright(?!:\s\D)|hak cipta|©|\(c\)|all rights reserved)",
    r"\*\)|our standards\b|[\W_]+$",
    r"dilarang (?:keras )?(?:meng(?:ambil|copy|utip)|menyalin)",
    r"(?:simak|cek|baca|temukan|update)\b.{0,120}\b(?:google news|whatsapp|wa channel|kanal|channel|telegram"
    r"|aplikasi)\b",
    r"(?:berita|informasi) (?:terkini|terbaru)[,.]|(?:bagikan|share)(?: (?:artikel|this).*)?:?$",
    r"(?:dibaca|dilihat|views?|viewed|komentar|comments|shares?)\s*:?\s*[\d.,]+\s*(?:kali|x|times|orang)?$"
    r"|[\d.,]+ ?(?:k|rb)? ?(?:views?|shares?|komentar|comments?|kali dibaca|pembaca|menit baca|min(?:utes?)? read)$",
    r"[\d.,]+ ?(?:kali )(?:dibaca|dilihat)$|(?:comments?|komentar) \(\d+\)$",
    r".{0,30}\b(?:read|reading|listen|baca|membaca|bacaan|dengar)\b[^.!?]{0,12}\d{1,2} ?(?:min\w*|menit)\.?$"
    r"|\d{1,2} (?:menit|min(?:ute)?s?)$|\+?\d[\d ()-]{7,20}$|(?:kantor|alamat) redaksi\b|logo \w+$"
    r"|(?:promosi|promo|ads?|iklan) ?\d*$|(?:tetap terhubung|stay in touch)\b|(?:live streaming|halaman)\s*:?$"
    r"|https?://\S+$|a[+-]?(?: ?a[+-]?)+$|0?0:00(?::00)?(?:[ /|-]+\d{1,2}:\d\d(?::\d\d)?)*$",
    r"(?:baca|nikmati|akses|read|enjoy)\b[^.!?]{0,40}\b(?:tanpa|bebas|sedikit|less|fewer|without|no) (?:iklan|ads)\b",
    r"(?:quickly )?share (?:your|this|the best)\b.{0,120}\b(?:we|us|our|news|network|friends)\b"
    r"|thank you for (?:sharing|reading|visiting|subscribing|your (?:support|feedback))\b"
    r"|(?:get|enjoy|unlock)\b.{0,80}\b(?:access|experience|features)\b.{0,80}\b(?:stay updated|subscri\w+|members?)\b",
    r"(?:lewati|skip|akhir dari|end of) [^.!?]{3,60}$",
    r"(?:mulai dari|starting (?:from|at)|from only) (?:rp|idr|us\$|\$)\.? ?[\d.,]+(?: ?/ ?\w+)?$",
    r"(?:simak|baca|klik|cek|lihat|tonton|find out|see|click|sign up|vote)\b[^.!?]{3,80}\b(?:di sini|here)\W*$",
    r"(?:saksikan|simak|tonton|watch|nonton)\b.{0,20}\b(?:live|siaran langsung|streaming)\b.{0,40}:?$",
    r"(?:kirim(?:kan)?|send|e-?mail) \w[^.!?]{0,60} \S+@\S+",
    r"(?:word count|jumlah kata|slug)\s?:",
    r"(?:was|is|did) this (?:article|page|story|content|information)\b[^.!]{3,40}\?$"
    r"|(?:terjadi (?:galat|kesalahan)|something went wrong|an error (?:has )?occurred)\b.{0,60}$"
    r"|[A-Za-z\d]{1,40}(?:[_-][A-Za-z\d]{1,40}){0,20}_[A-Za-z\d]{1,40}$|\S{1,120}\.(?:jpe?g|png|webp|gif|mp4)$"
    r"|silah?kan (?:isi|masuk(?:k?an)?|login|tulis)\b[^.!?]{2,40}$"
    r"|(?:discover|read) more from [A-Z][\w .]{2,30}$"
    r"|apakah (?:artikel|halaman|berita|informasi|konten) ini (?:bermanfaat|membantu|berguna)\b"
    r"|be the first to comment\b|jadi(?:lah)? (?:yang|orang) pertama\b.{0,20}\bkomentar\b",
    r"(?:-+|\*+)?\s*(?:ends?|selesai|tamat)\s*(?:-+|\*+)$|(?:reading time|waktu baca|estimasi baca)\b",
)
"""How such a line begins."""

_OF_OTHERS = re.compile(r"\b(?:saya|aku|dia|ia|mereka|beliau|he|she|they|my)\b|,[”\"] (?:kata|ujar|said)\b")
"""A line that speaks of somebody but the site and its reader reports: `Berlangganan koran memungkinkan saya …`."""

_SAYS = any_case(
    r"\bartikel ini (?:terbit|tayang|dimuat)\b|\bplease e-?mail us\b",
    r"\b(?:tidak|bukan) (?:mewakili|mencerminkan) (?:pandangan|pendapat|sikap) (?:dari )?redaksi\b",
    r"\bhak cipta (?:dilindungi|©)|copyright ©|\ball rights reserved\b",
    r"\bsilakan (?:hubungi )?whatsapp ke\b|\bnomor cek fakta\b",
    r"\b(?:earn|receive) (?:a |an )?(?:small )?(?:affiliate )?commission\b"
    r"|\bkomentar\b.{0,40}\b(?:disetujui|dimoderasi|tanggung jawab)\b"
    r"|\b(?:reflects?|represents?)\b.{0,40}\b(?:views?|opinions?)\b.{0,60}\bnot\b"
    r"|\b(?:views?|opinions?)\b.{0,60}\bnot (?:necessarily )?(?:reflect|represent)\b"
    r"|\b(?:artikel|konten|berita) (?:premium|eksklusif)\b.{0,40}\b(?:langganan|berlangganan)\b"
    r"|\balamat e-?mail anda tidak akan\b"
    r"|\bemail address will not be published\b|\b(?:copied to (?:your|the) clipboard|berhasil disalin)\b"
    r"|\b(?:write to us|tell us|let us know|tulis pendapat).{0,30}\b(?:comments?|komentar)\b",
)
"""What such a line says wherever it says it."""

_TELLING = tuple(
    """
    artikel please redaksi cipta copyright reserved whatsapp fakta commission komentar tanggung comment reflect
    represent premium eksklusif alamat published clipboard disalin
    """.split()
)
"""A word of each: most paragraphs have none, and are not searched."""


def is_promo(line: str) -> bool:
    """Tell a line that sells, warns or is a button, rather than reports."""
    if len(line) > _LONGEST:
        return False
    small = line.casefold()
    return (
        small.strip(" .:…") in _BUTTONS
        or is_button(line)
        or small in _FOOTER
        or (bool(_OPENS.match(line)) and not _OF_OTHERS.search(line))
        or (any(word in small for word in _TELLING) and _sells(line))
        or _speaks_for_site(line)
    )


def is_foot(line: str) -> bool:
    """Tell a line of links to the pages that every site has of itself: `Tentang Kami | Redaksi | Kontak`."""
    parts = _BARS.split(line)
    return len(parts) > 1 and all(part.strip().casefold() in _FOOTER for part in parts)


def _sells(line: str) -> bool:
    """Tell a line that sells or warns, not a paragraph whose last sentence does: `… Tell us in the comments.`.

    Three words before it are no report: `Semua isi dilindungi. Hak cipta dilindungi.`
    """
    if _OWN.search(line) and not _QUOTED.search(line):
        return True
    found = _SAYS.search(line)
    if found is None:
        return False
    before = line[: found.start()]
    return not _SENTENCE_END.search(before) or len(before.split()) <= _NO_REPORT


_OWN = re.compile(
    r"\b(?:konten|tulisan|artikel|opini|akun) ini\b[^.]{0,60}\b(?:tanggung jawab|milik)\b", re.IGNORECASE
)
"""What a site says of what its readers write, behind any other sentence."""
_NO_REPORT = 3
_SENTENCE_END = re.compile(r"[.!][”\"]?\s")
_BARS = re.compile(r"[|•·]")
_FOOTER = frozenset(
    """
    tentang kami|tentang|redaksi|susunan redaksi|pedoman media siber|pedoman pemberitaan media siber|kontak|hubungi kami
    |kontak kami|karier|karir|kebijakan privasi|disclaimer|info iklan|pasang iklan|kode etik|kode etik jurnalistik
    |syarat dan ketentuan|syarat & ketentuan|indeks|indeks berita|rss|peta situs|bantuan|beriklan|footer
    |about us|about|contact|contact us|careers|privacy policy|privacy|terms of use|terms of service|terms & conditions
    |terms and conditions|cookie policy|cookies|sitemap|site map|advertise|advertise with us|help|help center
    |code of ethics
    |cyber media guidelines|accessibility
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
"""The pages that every site has of itself, to which its foot leads."""


_LONGEST = 400
"""Characters of the longest line that may be more than a report."""


def _speaks_for_site(line: str) -> bool:
    """Tell a line in which the site speaks to its reader of itself, and nobody is quoted."""
    addressed = _SITE.search(line) and _READER.search(line)
    return bool(addressed) and line[0] not in _QUOTES and not _QUOTED.search(line)


_SITE = re.compile(
    r"\b(?:newsletters?|inbox|kotak (?:surat|masuk)|privacy policy|kebijakan privasi|terms of (?:service|use)"
    r"|free articles?|artikel gratis|alerts|notifications?|notifikasi|bookmarks?"
    r"|subscrib(?:e|ed|ing|ers?)\b|our (?:web|app|website|podcast)|stay informed)\b",
    re.IGNORECASE,
)
_READER = re.compile(r"\b(?:you|your|our|us|you['’]re|kami|anda|kamu)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[,.!?][”\"]")
_QUOTES = "“\"‘'"
