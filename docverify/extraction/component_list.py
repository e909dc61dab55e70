"""Turns a list of critical components or a bill of materials into its parts and what identifies the list."""

from docverify.extraction.components import find_components
from docverify.extraction.fields import Fields, without_empty
from docverify.extraction.locate import Passage
from docverify.extraction.product_part import product_part
from docverify.extraction.short_paper import identity, with_company


def extract(passage: Passage) -> Fields:
    """Every field of the list; makers of parts are in the details of the parts, not manufacturers."""
    head = product_part(passage, passage.pages, titled_lists=False)
    fields = with_company(head, identity(head, "manufacturer", "factory"))
    return without_empty(fields | {"components": find_components(passage)})
