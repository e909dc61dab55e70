"""The table of layouts: what each draws, in which languages, from which seeds, scanned or not."""

from corpus.generator.layouts import certificates, declarations, manuals, others, reports
from corpus.generator.samples import Entry, sample

SEEN: tuple[Entry, ...] = (
    Entry("doc-numbered", "declaration", "eu_doc", declarations.numbered, (
        sample("a1", country="DE", language="de"),
        sample("a2", country="FR", language="fr"),
        sample("a3", country="ES", language="es", extra={"date_form": "slashes"}),
        sample("a4", country="PL", language="pl", radio=False, extra={"date_form": "dots"}),
        sample("a5", country="CN", language="en", scan="skew", extra={"form": "slash"}),
    )),
    Entry("doc-boxed", "declaration", "eu_doc", declarations.boxed, (
        sample("b1", country="CN", language="en"),
        sample("b2", country="DE", language="de", radio=False),
        sample("b3", country="IT", language="it", extra={"date_form": "slashes"}),
        sample("b4", country="SE", language="sv", scan="noisy", extra={"date_form": "iso"}),
        sample("b5", country="NL", language="nl", extra={"date_form": "long"}),
    )),
    Entry("doc-prose", "declaration", "eu_doc", declarations.prose, (
        sample("c1", country="US"),
        sample("c2", country="CN", scan="plain"),
    )),
    Entry("doc-bilingual-zh", "declaration", "eu_doc", declarations.bilingual, (
        sample("d1", country="CN"),
        sample("d2", country="CN", radio=False),
        sample("d3", country="CN", scan="skew", extra={"date_form": "chinese"}),
    )),
    Entry("doc-simplified", "declaration", "eu_doc_simplified", declarations.simplified, (
        sample("e1", country="DE"),
        sample("e2", country="CN"),
    )),
    Entry("cert-attestation", "certificate", "attestation", certificates.attestation, (
        sample("f1", country="CN"),
        sample("f2", country="CN", extra={"date_form": "short"}),
        sample("f3", country="CN", scan="skew"),
    )),
    Entry("cert-cb", "certificate", "cb_test_certificate", certificates.cb, (
        sample("g1", country="CN"),
        sample("g2", country="DE"),
        sample("g3", country="CN", direct=True, extra={"date_form": "month_first"}),
        sample("g4", country="CN", scan="rotate90"),
    )),
    Entry("cert-type-examination", "certificate", "eu_type_examination", certificates.type_examination, (
        sample("h1", country="CN"),
        sample("h2", country="DE", scan="plain"),
    )),
    Entry("cert-mark", "certificate", "voluntary_mark", certificates.voluntary_mark, (
        sample("i1", country="CN"),
        sample("i2", country="DE", scan="skew"),
    )),
    Entry("cert-iso", "certificate", "management_system", certificates.management, (
        sample("j1", country="CN"),
        sample("j2", country="PL"),
    )),
    Entry("cert-mid", "certificate", "mid_type_examination", certificates.mid, (
        sample("k1", country="CN"),
        sample("k2", country="DE"),
    )),
    Entry("report-trf", "laboratory_report", "safety", reports.safety_trf, (
        sample("l1", country="CN"),
        sample("l2", country="DE", extra={"failed_clause": "12.9"}),
        sample("l3", country="CN", direct=True),
        sample("l4", country="CN", scan="skew"),
    )),
    Entry("report-emc-house", "laboratory_report", "emc", reports.emc_house, (
        sample("m1", country="CN"),
        sample("m2", country="CN", extra={"form": "slash", "date_form": "short"}),
        sample("m3", country="CN", scan="noisy"),
    )),
    Entry("report-radio-house", "laboratory_report", "radio", reports.radio_house, (
        sample("n1", country="CN", extra={"form": "month"}),
        sample("n2", country="CN"),
    )),
    Entry("report-cyber", "laboratory_report", "cyber", reports.cyber, (
        sample("o1", country="CN"),
        sample("o2", country="DE"),
    )),
    Entry("report-rohs", "laboratory_report", "rohs", reports.rohs, (
        sample("p1", country="CN"),
        sample("p2", country="CN", scan="skew"),
    )),
    Entry("manual-booklet", "manual", "installation", manuals.booklet, (
        sample("q1", country="CN", extra={"languages": ("en", "de")}),
        sample("q2", country="DE", extra={"languages": ("de", "en", "fr", "it"), "date_form": "dots"}),
        sample("q3", country="CN", radio=False, extra={"languages": ("en", "pl", "nl")}),
        sample("q4", country="CN", direct=True, extra={"languages": ("en", "fr")}),
    )),
    Entry("manual-revision-table", "manual", "installation", manuals.revision_table, (
        sample("r1", country="DE", extra={"languages": ("de",)}),
        sample("r2", country="FR", extra={"languages": ("fr",)}),
        sample("r3", country="CN", extra={"languages": ("en",)}, scan="plain"),
    )),
    Entry("manual-quick", "manual", "quick_guide", manuals.quick_guide, (
        sample("s1", country="DE", extra={"languages": ("de", "en")}),
        sample("s2", country="CN", extra={"languages": ("en", "fr")}),
    )),
    Entry("datasheet-table", "datasheet", None, others.datasheet, (
        sample("t1", country="CN"),
        sample("t2", country="DE", direct=True),
        sample("t3", country="CN", scan="skew"),
    )),
    Entry("release-notes", "release_notes", None, others.release_notes, (sample("u1", country="CN"), sample("u2", country="DE"))),
    Entry("packing-list", "packing_list", None, others.packing_list, (sample("v1", country="CN"), sample("v2", country="CN", scan="plain"))),
    Entry("inspection-record", "inspection_record", None, others.inspection_record, (sample("w1", country="CN"), sample("w2", country="CN", scan="noisy"))),
    Entry("component-list", "component_list", None, others.component_list, (sample("x1", country="CN"),)),
    Entry("label-artwork", "label_artwork", None, others.label_artwork, (sample("y1", country="CN"), sample("y2", country="DE"))),
    Entry("change-notice", "change_notice", None, others.change_notice, (sample("z1", country="CN"),)),
    Entry("doc-material", "declaration", "material", others.material, (sample("aa1", country="CN"), sample("aa2", country="CN", scan="rotate180"))),
    Entry("doc-equivalence", "declaration", "equivalence_letter", others.equivalence_letter, (
        sample("ab1", country="DE", oem_brand="Yuehe", oem_model="YH-AC22S, YH-AC11S, YH-AC07S"),
        sample("ab2", country="DE", oem_brand="Lingyun", oem_model="LY-22-T2, LY-11-T2, LY-07-T2", scan="skew"),
    )),
    Entry("doc-fcc-sdoc", "declaration", "fcc_sdoc", others.fcc_sdoc, (sample("ac1", country="US"), sample("ac2", country="CN"))),
    Entry("cert-fcc-grant", "certificate", "fcc_grant", others.fcc_grant, (sample("ad1", country="CN"),)),
    Entry("doc-uk", "declaration", "uk_doc", declarations.united_kingdom, (
        sample("ae1", country="GB"),
        sample("ae2", country="CN", radio=False, scan="plain"),
    )),
    Entry("cert-nrtl", "certificate", "nrtl_listing", certificates.nrtl, (sample("af1", country="US"),)),
    Entry("cert-ocpp", "certificate", "interoperability", certificates.ocpp, (sample("ag1", country="CN"),)),
    Entry("cert-national-metrology", "certificate", "national_metrology", certificates.national, (sample("ah1", country="DE"),)),
    Entry("merged-declaration-certificate-report", "declaration", "eu_doc", declarations.boxed, (
        sample("ai1", country="CN"),
        sample("ai2", country="CN", scan="plain"),
    ), also=(
        ("certificate", "cb_test_certificate", certificates.cb),
        ("laboratory_report", "emc", reports.emc_house),
    )),
)
