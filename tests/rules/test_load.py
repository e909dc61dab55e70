from datetime import date

import pytest
from pydantic import ValidationError

from docverify.errors import ExitCode, RulePackError
from docverify.rules.load import load_pack, pack_hash
from docverify.rules.pack import Pack
from tests.rules.samples import HEAD, RULE, rule_text, texts

EDITION = '{designation: EN 1, edition: "2010", replaced_by: %s, source: s, grade: verified}'


def refusal(files: dict[str, str]) -> str:
    with pytest.raises(RulePackError) as caught:
        load_pack(files, name="eu/1")
    assert caught.value.code is ExitCode.RULE_PACK_INVALID
    return str(caught.value)


def changed(old: str, new: str) -> dict[str, str]:
    assert old in RULE
    return texts(RULE.replace(old, new))


def test_a_good_pack_loads_with_its_rules_in_order() -> None:
    pack = load_pack(texts())
    assert (pack.id, pack.version, pack.market, [rule.id for rule in pack.rules]) == (
        "test",
        "2026.1",
        "EU",
        ["TEST-001"],
    )


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("severity: major", "severty: major", "4:1", "unknown key 'severty'; did you mean 'severity'?"),
        ("severity: major", "severity: huge", "4:11", "'blocker', 'major', 'minor' or 'info'"),
        ("topic: standard_missing", "topic: standard", "3:8", "standard_missing"),
        ("check: declares_standard", "check: declares_standards", "7:8", "did you mean 'declares_standard'?"),
        ("any_of: [EN 18031-1]", "anyof: [EN 18031-1]", "8:8", "unknown key 'anyof'; did you mean 'any_of'?"),
        ("any_of: [EN 18031-1]", "any_of: [nonsense]", "8:17", "not a reference to a standard: 'nonsense'"),
        ("any_of: [EN 18031-1]", "absent: fail", "8:7", "one of any_of and all_of has to name something"),
        (
            "{any_of: [EN 18031-1]}",
            "{any_of: [EN 18031-1], papers: declaration/eu_dok}",
            "8:38",
            "did you mean 'eu_doc'?",
        ),
        ('when: ""', 'when: "product.internt"', "6:8", "did you mean 'product.internet'?"),
        ('when: ""', "when: \"market == 'EU' && product.internt\"", "6:26", "did you mean 'product.internet'?"),
        ('when: ""', "when: \"document.kind == 'manual'\"", "6:7", "there is no document to ask"),
        ("{missing} is missing", "{mising} is missing", "9:10", "did you mean 'missing'?"),
        ("Please send {missing}.", "Please send {missing.", "10:15", "expected '}'"),
        ("id: TEST-001", "id: TEST-002", "1:5", "differs from the file's name TEST-001"),
        ("id: TEST-001", "id: test one", "1:5", "capital letters, digits and hyphens"),
        ("confidence: verified\n", "", "1:1", "'confidence' is missing"),
        ('cite: "Act 1"', 'cite: ""', "11:19", "at least 1 character"),
        ("https://example.org/act", "example.org", "11:33", "starts with https://"),
        ("title: The rule holds", "title: [The rule", "", "not valid YAML"),
        ("title: The rule holds", "title: The rule holds\ntitle: Again", "3:1", "stands here a second time"),
    ],
)
def test_a_mistake_in_a_rule_is_refused_with_its_place(old: str, new: str, place: str, words: str) -> None:
    message = refusal(changed(old, new))
    assert f"eu/1/rules/TEST-001.yaml:{place}" in message
    assert words in message


def test_a_condition_in_a_block_is_placed_in_the_file() -> None:
    message = refusal(changed('when: ""', "when: >-\n  market == 'EU'\n  && product.internt"))
    assert message.startswith("eu/1/rules/TEST-001.yaml:")
    assert "product.internt" in message


def test_every_mistake_is_told_at_once() -> None:
    files = texts(RULE.replace("severity: major", "severity: huge").replace("topic: standard_missing", "topic: x"))
    files["registers/edition.yaml"] = "[]"
    assert len(refusal(files).splitlines()) == 3


def test_a_field_name_that_does_not_exist_is_refused() -> None:
    rule = RULE.replace("declares_standard", "field_present").replace(
        "any_of: [EN 18031-1]", "papers: manual, all_of: [isued_on]"
    )
    assert "rules/TEST-001.yaml:8:33: " in refusal(texts(rule))
    assert "unknown field 'isued_on' (did you mean 'issued_on'?)" in refusal(texts(rule))


def test_a_check_without_its_register_is_refused() -> None:
    rule = RULE.replace("declares_standard", "languages_cover").replace("any_of: [EN 18031-1]", "papers: manual")
    rule = rule.replace("{missing}", "{language}")
    assert "7:8: languages_cover needs registers/languages.yaml, which the pack does not have" in refusal(texts(rule))


def test_two_rules_with_one_id_are_refused() -> None:
    files = {**texts(), "rules/TEST-002.yaml": RULE}
    assert "eu/1/rules/TEST-002.yaml:1:5: the id TEST-001 stands in eu/1/rules/TEST-001.yaml, too" in refusal(files)


def test_editions_that_replace_one_another_in_a_circle_are_refused() -> None:
    lines = '- {designation: EN 1, edition: "2010", replaced_by: "EN 1:2020", source: s, grade: verified}\n'
    lines += '- {designation: EN 1, edition: "2020", replaced_by: "EN 1:2010", source: s, grade: verified}\n'
    message = refusal(texts(editions=lines))
    assert (
        "eu/1/registers/editions.yaml:1:53: editions replace one another in a circle: EN 1:2010 -> EN 1:2020" in message
    )


def test_a_line_of_a_register_without_source_or_grade_is_refused() -> None:
    message = refusal(texts(languages="- {country: DE, requires: [de]}\n"))
    assert "eu/1/registers/languages.yaml:1:3: 'source' is missing" in message
    assert "'grade' is missing" in message


def test_an_edition_that_stands_twice_is_refused() -> None:
    line = '- {designation: EN 1, edition: "2010", act: 2014/35/EU, source: s, grade: verified}\n'
    assert "stands twice for 2014/35/EU" in refusal(texts(editions=line + line))


def test_an_unknown_register_or_file_is_refused() -> None:
    message = refusal({**texts(), "registers/edition.yaml": "[]", "rules.txt": ""})
    assert "registers/edition.yaml:1:1: unknown register 'edition' (did you mean 'editions'?)" in message
    assert "eu/1/rules.txt:1:1: a pack has no such file" in message


def test_cases_without_a_rule_are_refused() -> None:
    assert "there is no rule TEST-009" in refusal({**texts(), "cases/TEST-009.yaml": "[]"})


def test_a_pack_without_head_or_with_a_wrong_one_is_refused() -> None:
    assert "eu/1/pack.yaml:1:1: the pack has no pack.yaml" in refusal({"rules/TEST-001.yaml": RULE})
    message = refusal({**texts(), "pack.yaml": HEAD.replace("owner", "ownr")})
    assert "eu/1/pack.yaml:5:1: unknown key 'ownr'; did you mean 'owner'?" in message


def test_a_clause_names_rules_that_exist_or_a_reason() -> None:
    coverage = "- {clause: Art. 1, rules: [TEST-002]}\n- {clause: Art. 2}\n"
    message = refusal({**texts(), "coverage.yaml": coverage})
    assert "coverage.yaml:1:27: unknown rule 'TEST-002' (did you mean 'TEST-001'?)" in message
    assert "coverage.yaml:2:3" in message


def test_versions_stay_as_they_are_written() -> None:
    assert load_pack({**texts(), "pack.yaml": HEAD.replace('"2026.1"', "2026.10")}).version == "2026.10"


def test_the_hash_depends_on_every_text_and_not_on_the_order() -> None:
    files = texts()
    assert pack_hash(files) == pack_hash(dict(reversed(files.items())))
    assert pack_hash(files) != pack_hash({**files, "pack.yaml": HEAD + "\n"})


def test_a_line_of_a_register_that_a_rule_names_exists() -> None:
    identifiers = "- {id: known, pattern: '\\d+', title: a number, source: s, grade: verified}\n"
    rule = rule_text("number_form", "{papers: certificate, identifier: knwon}")
    words = refusal(texts(rule, identifiers=identifiers))
    assert "eu/1/rules/TEST-001.yaml" in words
    assert "unknown identifier 'knwon' (did you mean 'known'?); allowed: known" in words


def test_a_pattern_that_is_no_expression_is_refused() -> None:
    words = refusal(texts(identifiers="- {id: known, pattern: '(', title: a number, source: s, grade: verified}\n"))
    assert "registers/identifiers.yaml:1:" in words and "not a regular expression" in words


@pytest.mark.parametrize("superseded", ["2026.1", "2027.1", "next"])
def test_a_pack_supersedes_an_earlier_version_only(superseded: str) -> None:
    files = {**texts(), "pack.yaml": HEAD + f'supersedes: "{superseded}"\n'}
    assert "pack.yaml:6:13: version 2026.1 supersedes" in refusal(files)


def test_a_rule_that_cannot_be_read_is_complained_of_once() -> None:
    files = {**changed("severity: major", "severty: major"), "coverage.yaml": "- {clause: A, rules: [TEST-001]}\n"}
    assert "coverage.yaml" not in refusal(files)


def test_a_pack_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValidationError, match="effective_until is before effective_from"):
        Pack(
            id="x",
            market="EU",
            version="1",
            owner="o",
            effective_from=date(2026, 1, 1),
            effective_until=date(2001, 1, 1),
        )


def test_acts_that_replace_one_another_in_a_circle_are_refused() -> None:
    lines = "".join(
        f"- {{number: {a}, title: t, replaced_by: {b}, grade: verified, source: logic}}\n"
        for a, b in (("2099/1/EC", "2099/2/EC"), ("2099/2/EC", "2099/1/EC"))
    )
    with pytest.raises(RulePackError, match=r"registers/acts.yaml:1:\d+: acts replace one another in a circle"):
        load_pack(texts(acts=lines), name="eu/1")
