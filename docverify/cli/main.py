"""The command line: `app` holds the commands, `main` is the only place that exits.

What is heavy (PDFium, rules, OCR) is imported inside the commands: `--help` must answer in a quarter of a second.
"""

import errno
import gc
import sys
import traceback
from collections.abc import Sequence
from typing import Annotated

import typer

from docverify import __version__
from docverify.cli import (
    accounts,
    approving,
    areas,
    batch,
    check,
    looking_ahead,
    manual,
    prepare,
    recalling,
    reporting,
    rules,
    serve,
    show,
)
from docverify.errors import DocverifyError, ExitCode

app = typer.Typer(
    name="docverify",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Check whether a supplier's papers cover exactly the EV chargers that ship.",
    epilog="Exit codes: " + " · ".join(f"{code.value} {code.name.lower().replace('_', ' ')}" for code in ExitCode),
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"docverify {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Check whether a supplier's papers cover exactly the EV chargers that ship."""


app.command("check")(check.check)
app.command("extract")(show.extract)
app.command("init")(prepare.init)
app.command("compare")(approving.compare)
app.command("approve")(approving.approve)
app.command("history")(recalling.history)
app.command("replay")(recalling.replay)
app.command("upcoming")(looking_ahead.upcoming)
app.command("status")(looking_ahead.status)
app.command("report")(reporting.report)
app.command("questions")(reporting.questions)
app.command("areas")(areas.areas)
app.command("explain")(show.explain)
app.command("manual")(manual.manual)
app.add_typer(rules.app, name="rules")
app.command("eval")(show.evaluate)
app.command("fields")(show.fields)
app.command("schema")(show.schema)
app.command("batch")(batch.batch)
app.command("serve")(serve.serve)
app.add_typer(accounts.app, name="accounts")
app.command("doctor")(show.doctor)


def run(arguments: Sequence[str] | None = None) -> int:
    """The exit code of the command line, every error told on stderr in one message."""
    command = typer.main.get_command(app)
    try:
        outcome = command.main(args=arguments, prog_name="docverify", standalone_mode=False)
    except DocverifyError as error:
        typer.echo(f"docverify: {error}", err=True)
        return int(error.code)
    except (KeyboardInterrupt, typer.Abort):
        typer.echo("docverify: interrupted", err=True)
        return int(ExitCode.INTERRUPTED)
    except SystemExit as end:
        # `docverify check … | head`: whoever read has gone, for which click ends the process with 1, as if something
        # did not conform. The verdict was not told, so the code says none. A server that was asked to end ends with 0.
        return int(ExitCode.INTERRUPTED if end.code else ExitCode.CONFORMING)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            return _unexpected(error)
        typer.echo(f"docverify: the output cannot be written: {error.strerror}", err=True)
        return int(ExitCode.USAGE)
    except Exception as error:  # noqa: BLE001 - the last stop: an internal error must have its own exit code
        return _unexpected(error)
    return outcome if isinstance(outcome, int) else int(ExitCode.CONFORMING)


def _unexpected(error: Exception) -> int:
    show_usage = getattr(error, "show", None)
    if show_usage is not None and hasattr(error, "exit_code"):  # click's UsageError and its kin
        show_usage()
        return int(ExitCode.USAGE)
    typer.echo("".join(traceback.format_exception(error)), err=True)
    typer.echo("docverify: internal error; please report it with the lines above", err=True)
    return int(ExitCode.INTERNAL)


OBJECTS = 50_000  # new objects before garbage is looked for: imports make many and leave none, a tenth of the start


def main() -> None:
    """Run and exit."""
    gc.set_threshold(OBJECTS)
    sys.exit(run())
