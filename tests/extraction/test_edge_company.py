"""Companies at the head and foot of certificates and declarations: who issues, who declares."""

from docverify.classify import Section
from docverify.extraction.extract import extract
from docverify.facts.document import Document, DocumentKind
from docverify.reading.page import ReadDocument
from tests.extraction.drawn_papers import paper, values

FILLER = [""] * 40  # lines down to the foot of the page


def read_as(kind: DocumentKind, scheme: str, document: ReadDocument) -> Document:
    """The document read as one paper of that kind and scheme."""
    return extract(document, Section(kind, scheme, (1, document.page_count), "", "", 1.0))


def test_a_body_without_a_legal_form_in_the_foot_is_the_issuer() -> None:
    record = read_as(
        DocumentKind.CERTIFICATE,
        "voluntary_mark",
        paper(
            [
                (16, "Certificat"),
                ["Délivré à", "Ohmeta Recharge SAS, 25 quai Rambaud, 69002 Lyon, France"],
                *FILLER,
                "Certivolta Services – 14 place de la Bourse, 33000 Bordeaux, France",
            ]
        ),
    )
    assert values(record, "issuer") == ["Certivolta Services"]
    assert values(record, "issuer_address") == ["14 place de la Bourse, 33000 Bordeaux, France"]
    assert values(record, "issuer_country") == ["FR"]
    assert values(record, "holder") == ["Ohmeta Recharge SAS"]


def test_the_company_in_the_foot_of_a_declaration_declares() -> None:
    record = read_as(
        DocumentKind.DECLARATION,
        "eu_doc",
        paper(
            [
                (16, "DICHIARAZIONE DI CONFORMITÀ UE"),
                "Il sottoscritto Ettore Baldi, in qualità di Legale Rappresentante della società indicata a piè di pagina,",
                "dichiara che il prodotto è conforme alla Direttiva 2014/35/UE.",
                *FILLER,
                "Ricaripunto S.p.A. – Via Giacomo Brodolini 112, 60035 Jesi (AN), Italia",
            ]
        ),
    )
    assert values(record, "manufacturer") == values(record, "issuer") == ["Ricaripunto S.p.A."]
    assert values(record, "manufacturer_address") == ["Via Giacomo Brodolini 112, 60035 Jesi (AN), Italia"]


def test_a_letterhead_in_two_scripts_declares_with_the_address_that_a_label_gives() -> None:
    record = read_as(
        DocumentKind.DECLARATION,
        "eu_doc",
        paper(
            [
                "广州恒耀充电设备有限公司 Guangzhou Hengyao Charging Equipment Co., Ltd.",
                (16, "EU Declaration of Conformity"),
                ["Product", "AC EV Charger"],
                ["Manufacturer's address", "No. 9 Dongcheng Road, Guangzhou 510530, P.R. China"],
            ]
        ),
    )
    assert values(record, "manufacturer") == ["Guangzhou Hengyao Charging Equipment Co., Ltd."]
    assert values(record, "manufacturer_address") == ["No. 9 Dongcheng Road, Guangzhou 510530, P.R. China"]


def test_a_letter_of_equivalence_has_a_manufacturer_only_where_it_says_so() -> None:
    head = [
        "Changzhou Bolun Electric Co., Ltd. · 68 Hehai East Road, Changzhou 213022, PR China",
        (16, "Identity Statement"),
    ]
    silent = paper([*head, "The products of Hallerup A/S are identical with our own models."])
    says = paper([*head, "The products which we manufacture for Hallerup A/S are identical with our own models."])
    assert values(read_as(DocumentKind.DECLARATION, "equivalence_letter", silent), "manufacturer") == []
    assert values(read_as(DocumentKind.DECLARATION, "equivalence_letter", says), "manufacturer") == [
        "Changzhou Bolun Electric Co., Ltd."
    ]


def test_the_issuer_below_a_ruled_form_and_a_person_who_issued() -> None:
    record = read_as(
        DocumentKind.CERTIFICATE,
        "cb_test_certificate",
        paper(
            [
                [
                    ["Product", "EV Charger"],
                    ["This CB Test Certificate is issued by the National Certification Body", ""],
                ],
                "Nordcerta Finland Oy",
                "Tekniikantie 12, FI-02150 Espoo, Finland",
            ]
        ),
    )
    assert values(record, "issuer") == ["Nordcerta Finland Oy"]
    person = read_as(
        DocumentKind.CERTIFICATE,
        "nrtl_listing",
        paper(
            [
                (16, "Certificate of Compliance"),
                "Granite Product Safety Laboratories, Inc., 77 Technology Drive, Londonderry, NH 03053, USA",
                "Issued by: Emily Castell",
            ]
        ),
    )
    assert values(person, "issuer") == ["Granite Product Safety Laboratories, Inc."]
    assert values(person, "signatory_name") == ["Emily Castell"]


def test_a_town_and_a_country_are_an_address_and_a_part_of_the_holders_is_not_the_issuers() -> None:
    record = read_as(
        DocumentKind.CERTIFICATE,
        "nrtl_listing",
        paper(
            [
                (16, "AUTHORIZATION TO MARK"),
                "Applicant: Redwood Current, Inc.",
                "Address: 580 Foundry Way, San Leandro, CA 94577, USA",
                "Manufacturer: Zhuhai Oceanlink Electronics Ltd., Zhuhai, China",
                "Report Issuing Office: Summit Product Safety Services, Boulder, CO, USA",
            ]
        ),
    )
    assert values(record, "manufacturer_address") == ["Zhuhai, China"]
    assert values(record, "issuer") == ["Summit Product Safety Services"]
    assert values(record, "issuer_address") == ["Boulder, CO, USA"]
