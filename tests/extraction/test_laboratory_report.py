"""Laboratory reports: whose report on what, its standards and dates, and what its clauses say."""

from datetime import date

from docverify.extraction.clauses import count_clauses
from docverify.extraction.laboratory_report import extract
from tests.extraction.drawn_papers import paper, passage_of, records_of, values

COVER = [
    "Harbour Test Laboratory Ltd.",
    "12 Quay Road, Bristol BS1 4XX, United Kingdom",
    (18, "TEST REPORT"),
    "Report No.: HTL-25-0417",
    "Page 1 of 3",
    ["Applicant:", "Voltora GmbH"],
    ["Manufacturer:", "Nantai Power Technology Co., Ltd."],
    ["Product name:", "EV charging station"],
    ["Model No.:", "EVC-22S-W, EVC-11S-W"],
    ["Trade Mark:", "Voltora"],
    ["Standard(s):", "EN IEC 61851-1:2019"],
    ["Date of Receipt:", "2025-05-19"],
    ["Date of Test:", "2025-05-26 to 2025-06-14"],
    ["Date of Issue:", "2025-06-27"],
    ["Test Result:", "Pass"],
    "Approved by: Ines Robledo, Technical Manager",
]
SAMPLE = [
    "Report No.: HTL-25-0417",
    "Page 2 of 3",
    "2 Details of the equipment under test",
    ["Hardware version:", "C"],
    ["Firmware version:", "1.8.4"],
    ["Serial No.:", "S1000237, S1000238"],
    "3 List of critical components",
    [
        [
            "Object / part No.",
            "Manufacturer / trademark",
            "Type / model",
            "Technical data",
            "Standard",
            "Mark(s) of conformity",
        ],
        ["Contactor K1", "Hongyu Relay", "HY-F32", "250 VAC, 40 A", "IEC 61095", "VDE 40041234"],
        ["RCM module", "Senslab", "RCM14-03", "6 mA DC", "IEC 62955", "TÜV R 50512345"],
    ],
]
CLAUSES = [
    "Report No.: HTL-25-0417",
    "Page 3 of 3",
    "Clause Requirement + Test Result - Remark Verdict",
    "5.1 Classification: supply characteristics see above P",
    "8.5 Residual current protective devices see above F",
    "8.7 Telecommunication network N/A",
    "12.5 Insulation resistance see above P",
]


def test_the_cover_gives_parties_product_standards_dates_and_result() -> None:
    record = records_of(paper(COVER, SAMPLE, CLAUSES))[0]
    assert (record.kind.value, record.scheme) == ("laboratory_report", "safety")
    assert values(record, "document_number") == ["HTL-25-0417"]
    assert values(record, "issuer") == ["Harbour Test Laboratory Ltd."]
    assert values(record, "issuer_country") == ["GB"]
    assert values(record, "holder") == ["Voltora GmbH"]
    assert values(record, "manufacturer") == ["Nantai Power Technology Co., Ltd."]
    assert values(record, "models") == ["EVC-22S-W", "EVC-11S-W"]
    assert [str(s) for s in values(record, "standards")] == ["EN IEC 61851-1:2019"]
    assert values(record, "received_on") == [date(2025, 5, 19)]
    assert values(record, "tested_from") == [date(2025, 5, 26)]
    assert values(record, "tested_to") == [date(2025, 6, 14)]
    assert values(record, "issued_on") == [date(2025, 6, 27)]
    assert values(record, "result") == ["pass"]
    assert values(record, "signatory_name") == ["Ines Robledo"]


def test_versions_and_serials_are_those_of_the_samples() -> None:
    record = records_of(paper(COVER, SAMPLE, CLAUSES))[0]
    assert values(record, "hardware_version") == ["C"]
    assert values(record, "firmware_version") == ["1.8.4"]
    assert values(record, "serial_numbers") == ["S1000237", "S1000238"]


def test_a_part_has_its_maker_in_its_details_and_the_maker_is_no_manufacturer() -> None:
    record = records_of(paper(COVER, SAMPLE, CLAUSES))[0]
    parts = record.values("components")
    assert [part.value for part in parts] == ["Contactor K1", "RCM module"]
    assert parts[0].details["maker"] == "Hongyu Relay"
    assert parts[0].details["standard"] == "IEC 61095"
    assert parts[0].details["approval"] == "VDE 40041234"
    assert values(record, "manufacturer") == ["Nantai Power Technology Co., Ltd."]
    assert "HY-F32" not in values(record, "models")


def test_instruments_are_not_samples() -> None:
    equipment = [
        "4 Test equipment",
        [["Equipment", "Model", "Serial No.", "Cal. due"], ["LISN", "NNB-63", "8127-441", "2026-02-13"]],
    ]
    record = records_of(paper(COVER, SAMPLE + equipment))[0]
    assert values(record, "serial_numbers") == ["S1000237", "S1000238"]


def test_a_stated_pass_over_a_failed_clause_shows_the_failure() -> None:
    record = records_of(paper(COVER, SAMPLE, CLAUSES))[0]
    result = record.values("result")[0]
    assert result.value == "pass"
    assert result.details["failed"] == [{"clause": "8.5", "page": 3}]
    assert result.details["clauses"] == {"pass": 2, "fail": 1, "not_applicable": 1}


def test_without_a_stated_result_a_failed_clause_is_a_failure() -> None:
    cover = [entry for entry in COVER if entry != ["Test Result:", "Pass"]]
    result = extract(passage_of(paper(cover, CLAUSES)))["result"]
    assert [entry.value for entry in result] == ["fail"]
    assert "8.5" in result[0].quote


def test_a_legend_of_verdicts_is_no_result() -> None:
    cover = [entry for entry in COVER if entry != ["Test Result:", "Pass"]]
    legend = ["* Legend: P(ass) = fulfilled; F(ail) = not fulfilled; N/A = not applicable"]
    assert "result" not in extract(passage_of(paper(cover + legend)))


def test_a_clause_without_a_verdict_counts_as_blank() -> None:
    lines = ["Clause Requirement Verdict", "5.1 Supply characteristics", "5.2 Connection P"]
    assert count_clauses(paper(lines).pages).counts == {"blank": 1, "pass": 1}


def test_a_report_form_number_is_no_standard_and_no_report_number() -> None:
    cover = [
        (18, "TEST REPORT"),
        "IEC 61851-1",
        "Report Number: AB123456S01",
        "Test Report Form No.: IEC61851_1C",
        "Standard: IEC 61851-1:2017",
    ]
    fields = extract(passage_of(paper(cover)))
    assert [entry.value for entry in fields["document_number"]] == ["AB123456S01"]
    assert [str(entry.value) for entry in fields["standards"]] == ["IEC 61851-1:2017"]


def test_the_climate_of_the_laboratory_is_not_the_products_temperature_range() -> None:
    room = [*SAMPLE[:4], ["Ambient temperature:", "23 °C"], *SAMPLE[4:]]
    rated = [*SAMPLE[:4], ["Ambient temperature:", "-25 °C to +50 °C"], *SAMPLE[4:]]
    assert "ambient_temperature_c" not in extract(passage_of(paper(COVER, room)))
    assert [e.value for e in extract(passage_of(paper(COVER, rated)))["ambient_temperature_c"]] == [(-25.0, 50.0)]


def test_a_superseded_report_is_cited_as_superseded() -> None:
    fields = extract(passage_of(paper([*COVER, "This report supersedes report HTL24-0099."])))
    assert [(e.value, e.details["kind"]) for e in fields["references"]] == [("HTL24-0099", "superseded")]


def test_accreditation_numbers_are_read_with_their_body() -> None:
    fields = extract(passage_of(paper([*COVER, "Accredited: CNAS L6048 and A2LA (Certificate No. 4346.01)"])))
    assert {entry.value for entry in fields["accreditation"]} == {"CNAS L6048", "A2LA 4346.01"}


def test_every_value_has_a_quote_and_a_box_on_its_page() -> None:
    record = records_of(paper(COVER, SAMPLE, CLAUSES))[0]
    for name, entries in record.fields.items():
        for entry in entries:
            assert entry.quote.strip(), name
            assert all(e.box[0] < e.box[2] and e.box[1] < e.box[3] for e in entry.evidence), name


SENTENCES = [
    (16, "Conformity assessment report"),
    "Radio Equipment Directive, delegated regulation (EU) 2022/30",
    "Report SCA-2026-0077, version 1.1",
    "Date 2026-04-30",
    "Sponsor: Polder Charging B.V.",
    "Equipment: charging station PC-Flex 22",
    "Firmware 2026.4.0 on hardware D2",
    "The assessment took place from 16 March to 24 April 2026. The manufacturer of the",
    "equipment is Polder Charging B.V., Havenweg 3, 4382 NL Vlissingen, The Netherlands.",
    "Assessed against EN 18031-1:2024",
    "Overall verdict: PASS.",
    "Sentrix Cyber Assurance B.V. – Roeskestraat 115, 1076 EE Amsterdam, The Netherlands – RvA L 702",
]


def test_sentences_name_the_manufacturer_and_the_versions() -> None:
    fields = extract(passage_of(paper(SENTENCES), "cyber"))
    read = {name: [getattr(e.value, "printed", e.value) for e in entries] for name, entries in fields.items()}
    assert read["manufacturer"] == ["Polder Charging B.V."]
    assert read["manufacturer_address"] == ["Havenweg 3, 4382 NL Vlissingen, The Netherlands"]
    assert (read["firmware_version"], read["hardware_version"]) == (["2026.4.0"], ["D2"])
    assert read["models"] == ["PC-Flex 22"]
    assert read["legal_acts"] == ["(EU) 2022/30"]


def test_the_client_heads_a_report_that_another_company_signs() -> None:
    page = [
        (14, "Test Report"),
        "No. SHAEC26-04471",
        "Xuzhou Yunlong Charging Tech Co., Ltd.",
        "No. 3 Kuntai Road, Xuzhou, Jiangsu, China",
        *[""] * 4,
        "The following sample was submitted on behalf of the client as: EV charging pile",
        "Test Requested : Selected tests according to Directive 2011/65/EU as amended by (EU) 2015/863",
        "Conclusion : PASS",
        *[""] * 6,
        "Signed for and on behalf of",
        "Huadong Analytical Services Co., Ltd.",
    ]
    fields = extract(passage_of(paper(page), "rohs"))
    assert [entry.value for entry in fields["issuer"]] == ["Huadong Analytical Services Co., Ltd."]
    assert [entry.value for entry in fields["holder"]] == ["Xuzhou Yunlong Charging Tech Co., Ltd."]
    assert [entry.value for entry in fields["holder_address"]] == ["No. 3 Kuntai Road, Xuzhou, Jiangsu, China"]


def test_of_a_revision_table_the_last_row_counts() -> None:
    history = [
        ["Rev.", "Issue date", "Change"],
        ["00", "Mar. 20, 2026", "First issue"],
        ["02", "Mar. 30, 2026", "More"],
    ]
    fields = extract(passage_of(paper(COVER, ["Revision history", history])))
    assert [entry.value for entry in fields["revision"]] == ["02"]


def test_a_cell_of_several_labels_gives_each_the_row_beside_it() -> None:
    form = [
        ["Applicant's name ....:", "Shantou Harbour Battery Co., Ltd."],
        [
            "Test item ....:\nTrade mark ....:\nManufacturer ....:\nModel ....:",
            "Ni-Cd cell\nN/A\nSame as applicant\nAA700",
        ],
    ]
    fields = extract(passage_of(paper([(16, "TEST REPORT"), "Report No.: BC-181210", form])))
    read = {name: [getattr(e.value, "printed", e.value) for e in entries] for name, entries in fields.items()}
    assert read["product_name"] == ["Ni-Cd cell"]
    assert read["manufacturer"] == ["Shantou Harbour Battery Co., Ltd."]
    assert read["models"] == ["AA700"]
    assert "brand" not in read


def test_a_company_behind_a_bare_label_with_its_block_is_the_client() -> None:
    cover = [
        ["EMC-Report No. 150.0516"],
        *[""] * 6,
        ["Company:", "Clear Systems GmbH"],
        ["", "Schweinthal 25"],
        ["", "D- 91349 Egloffstein"],
        ["Device under Test:", "controller board"],
    ]
    fields = extract(passage_of(paper(cover)))
    assert [entry.value for entry in fields["holder"]] == ["Clear Systems GmbH"]
    assert [entry.value for entry in fields["holder_address"]] == ["Schweinthal 25, D- 91349 Egloffstein"]
    assert [entry.value for entry in fields["holder_country"]] == ["DE"]


def test_a_passed_test_of_the_enclosure_proves_its_protection() -> None:
    rows = [["Test", "Severity", "Result"], ["Dust and water", "IP66", "Pass"], ["Impact", "IK10 (20 J)", "Fail"]]
    fields = extract(passage_of(paper([(16, "Environmental Test Report"), rows]), "environmental"))
    assert [entry.value for entry in fields["protection_ip"]] == ["IP66"]
    assert "protection_ik" not in fields


def test_a_standard_that_the_product_is_said_to_fulfil_is_one_of_the_report() -> None:
    page = [*COVER, "The product fulfils the requirements of EN 62133-1:2017"]
    fields = extract(passage_of(paper(page)))
    assert "EN 62133-1:2017" in [str(entry.value) for entry in fields["standards"]]


def test_the_function_may_stand_under_the_name_beside_its_label() -> None:
    page = [*COVER[:-1], "Authorized Signature:", *[""] * 2, "Bruce Zhang", "Laboratory Manager"]
    fields = extract(passage_of(paper(page)))
    assert [entry.value for entry in fields["signatory_function"]] == ["Laboratory Manager"]
