"""Checks along a chain of papers: from the version that was tested to the one that ships, from maker to brand.

The finding shows the chain step by step. Whether a change is cosmetic, wants a review or a new test is decided by the
register `changes` alone; words that it does not hold are undetermined, with the question to ask.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from docverify.facts.document import Document
from docverify.facts.dossier import State
from docverify.facts.evidence import Found
from docverify.facts.finding import Confidence
from docverify.facts.shipment import Product
from docverify.rules.checks_units import parsed, same
from docverify.rules.context import (
    Conclusion,
    Context,
    Ground,
    failed,
    ground,
    inapplicable,
    marked_unverified,
    passed,
    undecided,
)
from docverify.rules.pack import Change
from docverify.rules.papers import chosen, concerns, covering, selected
from docverify.rules.parameters import PRODUCT_VERSIONS
from docverify.rules.parameters_changes import LabelChain, VersionsBridged

WORST = ("retest", "review", "cosmetic")


@dataclass(frozen=True, slots=True)
class Step:
    """One notice that leads from a version to the next."""

    notice: Document
    before: Found[Any]
    after: Found[Any]


def versions_bridged(rule: VersionsBridged, context: Context) -> Conclusion:
    """Each version tested or certified is the one that ships, or change notices lead from it to that one."""
    product = context.the_product
    what = PRODUCT_VERSIONS[rule.field]
    shipped = product.hardware if what == "hardware" else product.firmware
    printed = [
        (d, d.values(rule.field)) for d in covering(context, product, rule.papers).covered if d.values(rule.field)
    ]
    if not printed:
        return inapplicable(f"no paper of {product.model} prints the {what} it is about")
    if shipped is None:
        return undecided(f"the shipment does not say which {what} {product.model} ships with")
    others = [(d, entries[0]) for d, entries in printed if not any(_is(entry, shipped) for entry in entries)]
    if not others:
        names = ", ".join(document.name for document, _ in printed)
        chain = f"1. {names}: {what} {shipped}; 2. shipped: {shipped}"
        return passed(chain, *(ground(d, *entries[:1]) for d, entries in printed), expected=shipped, found=shipped)
    if not selected(context, rule.notices):
        return inapplicable("the pack holds no change notice; that another version was tested is told by itself")
    steps = list(_steps(context, rule, product))
    said = [_bridge(context, document, entry, shipped, steps, what) for document, entry in others]
    return min(said, key=_weight)


def _weight(conclusion: Conclusion) -> int:
    return ("fail", "undetermined", "pass", "not_applicable").index(conclusion.outcome)


def _is(entry: Found[Any], shipped: str) -> bool:
    version = parsed(shipped)
    return same(entry.value.printed, shipped) or bool(version and entry.value.contains(version))


def _steps(context: Context, rule: VersionsBridged, product: Product) -> Iterator[Step]:
    """The steps of the notices that may be about the product: each version before, and the one after it."""
    for notice in selected(context, rule.notices):
        if concerns(context.dossier, product, notice) is State.NOT_COVERED:
            continue
        before: Found[Any] | None = None
        for entry in notice.values(rule.field):
            if entry.details.get("role") == "before":
                before = entry
            elif entry.details.get("role") == "after" and before is not None:
                yield Step(notice, before, entry)
                before = None


def _bridge(
    context: Context, document: Document, entry: Found[Any], shipped: str, steps: list[Step], what: str
) -> Conclusion:
    tested = entry.value.printed
    path = _path(tested, shipped, steps)
    words = {"expected": shipped, "found": tested}
    if path is None:
        why = f"{document.name} is about {what} {tested}, the shipment has {shipped}, and no change notice leads from "
        why += "one to the other: what was changed, and which tests were repeated?"
        return undecided(why, ground(document, entry), **words)
    chain = [f"1. {document.name}: {what} {tested}"]
    shown: list[Ground] = [ground(document, entry)]
    asked: list[str] = []
    verified = True
    for place, step in enumerate(path, 2):
        changes = step.notice.values("changes")
        verdict, graded, why = judged(context.registers.changes, [str(change.value) for change in changes])
        chain.append(f"{place}. {step.notice.name}: {step.before.value.printed} → {step.after.value.printed}, {why}")
        shown.append(ground(step.notice, step.before, step.after, *changes))
        asked.append(verdict)
        verified = verified and graded
    text = "; ".join([*chain, f"{len(path) + 2}. shipped: {shipped}"])
    if "retest" in asked:
        return marked_unverified(failed(f"{text}; a new test is wanted", *shown, **words), unverified=not verified)
    if set(asked) == {"cosmetic"}:
        return marked_unverified(passed(text, *shown, **words), unverified=not verified)
    return marked_unverified(undecided(f"{text}; which tests were repeated?", *shown, **words), unverified=not verified)


def _path(start: str, end: str, steps: Sequence[Step]) -> list[Step] | None:
    """The fewest steps from one version to the other; None when there are none."""
    ways: list[tuple[str, list[Step]]] = [(start, [])]
    for version, way in ways:
        if same(version, end) and way:
            return way
        for step in steps:
            if step not in way and same(step.before.value.printed, version):
                ways.append((step.after.value.printed, [*way, step]))
    return None


def judged(lines: Sequence[Change], changes: Sequence[str]) -> tuple[str, bool, str]:
    """What the changes ask for, whether that is verified, and in words; `open` when a change is in no line."""
    if not changes:
        return "open", True, "and does not say what was changed"
    found: list[tuple[str, bool, str]] = []
    for change in changes:
        fitting = [line for line in lines if any(re.search(p, change, re.IGNORECASE) for p in line.patterns)]
        line = min(fitting, key=_worst) if fitting else None
        asks = line.asks_for if line else "open"
        verified = line is None or line.grade is not Confidence.UNVERIFIED
        wanted = {"cosmetic": "is cosmetic", "review": "wants a review", "retest": "wants a new test"}
        found.append((asks, verified, f"{change!r} {wanted.get(asks, 'is a change that no rule knows')}"))
    order = ("retest", "review", "open", "cosmetic")
    worst = min((asks for asks, _, _ in found), key=order.index)
    return worst, all(verified for _, verified, _ in found), ", ".join(words for _, _, words in found)


def _worst(line: Change) -> int:
    return WORST.index(line.asks_for)


def label_chain(rule: LabelChain, context: Context) -> Conclusion:
    """The papers lead from the brand's model to the maker's, and from there to the evidence."""
    product = context.the_product
    label = product.private_label
    if label is None:
        return inapplicable(f"{product.model} is not a private-label product")
    if not label.oem_model:
        return undecided(f"the shipment does not name the maker's model behind {product.model}")
    found = covering(context, product, rule.papers)
    in_own = [d for d in found.covered if _names(d, product.model)]
    bridged = [d for d in found.covered if d not in in_own]
    letters = [d for d in context.dossier.documents if _names(d, product.model) and _names(d, label.oem_model)]
    own = [d for d in chosen(context.dossier.documents, rule.own) if _names(d, product.model)]
    steps = [
        f"1. in the brand's name: {_listed(own)}",
        f"2. {product.model} is {label.oem_model}: {_listed(letters)}{_construction(letters)}",
        f"3. evidence for {label.oem_model}: {_listed(bridged)}",
        f"4. evidence for {product.model} itself: {_listed(in_own)}",
    ]
    text = "; ".join(steps)
    shown = [ground(d, *_entries(d, product.model, label.oem_model)) for d in (*own[:3], *letters[:2], *bridged[:3])]
    words = {"expected": f"{product.model} of {product.brand or 'the brand'}", "found": text}
    lost = [d for d in (*found.elsewhere, *found.undetermined) if _names(d, label.oem_model)]
    if not own:
        return undecided(f"{text}; no paper in the brand's name names {product.model}", *shown, **words)
    built = _built(letters)
    if built == "changed":
        return failed(f"{text}; the letter itself says that the construction differs", *shown, **words)
    if lost:
        why = f"{text}; nothing leads from {product.model} to {_listed(lost)}"
        return (undecided if found.undetermined else failed)(why, *shown, **words)
    if not bridged and not in_own:
        return undecided(f"{text}; no evidence covers {product.model}", *shown, **words)
    if built in ("unclear", "silent"):
        return undecided(f"{text}; does the letter say that the construction is unchanged?", *shown, **words)
    return passed(text, *shown, **words)


def _built(letters: Sequence[Document]) -> str:
    """What the equivalence letters say of the construction, the gravest first; empty when there is no such letter."""
    of_that_kind = [letter for letter in letters if letter.scheme == "equivalence_letter"]
    said = [entry.value for letter in of_that_kind for entry in letter.values("construction")[:1]]
    said += ["silent"] if len(said) < len(of_that_kind) else []
    return next((word for word in ("changed", "unclear", "unchanged", "silent") if word in said), "")


def _construction(letters: Sequence[Document]) -> str:
    """The letters' own words of the construction."""
    said = [entry for letter in letters for entry in letter.values("construction")[:1]]
    silent = " (says nothing of the construction that could be read)" if _built(letters) == "silent" else ""
    return "".join(f" (construction {entry.value}: {' '.join(entry.quote.split())!r})" for entry in said[:2]) or silent


def _listed(documents: Sequence[Document]) -> str:
    return ", ".join(document.name for document in documents) or "nothing"


def _entries(document: Document, *models: str) -> tuple[Found[Any], ...]:
    entries = (*document.values("models"), *document.values("covered_models"))
    named = (entry for entry in entries if any(_is_model(entry, model) for model in models))
    return (*named, *document.values("construction")[:1])


def _names(document: Document, model: str) -> bool:
    return any(_is_model(entry, model) for entry in (*document.values("models"), *document.values("covered_models")))


def _is_model(entry: Found[Any], model: str) -> bool:
    return bool(entry.value.covers(model) == "covered")
