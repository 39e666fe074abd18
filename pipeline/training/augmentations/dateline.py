"""Datelines before the lead, carried over: `JAKARTA – `, `Ambon (ANTARA) - `.

Where the layout hides one from the pipeline it reaches the model with its sentence.
"""

from __future__ import annotations

from pipeline.training.example import Draw, Example
from pipeline.training.invention import invent_name

_PLACES = (
    "Jakarta Surabaya Bandung Medan Makassar Denpasar Semarang Yogyakarta Palembang Manado Ambon Jayapura "
    "Kupang Mataram Pontianak Banjarmasin Balikpapan Padang Pekanbaru Batam Aceh Bogor Depok Bekasi Tangerang "
    "Solo Malang Kyiv Tokyo Beijing Washington London Paris Brussels Canberra Manila Bangkok Hanoi Dili"
).split()
_SHAPES = ("{} – ", "{} - ", "{}, ", "{}: ", "{} ({}) - ", "{} ({}) – ", "{}, {} - ", "{}, {} – ", "{} -- ")


def augment(example: Example, draw: Draw) -> Example:
    """Set a dateline before both sides; a place and a newspaper are written as they are in the source."""
    chance = draw.chance
    place = chance.choice(_PLACES) if chance.random() < 0.7 else invent_name(chance)
    paper = chance.choice((invent_name(chance).upper(), invent_name(chance), f"{invent_name(chance)}.com"))
    line = chance.choice(_SHAPES).format(place.upper() if chance.random() < 0.5 else place, paper)
    return example.changed(line + example.source, line + example.target)
