"""Part a caption from what stands behind it on its line: whose picture it is.

The line is known for a caption already. Behind its stop, then, a bracket without a sentence or a name is a credit;
where the caption has no stop, only a label, or a house in capitals and a name with a stroke between them.
"""

from __future__ import annotations

import re

from pipeline.text.abbreviations import ENDINGS, TITLES
from pipeline.text.layout import split_trailing_credit
from pipeline.text.translations import known

_LONGEST_BEHIND = 110
_HOUSE = re.compile(r"(?<=[.”\" ])\((?:[A-Z][\w.'’-]*\s?){2,5}\)$|(?<=[.”\"] )\([A-Z][\w.'’-]*\)$")
_BEHIND = re.compile(
    r"(?<=\s)(?:Kredit|Kredit [Ff]oto|Sumber(?: [Ff]oto| [Gg]ambar)?|Source|Credits?|Image(?: [Ss]ource| [Cc]redit)?"
    r"|Pictures?|Foto|Photos?)\s?:\s?(?:[^.:()]|\.(?=\w)){2,60}\.?$"
    r"|(?<=\s)(?:[–—―-] ?)?(?:(?:Photos?|P(?:ic|IC)s?|Image|Picture|Foto|Ilustrasi) (?:by|oleh)|Courtesy of|dok\.)"
    r" [^.]{2,60}\.?$"
    r"|(?<=\s)-?[(\[](?=[A-Z@])(?![^()]*\d)(?:[^()\[\]/]{1,40}/\s?[A-Z][^()\[\]/]*\s[A-Z][^()\[\]/]{0,30}"
    r"|[A-Z][a-z][^()\[\]/]*/\s?[A-Z][\w.]*[a-z][\w. ]*|[A-Z][^()\[\]]{2,40} via [A-Z][^()\[\]]{1,30}"
    r"|[A-Z][^()\[\]]{2,50} photos?)[)\]]-?$"
    r"|(?<=[.”\"] )(?:[|] (?:[A-Z][\w.'’-]+ ){1,3}?[A-Z][\w.'’-]+(?:,| for) [A-Z][^|.]{1,40}|[|] [A-Z]{4,12}"
    r"|\[ ?[A-Z][^\[\]]{2,60}\|[^\[\]]{2,40}\])$"
    r"|(?<=\s)\((?:koleksi|(?:Source|Sumber|Credit|Kredit|Photo|Foto|Image|Pic):) [^()]{2,40}\)$"
    r"|(?<=[.”\"] )[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3}/\s?[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3}$"
    r"|(?<=\S) ?/ ?[Dd]ok\.? [A-Z][\w.& -]{2,40}$|(?<=[.”\"] )/ ?[A-Z][\w.& -]{2,30}(?:/[A-Z][\w. -]{2,30})?/?$"
    r"|(?<=\s)[–—―-] (?:AFP|AP|EPA|Reuters|ANTARA|Antara|Handout|Getty Images|Istimewa)\.?$"
    r"|(?<=[.”\"] )(?:iStock|Shutterstock|Freepik|Unsplash|Pexels|Pixabay|Getty Images|Alamy)\.?$"
    r"|(?<=\s)/ ?(?:Foto|Photo) ?: ?[^.]{2,50}/?$|(?<=\s)© ?[A-Z][\w.'’&-]*(?:[ /]+[\w.'’&-]+){0,6}$"
    r"|(?<=\s)(?:[A-Z]{2,} ){1,4}PHOTOS?: ?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}$"
)
"""What else may stand behind a caption, and in a paragraph would be something else."""

_LABEL = (
    r"(?:(?:[A-Z]{2,5}(?= Photo)|Post|Photo|Image|Picture|PHOTO|IMAGE|Kredit|Semua|All|STAFF) )?"
    r"(?:Kredit|Sumber|Source|SOURCE|[Cc]redits?|CREDITS?|Courtesy|Photographer|Photography|Illustrat(?:ion|or)|Repro"
    r"|Foto|FOTO|Photos?|PHOTO|[Pp]hotographs?|Pictures?|Pics?|PICS?)"
)
_NAME = r"[A-Z@](?:[\w'’&-]*[^\W\d_]|(?=\.))\.?"
_MAKERS = rf"{_NAME}(?:(?:(?<=[A-Z]{{2}}),)? (?:{_NAME}|for|of|the|and|dan|via|untuk|photo|foto)){{0,7}}"
_LICENCE = r"(?: Purchase Licensing Rights, opens new tab)?"
_STOPPED = re.compile(
    r"(?<=[.…] )(?:"
    r"[(\[][^()\[\]]{2,90}[)\]][\s|]*"  # `… di dermaga. (doc-ist) |`
    rf"|[—–―•-]+ ?(?:{_MAKERS}|[\w@.' ]{{2,40}}/[\w@.' ]{{2,40}})(?: pic)?"  # `… on Monday. —The Indus Daily`
    rf"|(?P<named>{_MAKERS}"
    rf"(?P<house>(?: ?[/|] ?[\w@][\w.'’&@ -]{{1,40}}){{0,4}})(?: \([A-Z]{{2,4}}\))?{_LICENCE}(?<!\.))"
    r"|[\w.-]{2,30} ?/ ?\w[\w. -]{1,30}"  # `… Agustus 2019. lembarkota/Marbun`
    r"|(?:Foto|Gambar) kiriman [^.]{3,40}"
    rf"|(?:(?:File|Staff|Post) photo by|Courtesy|(?:Provided|Supplied|Submitted|Contributed) by)"
    rf" {_MAKERS}[^.]{{0,40}}"
    r"|(?:Author|Family|File|Post file|Staff|Stock|Archive|Police|[A-Z]{2,6})"
    r" (?:provided|handout|photo|picture|image|supplied)"
    r"|iStock|Shutterstock|Dok(?:umentasi|\.)? [A-Z][^.]{2,60}"
    rf"|{_LABEL}\s?:\s?\S[^:]{{1,90}}(?:\. [A-Z][a-z]+ styling: [^:]{{2,40}})?|foto:\s?\S[^:]{{1,60}}"
    r")\.?$"
)
"""What stands behind a stop and has no verb."""
_OPEN = re.compile(
    rf"(?<=\s)(?:[|(\[]\s?)?(?:{_LABEL}\s?(?::|\s[/|]|\.\.\.|©)\s?(?=[A-Z@\d/])[^:()]{{2,90}}\)?"
    r"|[|]\s[A-Z][^|.:/]{2,40}/[^|.:/]{2,40}|©\s?\w[^©]{2,80}"
    r"|[A-Z]{5,}!?/(?:[A-Z][a-z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}|[A-Z]{2,}(?: [A-Z]{2,}){1,3})(?:/[\w.@ -]{1,30}){0,3}"
    r"(?: \([A-Z]{2,4}\))?"
    r"|[A-Z]{2,}(?: [A-Z&]{2,}){1,3}/[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}(?:/[\w.@ -]{1,30}){0,3}"
    r"|• (?!LIVE|VIDEO|FOTO|PHOTO)[A-Z]{2,8}|(?<!of )(?<!by )(?:[A-Z]{3,} ){1,3}(?:IMAGES|PHOTOS)"
    r"|/(?:Net|Ist|NET|IST)|(?:File|Handout) photo"
    r"|[\[(]@[\w.]{3,30}[)\]]|\[(?:WhatsApp|Facebook|Instagram|Twitter|YouTube|TikTok)(?:/[^()\[\]]{2,40})?\]"
    r")\.?$"
)
"""What stands behind a caption without a stop and is said of no scene."""
_PLACED = re.compile(
    r"^[(\[](?:[\d/.,: –-]+|(?:dari |from |dua |nomor |ketiga |kedua |second |third |far )?"
    r"(?:kiri|kanan|tengah|left|right|cent(?:er|re)|above|below|atas|bawah|depan|belakang|front|back|background)\b[^()]*"
    r"|\d[^()]*)[)\]]",
    re.IGNORECASE,
)
"""Brackets that say where or when: `(kiri)`, `(12/8/2022)`."""
_ABBREVIATED = TITLES["id"] | TITLES["en"] | ENDINGS["id"] | ENDINGS["en"]
_CREDITING = re.compile(r"[/@]|\b(?:via|by|oleh|photos?|foto|from|dok|courtesy|koleksi)\b", re.IGNORECASE)
_ASIDE = 2
"""Words in small letters of a bracket that goes on telling: `(It closed in 1987)`."""


def split_caption(caption: str) -> tuple[str, str]:
    """Return what the picture shows, and the credit: `… di Agam (BPBD Agam)`, `… Sumber: Kanal Unio`.

    >>> split_caption("Light touch: an artisan stretches silk. — VNW Photo Ho Cau")
    ('Light touch: an artisan stretches silk.', '— VNW Photo Ho Cau')
    """
    said, credit = split_trailing_credit(caption)
    starts = [len(said)] if credit else []
    sure = (_behind(form, caption) for form in (_HOUSE, _BEHIND))
    starts += [behind.start() for behind in sure if behind and not _PLACED.match(behind[0])]
    likely = (_behind(form, caption) for form in (_STOPPED, _OPEN))
    starts += [
        behind.start() for behind in likely if behind and not _is_said(caption[: behind.start()], behind)
    ]
    if not starts:
        return caption, ""
    return caption[: min(starts)].rstrip(), caption[min(starts) :].strip()


def is_credited(line: str) -> bool:
    """Tell a line for a caption by what stands behind it, in forms that no sentence ends with."""
    return bool(split_trailing_credit(line)[1] or _behind(_HOUSE, line) or _behind(_BEHIND, line))


def _behind(form: re.Pattern[str], caption: str) -> re.Match[str] | None:
    found = form.search(caption, max(0, len(caption) - _LONGEST_BEHIND))
    return found if found and found.start() else None


def _is_said(before: str, behind: re.Match[str]) -> bool:
    """Tell what still says something of the scene: where somebody stands, the rest of a name, a sentence, an aside."""
    text, groups = behind[0], behind.groupdict()
    last = before.rsplit(maxsplit=1)[-1]
    if _PLACED.match(text) or (last.endswith(".") and last[:-1].lower().lstrip('(“"') in _ABBREVIATED):
        return True
    if groups.get("named") and not groups.get("house") and " for " not in text:
        words = [word.strip(".,").lower() for word in text.split()]
        # `Harga Beras Naik` is no name, and `BDN photo` says whose it is.
        return any((known(word, "id") or known(word, "en")) and word != "photo" for word in words)
    aside = text.startswith(("(", "[")) and not _CREDITING.search(text)
    return aside and sum(word[0].islower() for word in text.strip("()[]").split()) >= _ASIDE
