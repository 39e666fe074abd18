from __future__ import annotations

from dataclasses import replace

from builders import EN_ID, ID_EN, unit

from pipeline.evaluation.outcomes import Outcomes, as_data, total
from pipeline.model import Flag, Policy, Severity, Span, Term, TermMatch

KPK = TermMatch(Span(0, 3), Term("KPK", "Corruption Eradication Commission", "institution"), "KPK")


def judged(target: str, *flags: str, reference: str = "") -> Outcomes:
    found = Outcomes()
    made = unit("KPK menahan 12 orang.", target, direction=ID_EN, matches=[KPK])
    found.add(replace(made, flags=tuple(Flag(check, Severity.MINOR, "") for check in flags)), reference)
    return found


def test_what_is_right_wrong_with_a_flag_and_wrong_without_is_told_apart() -> None:
    right, flagged, silent = (
        judged("The KPK detained 12 people."),
        judged("The court detained 15 people.", "terms", "numbers"),
        judged("The court detained 15 people.", "spaces"),
    )
    for found, wanted in ((right, (1, 0, 0)), (flagged, (0, 1, 0)), (silent, (0, 0, 1))):
        tally = found.terms["institution"]
        assert (tally.right, tally.flagged, tally.silent) == wanted
    assert total(right.quantities).share == 1
    assert total(silent.quantities).silent == 2, "12 is lost and 15 was not said"


def test_the_reference_shows_what_the_source_was_not_read_for() -> None:
    found = judged("The KPK detained 12 people.", reference="The KPK detained 12 people for 8 years.")
    assert total(found.quantities).share == 1
    assert total(found.reference).silent == 1


def test_a_preferred_term_is_counted_by_itself() -> None:
    match = replace(KPK, term=replace(KPK.term, policy=Policy.PREFER))
    found = Outcomes()
    found.add(unit("KPK pergi.", "The KPK left.", matches=[match]))
    assert (total(found.terms).total, total(found.preferred).total) == (0, 1)
    assert as_data(found)["preferred_terms"]


def test_an_adjective_of_a_country_is_no_name() -> None:
    found = Outcomes()
    source = "On Monday the Guatemalan prosecutor met Bukele."
    found.add(unit(source, "Pada Senin jaksa Guatemala bertemu Bukele.", direction=EN_ID))
    assert (found.names.right, found.names.total) == (1, 1)
