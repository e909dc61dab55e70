"""Packs and a dossier -> what holds today and will not, in the order of the days on which something changes.

The question is that of a reorder: the same products and papers, placed on the market on a later day. Only days on
which a rule, a pack, an edition, an act, a body or a paper begins or ends are looked at, and on them only the rules
that such a day can touch. No clock: the first day is `as_of`. What fails today already is no news, so it is left out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from docverify.facts.document import Document
from docverify.facts.dossier import Dossier
from docverify.facts.finding import Finding, Foreseen, Outcome
from docverify.rules.answers import HOLDS
from docverify.rules.evaluate import evaluate
from docverify.rules.pack import Rule, RulePack
from docverify.rules.parameters import ValidOn

DAY = timedelta(days=1)
YEAR = timedelta(days=365.25)
# Checks that ask what day it is, and so may answer otherwise on another one.
DATED_CHECKS = frozenset({"edition_in_force", "acts_in_force", "valid_on", "body_number", "dates_in_order"})
_LITERAL = re.compile(r"date\(\s*'(\d{4}-\d{2}-\d{2})'\s*\)")
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A day on which something changes, in words, and the rule it is about; an empty rule is every dated check."""

    day: date
    why: str
    rule: str = ""


def look_ahead(packs: Sequence[RulePack], dossier: Dossier, *, as_of: date, days: int = 365) -> tuple[Foreseen, ...]:
    """What holds on `as_of` and fails, or cannot be decided, from a later day within `days`.

    `packs` are all that are in effect on some day of the span, each for its market; of one pack the newest in effect
    counts.
    """
    last = as_of + timedelta(days=days)
    turns = [turn for turn in _turns(packs, dossier) if as_of < turn.day <= last]
    touched = frozenset(turn.rule for turn in turns)
    before = _findings(packs, dossier, as_of, touched)
    foreseen: list[Foreseen] = []
    for day in sorted({turn.day for turn in turns}):
        later = replace(dossier, shipment=replace(dossier.shipment, placed_on_market=day))
        after = _findings(packs, later, day, touched)
        reasons = [turn for turn in turns if turn.day == day]
        foreseen += [
            Foreseen(day, _because(found, reasons), found)
            for key, found in after.items()
            if _is_news(found, before.get(key))
        ]
        before = after
    return tuple(foreseen)


def _is_news(found: Finding, earlier: Finding | None) -> bool:
    """Whether the finding is worse than the earlier one on the same rule and subject; a new doubt is news, too."""
    was = earlier.outcome if earlier else Outcome.NOT_APPLICABLE
    if found.outcome is Outcome.FAIL:
        return was is not Outcome.FAIL
    return found.outcome is Outcome.UNDETERMINED and was in (Outcome.PASS, Outcome.NOT_APPLICABLE)


def _because(found: Finding, reasons: Iterable[Turn]) -> str:
    """What changes on that day for the rule; where nothing is about the rule itself, what the day brings."""
    own = [turn.why for turn in reasons if turn.rule == found.rule]
    words = own or [turn.why for turn in reasons if not turn.rule]
    return "; ".join(dict.fromkeys(words))


def _findings(packs: Sequence[RulePack], dossier: Dossier, day: date, touched: frozenset[str]) -> Mapping[Key, Finding]:
    """The findings on that day of the rules that a turn can touch, by rule and subject."""
    found: dict[Key, Finding] = {}
    for pack in in_effect(packs, day):
        rules = tuple(rule for rule in pack.rules if rule.id in touched or ("" in touched and _is_dated(rule)))
        if rules:
            chosen = replace(pack, rules=rules)
            found |= {_key(f): f for f in evaluate(chosen, dossier, market=pack.market, as_of=day)}
    return found


def _key(finding: Finding) -> Key:
    subject = finding.subject
    return finding.rule, finding.market, subject.document or "", subject.product or "", subject.unit or ""


def _is_dated(rule: Rule) -> bool:
    return rule.check in DATED_CHECKS


def in_effect(packs: Iterable[RulePack], day: date) -> tuple[RulePack, ...]:
    """Of each pack and market the newest version that is in effect on the day."""
    newest: dict[tuple[str, str], RulePack] = {}
    for pack in packs:
        place = (pack.id, pack.market)
        if pack.head.in_effect(day) and (place not in newest or newest[place].order < pack.order):
            newest[place] = pack
    return tuple(newest.values())


def _turns(packs: Sequence[RulePack], dossier: Dossier) -> Iterator[Turn]:
    for pack in packs:
        for rule in pack.rules:
            yield from _of_pack(pack, rule)
            yield from _of_rule(rule)
            yield from _of_age(rule, dossier)
            yield from _of_answers(rule, dossier)
        yield from _of_registers(pack)
    for document in dossier.documents:
        yield from _of_document(document)


def _of_pack(pack: RulePack, rule: Rule) -> Iterator[Turn]:
    name = f"the pack {pack.id} {pack.version}"
    yield Turn(pack.head.effective_from, f"{name} takes effect", rule.id)
    if pack.head.effective_until:
        yield Turn(pack.head.effective_until + DAY, f"{name} ends", rule.id)


def _of_rule(rule: Rule) -> Iterator[Turn]:
    if rule.valid_from:
        yield Turn(rule.valid_from, f"{rule.reference.cite} holds from {rule.valid_from}", rule.id)
    if rule.valid_until:
        yield Turn(rule.valid_until + DAY, f"{rule.reference.cite} held until {rule.valid_until}", rule.id)
    for text in _LITERAL.findall(rule.when):
        day = date.fromisoformat(text)
        yield Turn(day, f"{rule.reference.cite} changes on {day}", rule.id)
        yield Turn(day + DAY, f"{rule.reference.cite} changes after {day}", rule.id)


def _of_age(rule: Rule, dossier: Dossier) -> Iterator[Turn]:
    """Days on which a paper becomes older than a rule lets it be."""
    wanted = rule.parameters
    if isinstance(wanted, ValidOn) and wanted.max_age_years:
        for document in dossier.documents:
            for entry in document.values("issued_on"):
                day = entry.value + YEAR * wanted.max_age_years + DAY
                yield Turn(day, f"{document.name} is then more than {wanted.max_age_years} years old", rule.id)


def _of_answers(rule: Rule, dossier: Dossier) -> Iterator[Turn]:
    """Days on which what a person answered has to be asked again."""
    for answer in dossier.shipment.answers:
        if answer.rule == rule.id:
            yield Turn(answer.day + HOLDS + DAY, f"{answer.who} answered on {answer.day}", rule.id)


def _of_registers(pack: RulePack) -> Iterator[Turn]:
    for line in pack.registers.editions:
        name = (
            f"{line.designation}:{line.edition}" if line.edition[:1].isdigit() else f"{line.designation} {line.edition}"
        )
        if line.ceases_on:
            yield Turn(line.ceases_on, f"{name} gives no presumption of conformity from {line.ceases_on}")
        if line.dow:
            yield Turn(line.dow + DAY, f"{name} is withdrawn on {line.dow}")
    for act in pack.registers.acts:
        if act.applies_until:
            yield Turn(act.applies_until + DAY, f"{act.number} applies until {act.applies_until}")
    for body in pack.registers.bodies:
        if body.valid_until:
            yield Turn(body.valid_until + DAY, f"{body.name} ({body.number}) is a body until {body.valid_until}")


def _of_document(document: Document) -> Iterator[Turn]:
    for entry in document.values("valid_until"):
        yield Turn(entry.value + DAY, f"{document.name} is valid until {entry.value}")
