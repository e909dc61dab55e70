from datetime import date

from docverify.facts.finding import Foreseen, Outcome
from docverify.packs import packs_ahead
from docverify.rules.cases import dossier_of, read_cases
from docverify.rules.look_ahead import in_effect, look_ahead
from docverify.rules.pack import RulePack
from tests.rules.samples import HEAD, RULE, load_pack, pack_of, rule_text, texts

DAY = date(2026, 11, 30)
DECLARED = "papers: [{paper: declaration/eu_doc, fields: {standards: [EN 300 328 V2.1.1], valid_until: 2027-03-31}}]"


def seen(pack: RulePack, case: str = DECLARED, *, days: int = 365) -> tuple[Foreseen, ...]:
    text = f"- name: now\n  expect: pass\n  {case}\n"
    dossier = dossier_of(read_cases(text, path="case")[0], market="EU")
    return look_ahead([pack], dossier, as_of=DAY, days=days)


def days(foreseen: tuple[Foreseen, ...]) -> list[tuple[date, Outcome]]:
    return [(entry.on, entry.finding.outcome) for entry in foreseen]


def test_a_rule_that_begins_is_told_with_its_day_and_text() -> None:
    pack = pack_of(RULE + "valid_from: 2027-01-01\n")
    (entry,) = seen(pack)
    assert days((entry,)) == [(date(2027, 1, 1), Outcome.FAIL)]
    assert entry.sentence.startswith("holds today, fails from 2027-01-01 because Act 1 holds from 2027-01-01: ")
    assert "EN 18031-1 is missing" in entry.sentence


def test_beyond_the_days_asked_for_nothing_is_told() -> None:
    pack = pack_of(RULE + "valid_from: 2027-01-01\n")
    assert seen(pack, days=31) == ()
    assert days(seen(pack, days=32)) == [(date(2027, 1, 1), Outcome.FAIL)]


def test_what_fails_today_is_no_news() -> None:
    assert seen(pack_of(RULE)) == ()
    assert seen(pack_of(RULE + "valid_until: 2027-01-31\n")) == ()


def test_a_date_in_a_condition_counts_as_if_the_same_shipment_came_then() -> None:
    pack = pack_of(RULE.replace('when: ""', "when: \"placed_on_market >= date('2027-02-01')\""))
    assert days(seen(pack)) == [(date(2027, 2, 1), Outcome.FAIL)]


def test_an_edition_whose_presumption_ends_is_told_on_that_day() -> None:
    editions = """\
- {designation: EN 300 328, edition: V2.1.1, ceases_on: 2027-02-01, replaced_by: "EN 300 328 V2.2.2", grade: verified, source: oj}
"""
    pack = pack_of(rule_text("edition_in_force", "{papers: declaration, clock: ceases_on}"), editions=editions)
    (entry,) = seen(pack)
    assert entry.on == date(2027, 2, 1)
    assert "EN 300 328 V2.1.1 gives no presumption of conformity from 2027-02-01" in entry.because


def test_a_paper_that_expires_is_told_on_the_day_after() -> None:
    (entry,) = seen(pack_of(rule_text("valid_on", "{papers: declaration}")))
    assert entry.on == date(2027, 4, 1)
    assert "paper1.pdf is valid until 2027-03-31" in entry.because


def test_a_paper_that_grows_too_old_is_told() -> None:
    aged = "papers: [{paper: declaration/eu_doc, fields: {issued_on: 2024-06-01}}]"
    (entry,) = seen(pack_of(rule_text("valid_on", "{papers: declaration, max_age_years: 3}")), aged)
    assert entry.on.year == 2027
    assert "more than 3 years old" in entry.because


def test_a_new_doubt_is_news_too() -> None:
    silent = "papers: [{paper: declaration/eu_doc, unreadable: true}]"
    assert days(seen(pack_of(RULE + "valid_from: 2027-01-01\n"), silent)) == [(date(2027, 1, 1), Outcome.UNDETERMINED)]


def test_a_pack_that_takes_effect_brings_its_rules() -> None:
    later = load_pack({**texts(), "pack.yaml": HEAD.replace("2020-01-01", "2027-05-01")})
    (entry,) = seen(later)
    assert entry.on == date(2027, 5, 1)
    assert entry.because == "the pack test 2026.1 takes effect"


def test_of_one_pack_the_newest_version_in_effect_counts() -> None:
    old, new = pack_of(), load_pack({**texts(), "pack.yaml": HEAD.replace('"2026.1"', '"2026.10"')})
    assert [pack.version for pack in in_effect([old, new], DAY)] == ["2026.10"]


def test_the_shipped_packs_foretell_iso_15118_20_for_private_points() -> None:
    text = "- name: now\n  expect: pass\n  papers: [{paper: declaration/eu_doc}, {paper: datasheet}]\n"
    dossier = dossier_of(read_cases(text, path="case")[0], market="EU")
    packs = packs_ahead(["EU"], as_of=DAY, until=date(2027, 11, 30))
    told = {entry.finding.rule: entry.on for entry in look_ahead(packs, dossier, as_of=DAY)}
    assert told["EU-AFIR-COM-003"] == date(2027, 1, 1)
