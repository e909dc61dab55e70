"""The table of the suppliers' layouts."""

from collections.abc import Callable

from corpus.generator.case import Case
from corpus.generator.samples import Entry, sample
from corpus.generator.sheet import Sheet
from corpus.generator.suppliers import (
    certificates,
    declarations,
    delivery_papers,
    listings,
    others,
    reports,
    special_reports,
    statements,
    western_declarations,
)


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
    _entry("doc-french-form", "declaration", "eu_doc", western_declarations.french_form, "fr"),
    _entry("doc-spanish-stacked", "declaration", "eu_doc", western_declarations.spanish_stacked, "es", scan="fax"),
    _entry("doc-polish-english", "declaration", "eu_doc", western_declarations.polish_english, "pl"),
    _entry("doc-simplified-many", "declaration", "eu_doc_simplified", western_declarations.simplified_many, "en"),
    _entry("doc-uk-regulations", "declaration", "uk_doc", statements.uk_two_columns, "en"),
    _entry("fcc-sdoc-letter", "declaration", "fcc_sdoc", statements.fcc_sdoc_letter, "en"),
    _entry("material-letter", "declaration", "material", statements.reach_letter, "en", scan="fax"),
    _entry("equivalence-blocks", "declaration", "equivalence_letter", statements.equivalence_table, "en"),
    _entry("scp-statement", "declaration", "scp_statement", statements.smart_charge_point, "en"),
    _entry("doc-dutch-types", "declaration", "eu_doc", statements.dutch_scan, "nl", scan="fax"),
    _entry("cert-cb-french", "certificate", "cb_test_certificate", certificates.cb_french_english, "en"),
    _entry("cert-type-annex", "certificate", "eu_type_examination", certificates.type_examination, "en"),
    _entry("cert-mark-french", "certificate", "voluntary_mark", certificates.french_mark, "fr"),
    _entry("cert-verification", "certificate", "attestation", certificates.attestation_emc, "en"),
    _entry("cert-listing-columns", "certificate", "nrtl_listing", listings.nrtl_listing, "en"),
    _entry("cert-grant-register", "certificate", "fcc_grant", listings.fcc_grant, "en", scan="fax"),
    _entry("cert-mid-german", "certificate", "mid_type_examination", listings.mid_module_b, "de"),
    _entry("cert-iso-sites", "certificate", "management_system", listings.management_sites, "en"),
    _entry("cert-ocpp-cards", "certificate", "interoperability", listings.ocpp_certificate, "en"),
    _entry("cert-ccc-chinese", "certificate", "ccc", listings.ccc_certificate, "zh"),
    _entry(
        "cert-mid-spanish", "certificate", "mid_type_examination", certificates.bilingual_mark_spanish, "es", scan="fax"
    ),
    _entry("report-safety-inner", "laboratory_report", "safety", reports.safety_inner_parties, "en"),
    _entry("report-emc-fields", "laboratory_report", "emc", reports.emc_german, "de"),
    _entry("report-emc-chinese", "laboratory_report", "emc", reports.emc_chinese, "zh", scan="fax"),
    _entry("report-radio-revisions", "laboratory_report", "radio", reports.radio_revisions, "en"),
    _entry("report-cyber-sentences", "laboratory_report", "cyber", reports.cyber_assessment, "en"),
    _entry("report-climate", "laboratory_report", "environmental", special_reports.environmental, "en"),
    _entry(
        "report-meter-french", "laboratory_report", "metrology", special_reports.metrology_french, "fr", scan="skew@120"
    ),
    _entry("report-substances-list", "laboratory_report", "rohs", special_reports.substances, "en", scan="fax"),
    _entry("manual-swedish", "manual", "installation", others.manual_swedish, "sv"),
    _entry("manual-quick-four", "manual", "quick_guide", others.quick_guide, "en"),
    _entry("manual-service", "manual", "service", others.service_manual, "en"),
    _entry("datasheet-dc-models", "datasheet", None, others.datasheet_dc, "en"),
    _entry("datasheet-polish-card", "datasheet", None, others.datasheet_polish, "pl"),
    _entry("release-changelog", "release_notes", None, others.changelog, "en"),
    _entry("change-form", "change_notice", None, others.change_form, "en"),
    _entry("packing-chinese", "packing_list", None, delivery_papers.packing_chinese, "zh", scan="rotate180@120"),
    _entry("inspection-unit-german", "inspection_record", None, delivery_papers.inspection_german, "de", scan="fax"),
    _entry("inspection-batch", "inspection_record", None, delivery_papers.inspection_batch, "en"),
    Entry(
        "dv-merged-attestation-report",
        "certificate",
        "attestation",
        delivery_papers.statement_of_test,
        (sample("a"),),
        also=(("laboratory_report", "safety", delivery_papers.bound_report),),
    ),
)
