"""Who issues a certificate."""

from docverify.extraction.certifier import with_issuer
from tests.extraction.drawn_papers import paper, passage_of


def issuer(*lines: object) -> list[str]:
    return [str(entry.value) for entry in with_issuer(passage_of(paper(list(lines))), {}).get("issuer", ())]


def test_the_company_at_the_head_of_a_certificate_issues_it() -> None:
    assert issuer((14, "Ardenna Certification SA"), (18, "CERTIFICATE"), "Model: EVC-22") == [
        "Ardenna Certification SA"
    ]


def test_a_certificate_without_any_company_has_no_issuer() -> None:
    assert issuer((18, "CERTIFICATE"), "Model: EVC-22") == []
