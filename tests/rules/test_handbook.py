from pathlib import Path

from docverify.packs import all_packs, fact_checks
from docverify.rules.handbook import handbook

HANDBOOK = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_handbook_is_the_one_of_the_packs() -> None:
    # docverify rules handbook > docs/rules.md
    assert HANDBOOK.read_text("utf-8") == handbook(all_packs(), fact_checks())


def test_the_handbook_names_every_rule_with_grade_and_source() -> None:
    text = handbook(all_packs(), fact_checks())
    for pack in all_packs():
        for rule in pack.rules:
            assert f"### {rule.id}\n" in text and rule.reference.cite in text
