"""Every change is told once, under what it is, with its old and its new page; what did not change is not told."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from docverify.compare.change import Change, Rule
from docverify.compare.compare import compare
from docverify.facts.designation import ModelFamily
from docverify.facts.document import Document, DocumentKind, UnreadPage
from docverify.facts.evidence import Origin
from docverify.facts.finding import Severity
from docverify.facts.version import Version
from tests.compare.papers import entry, paper, renamed, report

OLD = report()


def changes(old: Document, new: Document) -> list[Change]:
    return list(compare([old], [new]).changes)


def only(old: Document, new: Document) -> Change:
    found = changes(old, new)
    assert len(found) == 1, [change.message for change in found]
    return found[0]


def test_the_same_file_is_unchanged_whatever_was_read_from_it() -> None:
    assert changes(OLD, replace(OLD, fields={}, path="elsewhere/report.pdf")) == []


def test_another_file_that_says_the_same_on_the_same_pages_is_unchanged() -> None:
    assert changes(OLD, report(bytes_="2")) == []


@pytest.mark.parametrize(
    ("field", "values", "rule", "old", "new", "pages"),
    [
        ("rated_current_a", [(16.0, 2)], Rule.RATING, "32.0", "16.0", (2, 2)),
        ("firmware_version", [(Version.parse("1.9.0"), 3)], Rule.VALUE, "1.8.4", "1.9.0", (2, 3)),
        ("models", [(ModelFamily.parse("EVC-22S-W"), 1)], Rule.MODELS, "EVC-11S-W", "nothing", (2, None)),
        (
            "components",
            [(("Contactor K1", {"maker": "Schrack", "type": "R50"}), 3)],
            Rule.COMPONENT,
            "Contactor K1: Hongfa, HFE18",
            "Contactor K1: Schrack, R50",
            (3, 3),
        ),
        ("valid_until", [(date(2027, 1, 1), 1)], Rule.VALUE, "nothing", "2027-01-01", (None, 1)),
    ],
)
def test_a_changed_value_under_the_same_number_and_date_is_a_blocker(
    field: str, values: Any, rule: Rule, old: str, new: str, pages: tuple[int | None, int | None]
) -> None:
    change = only(OLD, report(bytes_="2", **{field: values}))
    assert (change.rule, change.severity, change.quiet) == (rule, Severity.BLOCKER, True)
    assert (change.old, change.new) == (old, new)
    before, after = ([place.page for place in places] for places in (change.before, change.evidence))
    assert (before or [None], after or [None]) == ([pages[0]], [pages[1]])


def test_the_ratings_of_a_model_that_is_dropped_go_with_it() -> None:
    ratings = [((32.0, {"model": "EVC-22S-W"}), 2), ((16.0, {"model": "EVC-11S-W"}), 2)]
    old = report(rated_current_a=ratings)
    dropped = {"models": [(ModelFamily.parse("EVC-22S-W"), 1)], "rated_current_a": ratings[:1]}
    assert only(old, report(bytes_="2", **dropped)).rule is Rule.MODELS


def test_a_page_that_says_something_else_is_a_blocker_even_where_no_value_was_read() -> None:
    change = only(OLD, report(bytes_="2", prints=("a", "b", "x")))
    assert (change.rule, change.severity) == (Rule.PAGES, Severity.BLOCKER)
    assert "p. 3 says something else" in change.message


def test_a_page_whose_value_changed_is_not_told_twice() -> None:
    assert only(OLD, report(bytes_="2", prints=("a", "x", "c"), rated_current_a=[(16.0, 2)])).rule is Rule.RATING


def test_pages_in_another_order_are_told_as_that() -> None:
    change = only(OLD, report(bytes_="2", prints=("a", "c", "b")))
    assert change.rule is Rule.PAGES
    assert change.new == "p. 2 is now p. 3, p. 3 is now p. 2"


def test_pages_that_are_gone_or_new_are_told() -> None:
    assert "p. 2 is gone" in only(OLD, report(bytes_="2", prints=("a", "c"))).new
    assert "p. 2 is new" in only(OLD, report(bytes_="2", prints=("a", "n", "b", "c"))).new


def test_a_new_issue_is_one_change_and_what_it_says_of_the_product_another() -> None:
    new = report(
        bytes_="2",
        prints=("d", "e", "f"),
        document_number=[("R-200", 1)],
        issued_on=[(date(2026, 9, 1), 1)],
        firmware_version=[(Version.parse("1.9.0"), 2)],
    )
    replaced, firmware = changes(OLD, new)
    assert (replaced.rule, replaced.severity) == (Rule.PAPER_REPLACED, Severity.MINOR)
    assert "document number R-100 → R-200; issued on 2026-03-02 → 2026-09-01" in replaced.message
    assert (firmware.rule, firmware.severity, firmware.quiet) == (Rule.VALUE, Severity.MAJOR, False)


def test_a_revised_manual_is_told_once() -> None:
    fields = {"revision": [("A", 1)], "covered_models": [(ModelFamily.parse("EVC-22S-W"), 1)]}
    old = paper("manual", DocumentKind.MANUAL, fields, scheme="installation", prints=("a", "b"))
    new = paper(
        "manual", DocumentKind.MANUAL, fields | {"revision": [("B", 1)]}, scheme="installation", bytes_="2", prints="cd"
    )
    change = only(old, new)
    assert (change.rule, change.old, change.new) == (Rule.PAPER_REVISED, "A", "B")


def test_a_paper_without_number_and_date_is_changed_but_not_quietly() -> None:
    old = paper("label", DocumentKind.LABEL_ARTWORK, {"rated_current_a": [(32.0, 1)]}, prints=("a",))
    new = paper("label", DocumentKind.LABEL_ARTWORK, {"rated_current_a": [(16.0, 1)]}, bytes_="2", prints=("b",))
    change = only(old, new)
    assert (change.rule, change.severity, change.quiet) == (Rule.RATING, Severity.MAJOR, False)


def test_papers_that_are_gone_and_new_are_told_with_what_they_are() -> None:
    datasheet = paper("datasheet", DocumentKind.DATASHEET, {"models": [(ModelFamily.parse("EVC-22S-W"), 1)]})
    gone, new = compare([OLD], [datasheet]).changes
    assert (gone.rule, gone.severity, gone.old) == (
        Rule.PAPER_GONE,
        Severity.MAJOR,
        "laboratory report (safety) R-100",
    )
    assert gone.before[0].page == 1
    assert (new.rule, new.severity, new.new) == (Rule.PAPER_NEW, Severity.INFO, "datasheet")


def test_papers_written_for_each_shipment_are_not_compared() -> None:
    packing = paper("packing", DocumentKind.PACKING_LIST, {"document_number": [("PL-1", 1)]})
    assert compare([packing], []).changes == ()


def test_a_renamed_paper_is_known_by_its_number() -> None:
    new = renamed(report(bytes_="2", rated_current_a=[(16.0, 2)]), "new/final-report-v2.pdf")
    assert "new/final-report-v2.pdf (was papers/report.pdf)" in only(OLD, new).message


def test_of_two_reports_of_a_kind_each_is_held_against_the_one_that_is_like_it() -> None:
    other = report(bytes_="o", document_number=[("R-900", 1)], models=[(ModelFamily.parse("DCX-60"), 1)])
    other = renamed(other, "papers/dc.pdf")
    new = renamed(report(bytes_="2", document_number=[("R-101", 1)]), "w2/a.pdf")
    newer = report(bytes_="3", document_number=[("R-901", 1)], models=[(ModelFamily.parse("DCX-60"), 1)])
    newer = renamed(newer, "w2/b.pdf")
    told = sorted(change.message.split(" was replaced")[0] for change in compare([OLD, other], [newer, new]).changes)
    assert told == ["w2/a.pdf (was papers/report.pdf)", "w2/b.pdf (was papers/dc.pdf)"]


def test_a_value_that_a_page_nobody_could_read_may_hold_is_not_told_as_gone() -> None:
    new = replace(report(bytes_="2", rated_current_a=[]), unread_pages=(UnreadPage(2, "a damaged page"),))
    assert only(OLD, new).decided is False


def test_a_scan_that_reads_nearly_the_same_is_a_doubt_and_no_change() -> None:
    def scanned(text: str, bytes_: str) -> Document:
        made = report(bytes_=bytes_, prints=())
        return replace(made, fields={**made.fields, "issuer": (replace(entry(text, 1), origin=Origin.OCR),)})

    assert only(scanned("Testlab GmbH", "1"), scanned("Test1ab GmbH", "2")).decided is False
    assert only(scanned("Testlab GmbH", "1"), scanned("Powercert AG", "2")).decided is True


SKETCH = "~" + "".join(f"{n:04x}" for n in range(24))
NEAR = "~" + "".join(f"{n:04x}" for n in range(3, 27))
FAR = "~" + "".join(f"{n:04x}" for n in range(16, 40))


@pytest.mark.parametrize(("prints", "told"), [((SKETCH,), 0), ((NEAR,), 0), ((FAR,), 1), (("a",), 0), (("",), 0)])
def test_a_scan_again_of_the_same_page_is_no_change(prints: tuple[str, ...], told: int) -> None:
    old, new = report(prints=(SKETCH,)), report(bytes_="2", prints=prints)
    assert len(changes(old, new)) == told


def test_a_paper_read_before_pages_had_prints_is_compared_by_its_values() -> None:
    assert changes(report(prints=()), report(bytes_="2")) == []
