"""The dossier: who covers what, through which bridge, who cites and replaces whom."""

from dataclasses import replace
from datetime import date
from typing import Any

from docverify.facts.designation import ModelFamily
from docverify.facts.document import Document, DocumentKind, UnreadPage
from docverify.facts.dossier import Dossier, LinkKind, State
from docverify.facts.evidence import Evidence, Found, Origin
from docverify.facts.shipment import Operator, PrivateLabel, Product, ProductType, Ratings, Shipment
from docverify.facts.source import Refusal
from docverify.link import link

PRODUCT = Product(
    model="EVC-22S-W",
    type=ProductType.AC_MODE3,
    brand="Voltora",
    ratings=Ratings(voltage_v=400, current_a=32, phases=3, power_kw=22, frequency_hz=50),
)


def found(value: Any, *, origin: Origin = Origin.TEXT, **details: Any) -> Found[Any]:
    """A reading of the value on page 1."""
    return Found(value, str(value), (Evidence("ab" * 32, 1, (1.0, 2.0, 3.0, 4.0)),), origin, 0.9, details)


def paper(name: str = "cert", kind: DocumentKind = DocumentKind.CERTIFICATE, **fields: Any) -> Document:
    """A document of one page with those fields; a value that is not a tuple of readings is made one."""
    readings = {}
    for field, value in fields.items():
        values = value if isinstance(value, list) else [value]
        named = field in ("models", "covered_models")
        read = [ModelFamily.parse(v) if named and isinstance(v, str) else v for v in values]
        readings[field] = tuple(v if isinstance(v, Found) else found(v) for v in read)
    return Document(name, f"{name}.pdf", "ab" * 32, (1, 3), kind, None, "test", fields=readings)


def dossier(*documents: Document, product: Product = PRODUCT) -> Dossier:
    """The dossier of a shipment of that one product."""
    return link(Shipment("PO-1", date(2026, 11, 30), ("EU",), (product,)), documents)


def state_of(document: Document, aspect: str = "model", product: Product = PRODUCT) -> State:
    return dossier(document, product=product).coverage(product, document, aspect).state


def test_a_paper_that_prints_the_model_covers_it_with_its_words_as_evidence() -> None:
    document = paper(models="EVC-22S-W")
    linked = dossier(document)
    entry = linked.coverage(PRODUCT, document)
    assert entry.state is State.COVERED
    assert entry.evidence[0].page == 1
    assert entry.evidence[0].boxes == ((1.0, 2.0, 3.0, 4.0),)
    assert [(x.kind, x.start, x.end) for x in linked.links] == [(LinkKind.COVERS, "cert", "EVC-22S-W")]


def test_a_near_model_is_not_covered_and_named_as_a_hint() -> None:
    document = paper(models="EVC-22S")
    entry = dossier(document).coverage(PRODUCT, document)
    assert entry.state is State.NOT_COVERED
    assert "near: EVC-22S" in entry.why


def test_the_best_of_several_designations_counts() -> None:
    assert state_of(paper(models=["EVC-11S-W", "EVC-22S-W"])) is State.COVERED
    assert state_of(paper(covered_models=["EVC series"])) is State.UNDETERMINED


def test_the_brand_before_the_model_makes_no_difference() -> None:
    assert state_of(paper(models="Wallbox Voltora EVC-22S-W")) is State.COVERED


def test_a_paper_without_any_model_is_undetermined() -> None:
    entry = dossier(paper()).coverage(PRODUCT, paper())
    assert entry.state is State.UNDETERMINED
    assert "no model was found" in entry.why


def test_a_model_that_may_stand_on_an_unread_page_is_undetermined() -> None:
    document = replace(paper(models="EVC-11"), unread_pages=(UnreadPage(3, "blank scan"),))
    entry = dossier(document).coverage(PRODUCT, document)
    assert entry.state is State.UNDETERMINED
    assert "page 3 could not be read" in entry.why


def test_a_scanned_o_for_a_nought_is_undetermined() -> None:
    product = replace(PRODUCT, model="EVC-20")
    document = paper(models=[found(ModelFamily.parse("EVC-2O"), origin=Origin.OCR)])
    assert state_of(document, product=product) is State.UNDETERMINED


# ---- private label -------------------------------------------------------------------------------------------------

LABELLED = replace(PRODUCT, private_label=PrivateLabel("Nantai", "NT-AC22"))


def test_the_makers_model_counts_only_through_a_paper_that_names_both() -> None:
    report = paper("report", DocumentKind.LABORATORY_REPORT, models="NT-AC22")
    letter = paper("letter", DocumentKind.DECLARATION, models=["NT-AC22", "EVC-22S-W"])
    alone = dossier(report, product=LABELLED).coverage(LABELLED, report)
    assert alone.state is State.NOT_COVERED
    assert "equivalence letter" in alone.why
    joined = dossier(report, letter, product=LABELLED).coverage(LABELLED, report)
    assert joined.state is State.COVERED
    assert "letter.pdf" in joined.why
    assert {quote.document for quote in joined.evidence} == {"report", "letter"}


def test_a_datasheet_is_no_bridge() -> None:
    report = paper("report", DocumentKind.LABORATORY_REPORT, models="NT-AC22")
    sheet = paper("sheet", DocumentKind.DATASHEET, models=["NT-AC22", "EVC-22S-W"])
    assert dossier(report, sheet, product=LABELLED).coverage(LABELLED, report).state is State.NOT_COVERED


def test_a_paper_of_unknown_kind_that_names_both_leaves_it_undetermined() -> None:
    report = paper("report", DocumentKind.LABORATORY_REPORT, models="NT-AC22")
    letter = paper("letter", DocumentKind.UNKNOWN, models=["NT-AC22", "EVC-22S-W"])
    assert dossier(report, letter, product=LABELLED).coverage(LABELLED, report).state is State.UNDETERMINED


def test_a_bridge_may_stand_in_a_paper_that_could_not_be_read() -> None:
    report = paper("report", DocumentKind.LABORATORY_REPORT, models="NT-AC22")
    shipment = Shipment("PO-1", date(2026, 11, 30), ("EU",), (LABELLED,))
    linked = link(shipment, (report,), (Refusal("letter.pdf", "it is encrypted"),))
    assert linked.coverage(LABELLED, report).state is State.UNDETERMINED


def test_a_bridge_for_another_maker_model_does_not_help() -> None:
    report = paper("report", DocumentKind.LABORATORY_REPORT, models="NT-AC11")
    letter = paper("letter", DocumentKind.DECLARATION, models=["NT-AC22", "EVC-22S-W"])
    assert dossier(report, letter, product=LABELLED).coverage(LABELLED, report).state is State.NOT_COVERED


def test_a_bridge_that_names_only_a_series_leaves_it_undetermined() -> None:
    report = paper("report", DocumentKind.LABORATORY_REPORT, models="NT-AC22")
    letter = paper("letter", DocumentKind.DECLARATION, models=["NT-AC22", "EVC series"])
    assert dossier(report, letter, product=LABELLED).coverage(LABELLED, report).state is State.UNDETERMINED


# ---- ratings -------------------------------------------------------------------------------------------------------


def test_a_printed_range_covers_the_voltage_in_it() -> None:
    document = paper(models="EVC-22S-W", rated_voltage_v=(380, 415), rated_current_a=32)
    assert state_of(document, "rating") is State.COVERED


def test_both_values_of_230_400_v_are_read() -> None:
    assert state_of(paper(rated_voltage_v=[230, 400], rated_current_a=32), "rating") is State.COVERED
    single = replace(PRODUCT, ratings=Ratings(voltage_v=230, current_a=32, phases=3))
    assert state_of(paper(rated_voltage_v=400, rated_current_a=32), "rating", single) is State.COVERED


def test_a_lower_current_on_the_paper_does_not_cover_and_both_values_are_named() -> None:
    document = paper(models="EVC-22S-W", rated_voltage_v=400, rated_current_a=16)
    entry = dossier(document).coverage(PRODUCT, document, "rating")
    assert entry.state is State.NOT_COVERED
    assert "16 A" in entry.why
    assert "32 A" in entry.why


def test_a_higher_current_on_the_paper_is_another_product() -> None:
    assert state_of(paper(rated_voltage_v=400, rated_current_a=63), "rating") is State.NOT_COVERED
    assert state_of(paper(rated_voltage_v=400, rated_current_a=(None, 63)), "rating") is State.COVERED


def test_a_rating_counts_only_for_the_model_it_is_printed_for() -> None:
    mine = found(32, model="EVC-22S-W")
    other = found(16, model="EVC-11S-W")
    assert state_of(paper(rated_voltage_v=400, rated_current_a=[other, mine]), "rating") is State.COVERED
    assert state_of(paper(rated_voltage_v=400, rated_current_a=[other]), "rating") is State.UNDETERMINED
    wrong = found(32, model="EVC-11S-W")
    low = found(16, model="EVC-22S-W")
    assert state_of(paper(rated_voltage_v=400, rated_current_a=[wrong, low]), "rating") is State.NOT_COVERED


def test_values_of_several_models_without_a_model_beside_them_decide_nothing() -> None:
    document = paper(models=["EVC-11S-W", "EVC-22S-W"], rated_voltage_v=400, rated_current_a=[16, 32])
    assert state_of(document, "rating") is State.UNDETERMINED


def test_the_rating_of_a_family_extends_to_its_smaller_members_only() -> None:
    product = replace(PRODUCT, ratings=Ratings(voltage_v=400, current_a=16, phases=3, power_kw=11))
    family = "EVC-yyS-W (yy can be 11 or 22)"
    document = paper(models=family, rated_voltage_v=400, rated_current_a=32, rated_power_kw=22, phases=3)
    assert state_of(document, "rating", product) is State.COVERED
    larger = replace(PRODUCT, ratings=Ratings(voltage_v=400, current_a=63, phases=3))
    assert state_of(document, "rating", larger) is State.NOT_COVERED
    single = replace(PRODUCT, ratings=Ratings(voltage_v=230, current_a=16, phases=1))
    assert state_of(document, "rating", single) is State.UNDETERMINED


def test_a_voltage_alone_does_not_fix_the_size() -> None:
    entry = dossier(paper(rated_voltage_v=400)).coverage(PRODUCT, paper(), "rating")
    assert entry.state is State.UNDETERMINED
    assert "gives no current" in entry.why


def test_a_power_is_compared_by_value_and_printed_rounding_is_no_difference() -> None:
    assert state_of(paper(rated_power_kw=22.08), "rating") is State.COVERED
    assert state_of(paper(rated_power_kw=11), "rating") is State.NOT_COVERED


def test_the_power_of_a_dc_charger_is_its_output() -> None:
    product = Product("DC-120", ProductType.DC_MODE4, ratings=Ratings(power_kw=120))
    document = paper(models="DC-120", output_power_kw=120, rated_power_kw=130)
    assert state_of(document, "rating", product) is State.COVERED


def test_a_paper_without_ratings_says_nothing_on_them() -> None:
    linked = dossier(paper(models="EVC-22S-W"))
    assert [entry.aspect for entry in linked.coverages] == ["model"]


# ---- factory, versions, lists --------------------------------------------------------------------------------------

FACTORY = Operator("Nantai Power Technology Co., Ltd.", "88 Xinghu Road, Suzhou", "CN")
MADE = replace(PRODUCT, factory=FACTORY, hardware="C", firmware="1.8.4", connectors=("type2_socket",), radios=("lte",))


def test_the_factory_is_compared_by_name_and_country() -> None:
    same = paper(factory="NANTAI POWER TECHNOLOGY CO LTD")
    assert state_of(same, "factory", MADE) is State.COVERED
    assert state_of(paper(factory="Other Works GmbH"), "factory", MADE) is State.NOT_COVERED
    elsewhere = paper(factory="Nantai Power Technology Co., Ltd.", factory_country="VN")
    assert state_of(elsewhere, "factory", MADE) is State.NOT_COVERED


def test_the_same_factory_at_another_address_is_undetermined() -> None:
    moved = paper(factory="Nantai Power Technology Co., Ltd.", factory_address="5 Haibin Avenue, Zhuhai, China")
    assert state_of(moved, "factory", MADE) is State.UNDETERMINED


def test_one_of_several_factories_is_enough() -> None:
    assert state_of(paper(factory=["Other Works GmbH", FACTORY.name]), "factory", MADE) is State.COVERED


def test_firmware_within_the_printed_range_is_covered() -> None:
    assert state_of(paper(firmware_version="V1.8.4"), "firmware", MADE) is State.COVERED
    assert state_of(paper(firmware_version="V1.6.0"), "firmware", MADE) is State.NOT_COVERED
    assert state_of(paper(firmware_version="V1.8.4"), "firmware") is State.UNDETERMINED


def test_hardware_of_another_revision_is_not_covered() -> None:
    assert state_of(paper(hardware_version="Rev. C"), "hardware", MADE) is State.COVERED
    assert state_of(paper(hardware_version="Rev. B"), "hardware", MADE) is State.NOT_COVERED


def test_a_connector_or_radio_that_the_paper_does_not_list_is_not_covered() -> None:
    assert state_of(paper(connectors=["type2_socket", "type1"]), "connector", MADE) is State.COVERED
    assert state_of(paper(connectors=["type2_cable"]), "connector", MADE) is State.NOT_COVERED
    assert state_of(paper(radios=["wifi_2g4"]), "radio", MADE) is State.NOT_COVERED


# ---- citations and successions -------------------------------------------------------------------------------------


def links_of(*documents: Document, kind: LinkKind) -> list[tuple[str, str, bool]]:
    return [(x.start, x.end, x.resolved) for x in dossier(*documents).links if x.kind is kind]


def test_a_cited_number_is_found_whatever_its_spaces_dashes_and_case() -> None:
    declaration = paper("doc", DocumentKind.DECLARATION, references="ntk 2025–00147")
    report = paper("rep", DocumentKind.LABORATORY_REPORT, document_number="NTK-2025-00147")
    assert links_of(declaration, report, kind=LinkKind.CITES) == [("doc", "rep", True)]


def test_a_cited_number_that_is_missing_stays_unresolved_and_a_near_one_is_a_hint() -> None:
    declaration = paper("doc", DocumentKind.DECLARATION, references="NTK-2025-00148")
    report = paper("rep", DocumentKind.LABORATORY_REPORT, document_number="NTK-2025-00147")
    (entry,) = [x for x in dossier(declaration, report).links if x.kind is LinkKind.CITES]
    assert (entry.end, entry.resolved) == ("NTK-2025-00148", False)
    assert "NTK-2025-00147" in entry.why


def test_a_cited_revision_that_is_not_the_one_in_the_pack_is_unresolved() -> None:
    declaration = paper("doc", DocumentKind.DECLARATION, references="NTK-147 Rev. 2")
    old = paper("rep", DocumentKind.LABORATORY_REPORT, document_number="NTK-147", revision="1")
    new = paper("new", DocumentKind.LABORATORY_REPORT, document_number="NTK-147 rev 2")
    assert links_of(declaration, old, kind=LinkKind.CITES) == [("doc", "NTK-147 Rev. 2", False)]
    assert links_of(declaration, old, new, kind=LinkKind.CITES) == [("doc", "new", True)]


def test_a_paper_does_not_cite_itself() -> None:
    assert not links_of(paper("rep", document_number="R-1", references="R-1"), kind=LinkKind.CITES)


def test_a_later_revision_replaces_the_earlier_one() -> None:
    old = paper("old", document_number="DOC-7", revision="1", issued_on=date(2025, 1, 1))
    new = paper("new", document_number="DOC 7", revision="2", issued_on=date(2025, 6, 1))
    assert links_of(old, new, kind=LinkKind.SUPERSEDES) == [("new", "old", True)]


def test_a_later_date_replaces_where_no_revision_is_printed() -> None:
    old = paper("old", document_number="DOC-7", issued_on=date(2025, 1, 1))
    new = paper("new", document_number="DOC-7", issued_on=date(2025, 6, 1))
    assert links_of(old, new, kind=LinkKind.SUPERSEDES) == [("new", "old", True)]
    same = paper("same", document_number="DOC-7", issued_on=date(2025, 6, 1))
    assert not links_of(new, same, kind=LinkKind.SUPERSEDES)


def test_another_kind_with_the_same_number_is_not_replaced() -> None:
    old = paper("old", DocumentKind.MANUAL, document_number="7", issued_on=date(2025, 1, 1))
    new = paper("new", document_number="7", issued_on=date(2025, 6, 1))
    assert not links_of(old, new, kind=LinkKind.SUPERSEDES)


def test_a_paper_that_says_what_it_replaces_is_believed() -> None:
    new = paper("new", references=[found("R-1", kind="superseded")])
    old = paper("old", document_number="R-1")
    assert links_of(new, old, kind=LinkKind.SUPERSEDES) == [("new", "old", True)]
    assert links_of(new, kind=LinkKind.SUPERSEDES) == [("new", "R-1", False)]
