"""Plain facts that tests of reports and commands share: one document, one product, three findings."""

from datetime import date

from docverify.facts.document import Document, DocumentKind, LanguageRange, UnreadPage
from docverify.facts.dossier import CoverageRow, Dossier, Quote, State
from docverify.facts.evidence import Evidence, Found, Origin
from docverify.facts.finding import Citation, Finding, Outcome, Severity, Subject, Topic, Verdict
from docverify.facts.result import PackIdentity, Result
from docverify.facts.shipment import Product, ProductType, Shipment
from docverify.facts.source import Refusal
from docverify.facts.standard import StandardReference

SHA = "ab" * 32
BOX = (72.0, 100.0, 200.0, 112.0)


def found(
    value: object, quote: str, *, page: int = 1, origin: Origin = Origin.TEXT, **details: object
) -> Found[object]:
    """A reading on that page."""
    return Found(value, quote, (Evidence(SHA, page, BOX),), origin, 0.98, details)


DOCUMENT = Document(
    id=SHA[:16],
    path="papers/doc.pdf",
    sha256=SHA,
    pages=(1, 2),
    kind=DocumentKind.DECLARATION,
    scheme="eu_doc",
    why="'EU DECLARATION OF CONFORMITY' on p. 1",
    languages=(LanguageRange("en", 1, 2),),
    unread_pages=(UnreadPage(2, "no text could be read from the scan"),),
    fields={
        "issued_on": (found(date(2026, 3, 14), "14. März 2026"),),
        "standards": (found(StandardReference.parse("EN IEC 61851-1:2019"), "EN IEC 61851-1:2019"),),
        "rated_voltage_v": (found((380.0, 415.0), "380-415 V", model="EVC-22"),),
        "legal_acts": (found("2014/53/EU", "2014/53/EU"),),
    },
)


def finding(
    outcome: Outcome, severity: Severity, *, product: str | None = "EVC-22", message: str = "It is so."
) -> Finding:
    """A finding about the document, with a quote."""
    return Finding(
        rule="EU-TEST-001",
        pack="eu-test",
        market="EU",
        topic=Topic.SCOPE_MODEL,
        severity=severity,
        outcome=outcome,
        subject=Subject(document=DOCUMENT.id, product=product),
        message=message,
        reference=Citation("Act 1"),
        expected="EVC-22",
        found="EVC-11",
        evidence=(Quote(DOCUMENT.id, 1, (BOX,), "Model: EVC-11"),),
        request={"en": "Please send …", "zh": "请提供……"},
    )


def result(*findings: Finding) -> Result:
    """A result of those findings over the one document and one refused file."""
    shipment = Shipment("PO-1", date(2026, 11, 30), ("EU",), (Product("EVC-22", ProductType.AC_MODE3),))
    dossier = Dossier(shipment, (DOCUMENT,), (Refusal("papers/x.pdf", "it is encrypted", "Ask for an open copy."),))
    row = CoverageRow("EVC-22", "eu-test/declaration", DOCUMENT.id, State.NOT_COVERED, "names EVC-11 only")
    return Result(
        shipment=shipment,
        as_of=shipment.placed_on_market,
        packs=(PackIdentity("eu-test", "2026.1", SHA),),
        dossier=dossier,
        coverage=(row,),
        verdict=Verdict.of(findings),
        duplicates=(("papers/copy.pdf", "papers/doc.pdf"),),
    )
