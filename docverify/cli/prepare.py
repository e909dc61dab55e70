"""`docverify init`: a shipment file drafted from the papers."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from docverify.cli.check import SHIPMENT_FILE, Packs, must_exist, write_whole
from docverify.errors import UnreadableInput, UsageError


def init(
    packs: Packs,
    output: Annotated[
        Path | None, typer.Option(help="Write here instead of printing; never overwrites.", metavar="FILE")
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Documents read at the same time.")] = 1,
) -> None:
    """Draft a shipment file from the papers, each value with the paper it came from."""
    from docverify.cli.progress import reading_progress
    from docverify.draft import draft_shipment
    from docverify.intake import take_in
    from docverify.worker.pool import read_all

    must_exist(packs)
    if output is not None and output.exists():
        raise UsageError(f"{output}: exists already; name another file, or move it away first")
    intake = take_in(packs, not_papers=[pack / SHIPMENT_FILE for pack in packs])
    with reading_progress() as on_progress:
        documents, unread = read_all(intake.sources, jobs=jobs, on_progress=on_progress)
    for refusal in (*intake.refusals, *unread):
        typer.echo(f"{refusal.path} not read: {refusal.reason}", err=True)
    if not documents:
        raise UnreadableInput(f"{packs[0]}: no paper could be read, so there is nothing to draft from")
    text = draft_shipment(documents, name=packs[0].resolve().stem, today=datetime.now(tz=UTC).date())
    if output is None:
        typer.echo(text, nl=False)
    else:
        write_whole(output, text.encode())
        typer.echo(f"wrote {output}; correct it, then: docverify check {packs[0]} --shipment {output}", err=True)
