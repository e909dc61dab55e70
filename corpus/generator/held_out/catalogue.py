"""The table of held-out layouts and their samples."""

from corpus.generator.held_out import certificates, declarations, others, reports
from corpus.generator.samples import Entry, sample

HELD_OUT: tuple[Entry, ...] = (
    Entry(
        "ho-doc-parallel",
        "declaration",
        "eu_doc",
        declarations.parallel,
        (
            sample("a1", country="DE", language="de"),
            sample("a2", country="DE", language="de", radio=False, scan="skew"),
        ),
        held_out=True,
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
        held_out=True,
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
        held_out=True,
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
        held_out=True,
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
        held_out=True,
    ),
    Entry(
        "ho-doc-substances",
        "declaration",
        "material",
        declarations.substances,
        (sample("f1", country="FR", language="fr"),),
        held_out=True,
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
        held_out=True,
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
        held_out=True,
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
        held_out=True,
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
        held_out=True,
    ),
    Entry(
        "ho-cert-metrology",
        "certificate",
        "national_metrology",
        certificates.metrology,
        (sample("k1", country="DE", language="de"),),
        held_out=True,
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
        held_out=True,
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
        held_out=True,
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
        held_out=True,
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
        held_out=True,
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
        held_out=True,
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
        held_out=True,
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
        held_out=True,
    ),
    Entry("ho-manual-spanish", "manual", "user", others.spanish_manual, (sample("s1", country="ES"),), held_out=True),
    Entry(
        "ho-datasheet-columns",
        "datasheet",
        None,
        others.columns_datasheet,
        (
            sample("t1", country="CN", models=("HCX07-T2", "HCX11-T2", "HCX22-T2")),
            sample("t2", country="DE", direct=True, models=("VD-60", "VD-120")),
        ),
        held_out=True,
    ),
    Entry("ho-delivery", "packing_list", None, others.delivery, (sample("u1", country="DE"),), held_out=True),
    Entry(
        "ho-acceptance",
        "inspection_record",
        None,
        others.acceptance,
        (
            sample("v1", country="CN"),
            sample("v2", country="CN", scan="plain"),
        ),
        held_out=True,
    ),
    Entry("ho-changelog", "release_notes", None, others.changelog, (sample("x1", country="CN"),), held_out=True),
    Entry(
        "ho-merged",
        "declaration",
        "eu_doc",
        declarations.with_annex,
        (sample("w1", country="NL", language="nl"),),
        held_out=True,
        also=(
            ("certificate", "cb_test_certificate", certificates.cards),
            ("laboratory_report", "emc", reports.french),
        ),
    ),
)
