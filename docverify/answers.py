"""Refuses an answer in a shipment file that no rule asks for: with a mistyped id it would count for nothing."""

from collections.abc import Iterable, Mapping, Sequence

from docverify.errors import UsageError
from docverify.facts.shipment import Answer
from docverify.packs import all_packs
from docverify.rules.checks import CHECKS
from docverify.rules.context import Scope
from docverify.rules.near import allowed
from docverify.rules.pack import RulePack


def questions(packs: Iterable[RulePack]) -> Mapping[str, Scope]:
    """The ids of the rules that people may answer, each with what it is decided for."""
    rules = (rule for pack in packs for rule in pack.rules)
    return {rule.id: CHECKS[rule.check].scope for rule in rules if CHECKS[rule.check].asks}


def refuse_unknown(answers: Sequence[Answer], packs: Sequence[RulePack]) -> None:
    """UsageError for an answer to a question of no pack; one of a market that is not asked about is let be."""
    asked = questions(packs)
    for answer in answers:
        if answer.rule not in asked and answer.rule not in (known := questions(all_packs())):
            raise UsageError(f"answers: {allowed('question', answer.rule, sorted(known))}")
        if asked.get(answer.rule) is Scope.DOCUMENT and not answer.paper:
            raise UsageError(f"answers: {answer.rule} is asked of each paper; say which one under paper")
