"""Languages of pages and ranges, by frequent words."""

import pytest

from docverify.extraction.languages import find_languages, language_ranges, languages_of_text
from tests.extraction.drawn_papers import paper

TEXTS = {
    "en": "Read all of the instructions before you install the charging station. It must not be used if the cable is damaged.",
    "de": "Lesen Sie alle Hinweise, bevor Sie die Ladestation montieren. Sie darf nicht benutzt werden, wenn das Kabel beschädigt ist.",
    "fr": "Lisez toutes les consignes avant d'installer la borne. Elle ne doit pas être utilisée si le câble est endommagé, ni par les enfants.",
    "nl": "Lees alle aanwijzingen voordat u het laadstation monteert. Het mag niet worden gebruikt als de kabel is beschadigd of nat is.",
    "it": "Leggere tutte le istruzioni prima di installare la stazione. Non deve essere usata se il cavo è danneggiato o con le mani bagnate.",
    "es": "Lea todas las instrucciones antes de instalar la estación. No debe utilizarse si el cable está dañado o cuando las manos están mojadas.",
    "pt": "Leia todas as instruções antes de instalar a estação. Não deve ser utilizada se o cabo está danificado, ou quando as mãos são molhadas.",
    "pl": "Przed montażem należy przeczytać instrukcje. Stacji nie można używać, jeśli kabel jest uszkodzony, oraz przez dzieci lub po zmroku.",
    "cs": "Před montáží si přečtěte pokyny. Stanice nesmí být používána, pokud je kabel poškozen, nebo při dešti, a musí být pouze pro auta.",
    "sv": "Läs alla anvisningar innan stationen monteras. Den får inte användas om kabeln är skadad, och ska endast skötas av en vuxen.",
    "da": "Læs alle anvisninger, før stationen monteres. Den må ikke bruges, hvis kablet er beskadiget, og skal kun betjenes af en voksen.",
    "no": "Les alle anvisninger før stasjonen monteres. Den må ikke brukes hvis kabelen er skadet, og skal kun betjenes av en voksen.",
    "fi": "Lue kaikki ohjeet ennen asennusta. Asemaa ei saa käyttää, jos kaapeli on vaurioitunut, ja se on vain aikuisille sekä myös tai.",
    "hu": "A szerelés előtt olvassa el az utasításokat. Nem használható, ha a kábel sérült, és csak az épületen kívül, vagy ez után is.",
    "ro": "Citiți instrucțiunile înainte de montaj. Nu trebuie folosită dacă este cablul deteriorat, sau când sunt ude mâinile, și numai pentru mașini.",
    "el": "Διαβάστε τις οδηγίες πριν από την εγκατάσταση. Δεν πρέπει να χρησιμοποιείται όταν το καλώδιο είναι φθαρμένο και από τα παιδιά.",
    "bg": "Прочетете инструкциите преди монтажа. Не трябва да се използва, ако кабелът е повреден, и само за автомобили от и със.",
    "zh": "安装和使用充电桩之前，请仔细阅读全部安全说明。如不遵守，可能导致触电、火灾或严重伤害。",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_language_is_told_by_its_frequent_words(language: str) -> None:
    assert languages_of_text(TEXTS[language] * 2)[:1] == (language,)


def test_units_and_part_numbers_are_no_language() -> None:
    assert languages_of_text("+12V 10u16v 3V3 100n GND a z v o EN 61000-6-3 U1 R22 K1") == ()


def test_ranges_follow_the_pages_and_short_pages_take_their_neighbours_language() -> None:
    document = paper([TEXTS["en"]] * 3, ["Fig. 3"], [TEXTS["de"]] * 3)
    assert [(r.language, r.first, r.last) for r in language_ranges(document.pages)] == [("en", 1, 2), ("de", 3, 3)]


def test_a_sheet_with_a_sentence_in_many_languages_adds_none_of_them() -> None:
    body = [TEXTS["en"]] * 6
    sheet = [TEXTS[name] for name in ("de", "fr", "nl", "it", "es", "pl", "sv", "da", "fi", "pt", "cs")]
    found = {entry.value for entry in find_languages(paper(body, body, sheet).pages, "0" * 64)}
    assert found <= {"en"}


def test_two_columns_in_two_languages_are_both_read() -> None:
    found = languages_of_text((TEXTS["de"] + "\n") * 5 + (TEXTS["fr"] + "\n") * 5)
    assert set(found) == {"de", "fr"}


def test_the_evidence_is_a_line_written_in_the_language() -> None:
    document = paper(["EVC-22", *[TEXTS["de"]] * 3])
    reading = find_languages(document.pages, "0" * 64)[0]
    assert reading.value == "de"
    assert reading.details == {"pages": [1, 1]}
    assert reading.quote in TEXTS["de"]
    assert reading.evidence[0].box[2] > reading.evidence[0].box[0]


def test_the_quote_is_of_one_column() -> None:
    left, right = "Use the installation only if it is", "when the cable of the car is not wet"
    words = "and the cable must not be used by children"
    found = find_languages(paper([[left, "", "", right], [words, "", "", "Warranty"]]).pages, "0" * 64)
    assert [(entry.value, "\t" in entry.quote) for entry in found] == [("en", False)]


def test_short_paragraphs_behind_the_signs_of_their_languages_are_each_a_language() -> None:
    document = paper(
        [
            "DE  Befestigen Sie die Halterung mit vier Schrauben. Der Anschluss darf nur durch eine Fachkraft erfolgen.",
            "Schalten Sie die Sicherung ein. Die Leuchte wird grün.",
            "EN  Fix the bracket to the wall with four screws. The connection must only be made by an electrician.",
            "Switch on the breaker. The light turns green.",
            "FR  Fixez le support au mur avec quatre vis. Le raccordement doit être effectué par un électricien.",
            "Enclenchez le disjoncteur. Le voyant devient vert.",
        ]
    )
    assert {entry.value for entry in find_languages(document.pages, "")} == {"de", "en", "fr"}


def test_one_sentence_of_a_declaration_in_each_language_adds_none() -> None:
    document = paper(
        [
            "EN  Hereby, X declares that the equipment is in compliance with Directive 2014/53/EU. It is here. See it.",
            "DE  Hiermit erklärt X, dass die Anlage der Richtlinie 2014/53/EU entspricht. Der Text ist hier. Die Seite.",
        ]
    )
    assert len(find_languages(document.pages, "")) <= 1


def test_parts_with_steps_in_several_languages_each_count() -> None:
    parts = {
        "en": [
            "Fix the bracket to the wall.",
            "Connect the cable to the unit and close the cover.",
            "It is on when the light is green.",
        ],
        "fr": [
            "Fixez le support au mur.",
            "Raccordez le câble à l'appareil et fermez le capot.",
            "Il est prêt quand le voyant est vert.",
        ],
        "es": [
            "Fije el soporte a la pared.",
            "Conecte el cable al equipo y cierre la tapa.",
            "Está listo cuando la luz es verde en la tapa.",
        ],
    }
    lines = [line for language, steps in parts.items() for line in (language.upper(), *steps)]
    assert {entry.value for entry in find_languages(paper(lines).pages, "0" * 64)} == set(parts)


def test_a_part_headed_by_the_name_of_its_language_counts() -> None:
    no = [
        "Norsk",
        "Les hele veiledningen før du begynner. Den skal ikke brukes ute.",
        "Sett på fronten og slå på. Ringen lyser.",
    ]
    sv = [
        "Svenska",
        "Läs hela anvisningen innan du börjar. Den ska inte användas ute.",
        "Sätt på fronten och slå på. Ringen lyser.",
    ]
    assert {entry.value for entry in find_languages(paper([*sv, *no]).pages, "0" * 64)} == {"sv", "no"}


def in_danish_and_swedish(*pages: str) -> set[str]:
    document = paper(*([TEXTS[language]] * 4 for language in pages))
    return {entry.language for entry in language_ranges(document.pages)}


def test_a_page_that_looks_like_a_near_relative_is_in_the_language_of_the_manual() -> None:
    assert in_danish_and_swedish(*["da"] * 12, "sv", *["da"] * 12) == {"da"}


def test_two_pages_in_a_row_in_a_near_relative_are_a_part_of_their_own() -> None:
    assert in_danish_and_swedish(*["da"] * 20, "sv", "sv") == {"da", "sv"}


def test_letters_parted_by_signs_are_no_words() -> None:
    assert not languages_of_text("b’’и b’’в b’’с b’’и b’’в b’’с b’’а b’’и b’’в b’’с b’’о b’’и b’’в b’’с")


def test_two_languages_much_alike_count_by_the_signs_of_their_parts() -> None:
    cs = [
        "CZ",
        "Stanice se nesmí používat, pokud je kabel poškozen. Připojte vodiče a nasaďte kryt.",
        "Je připravena, když svítí kontrolka.",
    ]
    sk = [
        "SK",
        "Stanica sa nesmie používať, ak je kábel poškodený. Pripojte vodiče a nasaďte kryt.",
        "Je pripravená, keď svieti kontrolka.",
    ]
    assert {entry.value for entry in find_languages(paper([*cs, *sk]).pages, "0" * 64)} == {"cs", "sk"}
