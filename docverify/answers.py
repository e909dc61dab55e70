"""Refuses an answer in a shipment file that no rule asks for: with a mistyped id it would count for nothing."""

from collections.abc import Iterable, Sequence

from docverify.errors import UsageError
from docverify.facts.shipment import Answer
from docverify.packs import all_packs
from docverify.rules.near import allowed
from docverify.rules.pack import RulePack

ASKS = "answered"


def questions(packs: Iterable[RulePack]) -> frozenset[str]:
    """The ids of the rules that people answer."""
    return frozenset(rule.id for pack in packs for rule in pack.rules if rule.check == ASKS)


def refuse_unknown(answers: Sequence[Answer], packs: Sequence[RulePack]) -> None:
    """UsageError for an answer to a question of no pack; one of a market that is not asked about is let be."""
    asked = questions(packs)
    strange = [answer.rule for answer in answers if answer.rule not in asked]
    if not strange:
        return
    known = questions(all_packs())
    for rule in strange:
        if rule not in known:
            raise UsageError(f"answers: {allowed('question', rule, sorted(known))}")
