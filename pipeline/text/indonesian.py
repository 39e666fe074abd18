"""Lexical facts of Indonesian: the words that a check has to recognise, as data."""

from __future__ import annotations

import re

from pipeline.text.lexicon import Lexicon

_FUNCTION_WORDS = """
ada adalah adapun agar akan akibat amat antara antar apa apakah apabila atas atau bagaimana bagi bahkan
bahwa baik banyak baru beberapa begitu belum berupa bila bisa boleh bukan cukup dalam dan dapat dari
daripada demi demikian dengan di dia diri dua dulu hal hampir hanya harus hendak hingga ia ialah ikut ini
itu itulah jadi jangan jauh jelas jika juga justru kalau kami kamu karena kata ke kemudian kepada kerap
ketika kini kita lagi lain lainnya lalu lebih lewat maka makin malah mana masih masing-masing melainkan
melalui memang mengapa menjadi menurut mereka meski meskipun misalnya mungkin namun nanti oleh pada padahal
para pasca paling pernah pula pun saat saja salah sambil sampai sana sang sangat satu saya sebab sebagai
sebagian sebanyak sebelum sebuah secara sedang sedangkan sehingga sejak sejumlah sekaligus sekali sekarang
sekitar selain selama selalu seluruh semakin sementara semua seorang seperti sering serta sesuai sesudah
setelah setiap siapa soal suatu sudah supaya tak tanpa tapi telah tentang terhadap terkait tersebut tetap
tetapi tiap tidak turut untuk usai walau walaupun yaitu yakni yang
"""

_ATTRIBUTION = """
kata katanya ujar ujarnya ucap ucapnya tutur tuturnya tegas tegasnya jelas jelasnya papar paparnya imbuh
imbuhnya ungkap ungkapnya tandas tandasnya terang terangnya sebut sebutnya tambah tambahnya lanjut lanjutnya
cerita ceritanya keluh keluhnya seloroh selorohnya kilah kilahnya sindir sindirnya kritik kritiknya pesan
pesannya janji janjinya pungkas pungkasnya beber bebernya jawab jawabnya tulis tulisnya kenang kenangnya
cetus cetusnya komentar pinta pintanya kelakar kelakarnya tanya tanyanya seru serunya timpal timpalnya
harap harapnya aku akunya berkata mengatakan menyatakan menuturkan mengungkapkan menjelaskan menegaskan
menambahkan menyebut menyebutkan memaparkan menyampaikan melanjutkan menulis mengaku bertanya berujar
menilai mengklaim membantah menekankan mengingatkan menyerukan mengumumkan melaporkan dikatakan menurut
teriak teriaknya sahut sahutnya sela selanya bentak menyahut menyela membentak
"""

_LIGHT_WORDS = """
adanya alami asal bagian banyaknya batang belas berada berbagai berhasil berjumlah berlangsung bernama bersangkutan
berupaya bidang buah bulan butir cara daerah dialami dijadikan dikenal dilakukan dimiliki dinilai disebut dollar
dolar ekor gelar digelar guna hal hari hasil helai hendaknya ingin jam jenis jumlah juta kalangan kali kasus
kawasan kegiatan keadaan keberadaan kembali kondisi lembar macam masa masalah melakukan melaksanakan memiliki mencapai
mendapat mendapatkan mengadakan mengalami menggelar menjalani menit menyebut merasa merasakan merupakan miliar milik
minggu mulai nama orang pekan persen persoalan pihak proses puluh pukul ratus ribu rupiah sebesar seberat sebutan
sehari sekali seluas sepanjang setinggi sosok tahun tanggal tempat terdapat terhitung terjadi ternyata tingkat triliun
tujuan umum unit upaya waktu warga wilayah yaitu sempat lokasi sisi pernah rasa pekan
"""

LEXICON = Lexicon(
    name="Indonesian",
    function_words=frozenset(_FUNCTION_WORDS.split()),
    attribution=tuple(_ATTRIBUTION.split()),
    light_words=frozenset(_LIGHT_WORDS.split()),
)

_VERB = re.compile(r"(?:mem|men|meng|meny|me|ber|ter|di|per|ke|se|pe[mn]?g?)[a-z]{3,}(?:kan|i|an|nya|lah)")
_SUFFIXED = re.compile(r"[a-z]{3,}(?:annya|kannya|nya|kanlah|anlah)")


_NASALS = (("aiueogh", "meng"), ("bfv", "mem"), ("cdjz", "men"))
_SWALLOWED = {"p": "mem", "t": "men", "k": "meng", "s": "meny"}
"""Before these letters the prefix takes their place: `tabrak`, `menabrak`."""


def verbs_of(root: str) -> tuple[str, ...]:
    """Return the verbs that running text makes of a root, which headlines print bare.

    >>> verbs_of("guncang"), verbs_of("tabrak")[0]
    (('mengguncang', 'diguncang', 'terguncang', 'berguncang', 'guncangan'), 'menabrak')
    """
    first = root[:1]
    if first in _SWALLOWED:
        active = _SWALLOWED[first] + root[1:]
    else:
        active = next((prefix for letters, prefix in _NASALS if first in letters), "me") + root
    return active, f"di{root}", f"ter{root}", f"ber{root}", f"{root}an"


def looks_native(word: str) -> bool:
    """Tell whether a word in small letters has the build of an Indonesian one.

    >>> [looks_native(word) for word in ("perkembangan", "mengunjungi", "virus", "mention", "banjar")]
    [True, True, False, False, False]
    """
    if word in LEXICON.function_words:
        return len(word) > 2
    return len(word) > 6 and bool(_VERB.fullmatch(word) or _SUFFIXED.fullmatch(word))
