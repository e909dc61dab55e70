"""`docverify batch`: many shipments, each checked as `docverify check` does, by several processes or a cluster."""

import os
import time
from pathlib import Path
from typing import Annotated

import typer

from docverify.errors import UsageError
from docverify.facts.finding import Severity

OUTPUT = Path("docverify-batch")
FORMATS = ("text", "json")


def batch(
    where: Annotated[
        Path,
        typer.Argument(metavar="DIR|LIST", help="A folder of folders with a shipment.yaml each, or a list of them."),
    ],
    output: Annotated[
        Path, typer.Option(help="Where results go: a JSON for each shipment, and summary.json.", metavar="DIR")
    ] = OUTPUT,
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Shipments checked at the same time; default: one a processor.")
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Keep results that rest on the same papers, shipment and rules.")
    ] = False,
    cluster: Annotated[
        str | None, typer.Option(help="Check on the Dask cluster of this scheduler (tcp://…).", metavar="ADDRESS")
    ] = None,
    fail_on: Annotated[Severity, typer.Option(help="Exit 1 from this severity on.")] = Severity.MAJOR,
    format: Annotated[str, typer.Option(help="What to print: text or json.")] = "text",
) -> int:
    """Check many shipments; what was interrupted goes on with --resume.

    For example:

      docverify batch shipments/ --jobs 4 --output results

      docverify batch shipments/ --output results --resume

    The exit code is that of the worst shipment.
    """
    from docverify.batch.one import Order, line_file, write_whole
    from docverify.batch.plan import plan
    from docverify.batch.run import here, on_cluster, run
    from docverify.batch.summary import as_json, as_text, exit_code
    from docverify.cli.printing import print_whole

    if format not in FORMATS:
        raise UsageError(f"--format {format}: choose one of {', '.join(FORMATS)}")
    if not where.exists():
        raise UsageError(f"{where}: no such folder or list")
    tasks = plan(where)
    inside = next((task for task in tasks if output.resolve().is_relative_to(task.folder)), None)
    if inside:
        raise UsageError(f"--output {output}: lies among the papers of {inside.folder}; name another folder")
    try:
        line_file(output, "x").parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"--output {output}: cannot be made: {error.strerror}") from error
    orders = [Order(task, str(output.resolve()), fail_on.value, resume) for task in tasks]
    began, lines = time.monotonic(), []
    hands = jobs or os.cpu_count() or 1
    for line in run(orders, jobs=hands, executors=on_cluster(cluster) if cluster else here):
        lines.append(line)
        typer.echo(
            f"{len(lines)}/{len(orders)} {line.name}: {line.why.partition(chr(10))[0] or line.verdict}", err=True
        )
    seconds = time.monotonic() - began
    summary = as_json(lines, seconds=seconds)
    write_whole(output / "summary.json", summary)
    print_whole(f"{summary.decode()}\n" if format == "json" else as_text(lines, seconds=seconds))
    return int(exit_code(lines))
