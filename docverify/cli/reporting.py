"""`report` and `questions`, and the writing of outputs for `check`: page pictures are drawn once for all of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docverify.cli.check import must_exist, output_format, print_result, write_whole
from docverify.errors import UsageError

if TYPE_CHECKING:
    from docverify.facts.result import Result
    from docverify.report.pictures import Pictures

LANGUAGES = ("en", "zh")
LETTERS = {".md": "markdown", ".txt": "text", ".docx": "docx"}


def report(
    result: Annotated[Path, typer.Argument(metavar="RESULT", help="A result of `docverify check --format json`.")],
    pack: Annotated[
        list[Path] | None, typer.Option(help="The papers, for the pictures of pages.", metavar="PACK")
    ] = None,
    output: Annotated[
        list[Path] | None, typer.Option(help="Write FILE; the suffix gives the format.", metavar="FILE")
    ] = None,
    format: Annotated[str, typer.Option(help="What to print when no output is named.")] = "terminal",
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="List what passed, too.")] = False,
) -> int:
    """Make reports of a result that was kept.

    Examples:
      docverify report result.json --output report.html --pack supplier-pack/

      docverify report result.json --format markdown
    """
    from docverify.report.read_result import read_result

    writers = [(path, output_format(path)) for path in output or ()]
    known_format(format)
    must_exist(pack or [])
    found = read_result(result)
    pictures = pictures_for(found, pack or [], names=[name for _, name in writers] or [format])
    write_outputs(writers, found, pictures)
    if not writers:
        print_result(found, format=format, verbose=verbose, pictures=pictures)
    return int(found.exit_code)


def questions(
    result: Annotated[Path, typer.Argument(metavar="RESULT", help="A result of `docverify check --format json`.")],
    language: Annotated[str, typer.Option(help="en or zh.")] = "en",
    visit: Annotated[bool, typer.Option("--visit", help="What to see and ask at the factory, instead.")] = False,
    output: Annotated[
        Path | None, typer.Option(help="Write FILE (.md, .txt or .docx) instead of printing Markdown.", metavar="FILE")
    ] = None,
) -> None:
    """Write the letter to the supplier: what is missing or wrong, where, and what exactly to send.

    Examples:
      docverify questions result.json --language zh --output questions.docx

      docverify questions result.json --visit
    """
    from docverify.report.letters import letter_as
    from docverify.report.questions import letter, visit_list
    from docverify.report.read_result import read_result

    if language not in LANGUAGES:
        raise UsageError(f"--language {language}: choose one of {', '.join(LANGUAGES)}")
    kind = "markdown" if output is None else _letter_kind(output)
    found = read_result(result)
    written = (visit_list if visit else letter)(found, language=language)
    if output is None:
        typer.echo(letter_as(written, kind).decode(), nl=False)
    else:
        write_whole(output, letter_as(written, kind))


def known_format(format: str) -> None:
    """Nothing, when the format may be printed; UsageError naming the formats when not."""
    from docverify.report.formats import FORMATS

    printed = [name for name, entry in FORMATS.items() if not entry.binary]
    if format in FORMATS and format not in printed:
        raise UsageError(f"--format {format}: not for the screen; write it with --output FILE{FORMATS[format].suffix}")
    if format not in {"terminal", *printed}:
        raise UsageError(f"--format {format}: not a format; choose one of terminal, {', '.join(printed)}")


def pictures_for(
    result: "Result", packs: Sequence[Path], *, names: Sequence[str], not_papers: Sequence[Path] = ()
) -> "Pictures":
    """The pages that hold evidence, drawn when one of the formats shows them and the papers are at hand."""
    from docverify.report.formats import FORMATS
    from docverify.report.pictures import Pictures, pages_wanted

    if not packs or not any(name in FORMATS and FORMATS[name].pictured for name in names):
        return Pictures()
    from docverify.errors import UnreadableInput
    from docverify.intake import take_in
    from docverify.worker.drawing import draw_pages

    try:
        sources = take_in(packs, not_papers=not_papers).sources
    except UnreadableInput:  # the folder vanished while the papers were checked: every picture says so
        sources = ()
    return draw_pages(pages_wanted(result), sources)


def write_outputs(writers: Sequence[tuple[Path, str]], result: "Result", pictures: "Pictures") -> None:
    """Every output, each whole or not at all."""
    from docverify.report.formats import FORMATS

    for path, name in writers:
        try:
            content = FORMATS[name](result, pictures)
        except OSError as error:  # a format made with help of files: the disk for temporary ones is full or closed
            raise UsageError(f"{path}: cannot be made: {error.strerror}") from error
        write_whole(path, content)


def _letter_kind(output: Path) -> str:
    if output.suffix.lower() not in LETTERS:
        raise UsageError(f"--output {output}: the suffix must be one of {', '.join(LETTERS)}")
    if not output.parent.is_dir():
        raise UsageError(f"--output {output}: the folder {output.parent} does not exist")
    return LETTERS[output.suffix.lower()]
