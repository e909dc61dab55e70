from docverify.rules.changes import changes
from docverify.rules.explain import explain_rule
from tests.rules.samples import RULE, pack_of

CASES = "- {name: left out, expect: fail, papers: []}\n"


def test_a_rule_says_itself_with_source_grade_dates_and_cases() -> None:
    pack = pack_of(RULE + "valid_from: 2025-08-01\n", cases=CASES)
    text = explain_rule(pack.rules[0], pack)
    for words in (
        "TEST-001  The rule holds",
        "A covering paper lists the standards, in the wanted edition or a later one.",
        "any of: EN 18031-1",
        "always, from 2025-08-01",
        "Act 1 <https://example.org/act>",
        "verified: the official text was read",
        "left out (2026-11-30): fail",
    ):
        assert words in text


def test_what_changed_between_two_versions_is_told_rule_by_rule() -> None:
    languages = "- {country: DE, requires: [de], source: s, grade: verified}\n"
    told = "\n".join(
        changes(pack_of(), pack_of(RULE.replace("severity: major", "severity: minor"), languages=languages))
    )
    assert "rule TEST-001: severity was major, is minor" in told
    assert "register languages: added source s, grade verified, country DE, requires de" in told
    assert list(changes(pack_of(), pack_of())) == []
