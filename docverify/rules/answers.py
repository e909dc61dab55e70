"""What a person found out and wrote into the shipment file -> the conclusion on a rule that leaves it to people.

The newest answer counts, of two on one day the one that says no; after a year the question is asked again.
"""

from datetime import date, timedelta

from docverify.facts.shipment import Answer
from docverify.rules.context import Conclusion, Context, Ground, failed, ground, passed, undecided

# An answer is good for so long: registrations lapse, people and processes at a supplier change.
HOLDS = timedelta(days=365)


def answer_to(context: Context) -> Conclusion | None:
    """What the answer to the rule says of the subject; None when nobody gave one."""
    given = [answer for answer in context.dossier.shipment.answers if _is_meant(answer, context)]
    if not given:
        return None
    newest = max(given, key=_newest)
    said = f"{newest.who} answered on {newest.day}: {newest.seen}"
    words = {"expected": "yes", "found": f"{'yes' if newest.fulfilled else 'no'} ({newest.who}, {newest.day})"}
    if newest.day > context.as_of:
        return undecided(f"{said}; that is after {context.as_of}", **words)
    shown = _paper_of(newest, context)
    if newest.paper and not shown:
        return undecided(f"{said}; but {newest.paper}, which is to show it, is not in the pack", **words)
    if not newest.fulfilled:
        return failed(said, *shown, **words)
    if newest.day + HOLDS < context.as_of:
        return undecided(f"{said}; that is more than a year ago, so it has to be asked again", *shown, **words)
    return passed(said, *shown, **words)


def _is_meant(answer: Answer, context: Context) -> bool:
    """Whether it is the rule's, and about the subject: a paper has to be named, a product only among several."""
    if answer.rule != context.rule:
        return False
    if context.product is None:
        return context.document is not None and answer.paper == context.document.path
    return answer.product in (None, context.product.model)


def _newest(answer: Answer) -> tuple[date, bool]:
    return answer.day, not answer.fulfilled


def _paper_of(answer: Answer, context: Context) -> tuple[Ground, ...]:
    return tuple(ground(document) for document in context.dossier.documents if document.path == answer.paper)
