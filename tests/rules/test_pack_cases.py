"""Every case of every rule of every pack concludes what it expects, and no pack gets a remark."""

import pytest

from docverify.packs import all_packs
from docverify.rules.cases import Case, read_cases, run_case
from docverify.rules.lint import lint
from docverify.rules.pack import RulePack

PACKS = all_packs()
CASES = [
    pytest.param(pack, rule.id, case, id=f"{rule.id}: {case.name}")
    for pack in PACKS
    for rule in pack.rules
    for case in read_cases(
        pack.cases.get(rule.id, "- {name: none, expect: pass}"), path=f"{pack.id}/cases/{rule.id}.yaml"
    )
]


@pytest.mark.parametrize(("pack", "rule", "case"), CASES)
def test_a_case_concludes_what_it_expects(pack: RulePack, rule: str, case: Case) -> None:
    result = run_case(pack, rule, case)
    assert result.as_expected, "\n".join(finding.message for finding in result.findings)


def test_no_pack_gets_a_remark() -> None:
    assert lint(PACKS) == ()
