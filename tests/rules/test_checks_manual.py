from dataclasses import replace

from docverify.facts.document import LanguageRange
from docverify.facts.finding import Outcome
from docverify.rules.cases import dossier_of, read_cases
from docverify.rules.evaluate import evaluate
from tests.rules.samples import pack_of, rule_text

LANGUAGES = "- {country: DE, requires: [de], source: s, grade: verified}\n"


def concluded(*ranges: LanguageRange) -> tuple[Outcome, str]:
    pack = pack_of(rule_text("languages_cover", "{papers: manual}"), languages=LANGUAGES)
    (case,) = read_cases("- {name: x, expect: pass, markets: [DE], papers: [{paper: manual/user}]}", path="x")
    dossier = dossier_of(case, market="EU")
    document = replace(dossier.documents[0], languages=ranges, pages=(1, 40))
    (only,) = evaluate(pack, replace(dossier, documents=(document,)), market="EU", as_of=case.as_of)
    return only.outcome, only.message


def test_a_translation_is_a_share_of_the_manual_and_not_a_page_of_it() -> None:
    assert concluded(LanguageRange("en", 1, 20), LanguageRange("de", 21, 40))[0] is Outcome.PASS
    outcome, message = concluded(LanguageRange("en", 1, 39), LanguageRange("de", 40, 40))
    assert outcome is Outcome.UNDETERMINED
    assert "German on page 40 only" in message
    assert concluded(LanguageRange("en", 1, 40))[0] is Outcome.FAIL
