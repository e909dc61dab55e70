"""What every format shows: findings numbered, the matrix of requirements, registers, dates."""

import re

from docverify.report.outline import outline
from docverify.report.registers import look_ups
from docverify.report.timeline import dates, svg
from tests.report.checked import PACKS, checked


def test_findings_are_numbered_worst_first_and_each_once() -> None:
    items = outline(checked("demo")).open_items
    assert [item.number for item in items] == list(range(1, len(items) + 1))
    weights = [item.finding.severity.weight for item in items if item.finding.outcome.value == "fail"]
    assert weights == sorted(weights, reverse=True)


def test_the_matrix_has_a_cell_for_every_row_of_coverage_and_a_column_for_every_product() -> None:
    made = checked("clean-ac-family")
    matrix = outline(made).matrix
    assert len(matrix.cells) == len(made.coverage)
    assert all(len(line.cells) == len(made.shipment.products) for line in matrix.lines)


def test_a_certificate_is_looked_up_at_a_known_register_by_its_number() -> None:
    entries = {entry.paper: entry for entry in look_ups(checked("demo"))}
    certificate = entries["papers/02_cb_certificate.pdf"]
    assert (certificate.url, certificate.number) == ("https://www.iecee.org", "DE2-25550")
    assert all(entry.source and entry.grade for entry in entries.values())


def test_no_register_is_a_link_that_a_paper_prints() -> None:
    for name in ("demo", "clean-us", "clean-cn"):
        made = checked(name)
        printed = {str(e.value) for document in made.dossier.documents for e in document.values("contacts")}
        assert not {entry.url for entry in look_ups(made) if entry.url} & printed


def test_the_dates_hold_the_shipment_the_papers_and_what_changes() -> None:
    entries = dates(checked("demo"))
    assert {entry.what for entry in entries} >= {"placed on the market", "issued", "changes", "valid until"}
    assert [entry.day for entry in entries] == sorted(entry.day for entry in entries)


def test_the_timeline_is_a_drawing_with_a_lane_for_every_dated_paper() -> None:
    entries = dates(checked("demo"))
    drawing = svg(entries)
    for lane in {entry.lane for entry in entries if entry.lane}:
        assert lane.rsplit("/", 1)[-1][:30] in drawing
    assert not re.search(r"<script|href", drawing)


def test_the_packs_are_there() -> None:
    assert (PACKS / "demo" / "papers").is_dir()
