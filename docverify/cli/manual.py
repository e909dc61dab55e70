"""`docverify manual`: the check of manuals before a commit. Silent when there is nothing to say."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docverify.cli.days import day_of
from docverify.errors import ExitCode, UsageError
from docverify.facts.finding import Severity

if TYPE_CHECKING:
    from docverify.facts.result import Result

EXAMPLES = """Examples:

  docverify manual manuals/evc22-de.pdf manuals/evc22.md

  docverify manual manuals/ --format github

  docverify manual manuals/evc22.md --fix --dry-run

  docverify manual --new EVC-22S-W --language de > manuals/evc22-de.md
"""
FORMATS = ("lines", "json", "sarif", "github")
HELP = (
    "no settings: each manual is held against itself only; name products and manuals in docverify.toml "
    "(see README, 'The manual check')"
)


def manual(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE…", help="Manuals (PDF, DOCX, Markdown, HTML, AsciiDoc, text) or folders."),
    ] = None,
    config: Annotated[
        Path | None, typer.Option(help="Settings; default: docverify.toml above.", metavar="FILE")
    ] = None,
    format: Annotated[str, typer.Option(help="lines, json, sarif or github.")] = "lines",
    as_of: Annotated[str | None, typer.Option(help="Check as of this date.", metavar="YYYY-MM-DD")] = None,
    fail_on: Annotated[Severity, typer.Option(help="Exit 1 from this severity on.")] = Severity.MAJOR,
    jobs: Annotated[int, typer.Option(min=1, help="Manuals read at the same time.")] = 1,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Tell remarks and exceptions, too.")] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend brand words, revision and old acts in written sources.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="With --fix: print the changes, write nothing.")] = False,
    new: Annotated[str | None, typer.Option("--new", help="Print the skeleton of a manual.", metavar="PRODUCT")] = None,
    language: Annotated[str, typer.Option(help="With --new: the language of the manual.")] = "en",
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes.")] = False,
) -> int:
    """Check manuals against their products: one line a finding, nothing when all is well."""
    from docverify.settings import find_settings, read_settings

    settings = read_settings(config) if config else find_settings(Path.cwd())
    day = day_of(as_of) if as_of else datetime.now(tz=UTC).date()
    if new is not None:
        from docverify.manuals.skeleton import skeleton

        typer.echo(skeleton(new, language, settings, as_of=day), nl=False)
        return int(ExitCode.CONFORMING)
    if not files:
        raise UsageError("no files; give manuals or folders, or --new PRODUCT")
    if format not in FORMATS:
        raise UsageError(f"--format {format}: not a format; choose one of {', '.join(FORMATS)}")
    if fix:
        from docverify.manuals.fix import fix_all

        return fix_all(files, settings, as_of=day, dry_run=dry_run, say=_say)
    from docverify.manuals.run import Wishes

    wishes = Wishes(day, fail_on, results=format != "lines", jobs=jobs)
    if settings.root is None:
        typer.echo(f"docverify: {HELP}", err=True)
    if watch:
        from docverify.manuals.watch import watch_files

        return watch_files(files, settings, wishes, say=_say)
    return _once(files, settings, wishes, format=format, verbose=verbose)


manual.__doc__ = f"{manual.__doc__}\n\n{EXAMPLES}"


def _say(text: str) -> None:
    typer.echo(text)


def _once(files: list[Path], settings: object, wishes: object, *, format: str, verbose: bool) -> int:
    from docverify.manuals.run import Wishes, exit_code, run
    from docverify.settings import Settings

    assert isinstance(settings, Settings) and isinstance(wishes, Wishes)
    told = run(files, settings, wishes)
    if format == "lines":
        least = 0 if verbose else Severity.MINOR.weight
        for entry in told:
            for weight, text in entry.lines:
                if weight >= least:
                    typer.echo(text)
            if verbose and entry.exempt:
                typer.echo(f"docverify: {entry.exempt} findings exempt by the settings", err=True)
    else:
        typer.echo(_formatted([entry.result for entry in told], format), nl=False)
    return exit_code(told)


def _formatted(results: "Sequence[Result]", format: str) -> str:
    from docverify.report import formats

    if format == "json":
        from docverify.report.json_report import dumps, result_to_json

        return dumps({"schema": "docverify/manual/1", "results": [result_to_json(r) for r in results]})
    if format not in formats.FORMATS:
        raise UsageError(f"--format {format} is not available")
    return "".join(formats.FORMATS[format](result).decode() for result in results)
