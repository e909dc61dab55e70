"""CHECKS: the closed set of pure functions that a rule may name.

A check is given the rule's parameters and a context (dossier, registers, market, date, subject) and concludes; it
reads no file and no clock, and knows no market. To add one: a function in one of the `checks_*` modules, its
parameters in `parameters`, a line here, and its tests. What each parameter means is said there.
"""

from collections.abc import Mapping

from docverify.rules import (
    checks_agreement,
    checks_changes,
    checks_dates,
    checks_declaration,
    checks_evidence,
    checks_files,
    checks_manual,
    checks_manual_acts,
    checks_manual_features,
    checks_manual_left,
    checks_manual_product,
    checks_manual_said,
    checks_manual_text,
    checks_presence,
    checks_references,
    checks_registers,
    checks_seen,
    checks_standards,
    checks_unit_papers,
    checks_units,
)
from docverify.rules import parameters as p
from docverify.rules import parameters_changes as c
from docverify.rules import parameters_evidence as e
from docverify.rules import parameters_manual as m
from docverify.rules import parameters_registers as r
from docverify.rules import parameters_units as u
from docverify.rules.context import Check, Scope

CHECKS: Mapping[str, Check] = {
    # which papers are there, and what they extend to
    "paper_present": Check(checks_presence.paper_present, p.PaperPresent, Scope.PRODUCT),
    "covers": Check(checks_presence.covers, p.Covers, Scope.PRODUCT),
    "covers_each": Check(checks_presence.covers_each, p.Covers, Scope.PAIR),
    "covers_some_product": Check(checks_presence.covers_some_product, p.OfPapers, Scope.DOCUMENT, strays=True),
    "features_match": Check(checks_presence.features_match, p.Features, Scope.PRODUCT, ("missing",)),
    "features_match_each": Check(checks_presence.features_match_each, p.Features, Scope.PAIR, ("missing",)),
    "version_agrees": Check(checks_presence.version_agrees, p.VersionAgrees, Scope.PAIR),
    "scheme_fits_duty": Check(checks_presence.scheme_fits_duty, p.SchemeFitsDuty, Scope.PRODUCT),
    "brand_leftover": Check(checks_presence.brand_leftover, p.OfPapers, Scope.PAIR, ("value",)),
    # what a paper declares
    "declares_act": Check(checks_declaration.declares_act, p.DeclaresAct, Scope.PRODUCT, ("missing",)),
    "declares_standard": Check(checks_declaration.declares_standard, p.DeclaresStandard, Scope.PRODUCT, ("missing",)),
    "radio_standards": Check(checks_declaration.radio_standards, p.RadioStandards, Scope.PRODUCT, ("missing",)),
    "acts_not_listed": Check(checks_declaration.acts_not_listed, p.ActsNotListed, Scope.PAIR, ("act",)),
    "acts_in_force": Check(
        checks_declaration.acts_in_force, p.OfPapers, Scope.DOCUMENT, ("act", "replaced_by", "ceased_on"), ("acts",)
    ),
    "standards_not_alone": Check(
        checks_declaration.standards_not_alone, p.StandardsNotAlone, Scope.PAIR, ("standard",)
    ),
    "field_present": Check(checks_declaration.field_present, p.FieldPresent, Scope.DOCUMENT, ("missing",)),
    "declaration_complete": Check(
        checks_declaration.declaration_complete, p.DeclarationComplete, Scope.DOCUMENT, ("missing",)
    ),
    "field_value": Check(checks_declaration.field_value, p.FieldValue, Scope.DOCUMENT, ("value",)),
    "fields_shown": Check(checks_evidence.fields_shown, e.FieldsShown, Scope.PRODUCT, ("missing",)),
    "product_is": Check(checks_evidence.product_is, e.ProductIs, Scope.PRODUCT),
    "answered": Check(checks_evidence.answered, e.Answered, Scope.PRODUCT, asks=True),
    # the standards a paper cites
    "edition_in_force": Check(
        checks_standards.edition_in_force,
        p.EditionInForce,
        Scope.DOCUMENT,
        ("standard", "replaced_by", "ceased_on", "restriction"),
        ("editions",),
    ),
    "standard_known": Check(
        checks_standards.standard_known,
        p.StandardKnown,
        Scope.DOCUMENT,
        ("standard", "instead"),
        ("wrong_references", "editions"),
    ),
    "no_draft": Check(checks_standards.no_draft, p.OfPapers, Scope.DOCUMENT, ("standard",), ("editions",)),
    "standards_dated": Check(checks_standards.standards_dated, p.OfPapers, Scope.DOCUMENT, ("standard",)),
    "not_older_than_standards": Check(
        checks_standards.not_older_than_standards, p.OfPapers, Scope.DOCUMENT, ("standard",)
    ),
    "editions_agree": Check(checks_standards.editions_agree, p.EditionsAgree, Scope.PRODUCT, ("standard",)),
    # who, and whether the papers agree
    "party_agrees": Check(checks_agreement.party_agrees, p.PartyAgrees, Scope.PAIR, ("party",)),
    "parties_agree": Check(checks_agreement.parties_agree, p.PartiesAgree, Scope.PRODUCT, ("party",)),
    "declared_by_brand_owner": Check(checks_agreement.declared_by_brand_owner, p.OfPapers, Scope.PAIR, ("party",)),
    "operator_established": Check(checks_agreement.operator_established, p.OperatorEstablished, Scope.PRODUCT),
    "reference_resolved": Check(
        checks_references.reference_resolved, p.ReferenceResolved, Scope.DOCUMENT, ("missing",)
    ),
    "reference_agrees": Check(checks_references.reference_agrees, p.ReferenceAgrees, Scope.DOCUMENT),
    "body_number": Check(checks_agreement.body_number, p.BodyNumber, Scope.DOCUMENT, asks=True),
    "bodies_agree": Check(checks_agreement.bodies_agree, p.BodiesAgree, Scope.PRODUCT),
    # what the registers hold
    "issuer_listed": Check(checks_registers.issuer_listed, r.IssuerListed, Scope.DOCUMENT, (), ("issuers",), asks=True),
    "number_form": Check(checks_registers.number_form, r.NumberForm, Scope.DOCUMENT, (), ("identifiers",)),
    "identifier_shown": Check(
        checks_registers.identifier_shown, r.NumberForm, Scope.PRODUCT, (), ("identifiers",), asks=True
    ),
    "accreditation_known": Check(
        checks_registers.accreditation_known, r.AccreditationKnown, Scope.DOCUMENT, (), ("accreditors",)
    ),
    "exemptions_valid": Check(
        checks_registers.exemptions_valid, r.ExemptionsValid, Scope.DOCUMENT, ("exemption", "date"), ("exemptions",)
    ),
    # dates
    "valid_on": Check(checks_dates.valid_on, p.ValidOn, Scope.DOCUMENT, ("date",)),
    "issued_not_before": Check(checks_dates.issued_not_before, p.IssuedNotBefore, Scope.DOCUMENT, ("date",)),
    "dates_in_order": Check(checks_dates.dates_in_order, p.DatesInOrder, Scope.DOCUMENT, ("date", "first", "then")),
    "dated_after_cited": Check(checks_dates.dated_after_cited, p.DatedAfter, Scope.DOCUMENT, ("date", "first", "then")),
    # manuals
    "languages_cover": Check(
        checks_manual.languages_cover, p.LanguagesCover, Scope.PRODUCT, ("language", "country"), ("languages",)
    ),
    "statements_present": Check(checks_manual.statements_present, p.StatementsPresent, Scope.PRODUCT, ("missing",)),
    "no_other_features": Check(
        checks_manual_features.no_other_features, p.Features, Scope.DOCUMENT, ("missing",), strays=True
    ),
    "product_stated": Check(checks_manual_product.product_stated, m.ProductStated, Scope.PAIR),
    "declaration_address": Check(checks_manual_product.declaration_address, p.OfPapers, Scope.DOCUMENT),
    "said_of_product": Check(checks_manual_said.said_of_product, m.SaidOfProduct, Scope.DOCUMENT, strays=True),
    "models_named_right": Check(checks_manual_text.models_named_right, p.OfPapers, Scope.DOCUMENT, strays=True),
    "revision_unique": Check(checks_manual_text.revision_unique, p.OfPapers, Scope.DOCUMENT, strays=True),
    "revision_current": Check(checks_manual_text.revision_current, p.OfPapers, Scope.DOCUMENT, strays=True),
    "languages_alike": Check(
        checks_manual_text.languages_alike, m.LanguagesAlike, Scope.DOCUMENT, ("missing",), strays=True
    ),
    "words_left": Check(checks_manual_left.words_left, p.OfPapers, Scope.DOCUMENT, ("value",), strays=True),
    "declaration_quoted": Check(checks_manual_acts.declaration_quoted, m.DeclarationQuoted, Scope.DOCUMENT, ("value",)),
    "acts_current": Check(
        checks_manual_acts.acts_current,
        p.OfPapers,
        Scope.DOCUMENT,
        ("act", "replaced_by", "ceased_on"),
        ("acts",),
        strays=True,
    ),
    "free_of": Check(checks_manual_text.free_of, m.FreeOf, Scope.DOCUMENT, ("value",), strays=True),
    "made_with": Check(checks_manual_text.made_with, m.MadeWith, Scope.DOCUMENT, ("value",), strays=True),
    "radios_described": Check(checks_manual.radios_described, p.RadiosDescribed, Scope.PRODUCT, ("missing",)),
    # the papers as files, the shipment and its units
    "readable": Check(checks_files.readable, p.NotMarked, Scope.FILE, strays=True),
    "not_superseded": Check(checks_files.not_superseded, p.NotMarked, Scope.DOCUMENT, ("replaced_by",), strays=True),
    "not_altered": Check(checks_files.not_altered, p.NotMarked, Scope.DOCUMENT, strays=True),
    "not_stamped": Check(checks_seen.not_stamped, p.NotMarked, Scope.DOCUMENT, strays=True),
    "nothing_unseen": Check(checks_seen.nothing_unseen, p.NotMarked, Scope.DOCUMENT, strays=True),
    "pages_complete": Check(checks_files.pages_complete, p.NotMarked, Scope.DOCUMENT),
    "result_passes": Check(checks_files.result_passes, p.OfPapers, Scope.DOCUMENT),
    "products_named": Check(checks_files.products_named, p.NoParameters, Scope.SHIPMENT),
    # chains of papers
    "versions_bridged": Check(
        checks_changes.versions_bridged, c.VersionsBridged, Scope.PRODUCT, registers=("changes",)
    ),
    "label_chain": Check(checks_changes.label_chain, c.LabelChain, Scope.PRODUCT),
    # the units
    "unit_agrees": Check(checks_units.unit_agrees, u.UnitAgrees, Scope.PRODUCT, ("missing",)),
    "units_unique": Check(checks_units.units_unique, p.NoParameters, Scope.PRODUCT),
    "serials_fit": Check(checks_units.serials_fit, p.NoParameters, Scope.PRODUCT),
    "units_not_withdrawn": Check(checks_units.units_not_withdrawn, p.NoParameters, Scope.PRODUCT),
    "units_in_order": Check(checks_units.units_in_order, p.NoParameters, Scope.PRODUCT),
    "units_inspected": Check(checks_units.units_inspected, p.NoParameters, Scope.PRODUCT),
    "units_alike": Check(checks_units.units_alike, u.UnitsAlike, Scope.PRODUCT),
    "units_produced": Check(checks_unit_papers.units_produced, u.UnitsProduced, Scope.PRODUCT),
    "units_in_declared_range": Check(checks_unit_papers.units_in_declared_range, p.OfPapers, Scope.PAIR),
    "units_after_release": Check(checks_unit_papers.units_after_release, p.OfPapers, Scope.PRODUCT),
    "units_newest": Check(checks_unit_papers.units_newest, p.OfPapers, Scope.PRODUCT),
    "units_recorded": Check(checks_unit_papers.units_recorded, u.UnitsRecorded, Scope.PRODUCT, ("missing",)),
    "records_all_ship": Check(checks_unit_papers.records_all_ship, p.OfPapers, Scope.DOCUMENT, ("missing",)),
}
# Placeholders that every rule's message and request may use.
WORDS = ("product", "document", "number", "issuer", "expected", "found", "why", "market", "as_of")
