"""Certificates of metrology: production site, what is made there, listed software and a day that stands alone."""

from datetime import date

from docverify.extraction.certificate import extract
from docverify.extraction.quality_system import date_alone, quality_system, software_listed
from tests.extraction.drawn_papers import paper, passage_of

MODULE_D = [
    (18, "CERTIFICATE"),
    "Quality Assurance of the Production Process (Module D), Directive 2014/32/EU",
    "operates at its production site Tisza Charge Zrt., Gyár utca 8, 5000 Szolnok, Hungary, a quality system for",
    "production, final product inspection and testing of",
    "Active electrical energy meters (MI-003), types TC-M1 and TC-M3",
    "which satisfies the requirements of Annex II, Module D.",
]
GERMAN = [
    (18, "ZERTIFIKAT"),
    "Die Benannte Stelle 0636 Eichwerk Zertifizierung GmbH bescheinigt hiermit dem Unternehmen",
    "Schwarzwald Elektrozähler GmbH",
    "Uhrmacherweg 8",
    "78120 Furtwangen",
    "Deutschland",
    "für die Herstellung, Endabnahme und Prüfung von Wirkenergiezählern der Typen SEZ-310 und SEZ-320",
    "ein Qualitätssicherungssystem nach Modul D der Richtlinie 2014/32/EU anzuwenden.",
]


def test_the_sentence_of_module_d_names_site_product_and_types() -> None:
    fields = quality_system(passage_of(paper(MODULE_D)))
    assert [entry.value for entry in fields["factory"]] == ["Tisza Charge Zrt."]
    assert [entry.value for entry in fields["factory_address"]] == ["Gyár utca 8, 5000 Szolnok, Hungary"]
    assert [entry.value for entry in fields["product_name"]] == ["Active electrical energy meters (MI-003)"]
    assert [str(entry.value.printed) for entry in fields["models"]] == ["TC-M1", "TC-M3"]


def test_a_german_module_d_names_the_company_in_its_sentence() -> None:
    fields = extract(passage_of(paper(GERMAN), scheme="mid_type_examination"))
    assert [entry.value for entry in fields["holder"]] == ["Schwarzwald Elektrozähler GmbH"]
    assert [entry.value for entry in fields["holder_address"]] == ["Uhrmacherweg 8, 78120 Furtwangen, Deutschland"]
    assert [entry.value for entry in fields["issuer"]] == ["Eichwerk Zertifizierung GmbH"]
    assert [str(entry.value.printed) for entry in fields["models"]] == ["SEZ-310", "SEZ-320"]


def test_a_site_without_a_company_is_none() -> None:
    assert quality_system(passage_of(paper(["at the production site Building 4, a quality system"]))) == {}


def test_software_is_read_from_a_table_with_checksums_only() -> None:
    listed = [["Component", "Version", "Checksum"], ["Meter", "1.3.2", "0x77F1A0C2"]]
    history = [["Component", "Version", "Date"], ["Annex", "1.3.2", "2026-01-05"]]
    assert [str(entry.value) for entry in software_listed(passage_of(paper([listed])))] == ["1.3.2"]
    assert software_listed(passage_of(paper([history]))) == ()


def test_a_day_in_a_line_of_its_own_counts_where_it_is_the_only_one() -> None:
    alone = passage_of(paper(["Certificate T1", "15 April 2026", "Valid until", "14 April 2036"]))
    assert [entry.value for entry in date_alone(alone, taken={date(2036, 4, 14)})] == [date(2026, 4, 15)]
    assert date_alone(alone) == ()
