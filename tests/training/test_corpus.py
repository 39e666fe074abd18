from __future__ import annotations

import gzip
import lzma
from pathlib import Path

import pytest
from builders import EN_ID, ID_EN
from training.tiny import sentences, write_pairs, write_recipe

from pipeline.errors import ConfigError
from pipeline.model import BitextUnit, Direction, SegmentState
from pipeline.training.corpus.approved import approved_pairs
from pipeline.training.corpus.detokenise import detokenise
from pipeline.training.corpus.filters import why_dropped
from pipeline.training.corpus.held_out import held_out_pairs, is_held_out
from pipeline.training.corpus.prepare import Report, prepare, read_reports
from pipeline.training.corpus.reading import LONGEST, read_lines, read_pairs
from pipeline.training.corpus.seen import Seen
from pipeline.training.corpus.store import Pairs
from pipeline.training.recipe import Filters, load_recipe

FILTERS = Filters(60, 3.0, 0.5, 0.7, ())


@pytest.mark.parametrize(
    ("indonesian", "english", "reason"),
    [
        ("Harga beras naik.", "Rice prices rose.", ""),
        ("", "Rice prices rose.", "empty side"),
        ("kata " * 10_000, "word " * 10_000, "too long"),
        ("Harga naik.", "The price of rice rose by far more than anybody expected.", "lengths too different"),
        ("===== 12.500 =====", "===== 12,500 =====", "hardly any letters"),
        ("Klik <b>di sini</b> saja.", "Click <b>here</b> only.", "markup"),
        ("Foto oleh Kishida sendiri saja", "foto oleh Kishida sendiri saja", "the same on both sides"),
        ("Fumio Kishida", "Fumio Kishida", ""),
        ("The price of it was the same as before.", "It was the same as before.", "wrong language"),
        ("Harga itu sama dengan yang lalu.", "Harga itu sudah sama dengan yang lalu.", "wrong language"),
    ],
)
def test_a_pair_that_teaches_nothing_is_dropped_with_its_reason(
    indonesian: str, english: str, reason: str
) -> None:
    assert why_dropped(indonesian.strip(), english.strip(), FILTERS) == reason


def test_broken_lines_are_told_from_pairs(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    long = b"a" * (3 * LONGEST)
    path.write_bytes(
        b"satu\tone\tnews\n\nno tab here\n\xff\xfe\tbad\n" + long + b"\n" + b"dua\ttwo\r\n" + b"tiga\tthree"
    )
    found = [(line.number, line.indonesian, line.english, line.broken) for line in read_pairs(path)]
    assert found == [
        (1, "satu", "one", ""),
        (2, "", "", "empty line"),
        (3, "", "", "no tab"),
        (4, "", "", "not UTF-8"),
        (5, "", "", "too long a line"),
        (6, "dua", "two", ""),
        (7, "tiga", "three", ""),
    ]


@pytest.mark.parametrize(("suffix", "opener"), [(".xz", lzma.open), (".gz", gzip.open)])
def test_compressed_files_are_read_and_damaged_ones_named(
    tmp_path: Path, suffix: str, opener: object
) -> None:
    path = tmp_path / f"a.tsv{suffix}"
    with opener(path, "wt") as file:  # type: ignore[operator]
        file.write("satu\tone\n" * 5000)
    assert sum(1 for _ in read_lines(path)) == 5000
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(ConfigError, match=r"a\.tsv.* can't be read after line"):
        list(read_pairs(path))


def test_seen_knows_every_text_again_and_takes_hardly_any_new_one_for_old() -> None:
    seen = Seen(bits=1 << 16)
    mistaken = sum(seen.add(f"new {number}") for number in range(2000))
    assert mistaken < 5
    assert all(seen.add(f"new {number}") for number in range(2000))


def test_a_held_out_pair_stays_so_wherever_it_stands(tmp_path: Path) -> None:
    pairs = sentences(600)
    chosen = {pair for pair in pairs if is_held_out(*pair)}
    assert 2 < len(chosen) < 60
    path = write_pairs(tmp_path / "a.tsv", pairs[::-1])
    assert set(held_out_pairs([path])) == chosen


def test_what_is_left_out_is_counted_by_file_reason_and_line(tmp_path: Path) -> None:
    pairs = sentences(5)
    corpus = tmp_path / "corpus.tsv"
    write_pairs(
        corpus, [*pairs, *pairs, ("", "nothing"), ("Kalimat uji yang sangat rahasia.", "A secret sentence.")]
    )
    tests = write_pairs(tmp_path / "test.tsv", [("kalimat  UJI yang sangat rahasia", "Other words.")])
    recipe = load_recipe(write_recipe(tmp_path, filters={"evaluation_sets": [str(tests)]}))
    (tmp_path / "made").mkdir()
    (report,) = prepare(recipe, tmp_path / "made")
    assert report.kept == len(set(pairs))
    assert dict(report.dropped) == {"seen before": 10 - len(set(pairs)), "empty side": 1, "in a test set": 1}
    assert report.places["empty side"] == [11]
    assert "empty side 1 (line 11)" in str(report)
    (again,) = read_reports(tmp_path / "made")
    assert again == report
    stored = Pairs(tmp_path / "made")
    assert [stored[number] for number in range(len(stored))] == list(dict.fromkeys(pairs))
    assert set(stored.weights) == {1.5}


def test_the_source_is_the_side_that_the_recipe_says(tmp_path: Path) -> None:
    recipe = load_recipe(write_recipe(tmp_path, source="en", target="id"))
    (tmp_path / "made").mkdir()
    prepare(recipe, tmp_path / "made")
    source, target = Pairs(tmp_path / "made")[0]
    assert "the" in source.lower()
    assert "the" not in target.lower().split()


def test_nothing_left_is_an_error_that_says_why(tmp_path: Path) -> None:
    write_pairs(tmp_path / "corpus.tsv", [("", "nothing")])
    (tmp_path / "made").mkdir()
    with pytest.raises(ConfigError, match=r"nothing is left .*\n.*empty side 1 \(line 1\)"):
        prepare(load_recipe(write_recipe(tmp_path)), tmp_path / "made")


def test_a_sample_follows_the_weights(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    prepare(load_recipe(write_recipe(tmp_path)), tmp_path / "made")
    pairs = Pairs(tmp_path / "made")
    assert len(pairs.sample(10_000, 1)) == len(pairs)
    assert pairs.sample(20, 1) == pairs.sample(20, 1) != pairs.sample(20, 2)
    pairs.weights[10:] = 0
    assert sorted(pairs.sample(20, 1)) == sorted(pairs[number] for number in range(10))


@pytest.mark.parametrize(
    ("apart", "printed"),
    [
        ("It 's true , he said .", "It's true, he said."),
        ("They did n't ( yet ) come !", "They didn't (yet) come!"),
        ("A well-known man .", "A well-known man."),
        ("Nothing to do here.", "Nothing to do here."),
        ('He said: "yes, I do".', 'He said: "yes, I do".'),
    ],
)
def test_tokenised_text_is_joined_again(apart: str, printed: str) -> None:
    assert detokenise(apart) == printed


def test_a_report_shows_a_few_places_only() -> None:
    report = Report("a.tsv", 3)
    for number in range(1, 1_000_001, 1000):
        report.drop("seen before", number)
    assert str(report) == "a.tsv: kept 3; left out: seen before 1,000 (line 1, 1001, 2001 …)"


def test_what_people_approved_becomes_pairs_indonesian_first() -> None:
    units = [
        BitextUnit("1", "Harga naik.", "Prices rise.", ID_EN),
        BitextUnit("2", "Prices fall.", "Harga\tturun.", EN_ID),
        BitextUnit("3", "Belum.", "", ID_EN),
        BitextUnit("4", "Draf.", "Draft.", ID_EN, edition="berita-1"),
        BitextUnit("5", "Jadi.", "Done.", ID_EN, state=SegmentState.FINAL, edition="berita-1"),
        BitextUnit("6", "Hallo.", "Hello.", Direction("nl", "en")),
    ]
    assert list(approved_pairs(units)) == [
        ("Harga naik.", "Prices rise."),
        ("Harga turun.", "Prices fall."),
        ("Jadi.", "Done."),
    ]
