"""A check on what a manual describes beyond its product: radios and connectors that no product of it has."""

from docverify.rules.context import Conclusion, Context, failed, ground, inapplicable, passed, undecided
from docverify.rules.parameters import Features


def no_other_features(rule: Features, context: Context) -> Conclusion:
    """The manual gives data of no connector or radio that none of the shipment's products has."""
    document = context.the_document
    entries = document.values(rule.field)
    if not entries:
        return inapplicable(f"{document.name} describes no {rule.field}")
    products = context.dossier.shipment.products
    if not products:
        return inapplicable("no product is named to hold it against")
    shipped = [getattr(product, rule.field) for product in products]
    if any(features is None for features in shipped):
        why = f"nobody said which {rule.field} {', '.join(product.model for product in products)} has"
        return undecided(why, ground(document, *entries))
    known = sorted({name for features in shipped for name in features})
    other = [entry for entry in entries if str(entry.value) not in known]
    words = {"expected": ", ".join(known) or f"no {rule.field}"}
    if other:
        found = ", ".join(dict.fromkeys(str(entry.value) for entry in other))
        why = f"{document.name} describes {found}, which no product of it has"
        return failed(why, ground(document, *other), found=found, missing=found, **words)
    return passed(f"{document.name} describes no other {rule.field}", ground(document, *entries[:1]), **words)
