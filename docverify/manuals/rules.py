"""Which rules the manual check asks, and which findings the settings exempt."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from docverify.facts.document import Document, DocumentKind
from docverify.facts.finding import Finding, Outcome, Severity, Topic, Waiver
from docverify.packs import packs_for
from docverify.rules.checks import CHECKS
from docverify.rules.context import Scope
from docverify.rules.pack import Rule, RulePack
from docverify.settings import Settings, is_like, relative

MARKET = "manual"
# Rules on papers of every kind that a manual must keep, too.
ALWAYS = frozenset({"PAPERS-READ-001", "PAPERS-READ-006"})
# MAN-OEM-001 asks the same of more places, MAN-PTY-002 and MAN-PTY-003 the same of manuals.
NEVER = frozenset({"PAPERS-BRAND-001", "PAPERS-PARTY-002", "EU-GEN-OPR-003"})
# Whether the pack holds a manual, and which kind of paper a duty asks for, is a question to a pack of papers.
OF_PACKS = frozenset({Topic.MISSING_DOCUMENT, Topic.CERTIFICATE_SCHEME})
FOREVER = date(9999, 12, 31)


def manual_packs(markets: Sequence[str], *, as_of: date, with_products: bool = True) -> tuple[RulePack, ...]:
    """The packs of the markets and of the manual check, with their rules on manuals only.

    Without products, whether a manual is about one is no question.
    """
    packs = packs_for([*markets, MARKET], as_of=as_of)
    without = frozenset() if with_products else frozenset({"covers_some_product"})
    kept = [
        replace(pack, rules=tuple(r for r in pack.rules if is_on_manuals(r) and r.check not in without))
        for pack in packs
    ]
    return tuple(pack for pack in kept if pack.rules)


def by_itself(pack: RulePack) -> tuple[RulePack, RulePack]:
    """The pack with the rules that every manual has to keep by itself, and with those that all keep together.

    A language that another manual of the product is in, or a model it is for, is there for all; a statement is not.
    """
    alone = tuple(rule for rule in pack.rules if _is_of_each(rule))
    return replace(pack, rules=alone), replace(pack, rules=tuple(rule for rule in pack.rules if rule not in alone))


def _is_of_each(rule: Rule) -> bool:
    if CHECKS[rule.check].scope is not Scope.PRODUCT or rule.check in ("languages_cover", "covers"):
        return False
    return not getattr(rule.parameters, "each_language", False)


def is_on_manuals(rule: Rule) -> bool:
    """Whether the rule can be decided by manuals alone.

    A rule that asks for something in a manual or on another paper is one only where each paper is judged by itself.
    """
    if rule.id in ALWAYS or rule.id in NEVER:
        return rule.id in ALWAYS
    papers: Any = getattr(rule.parameters, "papers", ())
    kinds = {paper.kind for paper in papers}
    if DocumentKind.MANUAL not in kinds or rule.topic in OF_PACKS:
        return False
    return len(kinds) == 1 or CHECKS[rule.check].scope in (Scope.PAIR, Scope.DOCUMENT) or may_stand_elsewhere(rule)


def may_stand_elsewhere(rule: Rule) -> bool:
    """Whether the rule is content with another paper instead: then a manual without it is undecided."""
    papers: Any = getattr(rule.parameters, "papers", ())
    others = {paper.kind for paper in papers} - {DocumentKind.MANUAL}
    return bool(others) and CHECKS[rule.check].scope is Scope.PRODUCT and rule.topic is Topic.MANUAL_STATEMENT


def exempted(
    findings: Iterable[Finding], packs: Sequence[RulePack], settings: Settings, documents: Sequence[Document]
) -> list[Finding]:
    """The findings: those the settings exempt carry the reason as their waiver, those on other papers are undecided."""
    elsewhere = {rule.id for pack in packs for rule in pack.rules if may_stand_elsewhere(rule)}
    paths = {document.id: document.path for document in documents}
    kept = []
    for finding in findings:
        if finding.rule in elsewhere and finding.outcome is Outcome.FAIL:
            finding = _softened(finding)
        reason = _exempt(finding.rule, paths.get(finding.subject.document or "", ""), settings)
        kept.append(replace(finding, waiver=Waiver(reason, "settings", FOREVER)) if reason else finding)
    return kept


def _exempt(rule: str, path: str, settings: Settings) -> str:
    """The reason for which the settings exempt the file from the rule; empty when they do not."""
    return next((e.reason for e in settings.exceptions if e.rule == rule and _fits(path, e.files, settings)), "")


def _softened(finding: Finding) -> Finding:
    severity = finding.severity if finding.severity.weight < Severity.MAJOR.weight else Severity.MINOR
    message = f"{finding.message} Another paper of the pack may carry it instead."
    return replace(finding, outcome=Outcome.UNDETERMINED, severity=severity, message=message)


def _fits(path: str, patterns: tuple[str, ...], settings: Settings) -> bool:
    return "**" in patterns or (bool(path) and is_like(relative(Path(path), settings.root), patterns))
