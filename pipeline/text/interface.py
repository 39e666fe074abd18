"""What a site's page says of itself rather than of the news: buttons, and headings over other articles.

No list of whole lines keeps up with new sites: one writes `Share Tweet Send`, the next `Tampilkan Lebih
Banyak Komentar`. But all of them are made of the same few words, and a line of news is not.
"""

from __future__ import annotations

import re

_LONGEST = 7
"""Words of the longest button."""

_DEEDS = frozenset(
    """
    share save send add view see load show read listen download print embed copy change play watch subscribe register
    sign log leave cancel back skip jump rate donate gift follow join submit connect expand collapse toggle sort reply
    zoom enlarge click tap tweet pin bookmark comment comments login logout purchase support
    refresh republish reuse continue summarize

    bagikan simpan kirim tambah tambahkan lihat muat tampilkan baca dengarkan dengar unduh cetak salin ubah putar
    cari telusuri tonton langganan berlangganan daftarkan tinggalkan tulis batal batalkan kembali lewati lompat gulir
    ikuti klik urutkan cek perbesar perkecil laporkan balas sukai aktifkan matikan lanjut lanjutkan memuat
    """.split()
)
"""What a reader may do with a page."""

_THINGS = frozenset(
    """
    article articles story stories newsletter newsletters size font text link url code page more less full now up in
    out to the this on your our for of a an all as or via by with top bottom content main navigation options
    notifications licensing rights transcript profile account menu search post posts photo photos image images gallery
    video videos audio podcast app email mail e whatsapp facebook twitter x telegram linkedin pinterest instagram line
    threads tiktok youtube google news reading button ai mp3 latest newest oldest first here recipe obituary
    smallest largest topic topics partners memory guestbook friends friend us

    artikel berita ini itu ke di dari halaman komentar tautan semua lainnya lebih banyak lagi selengkapnya ukuran huruf
    foto gambar galeri atas bawah isi konten utama akun surel kami anda sekarang juga untuk membaca melanjutkan
    iklan lewat melalui aplikasi terbaru terlama data grafik versi selanjutnya berikut berikutnya
    lengkap teks menulis menutup lain sini asli original
    """.split()
)
"""What they do it to, and the little words between."""

_PLACES = frozenset(
    "facebook twitter x whatsapp telegram linkedin pinterest reddit threads bluesky email print".split()
)
"""Where a page can be sent, which are buttons by themselves: `X (Twitter)`."""
_SIZES = frozenset("smallest smaller medium large larger largest font text size sizes ukuran huruf".split())
_PLAYER = frozenset(
    """
    please wait no media source currently available live player auto mute unmute fullscreen pause seek volume quality
    settings buffering pop out direct link embed off on

    mohon harap tunggu sumber tidak ada yang tersedia saat ini kualitas layar penuh jeda pemutar langsung tautan
    """.split()
)
"""What is written on a player that has not begun to play."""
_PLAYS = frozenset(
    "media player mute unmute fullscreen pause wait tunggu pemutar buffering link tautan".split()
)
"""One of these words has to be there: `please wait`, `Direct link`."""
_ADVERTS = frozenset("ad ads advert advertisement advertising iklan".split())
_AROUND_ADVERTS = frozenset(
    """
    article story content video continues continue resumes below after this feedback report sponsored skip close
    artikel berita konten berlanjut dilanjutkan lanjut setelah di bawah ini gulir untuk membaca tutup lewati
    """.split()
)
"""What is written about an advertisement: `Article continues below advertisement`."""

_OTHERS = frozenset(
    """
    related recommended recommendations popular trending latest recent more next previous read reads like picks

    terkait terbaru terkini populer terpopuler pilihan rekomendasi lainnya berikutnya sebelumnya selanjutnya dibaca
    tertarik suka menyukai
    """.split()
)
"""What other articles are called: one of these words has to be there."""

_OTHER_ARTICLES = frozenset(
    """
    most top editor editors editor's s from our the for you your may might be interested in also like to today this week
    news story stories article articles post posts photo photos video videos headlines reading coverage content

    berita artikel konten pos tulisan foto galeri kabar untuk anda kamu mungkin juga paling banyak dicari redaksi
    hari minggu pekan ini dari kami lain
    """.split()
)
_PAGING = frozenset(
    "next previous more read reads like selanjutnya sebelumnya berikutnya lainnya dibaca suka".split()
)
"""Alone on a line these turn a page."""
_WORD = re.compile(r"[A-Za-z]+3?")
_DURATION = re.compile(
    r"^(?:\d{1,2} )+(?=\D)|\b\d{1,2}(?::\d\d)? ?(?:min(?:ute)?s?|menit|sec|detik)?\b$", re.IGNORECASE
)
_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def is_button(line: str) -> bool:
    """Tell a line of nothing but what can be done with the page.

    >>> [is_button(line) for line in ("ShareTweetSend", "Lihat Semua Foto", "Read the judge's ruling", "Video")]
    [True, True, False, False]
    """
    words = _words(line)
    if not 0 < len(words) <= _LONGEST:
        return False
    if (
        all(word in _PLACES for word in words)
        or _SIZES.issuperset(words)
        or (not _ADVERTS.isdisjoint(words) and (_ADVERTS | _AROUND_ADVERTS).issuperset(words))
    ):
        return True
    if _PLAYER.issuperset(words) and not _PLAYS.isdisjoint(words) and len(words) > 1:
        return True
    return not _DEEDS.isdisjoint(words) and all(word in _DEEDS or word in _THINGS for word in words)


def deals_with_page(word: str) -> bool:
    """Tell a word in small letters of those that buttons are made of."""
    return word in _DEEDS or word in _THINGS


def opens_as_button(line: str) -> bool:
    """Tell a short line that begins with what can be done, whatever it is done to: `Send Flowers`."""
    words = _words(line)
    return 0 < len(words) <= _SHORT and words[0] in _DEEDS and line[-1].isalnum()


_SHORT = 4


def heads_other_articles(line: str) -> bool:
    """Tell a heading over links to other articles.

    >>> [heads_other_articles(line) for line in ("Paling Banyak Dibaca", "You might also like", "Topik Terkait")]
    [True, True, False]
    """
    words = _words(line)
    named = (
        0 < len(words) <= _LONGEST and not _OTHERS.isdisjoint(words) and not line.endswith((".", "?", "!"))
    )
    if len(words) == 1 and words[0] in _PAGING:
        return False
    return named and all(word in _OTHERS or word in _OTHER_ARTICLES for word in words)


_LONGEST_LINE = 90


def _words(line: str) -> list[str]:
    """Return the words of a short line in small letters, those that lost the space between them too."""
    if len(line) > _LONGEST_LINE:
        return []
    line = _DURATION.sub("", line)
    if any(letter.isdigit() for letter in line.replace("mp3", "").replace("MP3", "")):
        return []
    return [word.lower() for word in _WORD.findall(_JOINED.sub(" ", line))]
