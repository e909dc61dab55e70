"""Who signs a report: who approved before who reviewed, who is in charge, and never a company or a label."""

import pytest

from docverify.extraction.report_people import signatory
from tests.extraction.drawn_papers import paper, passage_of


def _read(*entries: object) -> tuple[list[str], list[str]]:
    fields = signatory(passage_of(paper(list(entries))))
    name, function = fields.get("signatory_name", ()), fields.get("signatory_function", ())
    return [entry.value for entry in name], [entry.value for entry in function]


@pytest.mark.parametrize(
    ("labels", "people", "signed"),
    [
        (
            ("Tested by:", "", "Authorised by:"),
            ("D. Ogden, Test Engineer", "", "J. Firth, Technical Director"),
            "J. Firth",
        ),
        (("Compiled by:", "", "Approved by:"), ("Li Wen / Engineer", "", "Zeng Guo / RF Manager"), "Zeng Guo"),
        (("Rédigé par :", "", "Approuvé par :"), ("Yann Le Goff", "", "Gaëlle Morvan"), "Gaëlle Morvan"),
        (("Utfört av", "", "Granskat av"), ("Oskar Lind", "", "Maria Berg"), "Maria Berg"),
        (
            ("Badania wykonał:", "", "Sprawozdanie autoryzował:"),
            ("Adam Zych", "", "dr inż. Joanna Wilk"),
            "dr inż. Joanna Wilk",
        ),
    ],
)
def test_who_approved_signs_and_not_who_tested_beside(
    labels: tuple[str, ...], people: tuple[str, ...], signed: str
) -> None:
    assert _read("Report", list(labels), list(people))[0] == [signed]


def test_a_rule_for_the_signature_may_stand_between_label_and_name() -> None:
    page = ["Test report authorised:", "", "______________", "Karl Hein", "Lab Manager"]
    assert _read(*page) == (["Karl Hein"], ["Lab Manager"])


def test_names_under_functions_are_of_who_is_in_charge() -> None:
    row = ["Il tecnico di prova", "", "Il responsabile di laboratorio"]
    people = ["Luca Ferri", "", "Dott. Ing. Paola Gandini"]
    assert _read("Rapporto", row, people) == (["Dott. Ing. Paola Gandini"], ["responsabile di laboratorio"])


def test_a_function_before_a_colon_names_its_person() -> None:
    assert _read("Head of laboratory: Ing. Jan Král") == (["Ing. Jan Král"], ["Head of laboratory"])


def test_a_table_of_signatures_gives_name_and_job_title() -> None:
    table = [["Name", "Job title", "Responsible for"], ["Harriet Coombes", "Chief Engineer", "Authorised Signatory"]]
    assert _read(table) == (["Harriet Coombes"], ["Chief Engineer"])


@pytest.mark.parametrize("line", ["Name : Daejin Mobility Co., Ltd.", "Test performed:", "Approved by:"])
def test_a_company_or_a_label_signs_nothing(line: str) -> None:
    assert _read(line) == ([], [])
