"""Phrases that Indonesian news carries along and a good translation drops: they say nothing that is missed.

`Berdasarkan pantauan di lokasi, arus lalu lintas ramai lancar` is `Traffic was heavy but moving.`
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.model import Span

_PHRASES = r"""
adapun jumlah|adapun|yang bersangkutan|dalam kesempatan (?:itu|tersebut|yang sama)|pada kesempatan (?:itu|tersebut)|
lebih lanjut|berdasarkan pantauan(?: di lokasi)?|dari pantauan(?: di lokasi)?|pantauan \w+ di lokasi|
secara intensif|hingga (?:kini|saat ini|berita ini (?:diturunkan|ditulis|ditayangkan))|sampai saat ini|
di tempat terpisah|secara terpisah|sementara itu|dalam rangka|pihaknya|pihak|melakukan|dilakukan|
mengalami|menjalani|tersebut|yang berada di|yang ada di|adalah sebanyak|sebanyak|sejumlah|kurang lebih|
menyampaikan ucapan|menyampaikan|mengatakan bahwa|menyatakan bahwa|saat ini|masih dalam|dalam keadaan|dalam kondisi|
sebagaimana diketahui|seperti diketahui|diketahui|tak hanya itu|selain itu|di sisi lain|namun demikian|dengan demikian|
oleh karena itu|pada dasarnya|lebih dahulu|terlebih dahulu|sudah mulai|mulai|warga masyarakat|masyarakat sekitar|
berbondong-bondong|hal itu|hal tersebut|hal ini|hal senada|demikian|terkait dengan|terkait|terhadap|bertempat di|
merupakan salah satu|salah satu|yang dilaksanakan|dilaksanakan|diselenggarakan|kegiatan|acara|wilayah|kawasan
"""
_PADDING = re.compile(rf"\b(?:{''.join(_PHRASES.split(chr(10)))})\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def padding(text: str, language: str) -> tuple[Span, ...]:
    """Return the stretches of a text that a translation may drop.

    >>> [span.of("Lebih lanjut ia mengatakan bahwa stok aman.") for span in padding(
    ...     "Lebih lanjut ia mengatakan bahwa stok aman.", "id"
    ... )]
    ['Lebih lanjut', 'mengatakan bahwa']
    """
    if language != "id":
        return ()
    return tuple(Span(*found.span()) for found in _PADDING.finditer(text))
