"""How far and how widely a model searches: the same for every engine."""

LIMIT = 256
"""Pieces that one hypothesis may have; a news sentence has 30, a runaway repetition never ends."""

WIDTH_BEHIND = 2
"""Width of the search behind an opening: what is left to find is short, and a wider one gains nothing."""
