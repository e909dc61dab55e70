from datetime import date

from docverify.facts.finding import ApprovalArea, Severity, Shown
from docverify.packs import packs_for
from docverify.rules.areas import approval_areas
from docverify.rules.cases import dossier_of, read_cases
from docverify.rules.evaluate import evaluate

DAY = date(2026, 11, 30)
PACK = next(p for p in packs_for(["supplier-approval"], as_of=DAY) if p.id == "supplier-approval")


def areas(papers: str, product: str = "{}") -> dict[str, ApprovalArea]:
    text = f"- name: now\n  expect: pass\n  product: {product}\n  papers: {papers}\n"
    dossier = dossier_of(read_cases(text, path="case")[0], market="supplier-approval")
    findings = evaluate(PACK, dossier, market=PACK.market, as_of=DAY)
    assert all(f.severity is Severity.MAJOR for f in findings)
    return {area.name: area for area in approval_areas(PACK, findings)}


def test_it_applies_only_when_it_is_asked_for() -> None:
    assert "supplier-approval" not in {pack.id for pack in packs_for(["EU", "DE", "GB", "US", "CN"], as_of=DAY)}


def test_the_seven_areas_of_an_approval_have_a_state_each() -> None:
    found = areas("[]")
    assert len(found) == 7
    assert found["Service readiness"].state is Shown.NOT_SHOWN
    assert found["OEM and ODM governance"].state is Shown.NOT_ASKED


def test_papers_show_an_area_partly_and_questions_are_left_for_the_visit() -> None:
    service = areas("[{paper: spare_parts_list}, {paper: warranty_terms}, {paper: manual/service}]")[
        "Service readiness"
    ]
    assert service.state is Shown.PARTLY
    assert len(service.documents) == 3
    assert any("fault codes" in question["en"] and question["zh"] for question in service.questions)


def test_a_private_label_asks_for_the_governance_of_brand_and_sample() -> None:
    governance = areas("[]", "{private_label: {oem_brand: Nantai, oem_model: NT-AC22}}")["OEM and ODM governance"]
    assert governance.state is Shown.NOT_SHOWN
    assert any("golden sample" in question["en"] for question in governance.questions)
