"""The table of the suppliers' layouts."""

from collections.abc import Callable

from corpus.generator.case import Case
from corpus.generator.samples import Entry, sample
from corpus.generator.sheet import Sheet
from corpus.generator.suppliers import declarations


def _entry(
    name: str, kind: str, scheme: str | None, draw: Callable[[Case, Sheet], None], language: str, scan: str = ""
) -> Entry:
    return Entry(f"dv-{name}", kind, scheme, draw, (sample("a", scan=scan, language=language),))


SUPPLIERS: tuple[Entry, ...] = (
    _entry("doc-german-form", "declaration", "eu_doc", declarations.german_form, "de"),
    _entry("doc-italian-letter", "declaration", "eu_doc", declarations.italian_letter, "it"),
    _entry("doc-portuguese", "declaration", "eu_doc", declarations.portuguese, "pt"),
    _entry("doc-nordic", "declaration", "eu_doc", declarations.nordic_parallel, "da"),
    _entry("doc-chinese-cells", "declaration", "eu_doc", declarations.chinese_cells, "en"),
    _entry("doc-trader", "declaration", "eu_doc", declarations.trader_two_pages, "en"),
    _entry("doc-french-form", "declaration", "eu_doc", declarations.french_form, "fr"),
    _entry("doc-spanish-stacked", "declaration", "eu_doc", declarations.spanish_stacked, "es", scan="fax"),
    _entry("doc-polish-english", "declaration", "eu_doc", declarations.polish_english, "pl"),
    _entry("doc-simplified-many", "declaration", "eu_doc_simplified", declarations.simplified_many, "en"),
)
