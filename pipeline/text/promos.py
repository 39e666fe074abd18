"""Lines of a news page that sell, warn or are a button, rather than report."""

from __future__ import annotations

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
    link copied|dengarkan artikel ini|listen to this article|video pilihan|video pilihan hari ini|daftarkan email|
    show more|load more|muat lainnya|tampilkan semua|sign up|subscribe|berlangganan|ikuti|follow|
    url copied|bookmark|lihat komentar|tinggalkan komentar|leave a comment|gift this article|add to favorites
    """.split("|")
)
"""What a page has on its buttons; parted by bars."""

_PROMO = any_case(
    r"^(?:ikuti|follow|dapatkan|berlangganan|subscribe|gabung|mari bergabung|ayo (?:gabung|ikuti)|klik|unduh|download"
    r"|yuk,?|jangan (?:lupa|lewatkan|ketinggalan)|sign up|join|pastikan|get|temukan|install)\b.{0,200}\b(?:berita|kabar"
    r"|update|kanal|channel|aplikasi|app|google news|whatsapp|telegram|newsletter|instagram|facebook|youtube|twitter"
    r"|tiktok|inbox|e-?mail|kami|us)\b",
    r"^(?:advertisement|advertising|scroll (?:to|down|untuk|ke bawah)\b|lanjut(?:kan)? (?:membaca|baca)"
    r"|lanjut(?:kan)? ke halaman\b|(?:panjang artikel|durasi)\s*:?\s*\d|sign up now\b"
    r"|all times (?:stated )?(?:are|in)\b"
    r"|(?:teruskan|lewati untuk|gulir ke bawah untuk) (?:membaca|melanjutkan)|skip to content"
    r"|\[gambas|\[video|\[embed)",
    r"^halaman (?:selanjutnya|\d)|^(?:page )?\d{1,2} (?:dari|of) \d{1,2}(?: halaman| pages?)?$|^konten ini",
    r"^(?:artikel|berita) ini (?:telah|sudah|pertama kali) (?:tayang|terbit|dimuat)",
    r"^this (?:article|story|interview|essay|post|piece) (?:first|originally|was)"
    r"|^stay (?:updated|informed|connected)\b",
    r"\bartikel ini (?:terbit|tayang|dimuat)\b|\bplease e-?mail us\b",
    r"\b(?:tidak|bukan) (?:mewakili|mencerminkan) (?:pandangan|pendapat|sikap) (?:dari )?redaksi\b",
    r"^(?:jika|bila|kalau) anda\b.{0,90}\bkirim(?:kan)? (?:ke|melalui|lewat)"
    r" (?:nomor |no\. )?(?:whatsapp|wa|e-?mail|redaksi)\b",
    r"^\S+@\S+\.\w+$|^videos?\s*:|^(?:simak|akses|pantau)\b.{0,90}\bponsel(?:mu| anda)\b"
    r"|^[·•|]\s*\d{1,2} (?:menit baca|min(?:utes?)? read)$",
    r"^(?:simak|saksikan|tonton|lihat|watch)\b.{0,40}\b(?:video|foto|infografis)\b",
    r"^(?:copyright(?!:\s\D)|hak cipta|©|\(c\)|all rights reserved)|\bhak cipta (?:dilindungi|©)|copyright ©",
    r"\ball rights reserved\b|^\*\)|^our standards\b|^[\W_]+$",
    r"^dilarang (?:keras )?(?:meng(?:ambil|copy|utip)|menyalin)",
    r"^(?:simak|cek|baca|temukan|update)\b.{0,120}\b(?:google news|whatsapp|wa channel|kanal|channel|telegram"
    r"|aplikasi)\b|\bsilakan (?:hubungi )?whatsapp ke\b|\bnomor cek fakta\b",
    r"^(?:berita|informasi) (?:terkini|terbaru)[,.]|^(?:bagikan|share)(?: (?:artikel|this).*)?:?$",
    r"^(?:dibaca|dilihat|views?|viewed|komentar|comments|shares?)\s*:?\s*[\d.,]+\s*(?:kali|x|times|orang)?$"
    r"|^[\d.,]+ ?(?:k|rb)? ?(?:views?|shares?|komentar|comments?|kali dibaca|pembaca|menit baca|min(?:utes?)? read)$",
    r"^(?:-+|\*+)?\s*(?:end|selesai|tamat)\s*(?:-+|\*+)$|^(?:reading time|waktu baca|estimasi baca)\b",
)


def is_promo(line: str) -> bool:
    """Tell a line that sells, warns or is a button, rather than reports."""
    return len(line) <= 400 and (line.strip(" .:…").casefold() in _BUTTONS or bool(_PROMO.search(line)))
