"""`compare`, `approve`: what changed between two deliveries, and taking one as the sample for the next."""

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from docverify.cli.check import SHIPMENT_FILE, must_exist, terminal_width, write_whole
from docverify.cli.keeping import LedgerOption, ledger_if_named, now, person
from docverify.cli.printing import print_whole
from docverify.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from docverify.facts.document import Document
    from docverify.facts.result import Result
    from docverify.facts.shipment import Shipment

RESULT = "RESULT"


def compare(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A pack, a result, an approval or a shipment.yaml.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The same sort of thing, later.")],
    format: Annotated[str, typer.Option(help="terminal or json.")] = "terminal",
    output: Annotated[Path | None, typer.Option(help="Also write the JSON to FILE.", metavar="FILE")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Documents read at the same time.")] = 1,
    ledger: LedgerOption = None,
) -> int:
    """Tell what changed between two packs, results or shipments, field by field and page against page.

    Exit code 1 when a change is major or a blocker: a paper that kept its number and date but says something else.

    Examples:
      docverify compare wave-1/ wave-2/

      docverify compare wave-1.json wave-2.json --format json
    """
    from docverify.compare.compare import compare as compared
    from docverify.compare.render import comparison_to_json, render
    from docverify.facts.finding import Severity
    from docverify.report.json_report import dumps

    if format not in ("terminal", "json"):
        raise UsageError(f"--format {format}: choose terminal or json")
    must_exist([old, new])
    before, after = (_delivery(path, jobs=jobs, ledger=ledger) for path in (old, new))
    shipments = (before[1], after[1]) if before[1] and after[1] else None
    found = compared(before[0], after[0], shipments=shipments)
    as_json = dumps(comparison_to_json(found, old=str(old), new=str(new)))
    if output:
        write_whole(output, as_json.encode("utf-8", "backslashreplace"))
    text = as_json if format == "json" else render(found, old=str(old), new=str(new), width=min(terminal_width(), 140))
    print_whole(text)
    grave = any(change.severity.weight >= Severity.MAJOR.weight for change in found.changes)
    return int(ExitCode.NONCONFORMING if grave else ExitCode.CONFORMING)


def _delivery(path: Path, *, jobs: int, ledger: str | None) -> "tuple[tuple[Document, ...], Shipment | None]":
    """The papers and the shipment behind the path: a result, an approval, a shipment file or a pack."""
    if path.suffix.lower() == ".json" and path.is_file():
        result = result_or_approved(path)
        return result.dossier.documents, result.shipment
    from docverify.shipment_file import read_shipment_file

    if path.suffix.lower() in (".yaml", ".yml") and path.is_file():
        return (), read_shipment_file(path)[0]
    beside = path / SHIPMENT_FILE
    shipment, own_files = read_shipment_file(beside) if beside.is_file() else (None, [])
    return _papers(path, own_files, jobs=jobs, ledger=ledger), shipment


def _papers(path: Path, own_files: list[Path], *, jobs: int, ledger: str | None) -> "tuple[Document, ...]":
    from docverify.cli.progress import reading_progress
    from docverify.intake import take_in
    from docverify.remembered import read_remembered

    intake = take_in([path], not_papers=own_files)
    with ledger_if_named(ledger) as kept, reading_progress() as on_progress:
        documents, unread = read_remembered(intake.sources, kept, jobs=jobs, on_progress=on_progress)
    for refusal in (*intake.refusals, *unread):
        typer.echo(f"{refusal.path} not read, so not compared: {refusal.reason}", err=True)
    return documents


def result_or_approved(path: Path) -> "Result":
    """The result in the file, or the one that an approval file holds."""
    from docverify.approval import is_approval, read_approval
    from docverify.report.read_result import read_result

    return read_approval(path).result if is_approval(_loaded(path)) else read_result(path)


def _loaded(path: Path) -> Any:
    try:
        return json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None  # the reader of results says what is wrong with it


def approve(
    result: Annotated[Path, typer.Argument(metavar=RESULT, help="The JSON that `docverify check` wrote.")],
    by: Annotated[str, typer.Option(help="Who approves.", metavar="NAME")],
    note: Annotated[str, typer.Option(help="Why, or under which condition.", metavar="TEXT")],
    output: Annotated[
        Path | None, typer.Option(help="The approval file; default: RESULT with .approval.json.", metavar="FILE")
    ] = None,
    ledger: LedgerOption = None,
) -> None:
    """Take a result as the approved sample that later shipments are held against.

    Name the file it writes as `approved_sample` in the next shipment.yaml.

    Example:
      docverify approve wave-1.json --by "A. Buyer" --note "sample 3 of March" --output approvals/evc22.json
    """
    from docverify.approval import approval_file, read_approval
    from docverify.report.read_result import read_result

    if not by.strip() or not note.strip():
        raise UsageError("an approval needs a name and a note: --by NAME --note TEXT")
    path, at = output or result.with_suffix(".approval.json"), now()
    if not path.parent.is_dir():
        raise UsageError(f"{path}: the folder {path.parent} does not exist")
    found = read_result(result)
    if path.exists():
        _must_be_the_same(path, found, by.strip(), note.strip())
    else:
        write_whole(path, approval_file(found, by=by.strip(), note=note.strip(), at=at))
    approved = read_approval(path)
    with ledger_if_named(ledger) as kept:
        if kept:
            kept.record_approval(
                sha256=approved.record.sha256,
                result_sha256=approved.result_sha256,
                shipment=found.shipment.name,
                who=f"{by.strip()} ({person()})",
                note=note.strip(),
                at=at,
                path=str(path.resolve()),
            )
    verdict = found.verdict.conclusion.value
    typer.echo(f"wrote {path}: {found.shipment.name}, approved by {by.strip()}; its papers were {verdict}", err=True)


def _must_be_the_same(path: Path, result: "Result", by: str, note: str) -> None:
    """Nothing, when the file is this approval: the command was cut off before the ledger knew, and is run again."""
    from docverify.approval import approval_file, read_approval

    known = read_approval(path)
    at = datetime.fromisoformat(known.record.on)
    if path.read_bytes() != approval_file(result, by=by, note=note, at=at):
        raise UsageError(f"{path}: holds another approval, and none is ever overwritten; name another file")
