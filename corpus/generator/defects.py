"""Packs with one fault each: a clean pack with one documented change, and what must be found."""

from dataclasses import replace
from datetime import date

from corpus.generator import alter
from corpus.generator.case import Company, standard, standards, vocabulary
from corpus.generator.layouts import certificates
from corpus.generator.market_packs import clean_more, seeded_more
from corpus.generator.markets import clean_elsewhere, seeded_elsewhere
from corpus.generator.packs import Defect, Pack, Paper, ac_family, ac_plain, ac_private_label, dc_fleet
from corpus.generator.scan import scanned

DOC, CB, SAFETY, EMC = "01_declaration.pdf", "02_cb_certificate.pdf", "03_safety_report.pdf", "04_emc_report.pdf"
RADIO, CYBER, MANUAL = "05_radio_report.pdf", "06_en18031_report.pdf", "07_manual.pdf"
DATASHEET, ROHS, TYPE, LETTER = (
    "08_datasheet.pdf",
    "09_rohs.pdf",
    "10_type_examination.pdf",
    "11_equivalence_letter.pdf",
)


def _maker(name: str) -> Company:
    return next(Company.of(r) for r in vocabulary()["makers"] + vocabulary()["factories"] if r["name"].startswith(name))


def scope() -> list[Pack]:
    """Papers that cover another model, rating, connector or factory."""
    plain, label, dc, family = ac_plain(), ac_private_label(), dc_fleet(), ac_family()
    far = [{**family.shipment["products"][0], "model": "QIC-AC07-T2C"}, family.shipment["products"][1]]
    outside = replace(family, shipment={**family.shipment, "products": far})
    return [
        plain.swap(CB, models=("EL11-T2S",)).seeded(
            "scope-model-certificate", Defect("scope_model", CB, "the certificate is for the 11 kW sister model")
        ),
        plain.swap(DOC, models=("EL22-T2C",)).seeded(
            "scope-model-declaration",
            Defect("scope_model", DOC, "declared is the tethered variant, near but not the same"),
        ),
        family.swap(EMC, models=("QIC-DCyy-T2C",)).seeded(
            "scope-model-emc-report",
            Defect("scope_model", EMC, "the EMC report is for another family"),
            also=("reference_mismatch",),
        ),
        outside.seeded(
            "scope-model-outside-legend",
            Defect("scope_model", None, "07 is not among the values of the legend", "QIC-AC07-T2C"),
            also=("manual_coverage",),
        ),
        label.without(LETTER).seeded(
            "scope-model-no-bridge",
            Defect("scope_model", None, "nothing says that the brand's model is the maker's", "EVC-22S-W"),
            also=("reference_mismatch",),
        ),
        plain.swap(SAFETY, voltage=230, current=32, phases=1, power=7.4).seeded(
            "scope-rating-report", Defect("scope_rating", SAFETY, "tested at 7.4 kW single-phase, shipped is 22 kW")
        ),
        dc.swap(CB, models=("LUX-D60-C2", "LUX-D120-C2"), current=96, power=60).seeded(
            "scope-rating-certificate",
            Defect("scope_rating", CB, "certified to 60 kW, shipped is 120 kW", "LUX-D120-C2"),
        ),
        family.swap(SAFETY, connectors=("type2_socket",)).seeded(
            "scope-feature-connector", Defect("scope_feature", SAFETY, "tested with a socket, shipped with a cable")
        ),
        plain.swap(CB, factory=_maker("Xiamen")).seeded(
            "scope-factory", Defect("scope_factory", CB, "the certificate names another factory")
        ),
    ]


def versions() -> list[Pack]:
    """Tested or described is another hardware or firmware than ships."""
    plain, label, family = ac_plain(), ac_private_label(), ac_family()
    return [
        label.swap(CYBER, firmware="1.6.0").seeded(
            "firmware-en18031", Defect("firmware_mismatch", CYBER, "assessed was firmware 1.6.0, shipped is 1.8.4")
        ),
        plain.swap(SAFETY, firmware="1.9.3").seeded(
            "firmware-safety-report",
            Defect("firmware_mismatch", SAFETY, "tested was firmware 1.9.3, shipped is 1.12.0"),
        ),
        label.swap(EMC, hardware="A").seeded(
            "hardware-emc-report", Defect("hardware_mismatch", EMC, "tested was hardware A, shipped is C")
        ),
        family.swap(MANUAL, firmware="1.4.2").seeded(
            "manual-stale-firmware",
            Defect("manual_stale", MANUAL, "the manual describes firmware 1.4.2, shipped is 2.0.1"),
        ),
        plain.swap(MANUAL, hardware="A").seeded(
            "manual-stale-hardware", Defect("manual_stale", MANUAL, "the manual describes hardware A, shipped is B")
        ),
    ]


def declared() -> list[Pack]:
    """Faults of the declaration: acts, standards, signature, manufacturer, dates."""
    plain, label, family = ac_plain(), ac_private_label(), ac_family()
    old = standards("EN 61851-1:2011")
    no_cyber = {"cyber": ()}
    return [
        plain.swap(DOC, safety=old).seeded(
            "edition-superseded",
            Defect("edition_superseded", DOC, "EN 61851-1:2011 lost its presumption on 2022-02-03"),
            also=("reference_mismatch", "standard_missing"),
        ),
        family.swap(DOC, acts=("2014/35/EU", "2014/30/EU", "2011/65/EU")).seeded(
            "act-lvd-emc-with-radio",
            Defect("act_missing", DOC, "the Radio Equipment Directive is not listed although there is a radio"),
            Defect("act_wrong", DOC, "LVD and EMC are listed although there is a radio"),
        ),
        family.swap(DOC, acts=("2014/53/EU", "2014/35/EU", "2014/30/EU", "2011/65/EU")).seeded(
            "act-lvd-emc-beside-red",
            Defect("act_wrong", DOC, "LVD and EMC are listed beside the Radio Equipment Directive"),
            verdict="conforming",  # a formal error beside the right act, of minor severity
        ),
        plain.swap(DOC, acts=("2014/35/EU", "2014/30/EU")).seeded(
            "act-missing-rohs", Defect("act_missing", DOC, "the RoHS Directive is not listed")
        ),
        family.swap(DOC, **no_cyber).seeded(
            "standard-missing-en18031", Defect("standard_missing", DOC, "EN 18031 is not declared")
        ),
        label.swap(DOC, radio=standards("EN 300 330 V2.1.1")).seeded(
            "standard-missing-radio", Defect("standard_missing", DOC, "no spectrum standard for the 2.4 GHz radios")
        ),
        plain.swap(DOC, extra={"unsigned": True}).seeded(
            "declaration-unsigned", Defect("declaration_incomplete", DOC, "name, function and signature are blank")
        ),
        label.swap(DOC, extra={"undated": True}).seeded(
            "declaration-no-place-date", Defect("declaration_incomplete", DOC, "place and date are blank")
        ),
        label.swap(DOC, manufacturer=_maker("Nantai"), brand="Voltora").seeded(
            "party-private-label-oem",
            Defect("party_mismatch", DOC, "the maker declares a product that carries the brand owner's name"),
        ),
        plain.swap(DOC, manufacturer=_maker("Nordström")).seeded(
            "party-manufacturer",
            Defect("party_mismatch", DOC, "another manufacturer declares"),
        ),
        plain.swap(DOC, dates={"declared": date(2027, 1, 11)}).seeded(
            "date-declared-after-placing", Defect("date_order", DOC, "signed after the charger is placed on the market")
        ),
    ]


def evidence() -> list[Pack]:
    """Faults of certificates and reports, and of how they cite each other."""
    plain, label, dc, family = ac_plain(), ac_private_label(), dc_fleet(), ac_family()
    attested = family.paper(EMC).case.but(extra={"act": "2014/35/EU"}, emc=standards("EN IEC 61851-1:2019"))
    ce = Paper("02_CE_certificate.pdf", "certificate", "attestation", certificates.attestation, attested)
    short = family.swap(EMC, extra={"missing_pages": 1}).paper(EMC)
    other_body = Company(**{**_body_of(label), "number": "2871"})
    newer = label.paper(EMC).case.but(
        numbers={"emc": label.paper(EMC).case.numbers["emc"] + "-R1"},
        dates={"issued": date(2026, 3, 27)},
        extra={"supersedes": label.paper(EMC).case.numbers["emc"], "revision": "02"},
    )
    return [
        label.without(SAFETY).seeded(
            "reference-missing",
            Defect("reference_missing", CB, "the report the certificate rests on is not there"),
            also=("scope_rating",),
        ),
        family.swap(RADIO, radio=standards("EN 300 328 V2.1.1")).seeded(
            "reference-edition",
            Defect("reference_mismatch", RADIO, "tested to V2.1.1, declared is V2.2.2"),
            also=("edition_superseded",),
        ),
        family.without(CB, SAFETY, EMC)
        .put(ce)
        .seeded(
            "certificate-ce-attestation",
            Defect("certificate_scheme", ce.file, "a laboratory's CE certificate in place of the safety report"),
            also=("missing_document", "reference_missing", "scope_model"),
        ),
        label.swap(TYPE, body=other_body).seeded(
            "body-number",
            Defect("body_number", TYPE, "the certificate carries another body's number than the declaration"),
        ),
        label.swap(TYPE, dates={"until": date(2026, 9, 30)}).seeded(
            "certificate-expired",
            Defect("certificate_expired", TYPE, "valid until 2026-09-30, placed on the market later"),
        ),
        dc.swap(EMC, dates={"issued": date(2026, 2, 1)}).seeded(
            "date-report-before-tests-end", Defect("date_order", EMC, "issued before the tests ended")
        ),
        plain.swap(SAFETY, extra={"failed_clause": "12.9"}).seeded(
            "test-failed-clause", Defect("test_incomplete", SAFETY, "clause 12.9 failed")
        ),
        family.put(replace(short, marks={"page_count_stated": 5})).seeded(
            "test-missing-page", Defect("test_incomplete", EMC, "the report says one page more than there is")
        ),
        label.put(Paper("04_emc_report_r1.pdf", "laboratory_report", "emc", label.paper(EMC).draw, newer)).seeded(
            "document-superseded", Defect("document_superseded", EMC, "a newer report of the pack replaces this one")
        ),
    ]


def _body_of(pack: Pack) -> dict[str, object]:
    body = pack.paper(TYPE).case.body
    return {name: getattr(body, name) for name in body.__dataclass_fields__}


def manuals_and_files() -> list[Pack]:
    """Faults of manuals, missing papers, and files that cannot be trusted or read."""
    plain, label, dc, family = ac_plain(), ac_private_label(), dc_fleet(), ac_family()
    leftover = "Service: Nantai Power Technology Co., Ltd., NT-AC22S spare parts"
    declaration = plain.paper(DOC)
    broken = replace(plain.paper(EMC), after=alter.cut)

    def sign(pdf: bytes) -> bytes:
        return alter.signed(pdf, "Energolad")

    def sign_and_change(pdf: bytes) -> bytes:
        return alter.changed(sign(pdf), "EL22-T2S, EL11-T2S")

    def lock(pdf: bytes) -> bytes:
        return alter.locked()

    uncertain = "undetermined"
    units = (("PL26000001", "B", "1.12.0"), ("PL26000002", "B", "1.11.2"))
    wrong_unit = replace(plain, units=units, shipment=_with_units(plain, 2))
    return [
        label.swap(MANUAL, extra={"languages": ("en", "fr")}).seeded(
            "manual-language", Defect("manual_language", MANUAL, "no German part, sold in Germany")
        ),
        dc.swap(MANUAL, models=("LUX-D30-C2",)).seeded(
            "manual-coverage", Defect("manual_coverage", MANUAL, "the manual is for another model")
        ),
        family.swap(MANUAL, extra={"without": ("frequency_bands",)}).seeded(
            "manual-no-radio-bands", Defect("manual_statement", MANUAL, "bands and powers of the radios are not given")
        ),
        plain.swap(MANUAL, extra={"without": ("safety_information",)}).seeded(
            "manual-no-safety", Defect("manual_statement", MANUAL, "no safety instructions")
        ),
        label.swap(MANUAL, extra={"leftover": leftover}).seeded(
            "brand-leftover", Defect("brand_leftover", MANUAL, "the maker's name and model on the back page")
        ),
        label.swap(DATASHEET, brand="Nantai", models=("NT-AC22S",)).seeded(
            "brand-leftover-datasheet",
            Defect("brand_leftover", DATASHEET, "the maker's datasheet in the brand owner's pack"),
            also=("scope_model",),
        ),
        plain.without(DOC).seeded(
            "missing-declaration", Defect("missing_document", None, "no declaration of conformity")
        ),
        plain.without(EMC).seeded(
            "missing-emc-report", Defect("missing_document", None, "no EMC report"), also=("reference_missing",)
        ),
        family.without(RADIO).seeded("missing-radio-report", Defect("missing_document", None, "no radio report")),
        dc.without(MANUAL).seeded(
            "missing-manual",
            Defect("missing_document", None, "no manual"),
            also=("manual_language", "manual_statement"),
        ),
        plain.put(replace(plain.paper(SAFETY), after=lock))
        .without()
        .seeded(
            "unreadable-locked",
            Defect("unreadable_document", SAFETY, "locked with a password", outcome=uncertain),
            also=("reference_missing", "missing_document", "scope_model"),
            verdict=uncertain,
        ),
        plain.put(broken).seeded(
            "unreadable-cut",
            Defect("unreadable_document", EMC, "the file is cut short", outcome=uncertain),
            also=("missing_document", "reference_missing", "scope_model"),
            verdict=uncertain,
        ),
        plain.put(replace(declaration, after=sign_and_change, marks={"changed_after_signing": True})).seeded(
            "document-altered",
            Defect("document_altered", DOC, "words were laid over the declaration after it was signed"),
        ),
        wrong_unit.seeded(
            "unit-firmware", Defect("unit_mismatch", None, "one unit carries firmware 1.11.2", "EL22-T2S")
        ),
    ]


def _with_units(pack: Pack, quantity: int) -> dict[str, object]:
    product = {**pack.shipment["products"][0], "quantity": quantity, "units": "units.csv"}
    return {**pack.shipment, "products": [product]}


def signed_clean() -> Pack:
    """A clean pack whose declaration is digitally signed and not touched afterwards, units listed."""
    plain = ac_plain()

    def sign(pdf: bytes) -> bytes:
        return alter.signed(pdf, "Energolad")

    units = (("PL26000001", "B", "1.12.0"), ("PL26000002", "B", "1.12.0"))
    pack = plain.put(replace(plain.paper(DOC), after=sign, marks={"changed_after_signing": False}))
    return replace(pack, name="clean-signed-units", units=units, shipment=_with_units(plain, 2))


def _plain_scan(pdf: bytes) -> bytes:
    return scanned(pdf, "plain")


def merged_and_scanned() -> Pack:
    """A clean pack as it often arrives: the declaration scanned, the evidence merged into one file."""
    plain = ac_plain()
    evidence = Paper(
        "02_evidence.pdf",
        "certificate",
        "cb_test_certificate",
        plain.paper(CB).draw,
        plain.paper(CB).case,
        more=(plain.paper(SAFETY), plain.paper(EMC)),
    )
    pack = plain.without(CB, SAFETY, EMC).put(evidence, replace(plain.paper(DOC), after=_plain_scan))
    return replace(pack, name="clean-merged-scanned")


def merged_other_model() -> Pack:
    """The same with an EMC report for another model inside the merged file."""
    pack = merged_and_scanned()
    evidence = pack.paper("02_evidence.pdf")
    other = replace(evidence.more[1], case=evidence.more[1].case.but(models=("EL11-T2S",)))
    return pack.put(replace(evidence, more=(evidence.more[0], other))).seeded(
        "merged-scope-model",
        Defect("scope_model", evidence.file, "the EMC report in the merged file is for another model"),
    )


def demo() -> Pack:
    """The sample pack of `make demo`: a private-label wallbox with the classic defects."""
    label = ac_private_label()
    pack = (
        label.swap(DOC, acts=("2014/35/EU", "2014/30/EU", "2011/65/EU"), cyber=())
        .swap(CB, factory=_maker("Xiamen"))
        .swap(CYBER, firmware="1.6.0")
        .swap(MANUAL, extra={"languages": ("en",), "leftover": "Service: Nantai Power Technology Co., Ltd."})
        .swap(EMC, emc=(*label.paper(EMC).case.emc[1:], standard("EN IEC 61851-21-2:2021")))
    )
    return pack.seeded(
        "demo",
        Defect("act_missing", DOC, "the Radio Equipment Directive is not listed although there are radios"),
        Defect("act_wrong", DOC, "LVD and EMC are listed although there are radios"),
        Defect("standard_missing", DOC, "EN 18031 is not declared"),
        Defect("scope_factory", CB, "the certificate names another factory"),
        Defect("firmware_mismatch", CYBER, "assessed was firmware 1.6.0, shipped is 1.8.4"),
        Defect("manual_language", MANUAL, "no German part, sold in Germany"),
        Defect("brand_leftover", MANUAL, "the maker's name on the back page"),
    )


def every() -> list[Pack]:
    """All packs: clean, demo, and one defect each."""
    cleans = [ac_plain(), ac_private_label(), dc_fleet(), ac_family(), signed_clean(), merged_and_scanned()]
    cleans += (*clean_elsewhere(), *clean_more())
    seeded = [
        *scope(),
        *versions(),
        *declared(),
        *evidence(),
        *manuals_and_files(),
        merged_other_model(),
        *seeded_elsewhere(),
        *seeded_more(),
    ]
    return [*cleans, demo(), *[replace(pack, name=f"defect-{pack.name}") for pack in seeded]]
