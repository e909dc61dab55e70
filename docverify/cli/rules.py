"""`docverify rules`: list, lint, test, diff, coverage and schema of the rule packs."""

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from docverify.errors import ExitCode, RulePackError, UsageError

if TYPE_CHECKING:  # rules and CEL are loaded inside the commands: `--help` does not pay for them
    from docverify.rules.pack import Rule, RulePack

app = typer.Typer(no_args_is_help=True, help="Look at, check and test the rule packs.")

Folders = Annotated[
    list[Path] | None, typer.Argument(metavar="PACK…", help="Pack folders (with pack.yaml); default: every pack.")
]


@app.command("list")
def list_rules(
    market: Annotated[list[str] | None, typer.Option(help="Only packs of these markets.", metavar="ID")] = None,
    topic: Annotated[str | None, typer.Option(help="Only rules of this topic.")] = None,
    day: Annotated[
        str | None, typer.Option("--date", help="Only rules in force that day.", metavar="YYYY-MM-DD")
    ] = None,
    format: Annotated[str, typer.Option(help="What to print: text or json.")] = "text",
) -> None:
    """List the rules, by market, topic and date."""
    if format not in ("text", "json"):
        raise UsageError(f"--format {format}: choose text or json")
    on = _day(day)
    found = [
        (pack, rule)
        for pack in _packs_of(market, on)
        for rule in pack.rules
        if (topic is None or rule.topic == _topic(topic)) and (on is None or rule.in_force(on))
    ]
    if format == "json":
        typer.echo(json.dumps([_row(pack, rule) for pack, rule in found], indent=2, sort_keys=True, ensure_ascii=False))
        return
    width = max((len(rule.id) for _, rule in found), default=0)
    for pack, rule in found:
        typer.echo(f"{rule.id:<{width}}  {rule.severity:<7}  {rule.topic:<22}  {pack.id:<12}  {rule.title}")
    typer.echo(f"{len(found)} rules", err=True)


def _row(pack: "RulePack", rule: "Rule") -> dict[str, Any]:
    return {
        "id": rule.id,
        "pack": pack.id,
        "version": pack.version,
        "market": pack.market,
        "title": rule.title,
        "topic": rule.topic,
        "severity": rule.severity,
        "confidence": rule.confidence,
        "check": rule.check,
        "when": rule.when,
        "cite": rule.reference.cite,
        "url": rule.reference.url,
        "valid_from": rule.valid_from and rule.valid_from.isoformat(),
        "valid_until": rule.valid_until and rule.valid_until.isoformat(),
    }


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(f"--date {text}: write the date as YYYY-MM-DD") from error


def _topic(name: str) -> str:
    from docverify.facts.finding import Topic
    from docverify.rules.near import allowed

    if name not in set(Topic):
        raise UsageError(f"--topic: {allowed('topic', name, Topic)}")
    return name


def _packs_of(market: list[str] | None, day: date | None) -> "tuple[RulePack, ...]":
    from docverify.packs import all_packs, markets, packs_for, with_unions

    if market and day:
        return packs_for(market, as_of=day)
    if not market:
        return all_packs()
    wanted = with_unions(market, markets())
    return tuple(pack for pack in all_packs() if {"*", *wanted} & set(pack.head.markets))


def _opened(folders: list[Path] | None) -> "list[tuple[str, RulePack]]":
    """The packs of the folders, or all, with the folder's name; RulePackError for a folder that is no pack."""
    from docverify.packs import find_packs, open_pack, rules_folder

    paths = folders or list(find_packs(rules_folder()))
    for path in paths:
        if not (path / "pack.yaml").is_file():
            raise RulePackError(
                f"{path}/pack.yaml:1:1: there is no such file; name folders like market_rules/eu-red/2026.1"
            )
    return [(path.as_posix(), open_pack(path)) for path in paths]


@app.command()
def lint(folders: Folders = None) -> int:
    """Look for mistakes: typos, missing sources, unverified rules that would block, cases missing, unused registers."""
    from docverify.packs import markets
    from docverify.rules.lint import language_gaps
    from docverify.rules.lint import lint as remarks_of

    packs = _opened(folders)
    unions = {id: market.union for id, market in markets().items()}
    opened = [pack for _, pack in packs]
    remarks = (*remarks_of(opened), *language_gaps(opened, unions))
    for remark in remarks:
        typer.echo(remark)
    rules = sum(len(pack.rules) for _, pack in packs)
    typer.echo(f"{len(packs)} packs, {rules} rules, {len(remarks)} remarks", err=True)
    return int(ExitCode.RULE_PACK_INVALID if remarks else ExitCode.CONFORMING)


@app.command()
def test(
    folders: Folders = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Name every case.")] = False,
) -> int:
    """Run the cases of every rule: each has to conclude what its case expects."""
    from docverify.rules.cases import run_cases

    failed = total = 0
    for path, pack in _opened(folders):
        for rule in pack.rules:
            if rule.id not in pack.cases and f"cases/{rule.id}.yaml" not in pack.cases:
                failed += 1
                typer.echo(f"FAILED {rule.id}: no cases; write {path}/cases/{rule.id}.yaml")
        for result in run_cases(pack, path=path):
            total += 1
            failed += not result.as_expected
            if verbose or not result.as_expected:
                word = "ok    " if result.as_expected else "FAILED"
                typer.echo(f"{word} {result.rule}: {result.case}: expected {result.expected}, got {result.outcome}")
            if not result.as_expected:
                for finding in result.findings:
                    typer.echo(f"         {finding.message}")
    typer.echo(f"{total} cases, {failed} not as expected", err=True)
    return int(ExitCode.RULE_PACK_INVALID if failed else ExitCode.CONFORMING)


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(help="Folder of the earlier version.")],
    new: Annotated[Path, typer.Argument(help="Folder of the later version.")],
) -> None:
    """Say what changed between two versions of a pack, rule by rule and line by line of the registers."""
    from docverify.rules.changes import changes

    (_, earlier), (_, later) = _opened([old]) + _opened([new])
    for change in changes(earlier, later):
        typer.echo(change)


@app.command()
def coverage(folders: Folders = None) -> None:
    """Print the clause table: each clause with its rules, or why it is not automated, and the counts."""
    from docverify.packs import fact_checks
    from docverify.rules.clause_table import counts, standings

    packs, known = [pack for _, pack in _opened(folders)], fact_checks()
    for pack in packs:
        automated = sum(bool(clause.rules) for clause in pack.clauses)
        made, left = counts(pack, known)
        typer.echo(
            f"{pack.id} {pack.version}: {automated} of {len(pack.clauses)} clauses automated; "
            f"of the fact sheets {made} checks made, {left} left"
        )
        for clause in pack.clauses:
            typer.echo(f"  {clause.clause}: {', '.join(clause.rules) or 'not automated, ' + clause.not_automated}")
    table = standings(packs, known)
    made, reasons = (
        sum(bool(entry.rules) for entry in table),
        sum(bool(entry.reasons or entry.rules) for entry in table),
    )
    typer.echo(f"{made} of {len(table)} checks of the fact sheets are rules, {reasons - made} have a reason", err=True)


@app.command()
def handbook() -> None:
    """Print the handbook of all rules as Markdown (docs/rules.md)."""
    from docverify.packs import all_packs, fact_checks
    from docverify.rules.handbook import handbook as text_of

    typer.echo(text_of(all_packs(), fact_checks()), nl=False)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a rule file, for editors (market_rules/schema.json)."""
    from docverify.rules.schema import rule_schema_text

    typer.echo(rule_schema_text(), nl=False)
