"""Dates: a paper whose date can be read in two ways is decided only where both readings agree."""

import pytest

from tests.rules.samples import findings, outcome, pack_of, rule_text

CERT = "certificate/cb_test_certificate"
VALID = "papers: certificate, silent: undetermined"


def concluded(check: str, parameters: str, fields: str, *, as_of: str = "2026-03-20") -> str:
    case = f"as_of: {as_of}\npapers: [{{paper: {CERT}, fields: {{{fields}}}}}]"
    return outcome(check, f"{{{parameters}}}", case)


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2026-03-20", "pass"),
        ("2026-03-19", "fail"),
        ("[2026-04-03, 2026-03-04]", "undetermined"),
        ("[2026-05-04, 2026-04-05]", "pass"),
        ("[2026-02-01, 2026-01-02]", "fail"),
    ],
)
def test_validity_ends_with_its_last_day_and_both_readings_have_to_agree(until: str, expected: str) -> None:
    assert concluded("valid_on", VALID, f"valid_until: {until}") == expected


def test_without_an_end_the_age_counts_where_the_rule_gives_one() -> None:
    aged = f"{VALID}, max_age_years: 3"
    assert concluded("valid_on", aged, "issued_on: 2024-01-01") == "pass"
    assert concluded("valid_on", aged, "issued_on: 2022-01-01") == "fail"
    assert concluded("valid_on", VALID, "issued_on: 2022-01-01") == "undetermined"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("received_on: 2026-01-05, tested_from: 2026-01-06", "pass"),
        ("received_on: 2026-01-06, tested_from: 2026-01-05", "fail"),
        ("received_on: 2026-01-05, tested_from: [2026-01-06, 2026-06-01]", "pass"),
        ("received_on: [2026-02-01, 2026-01-02], tested_from: 2026-01-15", "undetermined"),
    ],
)
def test_the_dates_of_a_report_follow_one_another(fields: str, expected: str) -> None:
    case = f"as_of: 2026-12-01\npapers: [{{paper: laboratory_report/emc, fields: {{{fields}}}}}]"
    parameters = "{papers: laboratory_report, order: [received_on, tested_from]}"
    assert outcome("dates_in_order", parameters, case) == expected


def test_an_undecided_date_names_both_readings() -> None:
    case = f"as_of: 2026-03-20\npapers: [{{paper: {CERT}, fields: {{valid_until: [2026-04-03, 2026-03-04]}}}}]"
    (finding,) = findings(pack_of(rule_text("valid_on", f"{{{VALID}}}")), case)
    assert "2026-04-03 or 2026-03-04" in finding.message
