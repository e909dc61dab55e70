"""Packs -> the handbook of rules (docs/rules.md): what each asks, its source and its grade, and what nobody asks."""

from collections.abc import Iterator, Sequence

from docverify.rules.cases import read_cases
from docverify.rules.clause_table import counts, standings
from docverify.rules.explain import requirement
from docverify.rules.pack import REGISTERS, Rule, RulePack

HEAD = """\
# The rules

Written from the packs by `docverify rules handbook`; do not edit. How to write a rule is in
[market_rules/README.md](../market_rules/README.md).

Severity: **blocker** do not ship, **major** evidence invalid, **minor** a person decides, **info** worth knowing.
Grade: *verified* the official text was read, *secondary* a reliable source that quotes it, *unverified* nobody read it
yet, so it never blocks.
"""


def handbook(packs: Sequence[RulePack], known: Sequence[str]) -> str:
    """The handbook as Markdown; `known` are the checks of the fact sheets that are counted."""
    return "\n".join([HEAD, *_overview(packs, known), *(line for pack in packs for line in _pack(pack))]) + "\n"


def _overview(packs: Sequence[RulePack], known: Sequence[str]) -> Iterator[str]:
    table = standings(packs, known)
    made = sum(entry.automated for entry in table)
    cases = sum(len(_cases(pack, rule)) for pack in packs for rule in pack.rules)
    rules = sum(len(pack.rules) for pack in packs)
    yield f"{len(packs)} packs, {rules} rules, {cases} cases."
    yield f"Of {len(table)} checks of the fact sheets {made} are rules;"
    yield f"of the other {len(table) - made} the clause tables below say why they are none."
    yield ""
    yield "| pack | version | markets | since | rules | clauses with a rule | without | checks made | left |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for pack in packs:
        with_rules = sum(bool(clause.rules) for clause in pack.clauses)
        own, left = counts(pack, known)
        cells = (
            f"[{pack.id}](#{pack.id})",
            pack.version,
            ", ".join(pack.head.markets).replace("*", "every market"),
            pack.head.effective_from,
            len(pack.rules),
            with_rules,
            len(pack.clauses) - with_rules,
            own,
            left,
        )
        yield f"| {' | '.join(map(str, cells))} |"
    yield ""


def _pack(pack: RulePack) -> Iterator[str]:
    yield f"## {pack.id}"
    yield ""
    yield f"{pack.head.title}."
    if pack.head.note:
        yield f"{' '.join(pack.head.note.split())}"
    yield ""
    for rule in pack.rules:
        yield from _rule(pack, rule)
    yield from _registers(pack)
    yield from _left_out(pack)
    yield "**Sources**"
    yield ""
    for source in pack.head.sources:
        address = f" <{source.url}>" if source.url else ""
        yield f"- `{source.id}` {source.title} ({source.grade}){address}"
    yield ""


def _rule(pack: RulePack, rule: Rule) -> Iterator[str]:
    dates = [f"from {rule.valid_from}"] if rule.valid_from else []
    dates += [f"until {rule.valid_until}"] if rule.valid_until else []
    cases = _cases(pack, rule)
    yield f"### {rule.id}"
    yield ""
    yield f"{rule.title}."
    yield ""
    yield f"- {rule.severity}, {rule.confidence}, topic `{rule.topic}`" + (f", {', '.join(dates)}" if dates else "")
    yield f"- asks: {requirement(rule)}"
    if rule.when.strip():
        yield f"- when: `{' '.join(rule.when.split())}`"
    yield f"- source: {rule.reference.cite}" + (f" <{rule.reference.url}>" if rule.reference.url else "")
    if rule.note:
        yield f"- note: {' '.join(rule.note.split())}"
    yield f"- cases: {'; '.join(f'{name} → {expect}' for name, expect in cases)}"
    yield ""


def _cases(pack: RulePack, rule: Rule) -> list[tuple[str, str]]:
    text = pack.cases.get(rule.id)
    read = read_cases(text, path=f"cases/{rule.id}.yaml") if text else ()
    return [(case.name, case.expect.replace("_", " ")) for case in read]


def _registers(pack: RulePack) -> Iterator[str]:
    sizes = {name: len(getattr(pack.registers, name)) for name in REGISTERS}
    listed = [f"{size} {name.replace('_', ' ')}" for name, size in sizes.items() if size]
    if listed:
        yield f"**Registers**: {', '.join(listed)}."
        yield ""


def _left_out(pack: RulePack) -> Iterator[str]:
    left = [clause for clause in pack.clauses if not clause.rules]
    if left:
        yield "**Not automated**"
        yield ""
        yield from (f"- {clause.clause}: {clause.not_automated}" for clause in left)
        yield ""
