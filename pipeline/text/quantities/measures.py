"""Units of measure by name in both languages, and the words for parts of a hundred."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Measure(NamedTuple):
    """A unit: its CLDR name and its names in print, the house's first (in English plural, then singular)."""

    unit: str
    indonesian: tuple[str, ...]
    english: tuple[str, ...]


MEASURES: tuple[Measure, ...] = (
    Measure(
        "kilometer-per-hour",
        ("kilometer per jam", "km/jam", "kpj"),
        ("kilometers per hour", "kilometer per hour", "kilometers an hour", "kph", "km/h", "kmh", "kmph"),
    ),
    Measure(
        "mile-per-hour",
        ("mil per jam", "mil/jam"),
        ("miles per hour", "mile per hour", "miles an hour", "mph"),
    ),
    Measure(
        "meter-per-second", ("meter per detik", "m/detik"), ("meters per second", "meter per second", "m/s")
    ),
    Measure(
        "microgram-per-cubic-meter",
        ("mikrogram per meter kubik", "mikrogram/m3", "mikrogram/m³", "µg/m³", "µg/m3", "ug/m3"),
        (
            "micrograms per cubic meter",
            "microgram per cubic meter",
            "micrograms/m3",
            "micrograms/m³",
            "µg/m³",
            "µg/m3",
            "ug/m3",
        ),
    ),
    Measure(
        "square-kilometer",
        ("kilometer persegi", "km persegi", "km2", "km²"),
        ("square kilometers", "square kilometer", "square-kilometer", "sq km", "km²", "km2"),
    ),
    Measure(
        "square-meter",
        ("meter persegi", "m persegi", "m2", "m²"),
        ("square meters", "square meter", "square-meter", "sq m", "m²", "m2"),
    ),
    Measure(
        "cubic-meter", ("meter kubik", "m3", "m³"), ("cubic meters", "cubic meter", "cubic-meter", "m³", "m3")
    ),
    Measure("cubic-centimeter", ("cc", "sentimeter kubik"), ("cc", "cubic centimeters", "cubic centimeter")),
    Measure("cubic-foot", ("kaki kubik",), ("cubic feet", "cubic foot")),
    Measure("square-mile", ("mil persegi",), ("square miles", "square mile", "square-mile", "sq mi")),
    Measure("square-foot", ("kaki persegi",), ("square feet", "square foot", "square-foot", "sq ft")),
    Measure("light-year", ("tahun cahaya",), ("light-years", "light-year", "light years", "light year")),
    Measure("kilometer", ("kilometer", "km"), ("kilometers", "kilometer", "km")),
    Measure("centimeter", ("sentimeter", "centimeter", "senti", "cm"), ("centimeters", "centimeter", "cm")),
    Measure("millimeter", ("milimeter", "mm"), ("millimeters", "millimeter", "mm")),
    Measure("meter", ("meter", "m"), ("meters", "meter", "m")),
    Measure("nautical-mile", ("mil laut",), ("nautical miles", "nautical mile")),
    Measure("mile", ("mil",), ("miles", "mile", "mi")),
    Measure("foot", ("kaki",), ("feet", "foot", "ft")),
    Measure("yard", ("yard", "yar"), ("yards", "yard", "yd")),
    Measure("inch", ("inci", "inch"), ("inches", "inch")),
    Measure("hectare", ("hektare", "hektar", "ha"), ("hectares", "hectare", "ha")),
    Measure("acre", ("acre", "ekar"), ("acres", "acre")),
    Measure("milligram", ("miligram", "mg"), ("milligrams", "milligram", "mg")),
    Measure("microgram", ("mikrogram",), ("micrograms", "microgram")),
    Measure("kilogram", ("kilogram", "kg", "kilo"), ("kilograms", "kilogram", "kilos", "kilo", "kg")),
    Measure("quintal", ("kuintal", "kwintal"), ("quintals", "quintal")),
    Measure("ons", ("ons",), ("ons",)),
    Measure("gram", ("gram", "gr", "g"), ("grams", "gram", "g")),
    Measure("pound", ("pon",), ("pounds", "pound", "lbs", "lb")),
    Measure(
        "ounce",
        ("ons troi", "troy ounce", "troy ons", "ounce"),
        ("ounces", "ounce", "troy ounces", "troy ounce", "oz"),
    ),
    Measure("carat", ("karat",), ("carats", "carat", "karats", "karat")),
    Measure("gross-tonnage", ("gros ton", "gross ton", "ton bruto", "GT"), ("gross tons", "gross ton", "GT")),
    Measure(
        "tonne",
        ("ton",),
        ("tons", "ton", "tonnes", "tonne", "metric tons", "metric ton", "metric tonnes", "metric tonne"),
    ),
    Measure("milliliter", ("mililiter", "ml"), ("milliliters", "milliliter", "ml")),
    Measure("kiloliter", ("kiloliter", "kilo liter"), ("kiloliters", "kiloliter")),
    Measure("liter", ("liter",), ("liters", "liter")),
    Measure("gallon", ("galon",), ("gallons", "gallon")),
    Measure("barrel", ("barel", "barrel"), ("barrels", "barrel")),
    Measure(
        "celsius",
        ("derajat Celsius", "derajat Celcius", "derajat C", "Celsius", "°C", "° C", "ºC", "º C", "C"),
        ("degrees Celsius", "degree Celsius", "degrees C", "Celsius", "°C", "° C", "ºC", "º C", "C"),
    ),
    Measure(
        "fahrenheit",
        ("derajat Fahrenheit", "derajat F", "Fahrenheit", "°F", "° F", "F"),
        ("degrees Fahrenheit", "degree Fahrenheit", "degrees F", "Fahrenheit", "°F", "° F", "F"),
    ),
    Measure("degree", ("derajat",), ("degrees", "degree")),
    Measure(
        "kilowatt-hour",
        ("kilowatt-jam", "kilowatt jam", "kWh"),
        ("kilowatt-hours", "kilowatt-hour", "kilowatt hours", "kWh"),
    ),
    Measure("gigawatt", ("gigawatt", "GW"), ("gigawatts", "gigawatt", "GW")),
    Measure("megawatt", ("megawatt", "MW", "MWp"), ("megawatts", "megawatt", "MW", "MWp")),
    Measure("kilowatt", ("kilowatt", "kW"), ("kilowatts", "kilowatt", "kW")),
    Measure(
        "megawatt-hour",
        ("megawatt-jam", "megawatt jam", "MWh"),
        ("megawatt-hours", "megawatt-hour", "megawatt hours", "MWh"),
    ),
    Measure(
        "gigawatt-hour",
        ("gigawatt-jam", "gigawatt jam", "GWh"),
        ("gigawatt-hours", "gigawatt-hour", "gigawatt hours", "GWh"),
    ),
    Measure(
        "terawatt-hour",
        ("terawatt-jam", "terawatt jam", "TWh"),
        ("terawatt-hours", "terawatt-hour", "terawatt hours", "TWh"),
    ),
    Measure("hectopascal", ("hektopascal", "hPa"), ("hectopascals", "hectopascal", "hPa")),
    Measure("watt", ("watt",), ("watts", "watt")),
    Measure("volt", ("volt",), ("volts", "volt")),
    Measure("knot", ("knot",), ("knots", "knot")),
    Measure(
        "gigabit-per-second",
        ("gigabit per detik", "gigabita per detik", "Gbps"),
        ("gigabits per second", "gigabit per second", "Gbps"),
    ),
    Measure(
        "megabit-per-second",
        ("megabit per detik", "Mbps"),
        ("megabits per second", "megabit per second", "Mbps"),
    ),
    Measure("gigabyte", ("gigabita", "gigabyte", "GB"), ("gigabytes", "gigabyte", "GB")),
    Measure("megabyte", ("megabita", "megabyte", "MB"), ("megabytes", "megabyte", "MB")),
    Measure("terabyte", ("terabita", "terabyte", "TB"), ("terabytes", "terabyte", "TB")),
    Measure("milliampere-hour", ("mAh",), ("mAh",)),
    Measure("megapixel", ("megapiksel", "megapixel", "MP"), ("megapixels", "megapixel", "MP")),
    Measure("decibel", ("desibel", "dB"), ("decibels", "decibel", "dB")),
    Measure("calorie", ("kalori",), ("calories", "calorie")),
    Measure("ream", ("rim",), ("reams", "ream")),
    Measure("horsepower", ("tenaga kuda", "daya kuda", "dk"), ("horsepower", "hp")),
    Measure("magnitude", ("magnitudo", "skala Richter", "SR"), ("magnitude", "on the Richter scale")),
    Measure("century", ("abad",), ("centuries", "century")),
    Measure("decade", ("dekade", "dasawarsa"), ("decades", "decade")),
    Measure("year", ("tahun",), ("years", "year")),
    Measure("month", ("bulan",), ("months", "month")),
    Measure("week", ("pekan", "minggu"), ("weeks", "week")),
    Measure("day", ("hari",), ("days", "day")),
    Measure("hour", ("jam",), ("hours", "hour", "hrs", "hr")),
    Measure("minute", ("menit",), ("minutes", "minute", "mins", "min")),
    Measure("second", ("detik",), ("seconds", "second", "secs", "sec")),
)

DURATIONS = frozenset({"century", "decade", "year", "month", "week", "day", "hour", "minute", "second"})
"""`usia 47 tahun` is `47-year-old` and `aged 47`: a length of time may lose its unit in translation."""

IN_OTHERS: Mapping[str, tuple[int, str]] = MappingProxyType(
    {"quintal": (100, "kilogram"), "ons": (100, "gram")}
)
"""Units that no English paper prints: `2 kuintal` is 200 kilograms, `5 ons` 500 grams."""


def _british(name: str) -> str:
    return name.replace("meter", "metre").replace("liter", "litre")


NAMES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "id": {name.lower(): measure.unit for measure in MEASURES for name in measure.indonesian},
        "en": {
            spelled.lower(): measure.unit
            for measure in MEASURES
            for name in measure.english
            for spelled in (name, _british(name))
        },
    }
)
"""Units by what stands behind a number, in small letters."""

BY_UNIT: Mapping[str, Measure] = MappingProxyType({measure.unit: measure for measure in MEASURES})

PERCENT: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "id": {
            "persen": "%",
            "%": "%",
            "poin persentase": "pp",
            "poin persen": "pp",
            "persen poin": "pp",
            "basis poin": "bp",
            "bps": "bp",
        },
        "en": {
            "percent": "%",
            "%": "%",
            "per cent": "%",
            "percentage points": "pp",
            "percentage point": "pp",
            "percentage-point": "pp",
            "basis points": "bp",
            "basis point": "bp",
            "basis-point": "bp",
            "bps": "bp",
        },
    }
)
"""Percent, percentage points and basis points: three things, by what stands behind the number."""
