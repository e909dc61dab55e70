"""The layouts of declarations, certificates and reports: what each draws, in which languages, from which seeds."""

from corpus.generator.layouts import certificates, declarations, reports, special_reports
from corpus.generator.samples import Entry, sample

EVIDENCE: tuple[Entry, ...] = (
    Entry(
        "doc-numbered",
        "declaration",
        "eu_doc",
        declarations.numbered,
        (
            sample("a1", country="DE", language="de"),
            sample("a2", country="FR", language="fr"),
            sample("a3", country="ES", language="es", extra={"date_form": "slashes"}),
            sample("a4", country="PL", language="pl", radio=False, extra={"date_form": "dots"}),
            sample("a5", country="CN", language="en", scan="skew", extra={"form": "slash"}),
        ),
    ),
    Entry(
        "doc-boxed",
        "declaration",
        "eu_doc",
        declarations.boxed,
        (
            sample("b1", country="CN", language="en"),
            sample("b2", country="DE", language="de", radio=False),
            sample("b3", country="IT", language="it", extra={"date_form": "slashes"}),
            sample("b4", country="SE", language="sv", scan="noisy", extra={"date_form": "iso"}),
            sample("b5", country="NL", language="nl", extra={"date_form": "long"}),
        ),
    ),
    Entry(
        "doc-prose",
        "declaration",
        "eu_doc",
        declarations.prose,
        (
            sample("c1", country="US"),
            sample("c2", country="CN", scan="plain"),
        ),
    ),
    Entry(
        "doc-bilingual-zh",
        "declaration",
        "eu_doc",
        declarations.bilingual,
        (
            sample("d1", country="CN"),
            sample("d2", country="CN", radio=False),
            sample("d3", country="CN", scan="skew", extra={"date_form": "chinese"}),
        ),
    ),
    Entry(
        "doc-simplified",
        "declaration",
        "eu_doc_simplified",
        declarations.simplified,
        (
            sample("e1", country="DE"),
            sample("e2", country="CN"),
        ),
    ),
    Entry(
        "cert-attestation",
        "certificate",
        "attestation",
        certificates.attestation,
        (
            sample("f1", country="CN"),
            sample("f2", country="CN", extra={"date_form": "short"}),
            sample("f3", country="CN", scan="skew"),
        ),
    ),
    Entry(
        "cert-cb",
        "certificate",
        "cb_test_certificate",
        certificates.cb,
        (
            sample("g1", country="CN"),
            sample("g2", country="DE"),
            sample("g3", country="CN", direct=True, extra={"date_form": "month_first"}),
            sample("g4", country="CN", scan="rotate90"),
        ),
    ),
    Entry(
        "cert-type-examination",
        "certificate",
        "eu_type_examination",
        certificates.type_examination,
        (
            sample("h1", country="CN"),
            sample("h2", country="DE", scan="plain"),
        ),
    ),
    Entry(
        "cert-mark",
        "certificate",
        "voluntary_mark",
        certificates.voluntary_mark,
        (
            sample("i1", country="CN"),
            sample("i2", country="DE", scan="skew"),
        ),
    ),
    Entry(
        "cert-iso",
        "certificate",
        "management_system",
        certificates.management,
        (
            sample("j1", country="CN"),
            sample("j2", country="PL"),
        ),
    ),
    Entry(
        "cert-mid",
        "certificate",
        "mid_type_examination",
        certificates.mid,
        (
            sample("k1", country="CN"),
            sample("k2", country="DE"),
        ),
    ),
    Entry(
        "report-trf",
        "laboratory_report",
        "safety",
        reports.safety_trf,
        (
            sample("l1", country="CN"),
            sample("l2", country="DE", extra={"failed_clause": "12.9"}),
            sample("l3", country="CN", direct=True),
            sample("l4", country="CN", scan="skew"),
        ),
    ),
    Entry(
        "report-emc-house",
        "laboratory_report",
        "emc",
        reports.emc_house,
        (
            sample("m1", country="CN"),
            sample("m2", country="CN", extra={"form": "slash", "date_form": "short"}),
            sample("m3", country="CN", scan="noisy"),
        ),
    ),
    Entry(
        "report-radio-house",
        "laboratory_report",
        "radio",
        reports.radio_house,
        (
            sample("n1", country="CN", extra={"form": "month"}),
            sample("n2", country="CN"),
        ),
    ),
    Entry(
        "report-cyber",
        "laboratory_report",
        "cyber",
        special_reports.cyber,
        (
            sample("o1", country="CN"),
            sample("o2", country="DE"),
        ),
    ),
    Entry(
        "report-rohs",
        "laboratory_report",
        "rohs",
        special_reports.rohs,
        (
            sample("p1", country="CN"),
            sample("p2", country="CN", scan="skew"),
        ),
    ),
)
