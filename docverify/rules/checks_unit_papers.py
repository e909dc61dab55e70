"""Checks on the units that ship against papers: validity, ranges, releases, packing lists, final acceptance.

A serial number that a paper does not hold proves nothing where a page of it is unread, or where it was read from a
picture: then the finding is undetermined.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from docverify.facts.document import Document
from docverify.facts.dossier import State
from docverify.facts.evidence import Found, Origin
from docverify.facts.shipment import Product, Unit
from docverify.rules.checks_units import count, doubted, groups, later, parsed, same, unlisted
from docverify.rules.context import (
    Conclusion,
    Context,
    failed,
    ground,
    inapplicable,
    missing,
    passed,
    undecided,
    unread,
)
from docverify.rules.papers import concerns, covering, nothing_covers, selected
from docverify.rules.parameters import OfPapers
from docverify.rules.parameters_units import UnitsProduced, UnitsRecorded
from docverify.rules.serials import grouped, key, some, spans


def units_produced(rule: UnitsProduced, context: Context) -> Conclusion:
    """Units were produced by the day of the check, while the papers that cover them were valid."""
    product = context.the_product
    if product.units is None:
        return unlisted(product)
    dated = [unit for unit in product.units if unit.produced_on]
    open_days = doubted(product.units, "produced_on")
    if not dated and not open_days:
        return inapplicable(f"the list of units of {product.model} gives no day of production")
    ahead = [unit.serial for unit in dated if unit.produced_on and unit.produced_on > context.as_of]
    if ahead:
        return failed(f"{len(ahead):,} units were produced after {context.as_of}: {some(ahead)}", found=some(ahead))
    papers = covering(context, product, rule.papers).covered
    ends = [(d, e) for d in papers for e in d.values("valid_until")]
    starts = [(d, d.values("issued_on")[0]) for d in papers if d.values("issued_on")]
    late = _outside(dated, ends, after=True)
    if late:
        shown = [ground(d, e) for d, e in ends]
        return failed(
            f"{count(late):,} units were produced when a paper had expired: {grouped(late)}",
            *shown,
            found=grouped(late),
        )
    early = _outside(dated, starts, after=False)
    if early and rule.before != "not_applicable":
        shown = [ground(d, e) for d, e in starts]
        why = f"{count(early):,} units were produced before a paper was issued: {grouped(early)}"
        return (failed if rule.before == "fail" else undecided)(why, *shown, found=grouped(early))
    silent = [unit.serial for unit in product.units if not unit.produced_on]
    if silent:
        why = grouped(open_days) or some(silent)
        return undecided(f"the day of production of {len(silent):,} units is not known: {why}", found=why)
    if not papers:
        return nothing_covers(context, rule.papers, "not_applicable")
    return passed(f"all {len(dated):,} units were produced while {', '.join(d.name for d in papers)} was valid")


def _outside(units: list[Unit], ends: list[tuple[Document, Found[Any]]], *, after: bool) -> dict[str, list[str]]:
    """Units produced after, or before, the day on a paper, by paper."""
    found: dict[str, list[str]] = {}
    for document, entry in ends:
        day: date = entry.value
        words = f"after {day}, the end of {document.name}" if after else f"before {day}, the day of {document.name}"
        odd = [u.serial for u in units if u.produced_on and (u.produced_on > day if after else u.produced_on < day)]
        if odd:
            found[words] = odd
    return found


def units_in_declared_range(_rule: OfPapers, context: Context) -> Conclusion:
    """Every unit is one of the serial numbers that the paper is for."""
    product, document = context.the_product, context.the_document
    entries = document.values("serial_numbers")
    if not entries:
        return inapplicable(f"{document.name} is not limited to serial numbers")
    if product.units is None:
        return undecided(
            f"{document.name} is for some serial numbers only, and the units are not listed", ground(document, *entries)
        )
    ranges, single, unclear = spans([str(entry.value) for entry in entries])
    outside = [
        u.serial for u in product.units if key(u.serial) not in single and not any(r.holds(u.serial) for r in ranges)
    ]
    printed = some([str(entry.value) for entry in entries])
    shown = ground(document, *entries[:20])
    words = {"expected": printed, "found": some(outside)}
    if not outside:
        return passed(f"all {len(product.units):,} units are among {printed}", shown, **words)
    why = f"{len(outside):,} units are not among {printed} of {document.name}: {some(outside)}"
    if unclear or _from_picture(entries):
        return undecided(f"{why}; what is printed could not be read for certain", shown, **words)
    return unread(document, "the serial number") or failed(why, shown, **words)


def _from_picture(entries: Iterable[Found[Any]]) -> bool:
    return any(entry.origin is Origin.OCR for entry in entries)


def _releases(context: Context, rule: OfPapers) -> list[tuple[Document, Found[Any], date]]:
    """Every release that the papers give a day, with the paper and the reading."""
    found = []
    for document in covering(context, context.the_product, rule.papers).covered:
        for entry in document.values("firmware_version"):
            if released := entry.details.get("released_on"):
                found.append((document, entry, date.fromisoformat(str(released))))
    return found


def units_after_release(rule: OfPapers, context: Context) -> Conclusion:
    """No unit was produced before its firmware was released."""
    product = context.the_product
    if product.units is None:
        return unlisted(product)
    releases = _releases(context, rule)
    told = [unit for unit in product.units if unit.firmware and unit.produced_on]
    if not releases or not told:
        return inapplicable("no paper gives the day of a release, or no unit its day of production and firmware")
    days: dict[str, date | None] = {}
    for unit in told:
        if unit.firmware and unit.firmware not in days:
            matching = [day for _, entry, day in releases if same(entry.value.printed, unit.firmware)]
            days[unit.firmware] = min(matching, default=None)

    def early(unit: Unit) -> str | None:
        day = days[unit.firmware or ""]
        return f"{unit.firmware}, released on {day}" if day and unit.produced_on and unit.produced_on < day else None

    def unknown(unit: Unit) -> str | None:
        return None if days[unit.firmware or ""] else f"{unit.firmware}"

    odd, unnamed = groups(told, early), groups(told, unknown)
    shown = ground(releases[0][0], *(entry for document, entry, _ in releases if document is releases[0][0]))
    words = {"expected": "production after the release", "found": grouped(odd) or grouped(unnamed)}
    if odd:
        return failed(
            f"{count(odd):,} units were produced before their firmware was released: {grouped(odd)}", shown, **words
        )
    if unnamed:
        return undecided(
            f"the notes give no day for the firmware of {count(unnamed):,} units: {grouped(unnamed)}", shown, **words
        )
    return passed(f"all {len(told):,} units were produced after their firmware was released", shown)


def units_newest(rule: OfPapers, context: Context) -> Conclusion:
    """Every unit has the newest firmware that was released by the day of the check."""
    product = context.the_product
    releases = [entry for entry in _releases(context, rule) if entry[2] <= context.as_of]
    firmware = {unit.firmware for unit in product.units or () if unit.firmware} or {product.firmware} - {None}
    if not releases or not firmware:
        return inapplicable("no paper gives the day of a release, or the shipment no firmware")
    newest = ""
    for _, entry, _ in releases:
        newest = later(newest, entry.value.printed)
    document, last, _ = next(entry for entry in releases if entry[1].value.printed == newest)
    shown = ground(document, last)
    old = sorted(
        str(value) for value in firmware if later(str(value), newest) == newest and not same(str(value), newest)
    )
    words = {"expected": newest, "found": ", ".join(old)}
    if any(parsed(str(value)) is None for value in firmware):
        return undecided(f"{', '.join(sorted(map(str, firmware)))} and {newest} cannot be compared", shown, **words)
    if not old:
        return passed(f"{product.model} ships with {newest} or later", shown, **words)
    units = sum(unit.firmware in old for unit in product.units or ())
    many = f"{units:,} units have" if product.units else f"{product.model} has"
    return failed(f"{many} firmware {', '.join(old)}, which {newest} replaced", shown, **words)


def units_recorded(rule: UnitsRecorded, context: Context) -> Conclusion:
    """Every unit has a record, and where asked, one that says it passed."""
    product = context.the_product
    if product.units is None:
        return unlisted(product)
    papers = _about(context, rule, product)
    if not papers:
        return nothing_covers(context, rule.papers, rule.absent)
    if not any(document.values("serial_numbers") for document in papers):
        return missing(papers[0], "any serial number", "undetermined")
    states = _states(papers)
    absent = [unit.serial for unit in product.units if key(unit.serial) not in states]
    names = ", ".join(document.name for document in papers)
    failing = [unit.serial for unit in product.units if rule.passed and states.get(key(unit.serial)) == "fail"]
    if failing:
        why = f"{len(failing):,} units did not pass according to {names}: {some(failing)}"
        return failed(why, *_shown(papers, failing), found=some(failing), expected="passed", missing=some(failing))
    if absent:
        why = f"{len(absent):,} of {len(product.units):,} units stand in none of {names}: {some(absent)}"
        words = {"found": some(absent), "expected": "a record of each unit", "missing": some(absent)}
        return _doubt(papers, why, words) or failed(why, *_shown(papers, ()), **words)
    open_ = [unit.serial for unit in product.units if rule.passed and states[key(unit.serial)] != "pass"]
    if open_:
        why = f"whether {len(open_):,} units passed is not said for certain in {names}: {some(open_)}"
        return undecided(why, *_shown(papers, open_), found=some(open_), expected="passed", missing=some(open_))
    return passed(f"all {len(product.units):,} units stand in {names}", *_shown(papers, ()))


def _about(context: Context, rule: OfPapers, product: Product) -> list[Document]:
    """The papers of those kinds that may be about the product."""
    found = selected(context, rule.papers)
    return [d for d in found if concerns(context.dossier, product, d) is not State.NOT_COVERED]


def _doubt(papers: list[Document], why: str, words: dict[str, str]) -> Conclusion | None:
    """Undetermined when a page is unread, or serial numbers were read from a picture; else None."""
    for document in papers:
        if document.unread_pages or _from_picture(document.values("serial_numbers")):
            return undecided(f"{why}; {document.name} could not be read for certain", ground(document), **words)
    return None


def _shown(papers: list[Document], serials: Iterable[str]) -> list[Any]:
    """The readings of the serial numbers, ten at most of each paper; the first where none is asked for."""
    wanted = {key(serial) for serial in serials}
    shown = []
    for document in papers:
        entries = document.values("serial_numbers")
        chosen = [entry for entry in entries if key(str(entry.value)) in wanted][:10] or list(entries[:1])
        shown.append(ground(document, *chosen))
    return shown


def _states(papers: list[Document]) -> dict[str, str]:
    """What the papers say of each serial number: pass, fail, or nothing certain. A later record outweighs others."""
    said: dict[str, list[tuple[date, str]]] = {}
    for document in papers:
        day = next((entry.value for entry in document.values("issued_on")), date.min)
        whole = next((str(entry.value) for entry in document.values("result")), "")
        rows = [str(entry.details.get("result") or whole) for entry in document.values("serial_numbers")]
        unexplained = whole in ("fail", "partial") and "fail" not in rows
        for entry, row in zip(document.values("serial_numbers"), rows, strict=True):
            ranges, single, _ = spans([str(entry.value)])
            verdict = f"{row}, but the record as a whole says {whole}" if unexplained else row
            numbers = single or frozenset(_numbers(ranges))
            for number in numbers:
                said.setdefault(number, []).append((day, verdict))
    return {number: _last(entries) for number, entries in said.items()}


def _numbers(ranges: Iterable[Any]) -> Iterable[str]:
    for found in ranges:
        for number in range(found.first, min(found.last, found.first + 1_000_000) + 1):
            yield f"{found.start}{number:0{found.digits}d}"


def _last(entries: list[tuple[date, str]]) -> str:
    newest = max(day for day, _ in entries)
    verdicts = {verdict for day, verdict in entries if day == newest}
    return verdicts.pop() if len(verdicts) == 1 else "fail and pass on one day"


def records_all_ship(rule: OfPapers, context: Context) -> Conclusion:
    """No paper lists a unit that does not ship."""
    document = context.the_document
    products = context.dossier.shipment.products
    entries = document.values("serial_numbers")
    if any(product.units is None for product in products):
        return inapplicable("the units that ship are not listed")
    if not entries:
        return unread(document, "any serial number") or inapplicable(f"{document.name} lists no serial numbers")
    shipped = {key(unit.serial) for product in products for unit in product.units or ()}
    extra = [entry for entry in entries if not spans([str(entry.value)])[0] and key(str(entry.value)) not in shipped]
    if not extra:
        said = passed(f"{document.name} lists only units that ship", ground(document, *entries[:1]))
        return unread(document, "every serial number") or said
    serials = [str(entry.value) for entry in extra]
    why = f"{document.name} lists {len(serials):,} units that do not ship: {some(serials)}"
    shown = ground(document, *extra[:10])
    words = {"found": some(serials), "expected": "only units that ship", "missing": some(serials)}
    if _from_picture(extra):
        return undecided(f"{why}; it was read from a picture", shown, **words)
    return failed(why, shown, **words)
