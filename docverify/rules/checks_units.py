"""Checks on the units that ship, against their product and one another: counts, versions, serial numbers, days.

Units that fail for the same reason stand in one finding, with their number and the first serial numbers; a list of
50,000 units gives as many findings as one of five.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache

from docverify.facts.shipment import Product, Unit
from docverify.facts.version import Version
from docverify.rules.context import Conclusion, Context, failed, inapplicable, passed, undecided
from docverify.rules.parameters import NoParameters
from docverify.rules.parameters_units import UnitAgrees, UnitsAlike
from docverify.rules.serials import Span, form, grouped, key, look_alike, some, span

QUALIFIED = re.compile(
    r"(?i)\b(?:no|non|conditional(?:ly)?|bedingt|sous réserve|partial(?:ly)?|teilweise|provisional(?:ly)?|vorläufig|"
    r"pending|deviations?|concession|abweichung(?:en)?|except(?:ion)?|limited)\b|让步|待|有条件"
)
INSPECTED = re.compile(r"\b(?:pass(?:ed)?|ok|accepted|i\.?o\.?|bestanden|conforme|good)\b|合格|通过", re.IGNORECASE)
REJECTED = re.compile(
    r"\b(?:fail(?:ed)?|nok|ng|rejected|n\.?i\.?o\.?|not (?:ok|passed|accepted)|nicht bestanden|non conforme)\b"
    r"|不合格|未通过",
    re.IGNORECASE,
)


def unlisted(product: Product) -> Conclusion:
    """What is concluded of a product whose units nobody listed."""
    return inapplicable(f"the units of {product.model} are not listed")


def groups(units: Iterable[Unit], reason: Callable[[Unit], str | None]) -> dict[str, list[str]]:
    """Serial numbers by the reason that holds of their units; units without one are left out."""
    found: dict[str, list[str]] = {}
    for unit in units:
        if (why := reason(unit)) is not None:
            found.setdefault(why, []).append(unit.serial)
    return found


def count(found: dict[str, list[str]]) -> int:
    """How many units are in the groups."""
    return sum(map(len, found.values()))


def doubted(units: Iterable[Unit], column: str) -> dict[str, list[str]]:
    """Serial numbers of units whose value of the column could not be told, by the reason."""

    def doubt(unit: Unit) -> str | None:
        return next((entry for entry in unit.doubts if entry.startswith(column)), None)

    return groups(units, doubt)


def unit_agrees(rule: UnitAgrees, context: Context) -> Conclusion:
    """Every unit is like its product."""
    product = context.the_product
    if product.units is None:
        return unlisted(product)
    if rule.aspect == "quantity":
        return _counted(len(product.units), product.quantity, product.model)
    stated = product.hardware if rule.aspect == "hardware" else product.firmware
    if stated is None:
        return undecided(f"the shipment does not say which {rule.aspect} {product.model} has")
    return _versions(product, rule.aspect, stated, len(product.units))


def _versions(product: Product, aspect: str, stated: str, total: int) -> Conclusion:
    units = product.units or ()

    def other(unit: Unit) -> str | None:
        value = version_of(unit, aspect)
        return value if value and not same(value, stated) else None

    def silent(unit: Unit) -> str | None:
        return None if version_of(unit, aspect) else f"{aspect} not given"

    def unsure(unit: Unit) -> str | None:
        value = version_of(unit, aspect)
        return f"{value} may not be {stated}" if value and not read_whole(value) and value != stated else None

    odd, unknown, half_read = groups(units, other), groups(units, silent), groups(units, unsure)
    words = {"expected": stated, "found": grouped(odd), "missing": grouped(unknown)}
    if odd:
        return failed(f"{count(odd):,} of {total:,} units have another {aspect}: {words['found']}", **words)
    if half_read:
        return undecided(f"the {aspect} of {count(half_read):,} units is not certain: {grouped(half_read)}", **words)
    if unknown:
        why = grouped(doubted(units, aspect)) or words["missing"]
        return undecided(f"the {aspect} of {count(unknown):,} units is not given: {why}", **words)
    return passed(f"all {total:,} units have {aspect} {stated}", expected=stated, found=stated)


def version_of(unit: Unit, aspect: str) -> str | None:
    """The unit's hardware or firmware as listed."""
    return unit.hardware if aspect == "hardware" else unit.firmware


def _counted(listed: int, quantity: int | None, model: str) -> Conclusion:
    if quantity is None:
        return undecided(f"the shipment does not say how many {model} ship")
    words = {"expected": f"{quantity} units", "found": f"{listed} units"}
    if listed == quantity:
        return passed(f"{listed} units of {model} are listed", **words)
    return failed(f"{quantity} {model} ship, {listed} are listed", **words)


@lru_cache(maxsize=4096)
def same(value: str, stated: str) -> bool:
    """Whether the two are one version, or are printed alike."""
    try:
        return bool(Version.parse(value).same(Version.parse(stated)))
    except ValueError:
        return value.strip().casefold() == stated.strip().casefold()


_VERSION_WORDS = re.compile(
    r"^(?:(?:firmware|hardware|software|version|ver|revision|rev|release|fw|hw|sw|v|r)[\W_]*)+(?=\w)"
)


@lru_cache(maxsize=4096)
def read_whole(value: str) -> bool:
    """Whether the version that was read is all that the cell says: `1.12.0 beta` and `1.12.O` say more than 1.12."""
    version = parsed(value)
    if version is None:
        return False
    said = _VERSION_WORDS.sub("", value.strip().casefold())
    return _signs(said) == _signs(version.text.casefold())


def _signs(text: str) -> list[str]:
    """Its runs of letters and of figures, these without zeros before them."""
    return [run.lstrip("0") or "0" if run.isdecimal() else run for run in re.findall(r"\d+|[^\W\d_]+", text)]


@lru_cache(maxsize=4096)
def parsed(value: str) -> Version | None:
    """The version; None when the text is none."""
    try:
        return Version.parse(value)
    except ValueError:
        return None


def units_unique(_rule: NoParameters, context: Context) -> Conclusion:
    """No serial number stands twice, in the list of the product or in that of another."""
    product = context.the_product
    if product.units is None:
        return unlisted(product)
    here: dict[str, list[str]] = {}
    for unit in product.units:
        here.setdefault(key(unit.serial), []).append(unit.serial)
    twice = [serials[0] for serials in here.values() if len(serials) > 1]
    others = [p for p in context.dossier.shipment.products if p is not product]
    shared = [u.serial for p in others for u in p.units or () if key(u.serial) in here]
    if twice:
        why = f"{len(twice):,} serial numbers stand more than once: {some(twice)}"
        return failed(why, found=some(twice), expected="each serial number once")
    if shared:
        why = f"{len(shared):,} serial numbers stand under another product, too: {some(shared)}"
        return failed(why, found=some(shared), expected="each serial number once")
    if alike := _alike_but_for_zeros(here):
        why = f"serial numbers differ only in zeros that a spreadsheet may have put or taken away: {some(alike)}"
        return undecided(why, found=some(alike), expected="each serial number once")
    if alike := look_alike(serials[0] for serials in here.values()):
        why = f"{len(alike):,} pairs of serial numbers look alike, so that one unit may be listed twice: {some(alike)}"
        return undecided(why, found=some(alike), expected="each serial number once")
    return passed(f"all {len(here):,} serial numbers are different")


def _alike_but_for_zeros(serials: Iterable[str]) -> list[str]:
    """Serial numbers made of digits that are another one with more zeros before it: `12 and 0012`."""
    seen: dict[str, str] = {}
    found = []
    for serial in (s for s in serials if s.isdecimal()):
        other = seen.setdefault(serial.lstrip("0"), serial)
        if other != serial:
            found.append(f"{other} and {serial}")
    return found


def serials_fit(_rule: NoParameters, context: Context) -> Conclusion:
    """Serial numbers have the pattern and lie in the range that the shipment gives, or are all of one form."""
    product = context.the_product
    if product.units is None:
        return unlisted(product)
    wanted = product.serials
    if wanted is None:
        return _of_one_form(product.units)
    inside = span(wanted.first or "", wanted.last or "") if wanted.first or wanted.last else None
    if (wanted.first or wanted.last) and inside is None:
        return undecided(f"{wanted.first} to {wanted.last} is no range of serial numbers; give its first and last")
    pattern = re.compile(wanted.pattern) if wanted.pattern else None

    def fault(unit: Unit) -> str | None:
        return _fault(unit.serial, pattern, inside)

    odd = groups(product.units, fault)
    asked = [wanted.pattern or "", f"{wanted.first} to {wanted.last}" if inside else ""]
    words = {"expected": ", ".join(filter(None, asked)), "found": grouped(odd)}
    if odd:
        return failed(f"{count(odd):,} serial numbers are others than expected: {words['found']}", **words)
    return passed(f"all {len(product.units):,} serial numbers are as expected", **words)


def _fault(serial: str, pattern: "re.Pattern[str] | None", inside: Span | None) -> str | None:
    if pattern is not None and not pattern.fullmatch(serial):
        return "of another form"
    return None if inside is None or inside.holds(serial) else "out of the range"


def _of_one_form(units: tuple[Unit, ...]) -> Conclusion:
    forms = groups(units, _form)
    if len(forms) <= 1:
        return passed(f"all {len(units):,} serial numbers are of one form: {', '.join(forms)}")
    usual = max(forms, key=_count_of(forms))
    odd = {name: serials for name, serials in forms.items() if name != usual}
    why = f"{count(odd):,} serial numbers are not of the form {usual} of the others: {grouped(odd)}"
    return undecided(why, expected=usual, found=grouped(odd))


def _form(unit: Unit) -> str:
    return form(unit.serial)


def _count_of(forms: dict[str, list[str]]) -> Callable[[str], int]:
    def counted(name: str) -> int:
        return len(forms[name])

    return counted


def units_not_withdrawn(_rule: NoParameters, context: Context) -> Conclusion:
    """No unit has a version that was withdrawn."""
    product = context.the_product
    bad = {"hardware": product.withdrawn_hardware, "firmware": product.withdrawn_firmware}
    if not any(bad.values()):
        return inapplicable(f"no version of {product.model} is said to be withdrawn")
    listed = product.units or (Unit(product.model, product.hardware, product.firmware),)

    def withdrawn(unit: Unit) -> str | None:
        return next(
            (f"{aspect} {value}" for aspect, versions in bad.items()
             if (value := version_of(unit, aspect)) and any(same(value, version) for version in versions)),
            None,
        )  # fmt: skip

    def silent(unit: Unit) -> str | None:
        return next((f"{a} not given" for a, versions in bad.items() if versions and not version_of(unit, a)), None)

    odd, unknown = groups(listed, withdrawn), groups(listed, silent)
    words = {"expected": f"none of {', '.join((*bad['hardware'], *bad['firmware']))}", "found": grouped(odd)}
    if odd:
        return failed(f"{count(odd):,} units have a withdrawn version: {words['found']}", **words)
    if unknown:
        return undecided(f"the version of {count(unknown):,} units is not known: {grouped(unknown)}", **words)
    return passed(f"no unit of {product.model} has {', '.join((*bad['hardware'], *bad['firmware']))}", **words)


def units_in_order(_rule: NoParameters, context: Context) -> Conclusion:
    """No unit has an older firmware than one produced on an earlier day."""
    product = context.the_product
    if product.units is None:
        return unlisted(product)
    dated = sorted((u for u in product.units if u.produced_on and u.firmware and parsed(u.firmware)), key=_day)
    doubts = doubted(product.units, "produced_on") | doubted(product.units, "firmware")
    if len(dated) < 2 and not doubts:
        return inapplicable(f"fewer than two units of {product.model} have a production day and a firmware")
    newest, pending = "", ""
    day: date | None = None
    odd: dict[str, list[str]] = {}
    for unit in dated:
        if unit.produced_on != day:
            newest, day = later(newest, pending), unit.produced_on
        if newest and later(newest, unit.firmware or "") == newest and not same(newest, unit.firmware or ""):
            odd.setdefault(f"{unit.firmware} after {newest}", []).append(unit.serial)
        pending = later(pending, unit.firmware or "")
    if odd:
        why = f"{count(odd):,} units produced later have an older firmware: {grouped(odd)}"
        return failed(why, found=grouped(odd), expected="firmware that does not go back")
    if doubts:
        why = f"the day or the firmware of {count(doubts):,} units is not certain: {grouped(doubts)}"
        return undecided(why, expected="firmware that does not go back")
    return passed(f"the firmware of {len(dated):,} units does not go back with the days of production")


def _day(unit: Unit) -> str:
    return f"{unit.produced_on}"


@lru_cache(maxsize=4096)
def later(one: str, other: str) -> str:
    """The later of two versions; the first where they cannot be compared."""
    a, b = (parsed(one) if one else None), (parsed(other) if other else None)
    if a is None or b is None:
        return one or other
    return other if (b.compare(a) or 0) > 0 else one


def units_inspected(_rule: NoParameters, context: Context) -> Conclusion:
    """No unit is listed as rejected."""
    product = context.the_product
    told = [unit for unit in product.units or () if unit.inspection]
    if not told:
        return inapplicable(f"no unit of {product.model} is listed with an inspection")
    rejected = groups(told, _rejected)
    if rejected:
        why = f"{count(rejected):,} units are listed as rejected: {grouped(rejected)}"
        return failed(why, found=grouped(rejected), expected="passed")
    unclear = groups(product.units or (), _unclear)
    if unclear:
        why = f"whether {count(unclear):,} units passed is not clear: {grouped(unclear)}"
        return undecided(why, found=grouped(unclear), expected="passed")
    return passed(f"all {len(told):,} units are listed as passed")


def _rejected(unit: Unit) -> str | None:
    return unit.inspection if unit.inspection and REJECTED.search(unit.inspection) else None


def _unclear(unit: Unit) -> str | None:
    """What leaves it open whether the unit passed: no word for it, or a pass that is denied or has a condition."""
    said = unit.inspection or "nothing"
    return None if INSPECTED.search(said) and not QUALIFIED.search(said) else said


def units_alike(rule: UnitsAlike, context: Context) -> Conclusion:
    """All units have the same part."""
    product = context.the_product

    def part(unit: Unit) -> str | None:
        value: str | None = getattr(unit, rule.aspect)
        return value

    found = groups(product.units or (), part)
    if not found:
        return inapplicable(f"no unit of {product.model} is listed with its {rule.aspect}")
    silent = [unit.serial for unit in product.units or () if part(unit) is None]
    if len(found) > 1 and not _numbers(found):
        why = f"the units have different {rule.aspect}s: {grouped(found)}"
        return failed(why, found=grouped(found), expected=f"one {rule.aspect}")
    if silent:
        return undecided(f"the {rule.aspect} of {len(silent):,} units is not given: {some(silent)}")
    said = "a number of its own" if _numbers(found) else next(iter(found))
    return passed(f"the {rule.aspect} of all {count(found):,} units is {said}")


def _numbers(found: dict[str, list[str]]) -> bool:
    """Whether the values are numbers of single parts, each on one unit, and not types."""
    return len(found) > 2 and all(len(serials) == 1 for serials in found.values())
