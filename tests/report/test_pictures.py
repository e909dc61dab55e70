"""Which pages of evidence are drawn, and what is said of those that are not."""

from dataclasses import replace

from docverify.facts.finding import Outcome, Severity
from docverify.report.pictures import PagePicture, Pictures, pages_wanted
from tests.samples import DOCUMENT, SHA, finding, result


def test_the_page_of_a_failure_comes_before_that_of_a_pass_and_each_once() -> None:
    minor = finding(Outcome.FAIL, Severity.MINOR)
    second = replace(minor, evidence=(replace(minor.evidence[0], page=2),), severity=Severity.BLOCKER)
    wanted = pages_wanted(result(minor, second, minor))
    assert [(entry.sha256, entry.path, entry.page) for entry in wanted] == [
        (SHA, DOCUMENT.path, 2),
        (SHA, DOCUMENT.path, 1),
    ]
    assert wanted[0].rank < wanted[1].rank


def test_nothing_open_wants_no_page() -> None:
    assert pages_wanted(result()) == ()


def test_a_picture_that_lacks_says_why() -> None:
    picture = PagePicture(595.0, 842.0, "png", b"secret")
    pictures = Pictures({(SHA, 1): picture}, {(SHA, 2): "the file is gone"})
    assert pictures.of(SHA, 1) is picture
    assert pictures.of(SHA, 2) is None
    assert pictures.why_not(SHA, 2) == "the file is gone"
    assert pictures.why_not(SHA, 3)
    assert "secret" not in repr(picture)
