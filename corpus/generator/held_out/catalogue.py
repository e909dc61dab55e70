"""The table of the first held-out layouts and their samples: released, they are development material now."""

from corpus.generator.held_out import certificates, declarations, further, others, reports
from corpus.generator.samples import Entry, sample

RELEASED: tuple[Entry, ...] = (
    Entry(
        "ho-doc-parallel",
        "declaration",
        "eu_doc",
        declarations.parallel,
        (
            sample("a1", country="DE", language="de"),
            sample("a2", country="DE", language="de", radio=False, scan="skew"),
        ),
    ),
    Entry(
        "ho-doc-edition-column",
        "declaration",
        "eu_doc",
        declarations.edition_column,
        (
            sample("b1", country="SE", language="sv"),
            sample("b2", country="SE", language="sv", radio=False),
        ),
    ),
    Entry(
        "ho-doc-letter",
        "declaration",
        "eu_doc",
        declarations.letter,
        (
            sample("c1", country="IT", language="it"),
            sample("c2", country="ES", language="es", scan="plain"),
        ),
    ),
    Entry(
        "ho-doc-annex",
        "declaration",
        "eu_doc",
        declarations.with_annex,
        (
            sample("d1", country="NL", language="nl"),
            sample("d2", country="NL", language="nl", radio=False),
        ),
    ),
    Entry(
        "ho-doc-uk",
        "declaration",
        "uk_doc",
        declarations.united_kingdom,
        (
            sample("e1", country="GB"),
            sample("e2", country="CN", radio=False),
        ),
    ),
    Entry(
        "ho-doc-substances",
        "declaration",
        "material",
        declarations.substances,
        (sample("f1", country="FR", language="fr"),),
    ),
    Entry(
        "ho-doc-identity",
        "declaration",
        "equivalence_letter",
        declarations.identical,
        (
            sample("g1", country="DE", oem_brand="Yuehe", oem_model="YH7-AC, YH11-AC, YH22-AC"),
            sample("g2", country="NL", oem_brand="Jinlian", oem_model="JL-22, JL-11, JL-07", scan="skew"),
        ),
    ),
    Entry(
        "ho-cert-compliance",
        "certificate",
        "attestation",
        certificates.compliance,
        (
            sample("h1", country="CN"),
            sample("h2", country="CN", scan="noisy"),
        ),
    ),
    Entry(
        "ho-cert-cards",
        "certificate",
        "cb_test_certificate",
        certificates.cards,
        (
            sample("i1", country="CN"),
            sample("i2", country="DE"),
        ),
    ),
    Entry(
        "ho-cert-keur",
        "certificate",
        "voluntary_mark",
        certificates.keur,
        (
            sample("j1", country="CN"),
            sample("j2", country="NL", scan="rotate270"),
        ),
    ),
    Entry(
        "ho-cert-metrology",
        "certificate",
        "national_metrology",
        certificates.metrology,
        (sample("k1", country="DE", language="de"),),
    ),
    Entry(
        "ho-cert-ocpp",
        "certificate",
        "interoperability",
        certificates.ocpp,
        (
            sample("l1", country="CN"),
            sample("l2", country="FR"),
        ),
    ),
    Entry(
        "ho-cert-nrtl",
        "certificate",
        "nrtl_listing",
        certificates.nrtl,
        (
            sample("m1", country="US"),
            sample("m2", country="CN", scan="skew"),
        ),
    ),
    Entry(
        "ho-report-german",
        "laboratory_report",
        "safety",
        reports.german,
        (
            sample("n1", country="DE"),
            sample("n2", country="CN"),
            sample("n3", country="CN", scan="skew"),
        ),
    ),
    Entry(
        "ho-report-french",
        "laboratory_report",
        "emc",
        reports.french,
        (
            sample("o1", country="FR"),
            sample("o2", country="CN"),
        ),
    ),
    Entry(
        "ho-report-radio",
        "laboratory_report",
        "radio",
        reports.radio,
        (
            sample("p1", country="CN"),
            sample("p2", country="CN", scan="plain"),
        ),
    ),
    Entry(
        "ho-report-cyber",
        "laboratory_report",
        "cyber",
        reports.cyber,
        (
            sample("q1", country="CN"),
            sample("q2", country="DE"),
        ),
    ),
    Entry(
        "ho-manual-chinese",
        "manual",
        "installation",
        others.chinese_manual,
        (
            sample("r1", country="CN"),
            sample("r2", country="CN", radio=False),
        ),
    ),
    Entry("ho-manual-spanish", "manual", "user", others.spanish_manual, (sample("s1", country="ES"),)),
    Entry(
        "ho-datasheet-columns",
        "datasheet",
        None,
        others.columns_datasheet,
        (
            sample("t1", country="CN", models=("HCX07-T2", "HCX11-T2", "HCX22-T2")),
            sample("t2", country="DE", direct=True, models=("VD-60", "VD-120")),
        ),
    ),
    Entry("ho-delivery", "packing_list", None, others.delivery, (sample("u1", country="DE"),)),
    Entry(
        "ho-acceptance",
        "inspection_record",
        None,
        others.acceptance,
        (
            sample("v1", country="CN"),
            sample("v2", country="CN", scan="plain"),
        ),
    ),
    Entry("ho-changelog", "release_notes", None, others.changelog, (sample("x1", country="CN"),)),
    Entry(
        "ho-merged",
        "declaration",
        "eu_doc",
        declarations.with_annex,
        (sample("w1", country="NL", language="nl"),),
        also=(
            ("certificate", "cb_test_certificate", certificates.cards),
            ("laboratory_report", "emc", reports.french),
        ),
    ),
    Entry(
        "ho-doc-spanish-form",
        "declaration",
        "eu_doc",
        further.spanish_form,
        (
            sample("ya1", country="ES", language="es"),
            sample("ya2", country="ES", language="es", radio=False, scan="skew"),
        ),
    ),
    Entry(
        "ho-doc-short",
        "declaration",
        "eu_doc_simplified",
        further.short_declaration,
        (sample("yb1", country="CN"),),
    ),
    Entry(
        "ho-cert-iso",
        "certificate",
        "management_system",
        further.german_iso,
        (sample("yc1", country="DE"),),
    ),
    Entry(
        "ho-cert-examination",
        "certificate",
        "eu_type_examination",
        further.dutch_examination,
        (
            sample("yd1", country="CN"),
            sample("yd2", country="NL", scan="plain"),
        ),
    ),
    Entry(
        "ho-report-substances",
        "laboratory_report",
        "rohs",
        further.substances_report,
        (sample("ye1", country="CN"),),
    ),
    Entry("ho-change", "change_notice", None, further.change, (sample("yf1", country="DE"),)),
)
