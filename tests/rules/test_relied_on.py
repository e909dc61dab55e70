"""A register that a rule relies on cannot be missing, empty or without the line that the rule names."""

import pytest

from docverify.errors import RulePackError
from docverify.packs import find_packs, pack_texts, rules_folder
from docverify.rules.load import load_pack
from tests.rules.samples import pack_of, rule_text

RULE = rule_text("statements_present", "{papers: manual, all_of: [fcc_15_21]}")
WORDS = "- {id: fcc_15_21, language: en, patterns: [changes], source: s, grade: verified}\n"
PACKS = {path: pack_texts(path) for path in find_packs(rules_folder())}
REGISTERS = [(path, name) for path, texts in PACKS.items() for name in texts if name.startswith("registers/")]


def test_a_statement_has_its_words_in_the_register() -> None:
    assert pack_of(RULE, statements=WORDS).rules


@pytest.mark.parametrize(
    ("registers", "why"),
    [
        ({}, r"rules/TEST-001\.yaml:\d+:\d+: statements_present needs registers/statements\.yaml"),
        ({"statements": "[]\n"}, r"registers/statements\.yaml:1:1: the register is empty"),
        ({"statements": WORDS.replace("21", "19")}, r"rules/TEST-001\.yaml:\d+:\d+: .*fcc_15_21.*holds no words of it"),
    ],
)
def test_a_statement_without_words_is_refused_with_its_place(registers: dict[str, str], why: str) -> None:
    with pytest.raises(RulePackError, match=why):
        pack_of(RULE, **registers)


@pytest.mark.parametrize(("path", "name"), REGISTERS, ids=[f"{p.parent.name}-{n[10:-5]}" for p, n in REGISTERS])
def test_no_register_of_the_shipped_packs_can_be_taken_away_unnoticed(path: object, name: str) -> None:
    texts = {file: text for file, text in PACKS[path].items() if file != name}  # type: ignore[index]
    with pytest.raises(RulePackError, match=f"needs {name}"):
        load_pack(texts)
