"""Lines of registers that no rule names are remarked on."""

from docverify.rules.lint import lint_pack
from tests.rules.samples import pack_of, rule_text

IDENTIFIERS = (
    "- {id: known, pattern: '1', title: a number, source: s, grade: verified}\n"
    "- {id: idle, pattern: '2', title: a number, source: s, grade: verified}\n"
)
ISSUERS = "- {list: used, name: A, source: s, grade: verified}\n- {list: idle, name: B, source: s, grade: verified}\n"


def test_an_identifier_that_no_rule_names_is_remarked_on() -> None:
    pack = pack_of(rule_text("number_form", "{papers: certificate, identifier: known}"), identifiers=IDENTIFIERS)
    assert [remark for remark in lint_pack(pack) if "idle" in remark] == [
        "test/2026.1/registers/identifiers.yaml:1:1: entry 2: no rule of the pack uses idle"
    ]


def test_a_list_of_issuers_that_no_rule_names_is_remarked_on() -> None:
    pack = pack_of(rule_text("issuer_listed", "{papers: certificate, list: used}"), issuers=ISSUERS)
    assert [remark for remark in lint_pack(pack) if "idle" in remark] == [
        "test/2026.1/registers/issuers.yaml:1:1: entry 2: no rule of the pack uses the list idle"
    ]


def test_a_list_that_only_restricts_who_may_issue_a_paper_is_used() -> None:
    parameters = "{papers: certificate, issued_by: {papers: certificate/ntep, list: used}}"
    pack = pack_of(rule_text("paper_present", parameters), issuers=ISSUERS.splitlines()[0] + "\n")
    assert not [remark for remark in lint_pack(pack) if "no rule of the pack uses" in remark]
