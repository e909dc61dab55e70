"""`extract`, `explain`, `eval`, `fields`, `schema`, `doctor`: commands that show and decide nothing."""

import json
from importlib import resources
from pathlib import Path
from typing import Annotated

import typer

from docverify.cli.check import Packs, must_exist, terminal_width
from docverify.errors import ExitCode, UsageError
from docverify.worker.starting import started_ahead

WANTED_KILLED = 0.98  # share of must-fail twins that the rules must catch


@started_ahead()
def extract(
    packs: Packs,
    format: Annotated[str, typer.Option(help="terminal or json.")] = "terminal",
    jobs: Annotated[int, typer.Option(min=1, help="Documents read at the same time.")] = 1,
) -> int:
    """Print the fields of documents with page, words and box; no rules."""
    from docverify.cli.progress import reading_progress
    from docverify.intake import take_in
    from docverify.report import json_report, terminal
    from docverify.worker.pool import read_all

    must_exist(packs)
    intake = take_in(packs)
    with reading_progress() as on_progress:
        documents, unread = read_all(intake.sources, jobs=jobs, on_progress=on_progress)
    refusals = (*intake.refusals, *unread)
    if format == "json":
        typer.echo(json_report.dumps(json_report.extract_to_json(documents, refusals)), nl=False)
    elif format == "terminal":
        typer.echo(terminal.documents_table(documents, refusals, width=min(terminal_width(), 140)), nl=False)
    else:
        raise UsageError(f"--format {format}: choose terminal or json")
    unreadable = refusals or any(document.unread_pages for document in documents)
    return int(ExitCode.UNREADABLE if unreadable else ExitCode.CONFORMING)


def explain(
    what: Annotated[str, typer.Argument(metavar="RULE|FINGERPRINT", help="A rule's id, or a finding's fingerprint.")],
    result: Annotated[Path | None, typer.Option(help="The result that holds the finding.", metavar="FILE")] = None,
) -> None:
    """Say a rule in words with its sources; or, with --result, why a finding came out as it did."""
    from docverify.cli.explaining import explain_finding, explain_rule_id

    typer.echo(explain_finding(what, result) if result else explain_rule_id(what))


def evaluate(
    corpus: Annotated[Path, typer.Argument(metavar="CORPUS", help="A folder of labelled documents.")],
    format: Annotated[str, typer.Option(help="terminal or json.")] = "terminal",
    errors: Annotated[int, typer.Option(min=0, help="List the N worst errors.")] = 0,
    mutants: Annotated[bool, typer.Option("--mutants", help="Put every rule to its must-fail twin instead.")] = False,
    jobs: Annotated[int, typer.Option(min=1, help="Documents read at the same time.")] = 1,
) -> int:
    """Measure accuracy against labelled documents, and whether seeded defects are found."""
    from docverify import evaluation
    from docverify.evaluation.mutants import evaluate_mutants, render_mutants

    must_exist([corpus])
    if mutants:
        score = evaluate_mutants(corpus)
        typer.echo(render_mutants(score), nl=False)
        escaped = score.killed < WANTED_KILLED or any(mutant.false_pass for mutant in score.mutants)
        return int(ExitCode.NONCONFORMING if escaped else ExitCode.CONFORMING)
    measured = evaluation.evaluate_corpus(corpus, jobs=jobs)
    if format == "json":
        typer.echo(json.dumps(evaluation.as_json(measured), indent=2, sort_keys=True))
    else:
        typer.echo(evaluation.render(measured, errors=errors), nl=False)
    return int(ExitCode.CONFORMING)


def fields() -> None:
    """Print the field table: every name a document may have, its type and a note."""
    from docverify.facts.document import FIELDS, SCHEMES, DocumentKind

    width = max(len(field.name) for field in FIELDS)
    for field in FIELDS:
        typer.echo(f"{field.name:<{width}}  {field.type:<8}  {field.note}".rstrip())
    typer.echo()
    for kind in DocumentKind:
        typer.echo(f"{kind.value:<{width}}  {' '.join(SCHEMES.get(kind, ()))}".rstrip())


def schema(
    name: Annotated[str, typer.Argument(help="result, shipment, rule, waivers or programme.")] = "result",
) -> None:
    """Print a JSON Schema: of the result, the shipment file, a rule, the waiver file or an approval programme."""
    if name == "result":
        typer.echo(resources.files("docverify.report").joinpath("result.schema.json").read_text("utf-8"), nl=False)
    elif name == "shipment":
        from docverify.shipment_file import WrittenShipment

        typer.echo(json.dumps(WrittenShipment.model_json_schema(by_alias=True), indent=2, sort_keys=True))
    elif name == "rule":
        from docverify.rules.pack import Rule

        typer.echo(json.dumps(Rule.model_json_schema(by_alias=True), indent=2, sort_keys=True))
    elif name == "waivers":
        from docverify.waivers import WrittenWaivers

        typer.echo(json.dumps(WrittenWaivers.model_json_schema(by_alias=True), indent=2, sort_keys=True))
    elif name == "programme":
        from docverify.programme.written import Programme

        typer.echo(json.dumps(Programme.model_json_schema(by_alias=True), indent=2, sort_keys=True))
    else:
        raise UsageError(f"schema {name}: choose result, shipment, rule, waivers or programme")


def doctor() -> int:
    """Say whether everything the main job needs is installed and works on this machine."""
    from docverify.cli.doctoring import examine

    checks = examine()
    for check in checks:
        typer.echo(f"{'ok     ' if check.good else 'MISSING'} {check.name}: {check.note}")
    return int(ExitCode.CONFORMING if all(check.good for check in checks) else ExitCode.TOOL_MISSING)
