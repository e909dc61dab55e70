"""Whatever is taken away from what could be read, nothing that was no pass becomes one."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from docverify.facts.document import Document, UnreadPage
from docverify.facts.dossier import Dossier, State
from docverify.facts.finding import Outcome
from docverify.rules.cases import dossier_of, read_cases, worst
from docverify.rules.evaluate import evaluate
from tests.rules.samples import pack_of, rule_text
from tests.rules.test_checks import DOC, LINES, REGISTERS, as_block


def unread(document: Document) -> Document:
    return replace(document, unread_pages=(*document.unread_pages, UnreadPage(2, "damaged")))


def doubted(document: Document) -> Document:
    fields = {name: tuple(replace(e, confidence=0.1) for e in entries) for name, entries in document.fields.items()}
    return replace(document, fields=fields)


def uncovered(dossier: Dossier) -> Dossier:
    return replace(dossier, coverages=tuple(replace(c, state=State.UNDETERMINED) for c in dossier.coverages))


def each(change: Callable[[Document], Document], dossier: Dossier) -> Dossier:
    return replace(dossier, documents=tuple(change(document) for document in dossier.documents))


@pytest.mark.parametrize(("check", "parameters", "case", "expected"), LINES)
def test_reading_less_never_makes_a_pass(check: str, parameters: str, case: str, expected: str) -> None:
    flow = parameters if parameters == "{}" else f"{{{parameters}}}"
    pack = pack_of(rule_text(check, flow), **REGISTERS)
    body = "\n".join(f"  {line}" for line in as_block("{" + case.replace("{DOC", "{" + DOC) + "}").splitlines())
    (read,) = read_cases(f"- name: here\n  expect: pass\n{body}\n", path="case")
    dossier = dossier_of(read, market="EU")

    def concluded(changed: Dossier) -> Outcome:
        return worst(evaluate(pack, changed, market="EU", as_of=read.as_of))

    before = concluded(dossier)
    for changed in (each(unread, dossier), each(doubted, dossier), uncovered(dossier)):
        after = concluded(changed)
        assert after is not Outcome.PASS or before is Outcome.PASS
    assert concluded(each(unread, dossier)) is not Outcome.FAIL or before is Outcome.FAIL
