from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from builders import EN_ID, ID_EN

from pipeline import registry
from pipeline.adapters.engines.echo import POISON
from pipeline.adapters.models.stutter import stuttered
from pipeline.config import load_settings
from pipeline.model import Direction, Hypothesis, Translation
from pipeline.ports import Engine
from pipeline.text.stuttering import is_stuttering

SENTENCES = (Path(__file__).parents[2] / "golden" / "news.id.txt").read_text(encoding="utf-8").splitlines()
ENGINES = [
    "echo",
    pytest.param("ctranslate2", marks=pytest.mark.real),
    pytest.param("transformers", marks=pytest.mark.real),
]


def create(name: str, direction: Direction = ID_EN, options: Mapping[str, object] | None = None) -> Engine:
    settings = load_settings({"engine": {"name": name, **(options or {})}})
    engine: Engine = registry.load("pipeline.adapters.engines", name).create(settings, direction)
    return engine


@pytest.mark.parametrize("name", ENGINES)
def test_as_many_come_out_as_went_in_and_a_bad_one_spoils_no_other(name: str) -> None:
    engine = create(name)
    texts = ["Harga beras naik.", "", f"x {POISON} " * 600, "Presiden tiba di Jakarta."]
    alone = engine.translate(["Harga beras naik."])[0].best.text
    found = engine.translate(texts)
    assert len(found) == len(texts)
    assert found[0].best.text == alone
    assert found[2].fault
    assert found[2].best.text == texts[2]
    assert not found[3].fault


@pytest.mark.parametrize("name", ENGINES)
def test_two_threads_may_ask_at_once(name: str) -> None:
    engine = create(name)
    halves = [SENTENCES[:6], SENTENCES[6:12]]
    alone = [[found.best.text for found in engine.translate(half)] for half in halves]
    with ThreadPoolExecutor(2) as pool:
        together = [[found.best.text for found in said] for said in pool.map(engine.translate, halves)]
    assert together == alone


@pytest.mark.parametrize("name", ENGINES)
def test_a_text_is_translated_from_behind_its_opening(name: str) -> None:
    openings = ["The price of rice", "Mr.", "In Jakarta", "", "Prices " * 300]
    texts = [
        "Harga beras naik lagi.",
        f"x {POISON} " * 600,
        "Presiden tiba di Jakarta.",
        *["Harga naik."] * 2,
    ]
    found = create(name).complete(texts, openings)
    begun = [
        one is not None and one.text.startswith(opening) for one, opening in zip(found, openings, strict=True)
    ]
    assert begun == [name != "echo", False, name != "echo", False, False]
    assert [one is None for one in found] == [not is_begun for is_begun in begun]


@pytest.mark.real
@pytest.mark.parametrize("name", ["ctranslate2", "transformers"])
def test_in_the_score_of_what_was_begun_the_opening_counts_as_certain(name: str) -> None:
    text, opening = "Harga beras naik lagi pada pekan ini.", "The cost of rice"
    engine = create(name, options={"compute_type": "float32"})
    (said,) = engine.complete([text], [opening])
    assert said is not None
    (whole,) = engine.score_batch([(text, said.text)])
    assert whole is not None
    given = [word for word in whole.words if word.span.end <= len(opening)]
    pieces = sum(word.pieces for word in whole.words) + 1
    assert said.score == pytest.approx(whole.mean - sum(word.score for word in given) / pieces, abs=1e-3)
    assert said.alignment


@pytest.mark.real
@pytest.mark.parametrize("name", ["ctranslate2", "transformers"])
def test_nothing_is_begun_anew_where_the_settings_forbid_it(name: str) -> None:
    assert create(name, options={"insist": False}).complete(["Harga naik."], ["Prices"]) == [None]


@pytest.mark.parametrize("name", ENGINES)
def test_hypotheses_are_scored_and_linked_to_words(name: str) -> None:
    text = "Presiden tiba di Jakarta."
    best = create(name).translate([text])[0].best
    assert best.text
    assert best.alignment
    assert all(0 <= link.source.start < link.source.end <= len(text) for link in best.alignment)
    assert all(0 <= link.target.start < link.target.end <= len(best.text) for link in best.alignment)
    assert (best.score is None) == (name == "echo")


@pytest.mark.real
def test_both_real_engines_find_a_translation_equally_likely_and_a_cut_one_less() -> None:
    pairs = [
        ("Presiden tiba di Jakarta pada Senin.", "The president arrived in Jakarta on Monday."),
        ("Presiden tiba di Jakarta pada Senin.", "The president arrived in"),
        ("", "Nothing."),
        ("Ya. " * 600, "Yes."),
    ]
    options = {"compute_type": "float32"}
    one, other = (
        create(name, options=options).score_batch(pairs) for name in ("ctranslate2", "transformers")
    )
    assert (
        [found is None for found in one] == [found is None for found in other] == [False, False, True, True]
    )
    for left, right in zip(one[:2], other[:2], strict=True):
        assert left is not None
        assert right is not None
        assert left.mean == pytest.approx(right.mean, abs=1e-3)
        assert [word.span for word in left.words] == [word.span for word in right.words]
        assert all(0 <= word.weight <= 1.001 for word in left.attended)
    whole, cut = one[:2]
    assert whole is not None
    assert cut is not None
    assert cut.end < whole.end


@pytest.mark.real
def test_both_real_engines_give_the_same_translation_greedily_in_float32() -> None:
    assert len(SENTENCES) == 50
    options = {"beam": 1, "compute_type": "float32"}
    one = [found.best.text for found in create("ctranslate2", options=options).translate(SENTENCES)]
    other = [found.best.text for found in create("transformers", options=options).translate(SENTENCES)]
    assert one == other


@pytest.mark.real
def test_at_beam_four_the_engines_differ_in_few_sentences() -> None:
    """The searches end differently: CTranslate2 stops when the best hypothesis can't be beaten any more,
    transformers when it has as many finished ones as the beam is wide."""
    options = {"beam": 4, "length_penalty": 1.0, "compute_type": "float32"}
    one = [found.best.text for found in create("ctranslate2", options=options).translate(SENTENCES)]
    other = [found.best.text for found in create("transformers", options=options).translate(SENTENCES)]
    assert sum(left != right for left, right in zip(one, other, strict=True)) <= 5


@pytest.mark.real
def test_the_other_direction_is_bundled_too() -> None:
    (found,) = create("ctranslate2", EN_ID).translate(["The president arrived in Jakarta."])
    assert "Jakarta" in found.best.text


@pytest.mark.real
def test_torch_is_not_imported_by_a_warm_default_engine() -> None:
    create("ctranslate2")
    program = (
        "import sys; from pipeline import bootstrap; from pipeline.config import load_settings\n"
        "desk = bootstrap.build(load_settings()); desk.engine.translate(['Presiden tiba.'])\n"
        "sys.exit(any(name in sys.modules for name in ('torch', 'transformers')))\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_text_whose_translation_stutters_is_found_unless_it_does_so_itself() -> None:
    said = {
        0: Translation((Hypothesis("the office of the office of the office of it"),)),
        1: Translation((Hypothesis("ha ha ha"),)),
        2: Translation((Hypothesis("All is well."),)),
        3: Translation((Hypothesis("no no no"),), fault="broken"),
    }
    assert stuttered(["kantor itu", "ha ha ha", "Semua baik.", "x"], said) == [0]


@pytest.mark.real
@pytest.mark.parametrize("name", ["ctranslate2", "transformers"])
def test_what_stutters_is_said_again_without_repetition(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = create(name)
    module = sys.modules[type(engine).__module__]
    monkeypatch.setattr(module, "stuttered", lambda _, done: list(done))
    (found,) = engine.translate(["Ia berkata ya dan ia berkata ya dan ia berkata ya dan ia berkata ya."])
    assert not is_stuttering(found.best.text)
    words = found.best.text.split()  # as pieces are: `He` is another than `he`
    threes = list(zip(words, words[1:], words[2:], strict=False))
    assert len(set(threes)) == len(threes)


@pytest.mark.real
def test_a_score_is_the_mean_over_pieces_whatever_the_penalty_on_length() -> None:
    scores = {}
    for penalty in (0.5, 1.0, 1.3):
        engine = create("ctranslate2", options={"beam": 1, "hypotheses": 1, "length_penalty": penalty})
        scores[penalty] = engine.translate(["Harga beras naik lagi pada pekan ini."])[0].best.score
    assert scores[0.5] == pytest.approx(scores[1.0], rel=1e-4)
    assert scores[1.3] == pytest.approx(scores[1.0], rel=1e-4)
