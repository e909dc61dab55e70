"""`history`, `replay`: what a ledger remembers, and whether a result comes out the same again."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from docverify.cli.check import must_exist, terminal_width
from docverify.cli.keeping import LedgerOption, ledger_if_named, needed_ledger
from docverify.cli.printing import print_whole
from docverify.errors import ExitCode, UsageError


def history(
    supplier: Annotated[str | None, typer.Option(help="Manufacturer or factory; a part of the name is enough.")] = None,
    product: Annotated[str | None, typer.Option(help="Model; a part of it is enough.")] = None,
    rule: Annotated[str | None, typer.Option(help="A rule's id.", metavar="ID")] = None,
    shipment: Annotated[str | None, typer.Option(help="A shipment; a part of its name is enough.")] = None,
    audit: Annotated[
        bool, typer.Option("--audit", help="Who did what when, instead; checks that nothing lacks or was changed.")
    ] = False,
    head: Annotated[
        str, typer.Option(help="With --audit: the head that was noted earlier must still be in it.", metavar="N:HASH")
    ] = "",
    format: Annotated[str, typer.Option(help="terminal or json.")] = "terminal",
    limit: Annotated[int, typer.Option(min=1, help="At most so many lines.")] = 200,
    ledger: LedgerOption = None,
) -> int:
    """Tell what was checked and what was found over time, per supplier, product or rule.

    Examples:
      docverify history --ledger approvals.db --supplier Nantai

      docverify history --ledger approvals.db --rule EU-RED-CYB-001 --format json

      docverify history --ledger approvals.db --audit
    """
    from docverify.report.json_report import dumps

    if format not in ("terminal", "json"):
        raise UsageError(f"--format {format}: choose terminal or json")
    if head and not audit:
        raise UsageError("--head belongs to --audit")
    with needed_ledger(ledger) as kept:
        from docverify.ledger import showing

        if audit:
            lines, proof = kept.audit(), kept.proof(head.strip())
            as_json = dumps({"lines": [asdict(line) for line in lines], "proof": asdict(proof)})
            print_whole(as_json if format == "json" else showing.audit_text(lines, proof))
            return int(ExitCode.NONCONFORMING if proof.faults else ExitCode.CONFORMING)
        runs = kept.runs(supplier=supplier, product=product, shipment=shipment, limit=limit)
        found = kept.history(supplier=supplier, product=product, rule=rule, shipment=shipment, limit=limit)
    if format == "json":
        told = {"runs": [asdict(run) for run in runs], "findings": [asdict(line) for line in found]}
        print_whole(dumps(told))
    else:
        print_whole(showing.history_text(runs, found, width=min(terminal_width(), 140)))
    return int(ExitCode.CONFORMING)


def replay(
    result: Annotated[Path, typer.Argument(metavar="RESULT", help="The JSON that `docverify check` wrote.")],
    packs: Annotated[
        list[Path] | None, typer.Argument(metavar="PACK…", help="Where the papers are; the ledger knows, otherwise.")
    ] = None,
    waivers: Annotated[Path | None, typer.Option(help="The waivers of that run.", metavar="FILE")] = None,
    baseline: Annotated[Path | None, typer.Option(help="The baseline of that run.", metavar="RESULT")] = None,
    approved_sample: Annotated[Path | None, typer.Option(help="The approval of that run.", metavar="FILE")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Documents read at the same time.")] = 1,
    ledger: LedgerOption = None,
) -> int:
    """Check again with the same inputs: the same bytes come out, or it is said which input is missing or has changed.

    Papers are read again, never taken from the ledger. Exit code 0: the same bytes; 1: they differ, or cannot be made.

    Examples:
      docverify replay result.json supplier-pack/

      docverify replay result.json --ledger approvals.db
    """
    from docverify.replay import Given, replayed

    files = {"waivers": waivers, "baseline": baseline, "approved_sample": approved_sample}
    given = Given(tuple(packs or ()), {role: path for role, path in files.items() if path})
    with ledger_if_named(ledger) as kept:
        given = given.completed(_places(kept, result)) if kept else given
    if not given.packs:
        raise UsageError(f"where are the papers of {result}? name the PACK, or a --ledger that knows the run")
    if not ledger:
        must_exist(list(given.packs))
    answer = replayed(result, given, jobs=jobs)
    for line in answer.differences:
        typer.echo(line)
    typer.echo(answer.sentence)
    return int(ExitCode.CONFORMING if answer.same else ExitCode.NONCONFORMING)


def _places(kept: object, result: Path) -> list[tuple[str, Path]]:
    from hashlib import sha256

    from docverify.ledger import Ledger

    assert isinstance(kept, Ledger)
    try:
        digest = sha256(result.read_bytes()).hexdigest()
    except OSError as error:
        raise UsageError(f"{result}: cannot be read: {error.strerror}") from error
    run = kept.run_of(digest)
    return [(place.role, Path(place.path)) for place in run.places] if run else []
