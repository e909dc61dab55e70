"""`upcoming`, `status`: what lapses soon, and how far an approval has come."""

from dataclasses import asdict
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated

import typer

from docverify.cli.check import must_exist, terminal_width, write_whole
from docverify.cli.days import day_of
from docverify.cli.keeping import LedgerOption, needed_ledger, now
from docverify.cli.printing import print_whole
from docverify.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from docverify.facts.result import Result
    from docverify.upcoming import Upcoming

FORMATS = ("terminal", "json", "ics")


def upcoming(
    days: Annotated[int, typer.Option(min=1, help="How far to look ahead.")] = 180,
    results: Annotated[
        list[Path] | None, typer.Argument(metavar="RESULT…", help="Results to look at instead of a ledger's.")
    ] = None,
    as_of: Annotated[str | None, typer.Option(help="Look ahead from this day.", metavar="YYYY-MM-DD")] = None,
    format: Annotated[str, typer.Option(help="terminal, json or ics.")] = "terminal",
    output: Annotated[Path | None, typer.Option(help="Write to FILE instead of printing.", metavar="FILE")] = None,
    ledger: LedgerOption = None,
) -> int:
    """Tell what lapses or starts to apply in the next days, over the last run of every stored shipment.

    Examples:
      docverify upcoming --days 180 --ledger approvals.db

      docverify upcoming --ledger approvals.db --format ics --output upcoming.ics
    """
    from docverify import upcoming as ahead
    from docverify.report.json_report import dumps

    if format not in FORMATS:
        raise UsageError(f"--format {format}: choose one of {', '.join(FORMATS)}")
    today = day_of(as_of) if as_of else now().date()
    found = ahead.upcoming(_results(results or [], ledger), today=today, days=days)
    match format:
        case "ics":
            content = ahead.calendar(found, today=today)
        case "json":
            content = dumps([asdict(entry) | {"on": entry.on.isoformat()} for entry in found]).encode()
        case _:
            content = _text(found, days, min(terminal_width(), 140)).encode()
    if output:
        write_whole(output, content)
    else:
        print_whole(content.decode())
    return int(ExitCode.CONFORMING)


def _results(paths: list[Path], ledger: str | None) -> "list[Result]":
    """The results of the files, else of the last run of every shipment in the ledger."""
    import json

    from docverify.cli.approving import result_or_approved
    from docverify.report.read_result import result_from_json

    if paths:
        must_exist(paths)
        return [result_or_approved(path) for path in paths]
    with needed_ledger(ledger) as kept:
        found = []
        for run in kept.runs(latest_only=True, limit=100_000):
            try:
                found.append(result_from_json(json.loads(kept.result_json(run.id))))
            except UsageError as error:
                typer.echo(f"run {run.id} ({run.shipment}) left out: {error}", err=True)
    return found


def _text(found: "tuple[Upcoming, ...]", days: int, width: int) -> str:
    lines = [line for entry in found for line in wrap(_sentence(entry), width, subsequent_indent="    ")]
    return "\n".join([*lines, f"{len(found)} in the next {days} days"]) + "\n"


def _sentence(entry: "Upcoming") -> str:
    about = " · ".join(part for part in (entry.shipment, entry.product, entry.market.strip("*")) if part)
    return f"{entry.on} {entry.severity} {about} [{entry.rule or 'waiver'}]: {entry.message} (because {entry.because})"


def status(
    programme: Annotated[Path, typer.Argument(metavar="PROGRAMME", help="The approval programme (YAML).")],
    results: Annotated[
        list[Path] | None, typer.Argument(metavar="RESULT…", help="Results of checks, oldest first.")
    ] = None,
    format: Annotated[str, typer.Option(help="terminal or json.")] = "terminal",
    ledger: LedgerOption = None,
) -> int:
    """Tell which stage of an approval programme is passed, what is still missing and why.

    Exit code 0 when every stage asked of is passed, 1 when one is not.

    Examples:
      docverify status programme.yaml result.json

      docverify status programme.yaml --ledger approvals.db
    """
    from docverify.programme import read_programme, render_status, stand, stand_to_json
    from docverify.report.json_report import dumps

    if format not in ("terminal", "json"):
        raise UsageError(f"--format {format}: choose terminal or json")
    written = read_programme(programme)
    found = stand(written, _results(results or [], ledger))
    if format == "json":
        print_whole(dumps(stand_to_json(found)))
    else:
        print_whole(render_status(found, width=min(terminal_width(), 140)))
    return int(ExitCode.CONFORMING if all(stage.passed for stage in found.stages) else ExitCode.NONCONFORMING)
