from __future__ import annotations

import lzma
from pathlib import Path

import pytest
from builders import EN_ID, ID_EN

from pipeline.adapters.engines.echo import EchoEngine
from pipeline.errors import ConfigError
from pipeline.model import Term
from pipeline.text.matching import TermBase
from pipeline.training.back_translate import back_translate
from pipeline.training.compare import compare, read_outputs
from pipeline.training.corpus.reading import read_pairs as read_corpus
from pipeline.training.evaluate import Pair, evaluate
from pipeline.training.obedience import measure_obedience

REFERENCES = [f"The minister said on day {number} that prices would rise again." for number in range(40)]


def test_a_worse_system_is_told_from_one_that_is_as_good() -> None:
    worse = [text.replace("prices would rise", "price is up") for text in REFERENCES]
    rows = {
        row.name: row for row in compare("ours", REFERENCES, {"same": REFERENCES, "worse": worse}, REFERENCES)
    }
    assert rows["ours"].bleu_chance is None
    assert rows["worse"].bleu < 90
    assert rows["worse"].bleu_chance is not None
    assert rows["worse"].bleu_chance < 0.05
    assert rows["same"].bleu_chance is not None
    assert rows["same"].bleu_chance > 0.05


def test_other_systems_translations_are_read_and_counted(tmp_path: Path) -> None:
    (tmp_path / "plain.en").write_text("one\ntwo\n")
    with lzma.open(tmp_path / "packed.en.xz", "wt") as file:
        file.write("uno\ndue\n")
    assert read_outputs(tmp_path, "en", 2) == {"plain": ["one", "two"], "packed": ["uno", "due"]}
    with pytest.raises(ConfigError, match=r"has 2 lines, the test set 3"):
        read_outputs(tmp_path, "en", 3)
    with pytest.raises(ConfigError, match=r"no translations named NAME\.id"):
        read_outputs(tmp_path, "id", 3)


def test_obedience_counts_terms_that_the_reference_has() -> None:
    terms = TermBase([Term("Otoritas Jasa Keuangan", "Financial Services Authority", "institution")], "id")
    pairs = [
        Pair("Kepala Otoritas Jasa Keuangan datang.", "The head of the Financial Services Authority came."),
        Pair("Kepala Otoritas Jasa Keuangan datang.", "The regulator's head came."),
        Pair("Tidak ada istilah.", "No term."),
    ]
    found = measure_obedience(pairs, EchoEngine(), ID_EN, terms)
    assert (found.given, found.kept, found.share, found.lost) == (1, 1, 1.0, ())


def test_names_that_came_across_are_counted() -> None:
    pairs = [
        Pair("Kata Wagimin di Pasar Senen.", "Wagimin said."),
        Pair("Menurut Sukartiyem, ya.", "Sukartiyem: yes."),
    ]
    assert evaluate("names", pairs, EchoEngine(), ID_EN).names == 1
    assert evaluate("none", [Pair("Satu.", "One.")], EchoEngine(), ID_EN).names is None


def test_back_translation_goes_on_where_it_was_killed(tmp_path: Path) -> None:
    lines = tmp_path / "mono.txt"
    lines.write_text(
        "".join(f"It 's sentence number {number} , they said .\nShort .\n" for number in range(300))
    )
    whole, cut = tmp_path / "whole.tsv", tmp_path / "cut.tsv"
    made = back_translate(lines, whole, EchoEngine(), EN_ID, lambda _: None)
    assert (made.read, made.written) == (600, 300)
    data = whole.read_bytes()
    for place in (0, 100, len(data) // 2, len(data) - 1, len(data)):
        cut.write_bytes(data[:place])
        assert back_translate(lines, cut, EchoEngine(), EN_ID, lambda _: None) == made
        assert cut.read_bytes() == data
    pairs = [line for line in read_corpus(whole) if not line.broken]
    assert len(pairs) == 300
    assert pairs[0].english == "It's sentence number 0, they said."
