from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.adapters.glossaries.csv import COLUMNS
from pipeline.adapters.lint import lint


def problems(tmp_path: Path, *rows: str) -> list[str]:
    path = tmp_path / "own.csv"
    path.write_text("\n".join([",".join(COLUMNS), *rows]) + "\n", encoding="utf-8")
    return [str(problem).removeprefix(f"{path}:") for problem in lint([path])]


def test_a_clean_file_has_no_problems(tmp_path: Path) -> None:
    rows = ["KTT,summit,event,require,konferensi tingkat tinggi;ok:meeting,,,,house", "OJK,FSA,law,keep,,,,,"]
    assert problems(tmp_path, *rows) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            ["b,x,law,keep,,,,,", "a,y,law,keep,,,,,"],
            "3: 'a' is out of order: sort the file by its first column",
        ),
        (["a,x,law,keep,,,,,", "b,y,law,keep,a,,,,"], "3: 'a' stands in own.csv:2 already"),
        (["a,x,law,keep,a,,,,"], "2: 'a' stands twice among the Indonesian forms"),
        (
            ["a,x,law,keep,en:X,,,,"],
            "2: 'x' stands twice among the English forms; capitals make no difference there",
        ),
        (["—,x,law,keep,,,,,"], "2: '—' has no word in it and can never be found"),
        (
            ["a,People’s x,law,keep,,,,,"],
            "2: 'People’s x' has a curly quote: write a straight one, which finds both",
        ),
        (["a,xâ€™s,law,keep,,,,,"], "2: 'xâ€™s' was saved in a wrong encoding once"),
        (["a,x,law,keep,,,,=1+2,"], "2: '=1+2' begins like a spreadsheet's formula"),
        (["a,x,law,keep,,y,,,"], "2: the short form 'y' is none of the English forms: add en:y"),
        (["a,x,law,keep,,,dua kata,,"], "2: the context 'dua kata' is no single word and can never be found"),
        (
            ["a,x,law,keep,b,,,,", "b,y,law,keep,a,,,,"],
            "3: 'b' and 'a' (own.csv:2) are aliases of each other: keep one entry",
        ),
        (
            ["a,x,law,keep,,,,,", "a,y,law,keep,,,,,"],
            "3: 'a' stands in own.csv:2 already, as 'x': give both a context, or keep one",
        ),
        (
            ["dewan,council,law,require,,,,,", "dewan kota,town hall,law,prefer,,,,,"],
            "3: 'dewan kota' (prefer) hides 'dewan' (require), own.csv:2: give both the same policy",
        ),
        (["a ==> b,x,law,keep,,,,,"], "2: 'a ==> b' can never be found: a mark in it parts its words"),
        (["a,x,law,keep", "b,,law,keep,,,,,"], "3: both forms are needed, indonesian and english"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, rows: list[str], expected: str) -> None:
    assert expected in problems(tmp_path, *rows)


def test_the_same_form_in_another_context_is_no_clash(tmp_path: Path) -> None:
    assert problems(tmp_path, "MA,school,law,keep,,,siswa,,", "MA,court,law,keep,,,hakim,,") == []
