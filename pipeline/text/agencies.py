"""News and photo agencies: a closed list, because a credit is never translated.

`Badan Perlindungan Lingkungan` under a photograph is the European Pressphoto Agency, EPA, that a
machine took for the environment agency of the United States.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_AGENCIES: dict[str, tuple[str, ...]] = {
    "AFP": ("Agence France-Presse", "AFP Photo"),
    "Al Jazeera": (),
    "ANP": (),
    "ANSA": (),
    "ANTARA": ("Antara", "LKBN ANTARA", "Antaranews", "ANTARA News"),
    "ANTARA FOTO": ("Antara Foto", "Antarafoto", "ANTARAFOTO"),
    "AP": ("Associated Press", "The Associated Press", "AP Photo", "AP Foto"),
    "BBC": ("BBC News", "BBC Indonesia"),
    "Belga": (),
    "Bernama": (),
    "Bloomberg": (),
    "CNN": ("CNN Indonesia",),
    "dpa": ("DPA", "Deutsche Presse-Agentur"),
    "EFE": (),
    "EPA": ("European Pressphoto Agency",),
    "EPA-EFE": ("EPA/EFE",),
    "Getty Images": ("Getty", "GettyImages", "Getty Images News"),
    "Jiji Press": ("Jiji",),
    "Kompas": ("KOMPAS.com", "KOMPAS", "Kompas.com"),
    "Kyodo": ("Kyodo News",),
    "NOS": (),
    "PTI": (),
    "Reuters": ("REUTERS", "Thomson Reuters"),
    "RIA Novosti": ("RIA",),
    "Shutterstock": (),
    "Sputnik": (),
    "Tanjug": (),
    "TASS": ("ITAR-TASS",),
    "Tempo": ("TEMPO", "Tempo.co", "TEMPO.CO"),
    "detikcom": ("detik.com", "detikFoto"),
    "UPI": (),
    "VNA": (),
    "Xinhua": ("Xinhua News Agency",),
    "Yonhap": ("Yonhap News",),
    "ZUMA Press": ("Zuma Press", "ZUMA"),
    "iStock": ("iStockphoto",),
    "Istimewa": ("Ist",),
    "Freepik": (),
    "Pexels": (),
    "Pixabay": (),
    "Unsplash": (),
    "pool": ("Pool", "POOL"),
}

_MISTRANSLATED: dict[str, str] = {
    "badan perlindungan lingkungan": "EPA",
    "badan perlindungan lingkungan hidup": "EPA",
    "environmental protection agency": "EPA",
    "pers terkait": "AP",
    "pers asosiasi": "AP",
    "gambar getty": "Getty Images",
    "kolam renang": "pool",
    "kolam": "pool",
}
"""What machines have made of agencies' names; only in credit position are they agencies."""

_SPELLINGS = {form.casefold(): name for name, forms in _AGENCIES.items() for form in (name, *forms)} | {
    f"{name} foto".casefold(): name for name in ("AFP", "EPA", "Reuters", "AP")
}

_LABEL = re.compile(
    r"^(?:(?:foto|(?:file )?photos?|photographs?|sumber foto|kredit(?: foto| gambar)?|gambar|image"
    r"|(?:photo |image )?credits?|copyright|via|ilustrasi)"
    r"\s*[:/]"
    r"|(?:photos? by|foto oleh|(?:(?:photo|image) )?courtesy of|(?:illustration|ilustrasi|image) (?:by|oleh))\b"
    r"\s*:?|(?:sumber gambar|image source|image credit)\s*[,:])\s*",
    re.IGNORECASE,
)
_DOCUMENTATION = re.compile(
    r"^(?:dok(?:umentasi)?\b\.?|arsip\b|courtesy of|handout\b|ho\b)[\s:/-]*(?P<owner>.{2,})$", re.IGNORECASE
)
_PARTS = re.compile(r"\s*(?:/|\||–|—| - |, |©|\bvia\b|(?<=[a-z])\s+(?=\())\s*")


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency recognised in a credit; `mistaken` if its name had been translated by a machine."""

    name: str
    mistaken: bool = False


def recognise(text: str) -> Agency | None:
    """Return the agency that a credit line names, or None.

    >>> recognise("(ANTARA FOTO/Galih Permana)")
    Agency(name='ANTARA FOTO', mistaken=False)
    >>> recognise("Badan Perlindungan Lingkungan")
    Agency(name='EPA', mistaken=True)
    >>> recognise("Dok. BNPB").name, recognise("Kishida ke Kyiv?")
    ('BNPB', None)
    """
    plain = _plain(text)
    if mistaken := _MISTRANSLATED.get(plain.casefold()):
        return Agency(mistaken, mistaken=True)
    if documented := _DOCUMENTATION.match(plain):
        return Agency(documented["owner"].strip(" ./"))
    for part in (plain, *_PARTS.split(plain)):
        if name := _SPELLINGS.get(part.strip(" .()").casefold()):
            return Agency(name)
        if mistaken := _MISTRANSLATED.get(part.strip(" .()").casefold()):
            return Agency(mistaken, mistaken=True)
    return None


def label_of(text: str) -> tuple[bool, str]:
    """Tell whether a line says of itself that it is a credit (`Foto: …`), and return what it says then."""
    plain = text.strip().lstrip("([—–- ").rstrip(")]")
    label = _LABEL.match(plain)
    return (True, plain[label.end() :]) if label else (False, plain)


def _plain(text: str) -> str:
    stripped = text.strip().strip("()[]").strip()
    return _LABEL.sub("", stripped).strip(" .")
