from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import ModuleType

from builders import unit

from pipeline.model import Finding, Severity, Span, Unit
from pipeline.stages.check import check


def module(name: str, **members: object) -> ModuleType:
    made = ModuleType(f"pipeline.checks.{name}")
    made.__dict__.update({"SEVERITY": Severity.MINOR} | members)
    return made


def sees(one: Unit) -> Iterator[Finding]:
    yield Finding(f"saw {one.source}")


def breaks(one: Unit) -> Iterator[Finding]:
    if "racun" in one.source:
        raise ValueError("no such word")
    yield from ()


def test_a_flag_carries_the_checks_name_and_severity() -> None:
    (checked,) = check([unit("Satu.", "One.")], [module("sees", check=sees)])
    assert [(f.check, f.severity, f.message) for f in checked.flags] == [
        ("sees", Severity.MINOR, "saw Satu.")
    ]


def test_a_finding_may_be_worse_than_its_check() -> None:
    def worse(_: Unit) -> Iterator[Finding]:
        yield Finding("bad", severity=Severity.CRITICAL)

    (checked,) = check([unit("Satu.", "One.")], [module("worse", check=worse)])
    assert checked.flags[0].severity is Severity.CRITICAL


def test_carried_units_are_shown_only_to_checks_that_ask_for_them() -> None:
    credit = unit("EPA", "EPA", "credit")
    assert check([credit], [module("sees", check=sees)])[0].flags == ()
    assert check([credit], [module("sees", check=sees, CARRIED=True)])[0].flags


def test_a_check_that_raises_is_flagged_there_and_the_rest_go_on() -> None:
    units = [unit("baik", "good"), unit("racun", "poison"), unit("baik", "good")]
    checked = check(units, [module("breaks", check=breaks), module("sees", check=sees)])
    assert [[f.check for f in one.flags] for one in checked] == [["sees"], ["breaks", "sees"], ["sees"]]
    assert "no such word" in checked[1].flags[0].message


def test_an_edition_check_says_which_unit_it_means() -> None:
    def last(units: Sequence[Unit]) -> Iterator[tuple[int, Finding]]:
        yield len(units) - 1, Finding("the end")

    checked = check([unit("a", "a"), unit("b", "b")], [module("last", check_edition=last)])
    assert [len(one.flags) for one in checked] == [0, 1]


def test_an_edition_check_that_raises_keeps_what_it_had_found() -> None:
    def half(units: Sequence[Unit]) -> Iterator[tuple[int, Finding]]:
        yield 1, Finding("found")
        raise RuntimeError(units[0].source)

    checked = check([unit("a", "a"), unit("b", "b")], [module("half", check_edition=half)])
    assert [[f.message[:9] for f in one.flags] for one in checked] == [["The check"], ["found"]]


def test_what_a_check_says_again_and_again_of_one_sentence_is_one_flag_that_gives_their_number() -> None:
    def wherever(one: Unit) -> Iterator[Finding]:
        for place, letter in enumerate(one.target):
            if letter.isupper():
                yield Finding(f"see “{letter}”", None, Span(place, place + 1))

    (checked,) = check([unit("a", "A b A C A")], [module("wherever", check=wherever)])
    assert [(f.message, f.target_span) for f in checked.flags] == [
        ("see “A” (In 3 places here.)", (0, 1)),
        ("see “C”", (6, 7)),
    ]


def test_flags_stand_in_the_same_order_whatever_the_order_of_the_checks() -> None:
    def major(_: Unit) -> Iterator[Finding]:
        yield Finding("major", severity=Severity.MAJOR)

    checks = [module("b", check=sees), module("a", check=sees), module("z", check=major)]
    (forward,) = check([unit("a", "a")], checks)
    (backward,) = check([unit("a", "a")], checks[::-1])
    assert [f.check for f in forward.flags] == ["z", "a", "b"]
    assert forward == backward
