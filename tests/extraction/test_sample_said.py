"""Sentences of reports that present a sample and say its verdict."""

from datetime import date

import pytest

from docverify.extraction.laboratory_report import extract
from docverify.extraction.report_title import title_fields
from docverify.extraction.sample_said import sample_fields, verdict_said
from tests.extraction.drawn_papers import paper, passage_of

ENGLISH = (
    "The sample, a wall box of type VX-11R, serial number 0012, hardware C running firmware 1.8.4",
    "and software 2.1, was received on 3 March 2026 from Voltix Systems Ltd, 14 Mill Lane, Leeds LS1 4AB,",
    "United Kingdom, and tested between 5 March 2026 and 12 March 2026.",
)
GERMAN = (
    "Der Prüfling, eine Ladestation vom Typ LB-22 mit der Seriennummer 4711-03, Hardwarestand B2, Firmware 3.4.0",
    "und Software 1.9, wurde am 16.03.2026 von der Ladebau AG, Bahnhofstrasse 9, 9000 St. Gallen, Schweiz,",
    "angeliefert und vom 18.03.2026 bis 27.03.2026 geprüft.",
)
SWEDISH = (
    "Provobjektet, en laddbox av typ NB-7, serienummer 991, hårdvara R3, mjukvara 1.12, mottogs den 5 maj 2026",
    "från Nordbox AB, Kungsgatan 3, 411 19 Göteborg, Sverige, och provades mellan den 7 maj 2026 och den",
    "15 maj 2026 enligt EN IEC 61851-21-2:2021.",
)


def _read(lines: tuple[str, ...]) -> dict[str, list[str]]:
    fields = sample_fields(passage_of(paper(["Test report", *lines])))
    return {name: [str(getattr(e.value, "printed", e.value)) for e in found] for name, found in fields.items()}


def test_an_english_sentence_presents_the_sample() -> None:
    assert _read(ENGLISH) == {
        "models": ["VX-11R"],
        "serial_numbers": ["0012"],
        "hardware_version": ["C"],
        "firmware_version": ["1.8.4"],
        "software_version": ["2.1"],
        "received_on": ["2026-03-03"],
        "tested_from": ["2026-03-05"],
        "tested_to": ["2026-03-12"],
        "holder": ["Voltix Systems Ltd"],
        "holder_address": ["14 Mill Lane, Leeds LS1 4AB, United Kingdom"],
        "holder_country": ["GB"],
    }


def test_a_german_sentence_presents_the_sample_with_the_verb_at_its_end() -> None:
    read = _read(GERMAN)
    assert (read["models"], read["serial_numbers"], read["firmware_version"]) == (["LB-22"], ["4711-03"], ["3.4.0"])
    assert (read["received_on"], read["tested_from"], read["tested_to"]) == (
        ["2026-03-16"],
        ["2026-03-18"],
        ["2026-03-27"],
    )
    assert read["holder"] == ["Ladebau AG"]


def test_a_swedish_sentence_names_the_client_and_the_days() -> None:
    read = _read(SWEDISH)
    assert (read["holder"], read["holder_country"], read["tested_to"]) == (["Nordbox AB"], ["SE"], ["2026-05-15"])
    assert (read["hardware_version"], read["software_version"]) == (["R3"], ["1.12"])


def test_the_address_ends_before_the_day_and_a_year_begins_no_name() -> None:
    read = _read(
        (
            "The test item, model KZ-22, S/N 220117, was submitted by Kaza Inc., 4 Elm Street, Toledo, OH 43604,",
            "USA on 18 May 2026.",
        )
    )
    assert (read["holder"], read["holder_address"]) == (["Kaza Inc."], ["4 Elm Street, Toledo, OH 43604, USA"])
    read = _read(
        (
            "La muestra, modelo CV-7, fue recibida el 8 de junio de 2026 de la empresa Cargas del Sur S.L.,",
            "Calle Luna 8, 41001 Sevilla, España.",
        )
    )
    assert (read["holder"], read["received_on"]) == (["Cargas del Sur S.L."], ["2026-06-08"])


def test_a_sentence_that_only_mentions_a_sample_gives_nothing() -> None:
    assert _read(("The sample of type AB-12 is shown in the photographs of annex 2.",)) == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "The equipment met all requirements of these standards.",
        "Der Prüfling steht in Übereinstimmung mit den Anforderungen der Norm.",
        "L'équipement est conforme aux exigences de la norme.",
        "Il campione è risultato conforme ai requisiti delle norme applicate.",
        "Het toestel voldoet aan de eisen van de norm.",
        "Provobjektet uppfyller kraven i standarden.",
    ],
)
def test_a_sentence_says_that_the_sample_passed(sentence: str) -> None:
    assert [entry.value for entry in verdict_said(passage_of(paper([sentence])))] == ["pass"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The equipment met all requirements except clause 4.3.",
        "It is not certain that the equipment met all requirements.",
        "The laboratory checks whether the equipment complies with the requirements.",
        "Der Prüfling erfüllt nicht die Anforderungen der Norm.",
        "L'équipement n'est pas conforme aux exigences de la norme.",
        "Il campione non è risultato conforme ai requisiti.",
        "Het toestel voldoet niet aan de eisen.",
        "Provobjektet uppfyller inte kraven.",
    ],
)
def test_a_verdict_with_any_limit_is_no_pass(sentence: str) -> None:
    assert verdict_said(passage_of(paper([sentence]))) == ()


@pytest.mark.parametrize(
    ("line", "number", "revision", "day"),
    [
        ("Berichtsnummer: HF-26-118, Fassung 2 vom 14.04.2026", "HF-26-118", "2", date(2026, 4, 14)),
        ("Rapporto n. PR-2604/17 – revisione 0 – 8 aprile 2026", "PR-2604/17", "0", date(2026, 4, 8)),
        ("Rapport nr EM-771 utgåva 2, 2026-05-28", "EM-771", "2", date(2026, 5, 28)),
        ("Rapport d'essai CEM n° E26-0933 indice B", "E26-0933", "B", None),
    ],
)
def test_a_title_line_numbers_the_report(line: str, number: str, revision: str, day: date | None) -> None:
    fields = title_fields(passage_of(paper([line])))
    assert [fields[name][0].value for name in ("document_number", "revision")] == [number, revision]
    assert [entry.value for entry in fields.get("issued_on", ())] == ([day] if day else [])


def test_days_of_test_stand_beside_the_first_and_the_last() -> None:
    cover = ["TEST REPORT", ["First day of test:", "2026-05-05"], ["Last day of test:", "2026-05-12"]]
    fields = extract(passage_of(paper(cover)))
    assert (fields["tested_from"][0].value, fields["tested_to"][0].value) == (date(2026, 5, 5), date(2026, 5, 12))
