from pathlib import Path

import pytest

from docverify.evaluation.mutants import MutationScore, evaluate_mutants, render_mutants
from docverify.evaluation.twins import TWINS
from docverify.facts.finding import Outcome
from docverify.rules.checks import CHECKS
from tests.rules.samples import RULE, pack_of

CORPUS = Path(__file__).parents[1] / "corpus"
CASES = """\
- name: declared
  expect: pass
  papers: [{paper: declaration/eu_doc, fields: {standards: ["EN 18031-1:2024"]}}]
- name: left out
  expect: fail
  papers: [{paper: declaration/eu_doc, fields: {standards: ["EN 300 328:V2.2.2"]}}]
"""


@pytest.fixture(scope="module")
def shipped() -> MutationScore:
    return evaluate_mutants(CORPUS)


def test_the_shipped_rules_fail_on_their_twins(shipped: MutationScore) -> None:
    assert shipped.killed >= 0.98, render_mutants(shipped)


def test_no_fault_that_matters_goes_through(shipped: MutationScore) -> None:
    assert [m for m in shipped.mutants if m.false_pass] == []
    assert [m for m in shipped.mutants if m.survived] == []


def test_every_rule_that_can_fail_has_a_twin(shipped: MutationScore) -> None:
    from_check = {name for name, check in CHECKS.items() if Outcome.FAIL not in check.cannot}
    assert from_check - set(TWINS) == {"product_is"}  # its failing case is the twin
    assert all((twin.__doc__ or "").split("\n")[0].endswith(".") for twin in TWINS.values())


def test_a_rule_that_lets_its_twin_through_is_told(tmp_path: Path) -> None:
    (killed,) = evaluate_mutants(tmp_path, [pack_of(RULE, cases=CASES)]).mutants
    assert killed.killed and killed.base == "case: declared"
    blind = CASES[: CASES.index("- name: left out")].replace("expect: pass", "expect: fail")
    score = evaluate_mutants(tmp_path, [pack_of(RULE, cases=blind)])
    (mutant,) = score.mutants
    assert mutant.survived and mutant.false_pass and score.killed == 0
    assert "pass           TEST-001 on case: as in the case: declared" in render_mutants(score)


def test_a_rule_without_a_passing_case_is_put_to_its_failing_case(tmp_path: Path) -> None:
    only = CASES[CASES.index("- name: left out") :]
    score = evaluate_mutants(tmp_path, [pack_of(RULE, cases=only)])
    assert [(m.base, m.spoilt, m.killed) for m in score.mutants] == [("case", "as in the case: left out", True)]


def test_a_survivor_stands_in_the_table(tmp_path: Path) -> None:
    lenient = CASES.replace("expect: fail", "expect: undetermined")
    rule = RULE.replace("check: declares_standard", "check: readable").replace("with: {any_of: [EN 18031-1]}\n", "")
    score = evaluate_mutants(tmp_path, [pack_of(rule.replace("{missing}", "{why}"), cases=lenient)])
    assert score.mutants == () and score.cannot_fail == ("TEST-001",) and score.killed == 1.0
    assert "1 rules cannot fail" in render_mutants(score)
