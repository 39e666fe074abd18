"""One name is written in several ways in the same article.

`Cina` above and `China` below, `Kyiv` in the headline and `Kiev` in the text: the reader takes them
for two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.model import Finding, Severity, Span, Unit

SEVERITY = Severity.MINOR

_ALIKE = (
    ("China", "Cina", "Tiongkok"),
    ("Kyiv", "Kiev"),
    ("Myanmar", "Burma"),
    ("Turkey", "Turkiye", "Türkiye", "Turki"),
    ("Timor-Leste", "East Timor", "Timor Leste", "Timor Timur"),
    ("Hong Kong", "Hongkong"),
    ("Idulfitri", "Idul Fitri", "Eid al-Fitr", "Lebaran"),
    ("Iduladha", "Idul Adha", "Eid al-Adha"),
    ("Quran", "Qur'an", "Koran", "Alquran", "Al-Qur'an"),
    ("Yogyakarta", "Jogjakarta", "Jogja"),
    ("Makassar", "Makasar"),
    ("Odesa", "Odessa"),
    ("Kharkiv", "Kharkov"),
)
_FORM = {form: names for names in _ALIKE for form in names}
_ANY = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, _FORM), key=len, reverse=True))})(?!\w)")


def check_edition(units: Sequence[Unit]) -> Iterator[tuple[int, Finding]]:
    """Flag every rendering of a name but the one that the article uses most."""
    seen: dict[tuple[str, ...], dict[str, list[tuple[int, Span]]]] = defaultdict(lambda: defaultdict(list))
    for place, unit in enumerate(units):
        if not unit.draft.carried:
            for found in _ANY.finditer(unit.target):
                seen[_FORM[found[0]]][found[0]].append((place, Span(*found.span())))
    for forms in seen.values():
        usual = max(forms, key=lambda form: len(forms[form]))  # on a tie the form that comes first
        for form in forms.keys() - {usual}:
            for place, span in forms[form]:
                yield (
                    place,
                    Finding(
                        f"“{form}” is “{usual}” elsewhere in this article: write one of them throughout.",
                        None,
                        span,
                    ),
                )
