"""The must-fail twin of every check: the one thing that is spoilt in a clean dossier, after which a rule must fail.

`TWINS` holds a function a check; the first sentence of its docstring says what it spoils. It is given the rule's
parameters, so every rule has its own twin. None means that the dossier holds nothing to spoil.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, TypeAlias

from docverify.evaluation import twins_of_manuals as manuals
from docverify.evaluation import twins_of_people as people
from docverify.evaluation import twins_of_units as units
from docverify.evaluation.edits import BOX, Spoiling, chosen, covering, possible, printing, rewritten, shipping, without
from docverify.evaluation.twins_of_values import (
    act_ended,
    acts_unlisted,
    another_edition,
    another_party,
    body_spoilt,
    draft_cited,
    edition_ended,
    fields_blank,
    result_failed,
    standard_wrong,
    standards_unlisted,
    undated,
    value_rejected,
    wrong_act_listed,
    wrong_standard_alone,
)
from docverify.facts.document import Document, LanguageRange
from docverify.facts.dossier import Dossier, Link, LinkKind, State
from docverify.facts.shipment import Operator, Product
from docverify.facts.version import Version
from docverify.rules.parameters import PRODUCT_VERSIONS
from docverify.rules.standards import wanted_standard

Twin: TypeAlias = Callable[[Any, Spoiling], Dossier | None]
LONG_AGO = date(1990, 1, 1)
OTHERS: Mapping[str, tuple[str, ...]] = {"connectors": ("chademo", "type1"), "radios": ("srd", "gnss")}


def paper_absent(rule: Any, clean: Spoiling) -> Dossier | None:
    """The paper is taken out of the pack with every paper that may be it, or is for another model."""
    if rule.absent != "fail":
        return another_model(rule, clean)
    return without(clean.dossier, possible(clean.dossier, rule.papers))


def another_model(rule: Any, clean: Spoiling) -> Dossier | None:
    """The paper is for another model, rating, factory or whatever the rule asks about."""
    return covering(
        clean.dossier, chosen(clean.dossier, rule.papers), getattr(rule, "aspect", "model"), State.NOT_COVERED
    )


def feature_unlisted(rule: Any, clean: Spoiling) -> Dossier | None:
    """The paper lists another connector or radio than the one that ships."""
    shipped = {name for p in clean.dossier.shipment.products for name in getattr(p, rule.field) or ()}
    other = [name for name in OTHERS[rule.field] if name not in shipped]
    return _print(rule.papers, clean, rule.field, other[:1])


def another_version(rule: Any, clean: Spoiling) -> Dossier | None:
    """The paper is about another hardware or firmware version than the one that ships."""
    what = PRODUCT_VERSIONS[rule.field]
    shipped = [version for p in clean.dossier.shipment.products if (version := getattr(p, what))]
    return _print(rule.papers, clean, rule.field, [Version.parse(_other_version(shipped[0]))]) if shipped else None


def _other_version(shipped: str) -> str:
    """A version written like the one that ships, and another: 1.8.4 -> 99.8.4, C -> Z."""
    return re.sub(r"\d+", "99", shipped, count=1) if re.search(r"\d", shipped) else "Z"


def unfit_scheme(rule: Any, clean: Spoiling) -> Dossier | None:
    """A paper of the wrong kind stands in the place of the right one."""
    fit = chosen(clean.dossier, rule.fit) if rule.fit else list(clean.dossier.documents)
    wrong = rule.unfit[0]

    def turned(document: Document) -> Document:
        spoilt = replace(document, kind=wrong.kind, scheme=wrong.scheme)
        cited = [wanted_standard(name).reference for name in wrong.standards]
        return printing(spoilt, "standards", cited) if cited else spoilt

    return rewritten(clean.dossier, fit, turned) if fit else None


def brand_left(rule: Any, clean: Spoiling) -> Dossier | None:
    """The paper prints the maker's brand."""
    labels = [p.private_label for p in clean.dossier.shipment.products if p.private_label]
    names = [name for label in labels for name in (label.oem_brand, label.oem_model) if name]
    return _print(rule.papers, clean, "brand", names[:1]) if names else None


def radios_undescribed(rule: Any, clean: Spoiling) -> Dossier | None:
    """The manual says nothing of the radios."""
    return _print(rule.papers, clean, "radios", [])


def brand_owner_absent(rule: Any, clean: Spoiling) -> Dossier | None:
    """The maker declares in the place of the brand owner."""
    labels = [p.private_label for p in clean.dossier.shipment.products if p.private_label]
    names = [label.oem_brand for label in labels if label.oem_brand]
    return _print(rule.papers, clean, "manufacturer", [f"{names[0]} Co., Ltd."]) if names else None


def operator_abroad(rule: Any, clean: Spoiling) -> Dossier | None:
    """Every operator of the shipment, and of the papers, is in China."""
    abroad = Operator("Nantai Power Technology Co., Ltd.", country="CN")

    def moved(product: Product) -> Product:
        return replace(product, manufacturer=abroad, importers=(abroad,), authorised_representative=abroad)

    def reprinted(document: Document) -> Document:
        for field in (f"{role}_country" for role in rule.roles):
            document = printing(document, field, ["CN"] if document.values(field) else [])
        return document

    return shipping(rewritten(clean.dossier, clean.dossier.documents, reprinted), moved)


def cited_paper_absent(rule: Any, clean: Spoiling) -> Dossier | None:
    """A paper that is cited is taken out of the pack."""
    citing = {d.id for d in chosen(clean.dossier, rule.papers)}
    ends = [x.end for x in clean.dossier.links if x.kind is LinkKind.CITES and x.resolved and x.start in citing]
    return without(clean.dossier, [d for d in clean.dossier.documents if d.id in ends]) if ends else None


def cited_paper_differs(rule: Any, clean: Spoiling) -> Dossier | None:
    """The paper that is cited is for another model."""
    citing = {d.id for d in chosen(clean.dossier, rule.papers)}
    ends = [x.end for x in clean.dossier.links if x.kind is LinkKind.CITES and x.resolved and x.start in citing]
    cited = [d for d in clean.dossier.documents if d.id in ends and d.id not in _citing_too(clean.dossier, ends)]
    return covering(clean.dossier, cited, "model", State.NOT_COVERED) if cited else None


def _citing_too(dossier: Dossier, ends: list[str]) -> set[str]:
    """Cited papers that cite others themselves: with another model they would no longer be judged."""
    return {x.start for x in dossier.links if x.kind is LinkKind.CITES and x.resolved and x.start in ends}


def expired(rule: Any, clean: Spoiling) -> Dossier | None:
    """The paper's validity ended, or the paper is too old."""

    def late(document: Document) -> Document:
        if document.values("valid_until") or not rule.max_age_years:
            return printing(document, "valid_until", [clean.as_of - timedelta(days=1)])
        return printing(document, "issued_on", [LONG_AGO])

    return rewritten(clean.dossier, chosen(clean.dossier, rule.papers), late)


def issued_too_early(rule: Any, clean: Spoiling) -> Dossier | None:
    """The paper was issued the day before the day that counts."""
    return _print(rule.papers, clean, "issued_on", [rule.day - timedelta(days=1)])


def dates_swapped(rule: Any, clean: Spoiling) -> Dossier | None:
    """The last date of the paper lies before its first, or after the day of the check."""

    def swapped(document: Document) -> Document:
        printed = [name for name in rule.order if document.values(name)]
        if len(printed) < 2:
            after = clean.as_of + timedelta(days=400)
            return printing(document, rule.order[-1], [after]) if rule.until_as_of else document
        return printing(document, printed[-1], [document.values(printed[0])[0].value - timedelta(days=1)])

    return rewritten(clean.dossier, chosen(clean.dossier, rule.papers), swapped)


def dated_long_ago(rule: Any, clean: Spoiling) -> Dossier | None:
    """The paper was issued long before what it rests on."""
    return _print(rule.papers, clean, "issued_on", [LONG_AGO])


def another_language(rule: Any, clean: Spoiling) -> Dossier | None:
    """The papers are in Icelandic only."""

    def translated(document: Document) -> Document:
        whole = (LanguageRange("is", *document.pages),)
        return printing(replace(document, languages=whole), "languages", ["is"])

    return rewritten(clean.dossier, chosen(clean.dossier, rule.papers), translated)


def statement_absent(rule: Any, clean: Spoiling) -> Dossier | None:
    """The statement is left out, or the one that must not stand there is printed."""
    wanted = {*rule.all_of, *rule.any_of}

    def unsaid(document: Document) -> Document:
        kept = [entry for entry in document.values("statements") if entry.value not in wanted]
        return printing(document, "statements", [*kept, *rule.none_of[:1]])

    return rewritten(clean.dossier, chosen(clean.dossier, rule.papers), unsaid)


def superseded(rule: Any, clean: Spoiling) -> Dossier | None:
    """A newer issue of the paper is in the pack."""
    documents = chosen(clean.dossier, rule.papers)
    if len(documents) < 2:
        return None
    newer = Link(
        LinkKind.SUPERSEDES, documents[1].id, documents[0].id, resolved=True, why="a later issue of the same paper"
    )
    return replace(clean.dossier, links=(*clean.dossier.links, newer))


def altered(rule: Any, clean: Spoiling) -> Dossier | None:
    """The paper was changed after it was signed."""
    signatures = [{"changed_after": True, "changed_pages": [1]}]
    return _marked(rule, clean, changed_after_signing=True, signatures=signatures)


def page_missing(rule: Any, clean: Spoiling) -> Dossier | None:
    """The paper says more pages than there are."""
    return _marked(rule, clean, page_count_stated=999, pages_missing=[999])


def stamped(rule: Any, clean: Spoiling) -> Dossier | None:
    """The paper is stamped as withdrawn."""
    return _marked(rule, clean, stamped=[{"word": "WITHDRAWN", "page": 1, "quote": "WITHDRAWN", "boxes": [list(BOX)]}])


def words_hidden(rule: Any, clean: Spoiling) -> Dossier | None:
    """The paper holds a word that nobody sees."""
    return _marked(rule, clean, unseen=[{"how": "hidden", "page": 1, "quote": "EVC-22", "boxes": [list(BOX)]}])


def _marked(rule: Any, clean: Spoiling, **marks: Any) -> Dossier:
    def marked(document: Document) -> Document:
        return replace(document, marks={**document.marks, **marks})

    return rewritten(clean.dossier, chosen(clean.dossier, rule.papers), marked)


def unit_differs(rule: Any, clean: Spoiling) -> Dossier | None:
    """A unit carries another version, or the units are fewer than what ships."""

    def odd(product: Product) -> Product:
        listed = product.units or ()
        if rule.aspect == "quantity":
            return replace(product, quantity=len(listed) + 1)
        if not listed:
            return product
        first = replace(listed[0], hardware="Z9") if rule.aspect == "hardware" else replace(listed[0], firmware="99.9")
        return replace(product, units=(first, *listed[1:]))

    return shipping(clean.dossier, odd)


def _print(papers: Any, clean: Spoiling, field: str, values: list[Any]) -> Dossier:
    def changed(document: Document) -> Document:
        return printing(document, field, values)

    return rewritten(clean.dossier, chosen(clean.dossier, papers), changed)


TWINS: Mapping[str, Twin] = {
    "paper_present": paper_absent,
    "covers": another_model,
    "covers_each": another_model,
    "covers_some_product": another_model,
    "features_match": feature_unlisted,
    "features_match_each": feature_unlisted,
    "no_other_features": feature_unlisted,
    "version_agrees": another_version,
    "scheme_fits_duty": unfit_scheme,
    "brand_leftover": brand_left,
    "declares_act": acts_unlisted,
    "declares_standard": standards_unlisted,
    "radio_standards": standards_unlisted,
    "acts_not_listed": wrong_act_listed,
    "acts_in_force": act_ended,
    "standards_not_alone": wrong_standard_alone,
    "field_present": fields_blank,
    "fields_shown": fields_blank,
    "declaration_complete": fields_blank,
    "field_value": value_rejected,
    "edition_in_force": edition_ended,
    "standard_known": standard_wrong,
    "no_draft": draft_cited,
    "standards_dated": undated,
    "not_older_than_standards": dated_long_ago,
    "editions_agree": another_edition,
    "party_agrees": another_party,
    "parties_agree": another_party,
    "declared_by_brand_owner": brand_owner_absent,
    "operator_established": operator_abroad,
    "reference_resolved": cited_paper_absent,
    "reference_agrees": cited_paper_differs,
    "body_number": body_spoilt,
    "bodies_agree": body_spoilt,
    "valid_on": expired,
    "issued_not_before": issued_too_early,
    "dates_in_order": dates_swapped,
    "dated_after_cited": dated_long_ago,
    "languages_cover": another_language,
    "statements_present": statement_absent,
    "radios_described": radios_undescribed,
    "not_superseded": superseded,
    "not_altered": altered,
    "not_stamped": stamped,
    "nothing_unseen": words_hidden,
    "pages_complete": page_missing,
    "result_passes": result_failed,
    "unit_agrees": unit_differs,
    "answered": people.answered_no,
    "issuer_listed": people.issuer_blank,
    "identifier_shown": people.number_blank,
    "accreditation_known": people.accreditation_blank,
    "readable": people.file_empty,
    "products_named": people.product_twice,
    "units_in_order": units.firmware_gone_back,
    "units_alike": units.part_of_another_kind,
    "units_unique": units.serial_twice,
    "serials_fit": units.serial_of_another_form,
    "units_not_withdrawn": units.version_withdrawn,
    "units_inspected": units.unit_rejected,
    "units_produced": units.produced_ahead,
    "units_in_declared_range": units.range_elsewhere,
    "units_after_release": units.produced_long_ago,
    "units_newest": units.newer_release,
    "units_recorded": units.unit_unrecorded,
    "records_all_ship": units.unit_left_behind,
    "number_form": units.number_strange,
    "versions_bridged": units.changed_for_a_new_test,
    "exemptions_valid": units.exemption_expired,
    "label_chain": units.evidence_unbridged,
    "models_named_right": manuals.model_misspelt,
    "revision_unique": manuals.second_revision,
    "revision_current": manuals.product_changed,
    "languages_alike": manuals.language_poorer,
    "words_left": manuals.factory_named,
    "said_of_product": manuals.misstated,
    "product_stated": manuals.product_unstated,
    "declaration_address": manuals.declaration_nowhere,
    "declaration_quoted": manuals.declaration_misquoted,
    "acts_current": manuals.ended_act_named,
    "free_of": manuals.mistake_made,
    "made_with": manuals.made_badly,
}
