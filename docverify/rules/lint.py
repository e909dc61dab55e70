"""A loaded pack -> what a careful reviewer would say of it: cases missing, sources missing, registers nobody uses.

These are mistakes of the pack's making that do not make it unloadable. Each is a line `path:line:column:
sentence`; they are about the whole file, so line and column are its beginning.
"""

from collections.abc import Iterator, Mapping, Sequence

from docverify.errors import RulePackError
from docverify.facts.finding import Confidence, Severity
from docverify.rules.cases import NEEDED, read_cases
from docverify.rules.checks import CHECKS
from docverify.rules.pack import REGISTERS, RegisterLine, Rule, RulePack
from docverify.rules.parameters import BodyNumber
from docverify.rules.statement_ids import statements_of

# Registers that a check reads although it also works without them.
ALSO_READ: Mapping[str, tuple[str, ...]] = {
    "not_older_than_standards": ("editions",),
}


def lint(packs: Sequence[RulePack]) -> tuple[str, ...]:
    """Every remark on the packs, and on the packs together."""
    remarks = [remark for pack in packs for remark in lint_pack(pack)]
    return tuple(remarks + list(_shared_ids(packs)))


def _shared_ids(packs: Sequence[RulePack]) -> Iterator[str]:
    owners: dict[str, str] = {}
    for pack in packs:
        for rule in pack.rules:
            owner = owners.setdefault(rule.id, pack.id)
            if owner != pack.id:
                yield f"{_path(pack)}/rules/{rule.id}.yaml:1:1: the pack {owner} has a rule of that id, too"


def language_gaps(packs: Sequence[RulePack], unions: Mapping[str, str | None]) -> Iterator[str]:
    """Countries of a pack's markets that its language table lacks: nothing would be asked of a manual for them.

    `unions` holds every market with the union it belongs to.
    """
    wide = set(unions.values())
    for pack in packs:
        told = {line.country for line in pack.registers.languages}
        for market, union in unions.items() if told else ():
            is_of_pack = market in pack.head.markets or union in pack.head.markets
            if is_of_pack and market not in wide and market.partition("-")[0] not in told:  # US-CA lies in US
                yield f"{_path(pack)}/registers/languages.yaml:1:1: the table has no line for {market}"


def _path(pack: RulePack) -> str:
    return f"{pack.id}/{pack.version}"


def lint_pack(pack: RulePack) -> Iterator[str]:
    """Every remark on one pack."""
    if not pack.rules:
        yield f"{_path(pack)}/pack.yaml:1:1: the pack has no rules"
    if not pack.head.sources:
        yield f"{_path(pack)}/pack.yaml:1:1: the pack names no sources"
    for name in ("coverage.yaml", "CHANGELOG.md"):
        if name not in pack.files:
            yield f"{_path(pack)}/{name}:1:1: the pack has no such file; every pack has one"
    for rule in pack.rules:
        yield from (f"{_path(pack)}/rules/{rule.id}.yaml:1:1: {remark}" for remark in _of_rule(rule))
        yield from (f"{_path(pack)}/cases/{rule.id}.yaml:1:1: {remark}" for remark in _of_cases(rule, pack))
    yield from (f"{_path(pack)}/registers/{remark}" for remark in _of_registers(pack))
    yield from (f"{_path(pack)}/coverage.yaml:1:1: {remark}" for remark in _of_clauses(pack))


def _of_rule(rule: Rule) -> Iterator[str]:
    if rule.confidence is Confidence.VERIFIED and not rule.reference.url and rule.severity is Severity.BLOCKER:
        yield "a verified rule that blocks gives the address of its source (reference: url)"
    if rule.confidence is Confidence.UNVERIFIED and rule.severity.weight > Severity.MINOR.weight:
        yield f"it is unverified, so {rule.severity} will be reported as minor; write minor, or verify it"
    if not any("\u4e00" <= char <= "\u9fff" for char in rule.request.zh):
        yield "request: zh holds no Chinese"


def _of_cases(rule: Rule, pack: RulePack) -> Iterator[str]:
    text = pack.cases.get(rule.id)
    if text is None:
        yield "the rule has no cases; write one that passes, one that fails and one that is undetermined"
        return
    try:
        cases = read_cases(text, path=f"cases/{rule.id}.yaml")
    except RulePackError as error:
        yield str(error)
        return
    absent = [outcome.value for outcome in NEEDED if outcome.value not in {case.expect for case in cases}]
    if absent:
        yield f"there is no case that expects {', '.join(absent)}"
    names = [case.name for case in cases]
    if twice := {name for name in names if names.count(name) > 1}:
        yield f"two cases have one name: {', '.join(sorted(twice))}"


def _of_registers(pack: RulePack) -> Iterator[str]:
    used = {name for rule in pack.rules for name in (*CHECKS[rule.check].registers, *ALSO_READ.get(rule.check, ()))}
    used |= {"bodies" for rule in pack.rules if isinstance(rule.parameters, BodyNumber) and rule.parameters.listed}
    used |= {"issuers" for rule in pack.rules if getattr(rule.parameters, "issued_by", None)}
    used |= {"statements" for rule in pack.rules if statements_of(rule.parameters)}
    used |= {"languages" for rule in pack.rules if getattr(rule.parameters, "each_language", False)}
    yield from _unused_lines(pack)
    sources = {source.id for source in pack.head.sources}
    for name in REGISTERS:
        lines: tuple[RegisterLine, ...] = getattr(pack.registers, name)
        if lines and name not in used:
            yield f"{name}.yaml:1:1: no rule of the pack uses it"
        for place, line in enumerate(lines, 1):
            if line.source.split()[0].rstrip(";,") not in sources and line.grade is not Confidence.UNVERIFIED:
                missing = repr(line.source.split()[0])
                yield f"{name}.yaml:1:1: entry {place}: its source {missing} does not stand in pack.yaml"


def _unused_lines(pack: RulePack) -> Iterator[str]:
    """Identifiers and lists of issuers that no rule names: facts that nothing rests on."""
    asked = [rule.parameters for rule in pack.rules]
    lists = {getattr(x, "list", None) for x in (*asked, *(getattr(y, "issued_by", None) for y in asked))}
    for place, line in enumerate(pack.registers.issuers, 1):
        if line.list not in lists:
            yield f"issuers.yaml:1:1: entry {place}: no rule of the pack uses the list {line.list}"
    said = {id for x in asked for _, id in statements_of(x)}
    for place, words in enumerate(pack.registers.statements, 1):
        if words.id not in said:
            yield f"statements.yaml:1:1: entry {place}: no rule of the pack uses {words.id}"
    identifiers = {getattr(x, "identifier", None) for x in asked}
    for place, entry in enumerate(pack.registers.identifiers, 1):
        if entry.id not in identifiers:
            yield f"identifiers.yaml:1:1: entry {place}: no rule of the pack uses {entry.id}"


def _of_clauses(pack: RulePack) -> Iterator[str]:
    named = {id for clause in pack.clauses for id in clause.rules}
    for rule in pack.rules if "coverage.yaml" in pack.files else ():
        if rule.id not in named:
            yield f"no clause names the rule {rule.id}"
