"""What other programs may rely on: names of the root, exit codes, the two parsers of the design."""

import docverify
from docverify.errors import DocverifyError, ExitCode


def test_the_root_exports_exactly_the_documented_names() -> None:
    assert sorted(docverify.__all__) == [
        "Conclusion",
        "Document",
        "Dossier",
        "ExitCode",
        "Finding",
        "Outcome",
        "Result",
        "Shipment",
        "Verdict",
        "verify_shipment",
    ]
    assert all(hasattr(docverify, name) for name in docverify.__all__)


def test_the_exit_codes_are_a_promise() -> None:
    assert {code.name: code.value for code in ExitCode} == {
        "CONFORMING": 0,
        "NONCONFORMING": 1,
        "USAGE": 2,
        "UNREADABLE": 3,
        "RULE_PACK_INVALID": 4,
        "TOOL_MISSING": 5,
        "UNDETERMINED": 6,
        "INTERNAL": 70,
        "INTERRUPTED": 130,
    }


def test_every_own_exception_carries_the_exit_code_it_leads_to() -> None:
    codes = {error.__name__: error.code for error in DocverifyError.__subclasses__()}
    assert codes == {
        "UsageError": ExitCode.USAGE,
        "LedgerError": ExitCode.USAGE,
        "UnreadableInput": ExitCode.UNREADABLE,
        "RulePackError": ExitCode.RULE_PACK_INVALID,
        "ToolMissing": ExitCode.TOOL_MISSING,
    }


def test_a_standard_reference_parses_prints_back_and_shows_its_parts() -> None:
    from docverify.facts.standard import StandardReference

    reference = StandardReference.parse("EN 55032:2015+A1:2020+A11:2020")
    assert (reference.designation, reference.edition, reference.amendments) == (
        "EN 55032",
        "2015",
        ("A1:2020", "A11:2020"),
    )
    assert StandardReference.parse(str(reference)) == reference


def test_a_family_answers_with_one_of_three_words_and_an_explanation() -> None:
    from docverify.facts.designation import ModelFamily

    family = ModelFamily.parse("BADCa-D (a can be 62, 82, 102)")
    assert family.covers("BADC62-D") == "covered"
    assert family.covers("BADC22-D") == "not_covered"
    assert family.covers("BADC22-D").explanation
