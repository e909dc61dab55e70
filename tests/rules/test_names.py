from docverify.rules.names import COUNTRIES, LANGUAGES, named_countries, named_languages


def test_codes_become_names_in_running_text() -> None:
    assert named_languages("de, fr or lb", "en") == "German, French or Luxembourgish"
    assert named_languages("de", "zh") == "德语"
    assert named_countries("DE, XX", "en") == "Germany, XX"
    assert named_countries("GB", "en") == "Great Britain"


def test_every_entry_has_both_names() -> None:
    assert all(set(names) == {"en", "zh"} for table in (LANGUAGES, COUNTRIES) for names in table.values())
