"""`docverify areas RESULT`: how much of each area of a supplier approval the papers show, and what is left to ask."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docverify.errors import UsageError

if TYPE_CHECKING:
    from docverify.facts.finding import ApprovalArea
    from docverify.facts.result import Result

PACK = "supplier-approval"


def areas(
    result: Annotated[Path, typer.Argument(metavar="RESULT", help="A result of `docverify check --format json`.")],
    language: Annotated[str, typer.Option(help="Language of the questions: en or zh.")] = "en",
) -> None:
    """Print each area of a supplier approval: its state, the papers that show it, and what to ask at the visit.

    The result is of a check for the market supplier-approval.

    Examples:
      docverify check pack/ --market supplier-approval --format json --output result.json

      docverify areas result.json --language zh
    """
    from docverify.packs import packs_for
    from docverify.report.read_result import read_result
    from docverify.rules.areas import approval_areas

    if language not in ("en", "zh"):
        raise UsageError(f"--language {language}: choose one of en, zh")
    found = read_result(result)
    if PACK not in {pack.id for pack in found.packs}:
        raise UsageError(f"{result}: the check was not for the market {PACK}, so no area was asked about")
    (pack,) = (pack for pack in packs_for([PACK], as_of=found.as_of) if pack.id == PACK)
    for area in approval_areas(pack, found.verdict.findings):
        typer.echo("\n".join(_lines(area, found, language)) + "\n")


def _lines(area: "ApprovalArea", result: "Result", language: str) -> Iterator[str]:
    yield f"{area.name}: {area.state.value.replace('_', ' ')}"
    names = {document.id: document.name for document in result.dossier.documents}
    yield from (f"  shown by  {names.get(id, id)}" for id in area.documents)
    yield from (f"  ask       {question.get(language) or question['en']}" for question in area.questions)
