"""A pack whose clauses are areas, and its findings -> how much of each area the papers show, and what is left to ask.

The area is what stands before the colon of a clause (`Service readiness: Warranty terms are in the pack`).
"""

from collections.abc import Sequence

from docverify.facts.finding import ApprovalArea, Finding, Outcome, Shown
from docverify.rules.pack import RulePack

OPEN = (Outcome.FAIL, Outcome.UNDETERMINED)


def approval_areas(pack: RulePack, findings: Sequence[Finding]) -> tuple[ApprovalArea, ...]:
    """The areas of the pack in the order of its clauses; findings of other packs are left aside."""
    rules: dict[str, set[str]] = {}
    for clause in pack.clauses:
        rules.setdefault(clause.clause.partition(":")[0], set()).update(clause.rules)
    return tuple(_area(name, [f for f in findings if f.rule in ids]) for name, ids in rules.items())


def _area(name: str, findings: Sequence[Finding]) -> ApprovalArea:
    showing = [f for f in findings if f.outcome is Outcome.PASS]
    documents = dict.fromkeys(
        id for f in showing for id in (f.subject.document, *(quote.document for quote in f.evidence)) if id
    )
    questions = {f.request.get("en", ""): f.request for f in findings if f.outcome in OPEN and f.request}
    return ApprovalArea(name, _state(findings), tuple(documents), tuple(questions.values()))


def _state(findings: Sequence[Finding]) -> Shown:
    outcomes = {f.outcome for f in findings} - {Outcome.NOT_APPLICABLE}
    if not outcomes:
        return Shown.NOT_ASKED
    if outcomes == {Outcome.PASS}:
        return Shown.SHOWN
    if Outcome.PASS in outcomes:
        return Shown.PARTLY
    may_show = any(f.outcome is Outcome.UNDETERMINED and (f.subject.document or f.evidence) for f in findings)
    return Shown.UNDECIDED if may_show and Outcome.FAIL not in outcomes else Shown.NOT_SHOWN
