"""The terminal report: verdict first, every failure with paper, page and words, nothing that steers the terminal."""

from dataclasses import replace
from datetime import date

from docverify.facts.finding import Foreseen, Outcome, Severity, Subject
from docverify.report import terminal
from tests.samples import DOCUMENT, finding, result

FAILED = finding(Outcome.FAIL, Severity.BLOCKER, message="The declaration names EVC-11, not EVC-22.")
PASSED = finding(Outcome.PASS, Severity.MAJOR, message="The declaration is signed.")


def test_the_verdict_stands_first_and_the_summary_last() -> None:
    lines = terminal.render(result(FAILED, PASSED)).splitlines()
    assert lines[0].startswith("NONCONFORMING")
    assert lines[-1].startswith("nonconforming · 1 failed, 0 undecided, 1 passed of 2")


def test_a_failure_shows_paper_page_words_expected_and_found() -> None:
    text = terminal.render(result(FAILED))
    for part in ("papers/doc.pdf p. 1: “Model: EVC-11”", "expected: EVC-22", "found: EVC-11", "[EU-TEST-001]"):
        assert part in text


def test_passes_are_listed_only_when_asked_for_and_always_counted() -> None:
    quiet, verbose = (terminal.render(result(FAILED, PASSED), verbose=flag) for flag in (False, True))
    assert "The declaration is signed." not in quiet
    assert "The declaration is signed." in verbose


def test_what_was_not_read_is_told_even_when_no_rule_speaks_of_it() -> None:
    text = " ".join(terminal.render(result(PASSED)).split())
    assert "papers/x.pdf not read: it is encrypted. Ask for an open copy." in text
    assert "papers/doc.pdf p. 2 not read: no text could be read from the scan" in text
    assert "papers/copy.pdf is the same file as papers/doc.pdf" in text


def test_without_colour_no_escape_is_printed_and_with_it_the_words_are_the_same() -> None:
    plain, painted = (terminal.render(result(FAILED), colour=flag) for flag in (False, True))
    assert "\x1b" not in plain
    assert "\x1b[31;1mFAIL\x1b[0m" in painted


def test_a_papers_words_cannot_steer_the_terminal() -> None:
    hostile = finding(Outcome.FAIL, Severity.MAJOR, message="bad \x1b[2J\u202etxt.exe\x00 name")
    assert not {"\x1b", "\u202e", "\x00"} & set(terminal.render(result(hostile)))


def test_lines_stay_within_the_width_where_words_allow() -> None:
    long = finding(Outcome.FAIL, Severity.MAJOR, message="word " * 100)
    assert max(len(line) for line in terminal.render(result(long), width=70).splitlines()[4:-1]) <= 70


def test_extracted_values_show_page_origin_and_confidence() -> None:
    table = terminal.documents_table([DOCUMENT], [])
    assert "rated_voltage_v: 380 to 415  (p. 1 text 0.98)" in table
    assert "standards: EN IEC 61851-1:2019  (p. 1 text 0.98)" in table


def test_what_fails_later_is_foreseen_with_its_day_and_reason() -> None:
    later = Foreseen(
        date(2027, 1, 1), "the act applies", finding(Outcome.FAIL, Severity.MAJOR, message="No paper shows it.")
    )
    text = " ".join(terminal.render(replace(result(PASSED), look_ahead=(later,))).split())
    assert "holds today, fails from 2027-01-01 because the act applies: No paper shows it." in text


def test_sixty_findings_are_no_wall_of_text_and_none_is_lost() -> None:
    units = [replace(finding(Outcome.FAIL, Severity.MAJOR), subject=Subject(unit=f"S{n}")) for n in range(58)]
    others = [replace(finding(Outcome.FAIL, Severity.MINOR), rule=f"EU-MINOR-{n:03}") for n in range(2)]
    text = terminal.render(result(*units, *others))
    assert len(text.splitlines()) < 30
    assert "… and 55 more of EU-TEST-001; -v lists them" in text
    assert "FAIL minor [EU-MINOR-001] It is so." in text
    assert terminal.render(result(*units, *others), verbose=True).count("[EU-TEST-001]") == 58


def test_quotes_of_one_page_stand_in_one_line() -> None:
    quotes = tuple(replace(FAILED.evidence[0], quote=f"EN {n}") for n in range(5))
    text = terminal.render(result(replace(FAILED, evidence=quotes)))
    assert "papers/doc.pdf p. 1: “EN 0” · “EN 1” · “EN 2” and 2 more" in text


def test_a_long_list_is_cut_with_its_length_unless_asked_for() -> None:
    long = replace(FAILED, found="EN 1, " * 200)
    assert "(1200 characters)" in terminal.render(result(long))
    assert "(1200 characters)" not in terminal.render(result(long), verbose=True)
