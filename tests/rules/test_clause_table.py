from pathlib import Path

import pytest
import yaml

from docverify.packs import all_packs, fact_checks, rules_folder
from docverify.rules.clause_table import checks_named, counts, standings
from docverify.rules.pack import RulePack

PACKS = all_packs()
KNOWN = fact_checks()
STATEMENTS = Path(__file__).parents[2] / "docverify" / "extraction" / "statements.yaml"


@pytest.mark.parametrize(
    ("clause", "named"),
    [
        ("CA07, CA09 Notice of conditional approval", ("CA07", "CA09")),
        ("AFI-01 to AFI-03 Public charging points", ("AFI-01", "AFI-02", "AFI-03")),
        ("US28 to US29, US31 Funded projects", ("US28", "US29", "US31")),
        ("SAF-M2-1 Mode 2", ("SAF-M2-1",)),
        ("RED 17(3), 2014/35/EU, EN 18031-1", ()),
    ],
)
def test_a_clause_names_checks_singly_and_in_spans(clause: str, named: tuple[str, ...]) -> None:
    known = ["CA07", "CA09", "AFI-01", "AFI-02", "AFI-03", "US28", "US29", "US31", "SAF-M2", "SAF-M2-1", "EN 18031"]
    assert checks_named(clause, known[:-1]) == named


def test_every_check_is_known_once() -> None:
    assert len(KNOWN) == len(set(KNOWN)) == 215


def test_every_check_is_a_rule_or_has_a_reason_why_it_is_none() -> None:
    table = standings(PACKS, KNOWN)
    assert [entry.check for entry in table if not entry.rules and not entry.reasons] == []


def test_the_count_of_checks_that_are_rules_does_not_shrink() -> None:
    automated = sum(entry.automated for entry in standings(PACKS, KNOWN))
    assert automated >= 130
    made, left = zip(*(counts(pack, KNOWN) for pack in PACKS), strict=True)
    assert sum(made) >= automated and sum(left) > 0


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_every_pack_has_its_clause_table_its_sources_and_its_log_of_changes(pack: RulePack) -> None:
    assert pack.clauses and pack.head.sources
    folder = rules_folder() / pack.id / pack.version
    assert (folder / "CHANGELOG.md").is_file()


def test_every_statement_a_rule_asks_for_is_looked_for_in_papers() -> None:
    sought = set(yaml.safe_load(STATEMENTS.read_text("utf-8")))
    asked = {
        (rule.id, name)
        for pack in PACKS
        for rule in pack.rules
        for key in ("all_of", "any_of", "none_of", "statements")
        if rule.check in ("statements_present", "declaration_complete")
        for name in getattr(rule.parameters, key, ())
    }
    assert {(rule, name) for rule, name in asked if name not in sought} == set()


def test_every_state_of_the_union_and_of_the_economic_area_has_its_languages() -> None:
    lines = next(pack for pack in PACKS if pack.id == "eu-general").registers.languages
    known = yaml.safe_load((rules_folder() / "markets.yaml").read_text("utf-8"))
    states = {id for id, market in known.items() if market["union"] in ("EU", "EEA") and id != "EEA"}
    assert states <= {line.country for line in lines}
    assert len(states) == 31  # 27 states, Northern Ireland, Norway, Iceland, Liechtenstein
