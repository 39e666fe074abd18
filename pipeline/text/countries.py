"""Countries in both languages with their adjectives, so that `invasi Rusia` is at home in `Russian invasion`.

CLDR has the names; nobody has the adjectives and the plain Indonesian names under which papers write.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.model import Span


class Country(NamedTuple):
    """A country: names in Indonesian, names in English (the first is the usual one), and adjectives."""

    indonesian: tuple[str, ...]
    english: tuple[str, ...]
    adjectives: tuple[str, ...]


# Indonesian names | English names | English adjectives and people, each parted by commas
_TABLE = """
Afghanistan, Afganistan | Afghanistan | Afghan
Afrika Selatan, Afsel | South Africa | South African
Albania | Albania | Albanian
Aljazair | Algeria | Algerian
Amerika Serikat, AS | United States, U.S., US, USA, America | American
Angola | Angola | Angolan
Arab Saudi, Saudi | Saudi Arabia | Saudi, Saudi Arabian
Argentina | Argentina | Argentine, Argentinian
Armenia | Armenia | Armenian
Australia | Australia | Australian, Aussie
Austria | Austria | Austrian
Azerbaijan | Azerbaijan | Azerbaijani
Bahrain | Bahrain | Bahraini
Bangladesh | Bangladesh | Bangladeshi
Belanda | Netherlands, Holland | Dutch, Dutchman, Dutchwoman
Belarus, Belarusia | Belarus | Belarusian
Belgia | Belgium | Belgian
Bolivia | Bolivia | Bolivian
Bosnia | Bosnia | Bosnian
Brasil | Brazil | Brazilian
Britania Raya, Inggris Raya, Britania | United Kingdom, U.K., UK, Britain, Great Britain | British, Briton
Brunei Darussalam, Brunei | Brunei | Bruneian
Bulgaria | Bulgaria | Bulgarian
Ceko | Czech Republic, Czechia | Czech
Chile, Cile | Chile | Chilean
Cina, China, Tiongkok | China, PRC | Chinese
Denmark | Denmark | Danish, Dane
Ekuador | Ecuador | Ecuadorean, Ecuadorian
El Salvador | El Salvador | Salvadoran
Estonia | Estonia | Estonian
Ethiopia, Etiopia | Ethiopia | Ethiopian
Filipina | Philippines | Philippine, Filipino, Filipina
Finlandia | Finland | Finnish, Finn
Georgia | Georgia | Georgian
Ghana | Ghana | Ghanaian
Guatemala | Guatemala | Guatemalan
Haiti | Haiti | Haitian
Hongaria, Hungaria | Hungary | Hungarian
Hong Kong, Hongkong | Hong Kong | Hong Konger, Hongkonger
India | India | Indian
Indonesia, RI | Indonesia, RI | Indonesian
Irak | Iraq | Iraqi
Iran | Iran | Iranian
Irlandia | Ireland | Irish
Islandia | Iceland | Icelandic, Icelander
Israel | Israel | Israeli
Italia | Italy | Italian
Jepang | Japan | Japanese
Jerman | Germany | German
Kamboja | Cambodia | Cambodian, Khmer
Kamerun | Cameroon | Cameroonian
Kanada | Canada | Canadian
Kazakhstan, Kazakstan | Kazakhstan | Kazakh
Kenya | Kenya | Kenyan
Kolombia | Colombia | Colombian
Kongo | Congo | Congolese
Korea Selatan, Korsel | South Korea, ROK | South Korean
Korea Utara, Korut | North Korea, DPRK | North Korean
Kosovo | Kosovo | Kosovar
Kroasia | Croatia | Croatian, Croat
Kuba | Cuba | Cuban
Kuwait | Kuwait | Kuwaiti
Laos | Laos | Lao, Laotian
Latvia | Latvia | Latvian
Lebanon, Libanon | Lebanon | Lebanese
Libya | Libya | Libyan
Lituania | Lithuania | Lithuanian
Luksemburg | Luxembourg | Luxembourger
Maladewa | Maldives | Maldivian
Malaysia | Malaysia | Malaysian
Maroko | Morocco | Moroccan
Meksiko | Mexico | Mexican
Mesir | Egypt | Egyptian
Mongolia | Mongolia | Mongolian
Mozambik | Mozambique | Mozambican
Myanmar | Myanmar, Burma | Burmese
Nepal | Nepal | Nepali, Nepalese
Niger | Niger | Nigerien
Nigeria | Nigeria | Nigerian
Norwegia | Norway | Norwegian
Oman | Oman | Omani
Pakistan | Pakistan | Pakistani
Palestina | Palestine, Palestinian territories | Palestinian
Panama | Panama | Panamanian
Papua Nugini, Papua Niugini | Papua New Guinea, PNG | Papua New Guinean
Paraguay | Paraguay | Paraguayan
Peru | Peru | Peruvian
Polandia | Poland | Polish, Pole
Portugal | Portugal | Portuguese
Prancis, Perancis | France | French, Frenchman, Frenchwoman
Qatar | Qatar | Qatari
Rumania | Romania | Romanian
Rusia | Russia | Russian
Rwanda | Rwanda | Rwandan
Selandia Baru | New Zealand | New Zealander, Kiwi
Senegal | Senegal | Senegalese
Serbia | Serbia | Serbian, Serb
Singapura | Singapore | Singaporean
Siprus | Cyprus | Cypriot
Slovenia | Slovenia | Slovenian, Slovene
Slowakia | Slovakia | Slovak, Slovakian
Somalia | Somalia | Somali
Spanyol | Spain | Spanish, Spaniard
Sri Lanka | Sri Lanka | Sri Lankan
Sudan Selatan | South Sudan | South Sudanese
Sudan | Sudan | Sudanese
Suriah | Syria | Syrian
Suriname | Suriname | Surinamese
Swedia | Sweden | Swedish, Swede
Swiss | Switzerland | Swiss
Taiwan | Taiwan | Taiwanese
Tanzania | Tanzania | Tanzanian
Thailand | Thailand | Thai
Timor Leste | Timor-Leste, East Timor | Timorese, East Timorese
Tunisia | Tunisia | Tunisian
Turki, Turkiye, Türkiye | Turkey, Turkiye, Türkiye | Turkish, Turk
Ukraina | Ukraine | Ukrainian
Uni Emirat Arab, UEA | United Arab Emirates, UAE | Emirati
Uni Eropa | European Union, EU | European
Uni Soviet | Soviet Union, USSR | Soviet
Uruguay | Uruguay | Uruguayan
Uzbekistan | Uzbekistan | Uzbek
Vatikan | Vatican, Holy See | Vatican
Venezuela | Venezuela | Venezuelan
Vietnam | Vietnam | Vietnamese
Yaman | Yemen | Yemeni
Yordania | Jordan | Jordanian
Yunani | Greece | Greek
Zimbabwe | Zimbabwe | Zimbabwean
"""


def _read(table: str) -> tuple[Country, ...]:
    rows = (row.split("|") for row in table.strip().splitlines())
    return tuple(Country(*(tuple(form.strip() for form in cell.split(",")) for cell in row)) for row in rows)


COUNTRIES = _read(_TABLE)


def _pattern(forms: dict[str, Country]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=len, reverse=True)
    inside = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest_first)
    return re.compile(rf"(?<![\w-])(?:{inside})(?=(?:['’]?s|nya|-\w+)?(?!\w))")


_FORMS = {
    "id": {form: country for country in COUNTRIES for form in country.indonesian},
    "en": {
        form: country
        for country in COUNTRIES
        for form in (*country.english, *country.adjectives, *(f"{person}s" for person in country.adjectives))
    },
}
_PATTERNS = {language: _pattern(forms) for language, forms in _FORMS.items()}


def usual_name(country: Country, language: str) -> str:
    """Return what papers in `language` call the country.

    >>> usual_name(COUNTRIES[0], "en")
    'Afghanistan'
    """
    return (country.english if language == "en" else country.indonesian)[0]


@lru_cache(maxsize=4096)
def countries(text: str, language: str) -> tuple[tuple[Span, Country], ...]:
    """Return the countries that `text` names or has an adjective of, in order.

    >>> [usual_name(found, "id") for _, found in countries("South Korean and Dutch ships", "en")]
    ['Korea Selatan', 'Belanda']
    """
    pattern = _PATTERNS.get(language)
    if pattern is None:
        return ()
    return tuple(
        (Span(*found.span()), _FORMS[language][" ".join(found[0].split())])
        for found in pattern.finditer(text)
    )
