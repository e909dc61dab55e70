"""One line a finding, which a hook prints and an editor jumps from."""

from docverify.facts.finding import Outcome, Severity
from docverify.report.lines import line, severity
from tests.samples import finding

FAILED = finding(Outcome.FAIL, Severity.MAJOR, message="Another model.")


def test_a_line_names_file_page_severity_topic_message_and_rule() -> None:
    said = line(FAILED, file="manual.pdf", page=3, source_line=None)
    assert said == "manual.pdf:3: MAJOR scope_model Another model. [EU-TEST-001]"


def test_a_written_source_has_the_line_of_the_source_too() -> None:
    assert line(FAILED, file="manual.md", page=1, source_line=12).startswith("manual.md:1:12: MAJOR ")


def test_what_could_not_be_decided_bears_a_question_mark() -> None:
    assert severity(finding(Outcome.UNDETERMINED, Severity.BLOCKER)) == "BLOCKER?"


def test_a_paper_can_neither_steer_the_terminal_nor_begin_a_line() -> None:
    said = line(finding(Outcome.FAIL, Severity.MINOR, message="\x1b[2J\nx"), file="a\nb.pdf", page=1, source_line=None)
    assert said.isprintable()
