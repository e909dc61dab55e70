"""Checks on what a manual says of acts and of its product's declaration of conformity.

What is quoted in the manual is held against the marks that the check of manuals fills; on a manual that was read as a
supplier's paper they end undetermined.
"""

import re
from typing import Any

from docverify.facts.document import Document
from docverify.rules.checks_manual_text import anatomy_of, not_read, plain
from docverify.rules.context import Conclusion, Context, failed, ground, inapplicable, passed, unread
from docverify.rules.pack import Written
from docverify.rules.parameters_manual import DeclarationQuoted


def declaration_quoted(rule: DeclarationQuoted, context: Context) -> Conclusion:
    """What the manual quotes of the declaration is what the declaration says."""
    document = context.the_document
    if anatomy_of(document) is None:
        return not_read(document)
    if rule.what == "product":
        return _declared_product(document, context)
    declared = document.marks.get("declared_acts")
    quoted = document.values("acts_described")
    if declared is None:
        return inapplicable("the settings name no declaration of this manual")
    if not quoted:
        return inapplicable(f"{document.name} quotes no act")
    other = [entry for entry in quoted if str(entry.value) not in declared and _is_declarable(str(entry.value))]
    words = {"expected": ", ".join(declared)}
    if other:
        found = ", ".join(dict.fromkeys(str(entry.value) for entry in other))
        why = f"{document.name} names {found}, the declaration does not"
        return failed(why, ground(document, *other), found=found, value=found, **words)
    return passed(f"every act that {document.name} names is declared", ground(document, *quoted), **words)


def _is_declarable(act: str) -> bool:
    """Whether the act is one that a declaration of conformity lists: manuals name others (WEEE, REACH, batteries)."""
    return act in {"2014/35/EU", "2014/30/EU", "2014/53/EU", "2011/65/EU", "2014/32/EU", "1999/5/EC", "2004/108/EC"}


_CODE = re.compile(r"(?<![\w/-])(?=[A-Z0-9/-]*\d)[A-Z]{1,8}[A-Z0-9]*(?:[-/][A-Z0-9]+)*(?![\w-])")


def _declared_product(document: Document, context: Context) -> Conclusion:
    """The short declaration, or the address of the whole one, names a product of the manual and no other."""
    said = [e for e in document.values("statements") if e.value in ("simplified_doc", "doc_address")]
    if not said:
        return inapplicable(f"{document.name} carries no short declaration")
    models = {product.model for product in context.dossier.shipment.products}
    models |= set(document.marks.get("known_models", ()))
    named: dict[str, Any] = {}
    for entry in said:
        named |= {code: entry for code in _CODE.findall(entry.quote.upper()) if any(_is_kin(code, m) for m in models)}
    own = {plain(model) for model in models}
    if named and not any(plain(code) in own for code in named):
        why = f"the declaration in {document.name} names {', '.join(named)}"
        shown = ground(document, *dict.fromkeys(named.values()))
        return failed(why, shown, expected=", ".join(sorted(models)), found=", ".join(named))
    return passed(f"the declaration in {document.name} names no other product", ground(document, *said[:1]))


def _is_kin(code: str, model: str) -> bool:
    """Whether the code begins like the model, as models of one maker do."""
    return len(code) >= 4 and plain(code)[:3] == plain(model)[:3]


def acts_current(_rule: Written, context: Context) -> Conclusion:
    """The manual names no act that has stopped applying."""
    document = context.the_document
    entries = document.values("acts_described")
    if not entries:
        return inapplicable(f"{document.name} names no act")
    ended = {
        act.number: act for act in context.registers.acts if act.applies_until and act.applies_until < context.as_of
    }
    wrong = [entry for entry in entries if str(entry.value) in ended]
    if not wrong:
        return unread(document, "every act named") or passed(
            f"{document.name} names no act that has stopped applying", ground(document, *entries[:1])
        )
    act = ended[str(wrong[0].value)]
    words = {"act": act.number, "replaced_by": act.replaced_by or "", "ceased_on": str(act.applies_until)}
    why = f"{document.name} names {act.number}, which applied until {act.applies_until}"
    return failed(why, ground(document, *wrong), expected=act.replaced_by or "", found=act.number, **words)
