"""Packs of the corpus checked once for the tests of reports, with the pictures of their pages."""

from functools import cache
from pathlib import Path

from docverify.facts.result import Result
from docverify.intake import take_in
from docverify.report.pictures import Pictures, pages_wanted
from docverify.shipment_file import read_shipment_file
from docverify.verify import verify_shipment
from docverify.worker.drawing import draw_pages

PACKS = Path(__file__).parents[2] / "corpus" / "packs"


@cache
def checked(name: str) -> Result:
    """The result of a corpus pack."""
    shipment, own_files = read_shipment_file(PACKS / name / "shipment.yaml")
    own = [*own_files, PACKS / name / "expected.yaml"]
    return verify_shipment([PACKS / name], shipment, as_of=shipment.placed_on_market, not_papers=own)


@cache
def drawn(name: str) -> Pictures:
    """The pages with evidence of that pack."""
    return draw_pages(pages_wanted(checked(name)), take_in([PACKS / name]).sources)
