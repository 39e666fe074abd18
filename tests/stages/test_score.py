from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from builders import unit

from pipeline.adapters.engines.echo import EchoEngine
from pipeline.model import AttendedWord, BlockKind, Hypothesis, ScoredWord, Scoring, Span
from pipeline.stages.score import NOBODY, Witnesses, raw, score


class _Critic(EchoEngine):
    """Finds every word of a target likely but its last, and sees no attention to the source's last three."""

    name, digest = "critic", "c" * 64

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, str]] = []

    def score_batch(self, pairs: Sequence[tuple[str, str]]) -> list[Scoring | None]:
        self.asked += pairs
        return [_scoring(*pair) if "x" not in pair[1] else None for pair in pairs]


def _scoring(source: str, target: str) -> Scoring:
    said = _spans(target)
    words = [ScoredWord(span, -0.1, 1) for span in said[:-1]] + [ScoredWord(said[-1], -40.0, 1)]
    seen = _spans(source)
    weights = [0.9] * (len(seen) - 3) + [0.0] * 3
    attended = [AttendedWord(*one) for one in zip(seen, weights[-len(seen) :], strict=True)]
    return Scoring(tuple(words), -0.2, tuple(attended))


def _spans(text: str) -> list[Span]:
    places, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        places.append(Span(at, at + len(word)))
        at += len(word)
    return places


PAIR = unit("Rapat itu berlanjut sampai larut malam.", "The meeting went on for hours and hours.")


def test_nobody_asked_nobody_answers() -> None:
    assert score([PAIR], NOBODY) == [PAIR]


def test_both_directions_are_asked_each_its_own_way_round() -> None:
    forward, reverse = _Critic(), _Critic()
    (scored,) = score([PAIR], Witnesses(lambda: forward, lambda: reverse))
    assert forward.asked == [(PAIR.source, PAIR.target)]
    assert reverse.asked == [(PAIR.target, PAIR.source)]
    said = {signal.name: signal for signal in scored.signals}
    assert said["unattended source"].source == Span(20, 39)
    assert said["unattended source"].value > 1
    assert said["invented"].target is not None
    assert said["invented"].target.end == len(PAIR.target)
    assert said["omitted"].value > 1


def test_one_model_alone_still_says_what_it_can() -> None:
    critic = _Critic()
    (scored,) = score([PAIR], Witnesses(reverse=lambda: critic))
    assert {signal.name for signal in scored.signals} == {"reverse", "omitted", "unattended target"}


def test_a_pair_that_cannot_be_scored_has_no_signals_and_spoils_no_other() -> None:
    critic = _Critic()
    odd, carried = replace(PAIR, target="x"), unit("ANTARA", "ANTARA", BlockKind.CREDIT)
    first, second, third = score([odd, carried, PAIR], Witnesses(lambda: critic))
    assert first.signals == second.signals == ()
    assert third.signals


def test_a_headline_is_scored_in_sentence_case() -> None:
    critic = _Critic()
    score([unit("Gempa Guncang Kota", "Quake Rattles City")], Witnesses(lambda: critic))
    assert critic.asked == [("Gempa guncang kota", "Quake rattles city")]


def test_doubt_is_the_translators_own() -> None:
    translated = replace(PAIR, machine=Hypothesis(PAIR.target, -3.0))
    (scored,) = score([translated], replace(NOBODY, translator=_Critic()))
    assert [signal.name for signal in scored.signals] == ["doubt"]


def test_one_rare_word_alone_surprises_less_than_its_neighbours_together() -> None:
    scoring = Scoring(tuple(ScoredWord(Span(n, n + 1), -float(n == 2) * 8, 1) for n in range(9)), 0.0, ())
    assert raw(scoring)["surprise"].value == 2.0
    assert raw(scoring)["neglect"].value == 0.0
