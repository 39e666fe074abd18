"""What `evaluate checks` found, as tables for a person and as data for a machine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import click

from pipeline.cli.tables import console, grid
from pipeline.evaluation.peers import Peer
from pipeline.evaluation.quality import Sample
from pipeline.evaluation.risks import Measured, Rate, gap
from pipeline.model import Unit


def show(measured: Measured, everyday: Measured, peers: Sequence[Peer], half: str) -> None:
    """Print everything that was measured."""
    printer = console()
    table = grid(f"Planted errors sent to a person ({half} half)", "", "errors", "found", "share")
    for name, rate in sorted(measured.by_type.items(), key=lambda one: one[1].share):
        table.add_row(f"  {name}", *_cells(rate))
    for name, rate in measured.by_severity.items():
        table.add_row(name, *_cells(rate))
    table.add_row("all", *_cells(measured.recall))
    printer.print(table)
    table = grid("Right translations sent to a person", "", "pairs", "sent", "share")
    for name, rate in {**measured.alarms, **everyday.alarms}.items():
        table.add_row(name, *_cells(rate))
    printer.print(table)
    table = grid("A realistic mix, one in ten wrong, the riskiest read first", "read", "errors found")
    for budget, found in measured.in_budget.items():
        table.add_row(f"{budget:.0%}", f"{found:.1%}")
    printer.print(table)
    table = grid("Calibration", "risk that was said", "share wrong", "pairs")
    for one in measured.bins:
        table.add_row(f"{one.said:.1%}", f"{one.wrong:.1%}", str(one.number))
    printer.print(table)
    click.echo(f"area under the precision-recall curve  {measured.precision:.3f}")
    click.echo(f"greatest gap in calibration            {gap(measured.bins):.3f}")
    if peers:
        _show_peers(peers)


def _cells(rate: Rate) -> tuple[str, str, str]:
    return str(rate.of), str(rate.found), f"{rate.share:.1%}"


def _show_peers(peers: Sequence[Peer]) -> None:
    columns = ("for review", "their chrF", "others' chrF", "worst tenth found in riskiest fifth")
    table = grid("Other machines on flores_dev, chrF as a weak label", "", *columns)
    for peer in peers:
        table.add_row(
            peer.name,
            f"{peer.review:.1%}",
            f"{peer.flagged_chrf:.1f}",
            f"{peer.other_chrf:.1f}",
            f"{peer.worst_in_budget:.1%}",
        )
    console().print(table)


def show_misses(measured: Measured) -> None:
    """Print the errors that are missed and the right pairs that are sent, with what the checks said."""
    for title, rows in (("MISSED", measured.missed), ("SENT WRONGLY", measured.alarmed)):
        for sample, unit in rows:
            _show_row(title, sample, unit)


def _show_row(title: str, sample: Sample, unit: Unit) -> None:
    click.echo(f"{title} {sample.direction} {sample.type} {sample.severity} risk {unit.risk:.2f}")
    click.echo(f"  {sample.source}\n  {sample.target}")
    for flag in unit.flags:
        click.echo(f"    {flag.severity} {flag.check}: {flag.message}")
    said = ", ".join(f"{signal.name} {signal.value:.1f}" for signal in unit.signals)
    if said:
        click.echo(f"    {said}")


def data(measured: Measured, everyday: Measured, peers: Sequence[Peer]) -> dict[str, Any]:
    """Return what was measured as plain data."""
    return {
        "recall": {
            "by_type": {name: rate.share for name, rate in measured.by_type.items()},
            "by_severity": {name: rate.share for name, rate in measured.by_severity.items()},
            "all": measured.recall.share,
        },
        "alarms": {name: rate.share for name, rate in {**measured.alarms, **everyday.alarms}.items()},
        "found_in_budget": {f"{budget:.0%}": found for budget, found in measured.in_budget.items()},
        "average_precision": measured.precision,
        "calibration": [one._asdict() for one in measured.bins],
        "peers": [asdict(peer) for peer in peers],
    }
