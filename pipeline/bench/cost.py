"""What an archive costs: the hours of a thousand to a hundred million articles, from what was measured here."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.bench.articles import SENTENCES
from pipeline.bench.scope import Row

TITLE = "What an archive costs (articles of some 180 words; cores like these, a worker of one core each)"

_ARTICLES = tuple(10**power for power in range(3, 9))
_CORES = (2, 16, 128, 1024)
_HOUR = 3600


def translated(grown: Sequence[Row]) -> list[Row]:
    """Return the rows of a model and of articles of the usual length."""
    return [row for row in grown if row["engine"] != "echo" and row["sentences each"] == SENTENCES]


def sheet(grown: Sequence[Row]) -> list[Row]:
    """Return core hours, and hours on so many cores, by the largest number of articles that a model translated.

    It takes articles to cost the same however many they are, and workers to share nothing: `growth` and `ray` say how
    far that holds on the machine at hand.
    """
    real = translated(grown)
    if not real:
        return []
    largest = max(real, key=lambda row: int(str(row["articles"])))
    each = float(str(largest["user s"])) / int(str(largest["articles"]))
    rows: list[Row] = [
        {
            "articles": f"{articles:,}",
            "core hours": _shown(articles * each / _HOUR),
            **{f"h on {cores:,} cores": _shown(articles * each / _HOUR / cores) for cores in _CORES},
        }
        for articles in _ARTICLES
    ]
    return [*rows, {"articles": "a day, a core", "core hours": f"{24 * _HOUR / each:,.0f} articles"}]


def _shown(hours: float) -> str:
    return f"{hours:,.0f}" if hours >= 10 else f"{hours:.2g}"
