"""The texts of a pack folder -> RulePack. Everything is checked here, so that a loaded pack cannot be wrong later.

`load_pack(texts)` takes `{"pack.yaml": …, "rules/ID.yaml": …, "registers/editions.yaml": …}`; every complaint is one
line `path:line:column: what is wrong; what is allowed`, all of them at once, in one RulePackError. Nothing is
half-loaded.
"""

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import PurePosixPath
from string import Formatter
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from docverify.errors import UsageError
from docverify.marked_yaml import Marks, complain, place, read_yaml
from docverify.rules.checks import CHECKS, WORDS
from docverify.rules.complaints import Complaints
from docverify.rules.context import Check, Scope
from docverify.rules.near import allowed
from docverify.rules.pack import REGISTERS, Act, Clause, Edition, Pack, RegisterLine, Registers, Rule, RulePack
from docverify.rules.parameters import RadioStandards
from docverify.rules.relied_on import RuleFile, check_registers
from docverify.rules.standards import wanted_standard
from docverify.rules.when import ConditionError, condition

Model = TypeVar("Model", bound=BaseModel)
KNOWN_FILES = re.compile(r"pack\.yaml|coverage\.yaml|(rules|cases)/[A-Z0-9-]+\.yaml|registers/[a-z_]+\.yaml|\w+\.md")


def load_pack(texts: Mapping[str, str], *, name: str = "") -> RulePack:
    """The pack of the texts; RulePackError with every mistake. `name` is put before the paths in messages."""
    complaints = Complaints()
    head = _head(texts, name, complaints)
    complaints.stop()
    registers = _registers(texts, name, complaints)
    rules = _rules(texts, name, complaints)
    # A rule that cannot be read is complained of once, not in the clause table as well.
    written_ids = {PurePosixPath(path).stem for path in texts if path.startswith("rules/")}
    clauses = _clauses(texts, name, complaints, written_ids)
    for rule, written in rules:
        check_registers(rule, texts, registers, written, complaints)
    _check_names(texts, name, complaints)
    complaints.stop()
    assert head is not None  # stop() has raised otherwise
    cases = {PurePosixPath(p).stem: text for p, text in texts.items() if p.startswith("cases/")}
    ordered = tuple(sorted((rule for rule, _ in rules), key=_id))
    files = frozenset(texts)
    return RulePack(head, ordered, registers, clauses, sha256=pack_hash(texts), cases=cases, files=files)


def load_head(text: str, *, name: str = "") -> Pack:
    """The head of a pack from the text of its pack.yaml; RulePackError with every mistake."""
    complaints = Complaints()
    head = _head({"pack.yaml": text}, name, complaints)
    complaints.stop()
    assert head is not None  # stop() has raised otherwise
    return head


def _id(rule: Rule) -> str:
    return rule.id


def pack_hash(texts: Mapping[str, str]) -> str:
    """The hash over the paths and texts of a pack, in the order of the paths."""
    digest = sha256()
    for path in sorted(texts):
        digest.update(f"{path}\0{len(texts[path])}\0".encode() + texts[path].encode())
    return digest.hexdigest()


def _shown(name: str, path: str) -> str:
    return f"{name}/{path}" if name else path


def _read(texts: Mapping[str, str], path: str, name: str, complaints: Complaints) -> tuple[Any, Marks] | None:
    try:
        return read_yaml(texts[path], path=_shown(name, path), as_text=True)
    except UsageError as error:
        complaints.lines.append(str(error))
        return None


def _validated(
    model: type[Model], data: Any, marks: Marks, path: str, complaints: Complaints, *, at: tuple[str | int, ...] = ()
) -> Model | None:
    """The record of the data; None, with complaints, when it is no such record. `at` is where it stands in the file."""
    if not isinstance(data, dict):
        complaints.add(path, marks, at, f"a mapping is wanted here, with the keys {', '.join(_keys(model))}")
        return None
    try:
        return model.model_validate(data)
    except ValidationError as error:
        below = {key[len(at) :]: mark for key, mark in marks.items() if key[: len(at)] == at}
        below.setdefault((), place(marks, at))
        complaints.lines += complain(error, below, path=path, model=model).splitlines()
        return None


def _keys(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _head(texts: Mapping[str, str], name: str, complaints: Complaints) -> Pack | None:
    path = _shown(name, "pack.yaml")
    if "pack.yaml" not in texts:
        complaints.lines.append(f"{path}:1:1: the pack has no pack.yaml, which says its id, market and version")
        return None
    read = _read(texts, "pack.yaml", name, complaints)
    head = read and _validated(Pack, *read, path, complaints)
    if head and read and head.supersedes is not None and _order(head.supersedes) >= _order(head.version):
        sentence = f"version {head.version} supersedes {head.supersedes}, which is no earlier one; versions go upwards"
        complaints.add(path, read[1], ("supersedes",), sentence)
    return head or None


def _order(version: str) -> tuple[int, ...]:
    """The version as numbers; one that is none comes last, so that it is no earlier one."""
    return tuple(int(part) if part.isdigit() else 10**9 for part in version.split("."))


def _check_names(texts: Mapping[str, str], name: str, complaints: Complaints) -> None:
    for path in texts:
        if not KNOWN_FILES.fullmatch(path):
            wanted = "pack.yaml, coverage.yaml, rules/ID.yaml, cases/ID.yaml, registers/NAME.yaml, *.md"
            complaints.lines.append(f"{_shown(name, path)}:1:1: a pack has no such file; allowed: {wanted}")
        elif path.startswith("cases/") and path.replace("cases/", "rules/") not in texts:
            complaints.lines.append(f"{_shown(name, path)}:1:1: there is no rule {PurePosixPath(path).stem}")


# registers


def _registers(texts: Mapping[str, str], name: str, complaints: Complaints) -> Registers:
    found: dict[str, Any] = {}
    for path in texts:
        if not path.startswith("registers/"):
            continue
        register = PurePosixPath(path).stem
        if register not in REGISTERS:
            complaints.lines.append(f"{_shown(name, path)}:1:1: {allowed('register', register, REGISTERS)}")
            continue
        found[register] = _lines(REGISTERS[register], texts, path, name, complaints)
    return Registers(**found, by_number=_by_number(found.get("editions", ())))


def _by_number(editions: tuple[Edition, ...]) -> Mapping[str, tuple[Edition, ...]]:
    numbered: dict[str, list[Edition]] = {}
    for line in editions:
        if number := _number(line.designation):
            numbered.setdefault(number, []).append(line)
    return {number: tuple(lines) for number, lines in numbered.items()}


def _number(designation: str) -> str:
    try:
        return wanted_standard(designation).reference.number
    except ValueError:
        return ""  # the complaint about it was made where the line was read


def _lines(
    model: type[RegisterLine], texts: Mapping[str, str], path: str, name: str, complaints: Complaints
) -> tuple[Any, ...]:
    read = _read(texts, path, name, complaints)
    if read is None:
        return ()
    data, marks = read
    shown = _shown(name, path)
    if not isinstance(data, list):
        complaints.add(shown, marks, (), "a register is a list of lines, each starting with '- '")
        return ()
    if not data:
        complaints.add(shown, marks, (), "the register is empty; take the file away, or give it its lines")
    lines = [_validated(model, line, marks, shown, complaints, at=(i,)) for i, line in enumerate(data)]
    good = {i: line for i, line in enumerate(lines) if line is not None}
    editions = {i: line for i, line in good.items() if isinstance(line, Edition)}
    _check_editions(editions, marks, shown, complaints)
    acts = {i: (line.number, line.replaced_by) for i, line in good.items() if isinstance(line, Act)}
    _check_circles(acts, "acts", marks, shown, complaints)
    return tuple(good.values())


def _check_editions(lines: Mapping[int, Edition], marks: Marks, path: str, complaints: Complaints) -> None:
    """Every designation is one, no edition stands twice for an act, and none is replaced by itself in the end."""
    seen: dict[tuple[str, ...], int] = {}
    for i, line in lines.items():
        try:
            wanted_standard(line.designation)
        except ValueError as error:
            complaints.add(path, marks, (i, "designation"), str(error))
        key = (line.designation, line.edition, *line.amendments, line.act or "")
        if key in seen:
            complaints.add(
                path, marks, (i,), f"this edition stands twice for {line.act or 'no act'} (entry {seen[key] + 1})"
            )
        seen.setdefault(key, i)
    named = {i: (_edition_name(line), line.replaced_by) for i, line in lines.items()}
    _check_circles(named, "editions", marks, path, complaints)


def _check_circles(
    lines: Mapping[int, tuple[str, str | None]], what: str, marks: Marks, path: str, complaints: Complaints
) -> None:
    """No line is replaced by itself in the end; each line is its name and what replaces it."""
    successors = {name: following for name, following in lines.values() if following}
    for i, (name, _) in lines.items():
        if ring := _ring(name, successors):
            why = f"{what} replace one another in a circle: {' -> '.join(ring)}"
            complaints.add(path, marks, (i, "replaced_by"), why)


def _edition_name(line: Edition) -> str:
    separator = ":" if line.edition[:1].isdigit() else " "
    return f"{line.designation}{separator}{line.edition}" + "".join(f"+{a}" for a in line.amendments)


def _ring(start: str, successors: Mapping[str, str]) -> list[str]:
    """The chain of successors from `start` back to it; empty when it ends."""
    chain = [start]
    while (following := successors.get(chain[-1])) is not None:
        if following in chain:
            return [*chain, following] if following == start else []
        chain.append(following)
    return []


# rules


def _rules(texts: Mapping[str, str], name: str, complaints: Complaints) -> list[tuple[Rule, RuleFile]]:
    rules: list[tuple[Rule, RuleFile]] = []
    for path in sorted(texts):
        if not path.startswith("rules/"):
            continue
        shown = _shown(name, path)
        read = _read(texts, path, name, complaints)
        rule = _validated(Rule, *read, shown, complaints) if read else None
        if rule is not None and read is not None:
            written = RuleFile(shown, read[1], texts[path])
            rules.append((_checked(rule, written, complaints), written))
    _check_ids(rules, complaints)
    return rules


def _check_ids(rules: list[tuple[Rule, RuleFile]], complaints: Complaints) -> None:
    seen: dict[str, str] = {}
    for rule, written in rules:
        stem = PurePosixPath(written.path).stem
        if rule.id in seen:
            complaints.add(written.path, written.marks, ("id",), f"the id {rule.id} stands in {seen[rule.id]}, too")
        elif rule.id != stem:
            complaints.add(
                written.path, written.marks, ("id",), f"the id {rule.id} differs from the file's name {stem}"
            )
        seen.setdefault(rule.id, written.path)


def _checked(rule: Rule, written: RuleFile, complaints: Complaints) -> Rule:
    """The rule with its parameters read by its check's model, and every part of it held against that check."""
    check = CHECKS.get(rule.check)
    if check is None:
        complaints.add(written.path, written.marks, ("check",), allowed("check", rule.check, CHECKS))
        return rule
    _check_condition(rule, check, written, complaints)
    _check_words(rule, check, written, complaints)
    parameters = _validated(
        check.parameters, rule.parameters or {}, written.marks, written.path, complaints, at=("with",)
    )
    if parameters is not None:
        _check_standards(parameters, written, complaints)
    return replace_parameters(rule, parameters)


def replace_parameters(rule: Rule, parameters: Any) -> Rule:
    """The rule with those parameters."""
    return rule.model_copy(update={"parameters": parameters})


def _check_condition(rule: Rule, check: Check, written: RuleFile, complaints: Complaints) -> None:
    try:
        names = condition(rule.when).names
    except ConditionError as error:
        line, column = _inside("when", error.line, error.column, written)
        complaints.lines.append(f"{written.path}:{line}:{column}: when: {error.reason}")
        return
    if check.scope in (Scope.PRODUCT, Scope.SHIPMENT) and any(n.startswith("document.") for n in names):
        sentence = f"when: the check {rule.check} is made once a {check.scope}, so there is no document to ask"
        complaints.add(written.path, written.marks, ("when",), sentence)
    if check.scope is Scope.SHIPMENT and any(n.startswith("product.") for n in names):
        complaints.add(
            written.path, written.marks, ("when",), f"when: {rule.check} is made once a shipment, for no product"
        )


def _inside(key: str, line: int, column: int, written: RuleFile) -> tuple[int, int]:
    """Line and column in the file of a place inside the value of a key."""
    first, start = place(written.marks, (key,))
    opening = written.text.splitlines()[first - 1][start - 1 : start]
    if opening in "|>":
        block = written.text.splitlines()[first + line - 1]
        return first + line, len(block) - len(block.lstrip()) + column
    return first + line - 1, start + column - 1 + (opening in "\"'") if line == 1 else column


def _check_words(rule: Rule, check: Check, written: RuleFile, complaints: Complaints) -> None:
    known = (*WORDS, *check.words)
    for at, text in (
        (("message",), rule.message),
        (("request", "en"), rule.request.en),
        (("request", "zh"), rule.request.zh),
    ):
        try:
            used = {field for _, field, _, _ in Formatter().parse(text) if field is not None}
        except ValueError as error:
            complaints.add(written.path, written.marks, at, f"{at[-1]}: {error}; write {{{{ for a brace")
            continue
        for field in sorted(used - set(known)):
            complaints.add(written.path, written.marks, at, allowed("placeholder", field, known))


def _check_standards(parameters: BaseModel, written: RuleFile, complaints: Complaints) -> None:
    """Standards named in parameters have to be references."""
    for at, text in _standards_named(parameters):
        try:
            wanted_standard(text)
        except ValueError as error:
            complaints.add(written.path, written.marks, ("with", *at), str(error))


def _standards_named(parameters: BaseModel) -> list[tuple[tuple[str | int, ...], str]]:
    found: list[tuple[tuple[str | int, ...], str]] = []
    name = type(parameters).__name__
    keys = {
        "DeclaresStandard": ("any_of", "all_of"),
        "StandardsNotAlone": ("has", "needs"),
        "EditionsAgree": ("standards",),
    }
    for key in keys.get(name, ()):
        found += [((key, i), text) for i, text in enumerate(getattr(parameters, key))]
    if isinstance(parameters, RadioStandards):
        table = parameters.standards
        found += [(("standards", radio, i), text) for radio, names in table.items() for i, text in enumerate(names)]
    return found


def _clauses(texts: Mapping[str, str], name: str, complaints: Complaints, ids: set[str]) -> tuple[Clause, ...]:
    read = _read(texts, "coverage.yaml", name, complaints) if "coverage.yaml" in texts else None
    if read is None:
        return ()
    data, marks = read
    path = _shown(name, "coverage.yaml")
    if not isinstance(data, list):
        complaints.add(path, marks, (), "the clause table is a list, each line with clause and rules or not_automated")
        return ()
    clauses = [_validated(Clause, line, marks, path, complaints, at=(i,)) for i, line in enumerate(data)]
    for i, clause in enumerate(clauses):
        for id in clause.rules if clause else ():
            if id not in ids:
                complaints.add(path, marks, (i, "rules"), allowed("rule", id, ids))
    return tuple(clause for clause in clauses if clause)
