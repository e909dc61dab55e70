"""A rule and the registers of its pack -> complaints about what the rule relies on and the pack does not hold."""

from collections.abc import Mapping

from docverify.marked_yaml import Marks
from docverify.rules.checks import CHECKS
from docverify.rules.complaints import Complaints
from docverify.rules.near import allowed
from docverify.rules.pack import Registers, Rule
from docverify.rules.statement_ids import statements_of


class RuleFile:
    """A rule file: its path, where its parts stand, and its text."""

    def __init__(self, path: str, marks: Marks, text: str) -> None:
        self.path, self.marks, self.text = path, marks, text


def check_registers(
    rule: Rule, texts: Mapping[str, str], registers: Registers, written: RuleFile, complaints: Complaints
) -> None:
    """Every register that the rule relies on is in the pack, and every line that its parameters name."""
    check = CHECKS.get(rule.check)
    needed = list(check.registers) if check else []
    if getattr(rule.parameters, "listed", False):
        needed.append("bodies")
    if getattr(rule.parameters, "issued_by", None):
        needed.append("issuers")
    if statements_of(rule.parameters):
        needed.append("statements")
    if getattr(rule.parameters, "each_language", False):
        needed.append("languages")
    for register in needed:
        path = f"registers/{register}.yaml"
        if path not in texts:
            complaints.add(
                written.path, written.marks, ("check",), f"{rule.check} needs {path}, which the pack does not have"
            )
    _check_lines(rule, registers, written, complaints)


def _check_lines(rule: Rule, registers: Registers, written: RuleFile, complaints: Complaints) -> None:
    """A line that the parameters name is in its register."""
    lists = [line.list for line in registers.issuers]
    issued_by = getattr(rule.parameters, "issued_by", None)
    for at, wanted, known in (
        (("identifier",), getattr(rule.parameters, "identifier", None), [line.id for line in registers.identifiers]),
        (("list",), getattr(rule.parameters, "list", None), lists),
        (("issued_by", "list"), getattr(issued_by, "list", None), lists),
    ):
        if wanted is not None and wanted not in known:
            complaints.add(written.path, written.marks, ("with", *at), allowed(at[-1], wanted, dict.fromkeys(known)))
    worded = dict.fromkeys(line.id for line in registers.statements)
    for key, id in statements_of(rule.parameters):
        if worded and id not in worded:
            sentence = f"{allowed('statement', id, worded)}; registers/statements.yaml holds no words of it"
            complaints.add(written.path, written.marks, ("with", key), sentence)
