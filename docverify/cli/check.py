"""`docverify check`: parse, call, print, exit."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from docverify.cli.checking import checked, reader_ahead
from docverify.cli.days import day_of
from docverify.cli.keeping import LedgerOption, ledger_files
from docverify.cli.printing import print_whole
from docverify.errors import UsageError
from docverify.facts.finding import Severity
from docverify.facts.shipment import Shipment

EXAMPLES = """Examples:

  docverify check supplier-pack/ --shipment shipment.yaml

  docverify check pack.zip --shipment shipment.yaml --quiet --output result.json --output report.html

  docverify check pack/ --output report.html --output report.pdf --output report.xlsx

  docverify check papers/*.pdf --market EU --as-of 2026-11-30

  docverify check supplier-pack/ --waivers waivers.yaml --baseline last.json --ledger approvals.db
"""
SHIPMENT_FILE = "shipment.yaml"

Packs = Annotated[list[Path], typer.Argument(metavar="PACK…", help="Folders, ZIP archives or files of the supplier.")]


@reader_ahead
def check(
    packs: Packs,
    shipment: Annotated[
        Path | None, typer.Option(help="What ships; default: shipment.yaml in the folder PACK.", metavar="FILE")
    ] = None,
    market: Annotated[
        list[str] | None, typer.Option(help="Check for these markets instead of the shipment's.", metavar="ID")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(help="Check as of this date instead of placed_on_market.", metavar="YYYY-MM-DD")
    ] = None,
    format: Annotated[
        str, typer.Option(help="What to print: terminal, json, text, html, markdown, sarif, junit or github.")
    ] = "terminal",
    output: Annotated[
        list[Path] | None,
        typer.Option(
            help="Also write FILE (.json .html .pdf .xlsx .md .sarif .xml .txt), more than once if you like.",
            metavar="FILE",
        ),
    ] = None,
    fail_on: Annotated[Severity, typer.Option(help="Exit 1 from this severity on.")] = Severity.MAJOR,
    jobs: Annotated[int, typer.Option(min=1, help="Documents read at the same time.")] = 1,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="List what passed, too.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print one line: the sum.")] = False,
    waivers: Annotated[Path | None, typer.Option(help="Accepted deviations (YAML).", metavar="FILE")] = None,
    baseline: Annotated[
        Path | None, typer.Option(help="Show only what this earlier result does not know.", metavar="RESULT")
    ] = None,
    ledger: LedgerOption = None,
) -> int:
    """Check a supplier's papers against a shipment and print the verdict with evidence."""
    from docverify.accepted import read_accepted
    from docverify.cli.reporting import known_format, pictures_for, write_outputs

    writers = [(path, output_format(path)) for path in output or ()]
    known_format(format)
    must_exist(packs)
    what, own_files = shipment_of(packs, shipment, markets=market or [], as_of=as_of)
    sample = approved_sample(packs, shipment, what)
    accepted = read_accepted(waivers=waivers, baseline=baseline, approved_sample=sample)
    beside = [path for path in (waivers, baseline, sample) if path]
    result = checked(
        packs,
        what,
        fail_on=fail_on,
        jobs=jobs,
        not_papers=[*own_files, *beside, *ledger_files(ledger)],
        accepted=accepted,
        ledger=ledger,
        places=places_of(packs, shipment, waivers=waivers, baseline=baseline, approved_sample=sample),
    )
    names = [*(name for _, name in writers), format]
    pictures = pictures_for(result, packs, names=names, not_papers=[*own_files, *beside])
    write_outputs(writers, result, pictures)
    if not (result.dossier.documents or result.dossier.refusals):
        _tell_of_no_paper(packs)
    print_result(result, format=format, verbose=verbose, quiet=quiet, pictures=pictures)
    return int(result.exit_code)


def _tell_of_no_paper(packs: list[Path]) -> None:
    names = ", ".join(str(pack) for pack in packs)
    typer.echo(f"docverify: {names}: no paper found; nothing was read, so nothing is covered", err=True)


check.__doc__ = f"{check.__doc__}\n\n{EXAMPLES}"


def approved_sample(packs: list[Path], named: Path | None, what: Shipment) -> Path | None:
    """The approval that the shipment file names; paths in it are relative to it."""
    path = named or _beside(packs)
    return path.parent / what.approved_sample if path and what.approved_sample else None


def places_of(packs: list[Path], shipment: Path | None, **files: Path | None) -> list[tuple[str, str]]:
    """Where everything lay that the run used, by role, so that a replay finds it again."""
    named = {"shipment": shipment or _beside(packs), **files}
    found = [("pack", str(pack.resolve())) for pack in packs]
    return found + [(role, str(path.resolve())) for role, path in named.items() if path]


def must_exist(paths: list[Path]) -> None:
    """Nothing, when every path exists; UsageError naming the first that does not."""
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path}: no such file or folder; give the supplier's folder, ZIP archive or PDFs")


def shipment_of(
    packs: list[Path], named: Path | None, *, markets: list[str], as_of: str | None
) -> tuple[Shipment, list[Path]]:
    """The shipment with the command line's markets and date put in, and the files that belong to it."""
    from dataclasses import replace

    from docverify.shipment_file import read_shipment_file

    path = named or _beside(packs)
    day = day_of(as_of) if as_of else None
    if path is None:
        if not markets:
            raise UsageError(
                "no shipment: give --shipment FILE (`docverify init PACK` drafts one), or at least --market ID"
            )
        today = datetime.now(tz=UTC).date()
        return Shipment(packs[0].name or "papers", day or today, tuple(markets), ()), []
    what, own_files = read_shipment_file(path)
    what = replace(what, markets=tuple(markets) if markets else what.markets)
    return (replace(what, placed_on_market=day) if day else what), own_files


def _beside(packs: list[Path]) -> Path | None:
    candidates = [pack / SHIPMENT_FILE for pack in packs if (pack / SHIPMENT_FILE).is_file()]
    if len(candidates) > 1:
        raise UsageError(f"{len(candidates)} folders hold a {SHIPMENT_FILE}; name the one meant with --shipment")
    return candidates[0] if candidates else None


def output_format(path: Path) -> str:
    """The format the file's suffix stands for; UsageError listing the suffixes when it stands for none."""
    from docverify.report.formats import SUFFIXES

    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(f"--output {path}: the suffix must be one of {', '.join(SUFFIXES)}")
    if not path.parent.is_dir():
        raise UsageError(f"--output {path}: the folder {path.parent} does not exist")
    return SUFFIXES[path.suffix.lower()]


def write_whole(path: Path, content: bytes) -> None:
    """The file with that content; a full disk or a kill leaves the old file, never half a new one."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from error


def print_result(
    result: object, *, format: str, verbose: bool, quiet: bool = False, pictures: object | None = None
) -> None:
    """Print to stdout; colour only on a terminal that wants it."""
    from docverify.facts.result import Result
    from docverify.report import formats, terminal
    from docverify.report.pictures import Pictures

    assert isinstance(result, Result) and (pictures is None or isinstance(pictures, Pictures))
    if format != "terminal":
        print_whole(formats.FORMATS[format](result, pictures).decode())
        return
    if quiet:
        print_whole(f"{terminal.summary(result)}\n")
        return
    width = min(max(terminal_width(), 60), 140)
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    print_whole(terminal.render(result, width=width, colour=colour, verbose=verbose))


def terminal_width() -> int:
    """Columns of the terminal; 100 when stdout is none."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return 100
