from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
import torch
from training.tiny import sentences

from pipeline.training.loss import Batch, Guide
from pipeline.training.prior import attested, renderings
from pipeline.training.prior.embeddings import embeddings
from pipeline.training.prior.lexicon import Lexicon, lexicon
from pipeline.training.prior.phrases import PhraseTable, flat, phrases
from pipeline.training.recipe import Vocabulary as Settings
from pipeline.training.vocabulary import Vocabulary, train_vocabulary

PAIRS = sentences(400)


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    folder = tmp_path_factory.mktemp("vocabulary")
    texts = [text for pair in PAIRS for text in pair]
    train_vocabulary(texts, Settings(350, 1000, 0.9999, ("<bt>",)), ("id", "en"), folder)
    return Vocabulary(folder)


@pytest.fixture(scope="module")
def learnt(vocabulary: Vocabulary) -> Lexicon:
    numbers = [(vocabulary.read(one), vocabulary.write(other)) for one, other in PAIRS]
    return lexicon(numbers, len(vocabulary))


def test_the_vocabulary_spells_what_it_never_saw_and_keeps_symbols_whole(vocabulary: Vocabulary) -> None:
    assert vocabulary.decode(vocabulary.write("Žižek 日本 ½")) == "Žižek 日本 1⁄2"
    assert vocabulary.unknown not in vocabulary.read("Žižek 日本")
    assert "<bt>" in [vocabulary.piece(number) for number in vocabulary.read("<bt> Warga")]
    assert vocabulary.pad == len(vocabulary) - 1


def test_cut_pieces_spell_the_same(vocabulary: Vocabulary) -> None:
    chance = random.Random(1)  # noqa: S311
    numbers = vocabulary.read("Pemerintah membangun rumah sakit.")
    cut = [vocabulary.cut(numbers, chance) for _ in range(50)]
    assert {vocabulary.decode(one) for one in cut} == {"Pemerintah membangun rumah sakit."}
    assert max(map(len, cut)) > len(numbers)


def _words(text: str) -> list[str]:
    return text.lower().rstrip(".").split()


WORDS = sorted({word for pair in PAIRS for text in pair for word in _words(text)})
NUMBERS = {word: number for number, word in enumerate(WORDS)}


def _numbers(text: str) -> list[int]:
    return [NUMBERS[word] for word in _words(text)]


DOCUMENTS = [(_numbers(source), _numbers(target)) for source, target in PAIRS]


def test_words_that_translate_each_other_lie_together() -> None:
    found = embeddings(DOCUMENTS, len(WORDS), 32, 1)
    assert found.shape == (len(WORDS), 32)
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    one, other, third = (found[NUMBERS[word]] for word in ("kemarin", "yesterday", "week"))
    assert one @ other > one @ third + 0.2
    assert np.array_equal(found, embeddings(DOCUMENTS, len(WORDS), 32, 1))


def test_the_lexicon_translates_and_comes_back_from_the_disk(tmp_path: Path) -> None:
    found = lexicon(DOCUMENTS, len(WORDS))
    source = np.asarray([NUMBERS["kemarin"]] * 2)
    target = np.asarray([NUMBERS["yesterday"], NUMBERS["week"]])
    forward, backward = found.links(source, target)
    assert forward[0] > 0.5 > forward[1]
    assert backward[0] > 0.5 > backward[1]
    found.save(tmp_path / "a.npz")
    assert np.array_equal(Lexicon.load(tmp_path / "a.npz").links(source, target)[0], forward)


def test_phrases_are_whole_words_that_translate_each_other(vocabulary: Vocabulary, learnt: Lexicon) -> None:
    source, target = (
        "Presiden memperbaiki rumah sakit 7 kemarin.",
        "The president repaired the hospital 7 yesterday.",
    )
    found = phrases(source, target, ("id", "en"), vocabulary, learnt)
    said = {(one.source.of(source), one.target.of(target)) for one in found}
    assert ("memperbaiki", "repaired") in said
    assert ("kemarin", "yesterday") in said
    assert not any("7" in one + other for one, other in said)
    assert phrases("", "", ("id", "en"), vocabulary, learnt) == []
    table = PhraseTable(*flat(iter([found, [], found])))
    assert (table[0], table[1], table[2]) == (tuple(found), (), tuple(found))


def test_the_guide_points_at_the_translation_and_ends_at_the_end(
    vocabulary: Vocabulary, learnt: Lexicon
) -> None:
    end, pad = vocabulary.end, vocabulary.pad
    source = [*vocabulary.read("Warga menutup pasar 12 kemarin."), end]
    target = [*vocabulary.write("Residents closed the market 12 yesterday."), end]
    batch = Batch(torch.tensor([[*source, pad, pad]]), torch.tensor([target]))
    guide = Guide(learnt, end, torch.device("cpu")).attention(batch, pad)[0]
    assert torch.allclose(guide.sum(1), torch.ones(len(target)), atol=1e-4)
    assert int(guide[-1].argmax()) == len(source) - 1
    assert not guide[:, -2:].any()
    yesterday = target.index(vocabulary.write("yesterday")[0])
    assert int(guide[yesterday].argmax()) == source.index(vocabulary.read("kemarin")[0])


def test_words_are_drawn_from_texts_without_their_forms(tmp_path: Path) -> None:
    corpora, own = tmp_path / "corpora", tmp_path / "own"
    (corpora / "mono").mkdir(parents=True)
    own.mkdir()
    (corpora / "news.tsv").write_text("Pakis tumbuh.\tA fern grows near Bogor.\n" * 5, "utf-8")
    (corpora / "ui.tsv").write_text("Klikx\tPress the xbtnx\nTekan\tPress a key\n", "utf-8")
    (corpora / "mono" / "news.en.txt").write_text("Two ferns grew .\n", "utf-8")
    (own / "own.tsv").write_text("Pohon itu tua.\tThe tree is old.\n", "utf-8")
    listed = tmp_path / "words"
    listed.write_text("gunk\n", "utf-8")
    out = tmp_path / "out"
    out.mkdir()
    (out / "attested.en.txt").write_text("# head\nstale\n", "utf-8")
    attested.main([str(corpora), "--own", str(own), "--list", str(listed), "--out", str(out)])
    assert (out / "attested.en.txt").read_text("utf-8").split("\n", 1)[0] == "# head"
    english = (out / "attested.en.txt").read_text("utf-8").split()
    assert {"fern", "gunk", "grew", "tree"} <= set(english)
    assert not {"ferns", "stale", "xbtnx"} & set(english)
    assert (out / "attested.id.txt").read_text("utf-8").split() == ["itu", "tua", "tumbuh"]
    assert (out / "attested.names.txt").read_text("utf-8").split() == ["Bogor"]


def test_a_word_is_rendered_by_its_likeliest_partner_and_little_words_by_none(tmp_path: Path) -> None:
    told = [
        "hujan deras\theavy rain",
        "hujan yang deras\tthe heavy rain",
        "angin deras\theavy wind",
        "hujan\train",
        "angin\twind",
        "deras\theavy",
    ]
    corpora, own = tmp_path / "corpora", tmp_path / "own"
    for folder in (corpora, own):
        folder.mkdir()
    (corpora / "news.tsv").write_text("\n".join(told * 3) + "\n", encoding="utf-8")
    (corpora / "ui.tsv").write_text("batal\tcancel\n" * 9, encoding="utf-8")
    out = tmp_path / "renderings.tsv"
    renderings.main([str(corpora), "--own", str(own), "--out", str(out)])
    rows = {tuple(row.split("\t")) for row in out.read_text("utf-8").splitlines() if row[0] != "#"}
    assert {("id", "hujan", "rain"), ("en", "heavy", "deras"), ("id", "angin", "wind")} <= rows
    assert not {word for _, word, _ in rows} & {"yang", "the", "batal", "cancel"}
