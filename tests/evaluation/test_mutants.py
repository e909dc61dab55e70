from pathlib import Path

import pytest

from docverify.evaluation.mutants import MutationScore, evaluate_mutants, render_mutants
from docverify.evaluation.twins import TWINS
from docverify.rules.checks import CHECKS
from tests.rules.samples import RULE, pack_of

CORPUS = Path(__file__).parents[2] / "corpus"
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


def test_every_rule_has_a_twin(shipped: MutationScore) -> None:
    assert shipped.untried == ()
    assert set(CHECKS) - set(TWINS) == {"product_is"}  # its failing case is the twin
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


def test_a_rule_without_a_twin_stands_in_the_table(tmp_path: Path) -> None:
    nothing = "- {name: nothing, expect: undetermined, papers: []}\n"
    score = evaluate_mutants(tmp_path, [pack_of(RULE, cases=nothing)])
    assert score.mutants == () and score.untried == ("TEST-001",)
    assert "no twin        TEST-001" in render_mutants(score)
