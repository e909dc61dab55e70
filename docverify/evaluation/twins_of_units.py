"""Must-fail twins of the checks on units and on registers: what each spoils is the first sentence of its docstring."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from docverify.evaluation.edits import Spoiling, chosen, covering, printing, rewritten, said, shipping
from docverify.facts.document import Document, DocumentKind
from docverify.facts.dossier import Dossier, State
from docverify.facts.shipment import Product, Serials, Unit
from docverify.facts.version import Version
from docverify.rules.parameters import PRODUCT_VERSIONS

LONG_AGO = date(1990, 1, 1)
STRANGE = "ZZ-9-STRANGE"


def number_strange(rule: Any, clean: Spoiling) -> Dossier | None:
    """The number on the paper is of another form."""
    return _printing(rule, clean, rule.field, ["??"])


def _printing(rule: Any, clean: Spoiling, field: str, values: list[Any]) -> Dossier:
    def changed(document: Document) -> Document:
        return printing(document, field, values)

    return rewritten(clean.dossier, chosen(clean.dossier, rule.papers), changed)


def serial_twice(_rule: Any, clean: Spoiling) -> Dossier | None:
    """A serial number stands twice."""

    def doubled(product: Product) -> Product:
        return replace(product, units=(*product.units, product.units[0])) if product.units else product

    return shipping(clean.dossier, doubled)


def serial_of_another_form(_rule: Any, clean: Spoiling) -> Dossier | None:
    """The shipment asks for serial numbers of another form."""

    def strict(product: Product) -> Product:
        return replace(product, serials=Serials(pattern="ZZ-9")) if product.units else product

    return shipping(clean.dossier, strict)


def version_withdrawn(_rule: Any, clean: Spoiling) -> Dossier | None:
    """The firmware that ships was withdrawn."""

    def withdrawn(product: Product) -> Product:
        units = [unit.firmware for unit in product.units or () if unit.firmware]
        version = units[0] if units else product.firmware
        return replace(product, withdrawn_firmware=(version,)) if version else product

    return shipping(clean.dossier, withdrawn)


def firmware_gone_back(_rule: Any, clean: Spoiling) -> Dossier | None:
    """The unit produced last has an older firmware than the others."""

    def older(product: Product) -> Product:
        days = [unit.produced_on for unit in product.units or () if unit.produced_on and unit.firmware]
        last = Unit("LAST", firmware="0.0.1", produced_on=max(days) + timedelta(days=1)) if days else None
        return replace(product, units=(*(product.units or ()), last)) if last else product

    return shipping(clean.dossier, older)


def part_of_another_kind(rule: Any, clean: Spoiling) -> Dossier | None:
    """A unit has another part than the others, who have one kind."""

    def mixed(product: Product) -> Product:
        parts = [getattr(unit, rule.aspect) for unit in product.units or ()]
        if len(parts) < 2 or len(set(parts)) > 1:
            return product
        other: dict[str, Any] = {rule.aspect: "another kind"}
        first = replace((product.units or ())[0], **other)
        return replace(product, units=(first, *(product.units or ())[1:]))

    return shipping(clean.dossier, mixed)


def unit_rejected(_rule: Any, clean: Spoiling) -> Dossier | None:
    """A unit is listed as rejected."""

    def rejected(unit: Unit) -> Unit:
        return replace(unit, inspection="rejected")

    return shipping(clean.dossier, _first_unit(rejected))


def _first_unit(change: Any) -> Any:
    def changed(product: Product) -> Product:
        return replace(product, units=(change(product.units[0]), *product.units[1:])) if product.units else product

    return changed


def produced_ahead(_rule: Any, clean: Spoiling) -> Dossier | None:
    """A unit is produced after the day of the check."""

    def ahead(unit: Unit) -> Unit:
        return replace(unit, produced_on=clean.as_of + timedelta(days=1))

    return shipping(clean.dossier, _first_unit(ahead))


def produced_long_ago(_rule: Any, clean: Spoiling) -> Dossier | None:
    """A unit was produced long before its firmware was released."""

    def early(unit: Unit) -> Unit:
        return replace(unit, produced_on=LONG_AGO)

    return shipping(clean.dossier, _first_unit(early))


def range_elsewhere(rule: Any, clean: Spoiling) -> Dossier | None:
    """The declaration is for other serial numbers."""
    return _printing(rule, clean, "serial_numbers", [STRANGE])


def newer_release(rule: Any, clean: Spoiling) -> Dossier | None:
    """The notes name a newer release."""

    def newer(document: Document) -> Document:
        entries = document.values("firmware_version")
        if not entries:
            return document
        last = replace(
            entries[0],
            value=Version.parse("999.0.0"),
            quote="999.0.0",
            details={"released_on": (clean.as_of - timedelta(days=1)).isoformat()},
        )
        return replace(document, fields={**document.fields, "firmware_version": (*entries, last)})

    return rewritten(clean.dossier, chosen(clean.dossier, rule.papers), newer)


def unit_unrecorded(_rule: Any, clean: Spoiling) -> Dossier | None:
    """A unit ships that no paper lists."""

    def more(product: Product) -> Product:
        return replace(product, units=(*product.units, Unit(STRANGE))) if product.units else product

    return shipping(clean.dossier, more)


def unit_left_behind(_rule: Any, clean: Spoiling) -> Dossier | None:
    """A unit that the papers list does not ship."""

    def fewer(product: Product) -> Product:
        return replace(product, units=product.units[1:]) if product.units else product

    return shipping(clean.dossier, fewer)


def evidence_unbridged(rule: Any, clean: Spoiling) -> Dossier | None:
    """Nothing leads from the brand's model to the maker's evidence."""
    label = next((p.private_label for p in clean.dossier.shipment.products if p.private_label), None)
    if label is None or not label.oem_model:
        return None
    papers = chosen(clean.dossier, rule.papers)
    named = [d for d in papers if any(str(entry.value) == label.oem_model for entry in d.values("models"))]
    return covering(clean.dossier, named, "model", State.NOT_COVERED) if named else None


def changed_for_a_new_test(rule: Any, clean: Spoiling) -> Dossier | None:
    """A notice leads from the tested version to the one that ships by a change that wants a new test."""
    what = PRODUCT_VERSIONS[rule.field]
    shipped = next((version for p in clean.dossier.shipment.products if (version := getattr(p, what))), None)
    tested = chosen(clean.dossier, rule.papers)
    if shipped is None or not tested:
        return None
    spoilt = _printing(rule, clean, rule.field, [Version.parse("0.0.1")])
    model = tested[0]
    notice = replace(model, id="notice", path="notice.pdf", kind=DocumentKind.CHANGE_NOTICE, scheme=None, fields={})
    steps = [
        replace(said(notice, Version.parse(version)), details={"role": role})
        for version, role in (("0.0.1", "before"), (shipped, "after"))
    ]
    notice = replace(notice, fields={rule.field: tuple(steps), "changes": (said(notice, "power relay"),)})
    about = [replace(c, document="notice") for c in spoilt.coverages if c.document == model.id]
    return replace(spoilt, documents=(*spoilt.documents, notice), coverages=(*spoilt.coverages, *about))


def exemption_expired(rule: Any, clean: Spoiling) -> Dossier | None:
    """The paper claims an exemption that has expired."""
    ended = [line.entry for line in clean.registers.exemptions if line.expires and line.expires < clean.as_of]
    return _printing(rule, clean, "exemptions", ended[:1]) if ended else None
