"""Part a caption from what stands behind it on its line: whose picture it is.

The line is known for a caption already. Behind its stop, then, a bracket or a name is nothing else; where the caption
has no stop, only what no caption says of its scene: a house and a name with a stroke between them, a label.
"""

from __future__ import annotations

import re

from pipeline.text.layout import split_trailing_credit

_LONGEST_BEHIND = 110
_HOUSE = re.compile(r"(?<=[.”\" ])\((?:[A-Z][\w.'’-]*\s?){2,5}\)$|(?<=[.”\"] )\([A-Z][\w.'’-]*\)$")
_BEHIND = re.compile(
    r"(?<=\s)(?:Kredit|Kredit [Ff]oto|Sumber(?: [Ff]oto| [Gg]ambar)?|Source|Credits?|Image(?: [Ss]ource| [Cc]redit)?"
    r"|Pictures?|Foto|Photos?)\s?:\s?(?:[^.:()]|\.(?=\w)){2,60}\.?$"
    r"|(?<=\s)(?:[–—-] ?)?(?:(?:Photo|Image|Picture|Foto|Ilustrasi) (?:by|oleh)|Courtesy of|dok\.) [^.]{2,60}\.?$"
    r"|(?<=\s)-?[(\[](?=[A-Z@])(?![^()]*\d)(?:[^()\[\]/]{1,40}/\s?[A-Z][^()\[\]/]*\s[A-Z][^()\[\]/]{0,30}"
    r"|[A-Z][a-z][^()\[\]/]*/\s?[A-Z][\w.]*[a-z][\w. ]*|[A-Z][^()\[\]]{2,40} via [A-Z][^()\[\]]{1,30}"
    r"|[A-Z][^()\[\]]{2,50} photos?)[)\]]-?$"
    r"|(?<=\s)\(koleksi [^()]{3,30}\)$"
    r"|(?<=[.”\"] )[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3}/\s?[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3}$"
    r"|(?<=\S) ?/ ?[Dd]ok\.? [A-Z][\w.& -]{2,40}$|(?<=[.”\"] )/ ?[A-Z][\w.& -]{2,30}(?:/[A-Z][\w. -]{2,30})?/?$"
    r"|(?<=\s)[–—-] (?:AFP|AP|EPA|Reuters|ANTARA|Antara|Handout|Getty Images|Istimewa)\.?$"
)
"""What else may stand behind a caption, and in a paragraph would be something else."""

_LABEL = (
    r"(?:(?:[A-Z]{2,5}(?= Photo)|Post|Photo|Image|Picture|PHOTO|IMAGE|Kredit|Semua|All|STAFF|[Ss]umber) )?"
    r"(?:[Kk]redit|[Ss]umber|[Ss]ource|SOURCE|[Cc]redits?|CREDITS?|Courtesy|Photographer|[Pp]hotographs?|Photography|Illustrat(?:ion|or)"
    r"|Ilustrasi|[Ii]nfografi[ks]|Grafi[ks]|Graphic|Chart|Map|Peta|Design|Repro|Footage|Juru [Kk]amera|Video amatir"
    r"|[Ff]oto|FOTO|[Pp]hotos?|PHOTO|[Pp]ictures?|Pics?|Image|Gambar|Video)"
)
_MAKERS = r"[A-Z@][\w.'’&-]*(?:,? (?:[A-Z@][\w.'’&-]*|for|of|the|and|dan|via|untuk|photo|foto)){0,7}"
_LICENCE = r"(?: Purchase Licensing Rights, opens new tab)?"
_STOPPED = re.compile(
    r"(?<=[.”\"!?…)] )(?:"
    r"[(\[][^()\[\]]{2,90}[)\]][\s|]*"  # `… di dermaga. (doc-ist) |`
    r"|[—–•-]+ ?[A-Za-z@][^.]{1,60}"  # `… on Monday. —The Indus Daily`
    rf"|(?<!\b[A-Z]\. )(?<!\b[A-Z][a-z]\. ){_MAKERS}(?: ?[/|] ?[\w@][\w.'’&@ -]{{1,40}}){{0,4}}"
    rf"(?: \([A-Z]{{2,4}}\))?{_LICENCE}(?<!\.)"
    r"|[\w.-]{2,30} ?/ ?\w[\w. -]{1,30}"  # `… Agustus 2019. lembarkota/Marbun`
    r"|(?:Foto|Gambar) (?:kiriman|dari|milik|arsip) [^.]{3,40}"
    r"|(?:(?:File|Courier|Staff|Post) photo|Courtesy|Provided|Supplied|Submitted|Contributed|Tangkapan layar|Olahan)"
    r"(?: by)? [^.]{2,60}"
    r"|(?:Author|Family|File|Post file|Staff|Stock|Archive|Police) (?:provided|handout|photo|picture|image|supplied)"
    r"|Dok(?:umentasi|\.)? [^.]{3,60}"
    r")\.?$"
)
"""What stands behind a stop and has no verb."""
_OPEN = re.compile(
    rf"(?<=\s)(?:[|•(\[]\s?)?(?:{_LABEL}\s?(?::|\s[/|]|\.\.\.|©)\s?[^:()]{{2,90}}\)?"
    r"|[|]\s[A-Z][^|.:]{2,60}|•\s[A-Z][\w ]{2,30}|©\s?\w[^©]{2,80}"
    r"|[A-Z]{2,}!?(?: [A-Z&]{2,}){0,3}/[A-Za-z@][\w.'’ -]{1,40}(?:/[\w.@ -]{1,30}){0,3}(?: \([A-Z]{2,4}\))?"
    r"|(?:(?:[A-Z][a-z][\w'’-]*|[A-Z]\.) ){0,2}[A-Z][a-z][\w'’-]*/[A-Z@][\w.'’ -]{1,40}(?:/[\w.@ -]{1,30}){0,3}"
    r"|[A-Z][a-z]\w*/[a-z]{5,20}|/ [A-Z]{2,}(?: [A-Z]\w+){0,2}|/(?:Net|Ist|NET|IST)"
    r"|Dokumentasi [A-Z][^.]{3,50}|Courtesy [A-Z][^.]{3,60}|(?:File|Handout) photo|iStock|Shutterstock"
    r"|[\[(](?:@[\w.]{3,30}|[A-Z]\w+(?: [A-Z]\w+)*/[^()\[\]]{2,40}|dok(?:umen)?\b[^()]{3,40}"
    r"|(?:WhatsApp|Facebook|Instagram|Twitter|YouTube|TikTok)(?:/[^()\[\]]{2,40})?)[)\]]"
    r")\.?$"
)
"""What stands behind a caption without a stop and is said of no scene."""
_PLACED = re.compile(
    r"^[(\[](?:[\d/.,: –-]+|(?:dua |nomor |ketiga |kedua |second |third |far )?"
    r"(?:kiri|kanan|tengah|left|right|cent(?:er|re)|above|below|atas|bawah|depan|belakang|front|back|background)\b[^()]*|\d[^()]*)[)\]]"
)
"""Brackets that say where or when: `(kiri)`, `(12/8/2022)`."""
_OFFICES = re.compile(r"\b(?:ATR/BPN|TNI/Polri|TNI/POLRI|KTP/SIM|dan/atau|and/or|HIV/AIDS|BBM/LPG)\b")


def split_caption(caption: str) -> tuple[str, str]:
    """Return what the picture shows, and the credit: `… di Agam (BPBD Agam)`, `… Sumber: Kanal Unio`.

    >>> split_caption("Light touch: an artisan stretches silk. — VNW Photo Ho Cau")
    ('Light touch: an artisan stretches silk.', '— VNW Photo Ho Cau')
    """
    said, credit = split_trailing_credit(caption)
    starts = [len(said)] if credit else []
    for form in (_HOUSE, _BEHIND, _STOPPED, _OPEN):
        behind = form.search(caption, max(0, len(caption) - _LONGEST_BEHIND))
        if behind and behind.start() and not (_PLACED.match(behind[0]) or _OFFICES.search(behind[0])):
            starts.append(behind.start())
    if not starts:
        return caption, ""
    return caption[: min(starts)].rstrip(), caption[min(starts) :].strip()
