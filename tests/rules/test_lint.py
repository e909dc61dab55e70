from dataclasses import replace

import pytest

from docverify.rules.checks import CHECKS
from docverify.rules.lint import language_gaps, lint
from docverify.rules.load import load_pack
from tests.rules.samples import RULE, pack_of, texts

CASES = """\
- {name: a, expect: pass, papers: []}
- {name: b, expect: fail, papers: []}
- {name: c, expect: undetermined, papers: []}
"""


def whole(rule: str = RULE, **others: str) -> dict[str, str]:
    """The files of a pack that nothing is missing of."""
    files = texts(rule, **others)
    files["pack.yaml"] += 'sources: [{id: s, title: "Act 1"}]\n'
    return files | {"coverage.yaml": '- {clause: "Article 1", rules: [TEST-001]}\n', "CHANGELOG.md": "# First\n"}


def remarks(rule: str = RULE, *, without: str = "", **others: str) -> str:
    files = {path: text for path, text in whole(rule, **others).items() if path != without}
    return "\n".join(lint([load_pack(files)]))


def test_a_good_pack_gets_no_remark() -> None:
    assert remarks(cases=CASES) == ""


def test_a_rule_without_cases_or_without_a_failing_one_is_told() -> None:
    assert "test/2026.1/cases/TEST-001.yaml:1:1: the rule has no cases" in remarks()
    assert "no case that expects fail, undetermined" in remarks(cases=CASES.splitlines()[0])
    assert "two cases have one name: a" in remarks(cases=CASES + CASES.splitlines()[0])


@pytest.mark.parametrize("file", ["coverage.yaml", "CHANGELOG.md"])
def test_a_pack_without_its_clause_table_or_its_changelog_is_told(file: str) -> None:
    assert f"test/2026.1/{file}:1:1: the pack has no such file" in remarks(cases=CASES, without=file)


def test_a_pack_without_sources_is_told() -> None:
    assert "pack.yaml:1:1: the pack names no sources" in "\n".join(lint([load_pack(texts(cases=CASES))]))


@pytest.mark.parametrize("check", sorted(CHECKS))
def test_every_check_has_to_have_all_three_cases_without_exception(check: str) -> None:
    pack = pack_of(cases="- {name: a, expect: pass, papers: []}\n")
    alone = replace(pack, rules=(pack.rules[0].model_copy(update={"check": check}),))
    assert "no case that expects fail, undetermined" in "\n".join(lint([alone]))


def test_an_unverified_rule_that_would_block_is_told() -> None:
    rule = RULE.replace("confidence: verified", "confidence: unverified").replace(
        "severity: major", "severity: blocker"
    )
    assert "unverified, so blocker will be reported as minor" in remarks(rule, cases=CASES)


def test_a_blocker_without_the_address_of_its_source_is_told() -> None:
    rule = RULE.replace("severity: major", "severity: blocker").replace(', url: "https://example.org/act"', "")
    assert "gives the address of its source" in remarks(rule, cases=CASES)


def test_a_request_without_chinese_is_told() -> None:
    assert "zh holds no Chinese" in remarks(RULE.replace("请提供 {missing}。", "Please"), cases=CASES)


def test_a_register_that_no_rule_uses_is_told() -> None:
    languages = "- {country: DE, requires: [de], source: s, grade: verified}\n"
    assert "registers/languages.yaml:1:1: no rule of the pack uses it" in remarks(cases=CASES, languages=languages)


def test_two_packs_with_one_rule_id_are_told() -> None:
    first = pack_of(cases=CASES)
    second = pack_of(cases=CASES)
    other = second.head.model_copy(update={"id": "other"})
    assert "the pack test has a rule of that id, too" in "\n".join(lint([first, replace(second, head=other)]))


def test_a_country_that_the_language_table_lacks_is_told() -> None:
    unions = {"EU": None, "DE": "EU", "FR": "EU", "US": None}
    line = "- {country: DE, requires: [de], source: s, grade: verified}\n"
    told = list(language_gaps([pack_of(cases=CASES, languages=line)], unions))
    assert told == ["test/2026.1/registers/languages.yaml:1:1: the table has no line for FR"]
    both = line + line.replace("DE", "FR")
    assert list(language_gaps([pack_of(cases=CASES, languages=both), pack_of(cases=CASES)], unions)) == []
