"""Turns the ratings that a paper prints and those of a product into one answer: does the paper cover the size.

A printed range covers every value in it; a single value covers itself only, a lower or higher one is another product.
A rating that a table gives for another model does not count.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docverify.coverage import MODEL_FIELDS, Answer, model_covered
from docverify.coverage_protection import protection_answers
from docverify.facts.designation import ModelFamily
from docverify.facts.document import Document
from docverify.facts.dossier import State
from docverify.facts.evidence import Found
from docverify.facts.shipment import Product, ProductType

_TOLERANCE = 0.015  # 22 kW is printed for 22.08 kW

# of these a family's paper prints the largest: what was tested at 32 A extends to the 16 A member
_SIZES = ("current", "power", "output current")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One rating of the product, and the fields of a paper that may state it, in order of preference."""

    word: str
    unit: str
    value: float | tuple[float, float]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Readings:
    """The readings of one rating: those for the product, those for perhaps the product, those for other models."""

    mine: tuple[Found[Any], ...] = ()
    perhaps: tuple[Found[Any], ...] = ()
    others: tuple[Found[Any], ...] = ()

    @property
    def all(self) -> tuple[Found[Any], ...]:
        """Every reading."""
        return self.mine + self.perhaps + self.others


def rating_answer(product: Product, document: Document, names: tuple[str, ...]) -> Answer | None:
    """Whether the printed ratings cover those of the product; None when neither side gives any.

    `names` are the designations under which the paper knows the product: its model and a maker's own model.
    """
    quantities = tuple(_quantities(product))
    stated = [(quantity, _readings(quantity, product, document, names)) for quantity in quantities]
    printed = [(quantity, readings) for quantity, readings in stated if readings.all]
    protection = protection_answers(product, document)
    if not printed and not protection:
        return None
    several = _is_for_several(document)
    answers = [_one(quantity, readings, product, several=several) for quantity, readings in printed]
    answers += protection
    for state in (State.NOT_COVERED, State.UNDETERMINED):
        failing = [answer for answer in answers if answer.state is state]
        if failing:
            return _together(state, failing)
    if not printed:
        return None
    sized = _with_gaps(_together(State.COVERED, answers), {quantity.word for quantity, _ in printed})
    return _with_phases(sized, printed, product) if sized.state is State.COVERED else sized


def _together(state: State, answers: list[Answer]) -> Answer:
    readings = tuple(reading for answer in answers for reading in answer.readings)
    return Answer(state, "; ".join(answer.why for answer in answers), readings)


def _with_gaps(answer: Answer, printed: set[str]) -> Answer:
    """Undetermined where what is printed does not fix the size: that takes a power, or a voltage and a current."""
    if printed & {"power", "output current"} or {"voltage", "current"} <= printed:
        return answer
    gap = "current" if "voltage" in printed else "voltage" if "current" in printed else "current and power"
    return Answer(State.UNDETERMINED, f"{answer.why}; the paper gives no {gap}", answer.readings)


def _with_phases(answer: Answer, printed: list[tuple[Quantity, Readings]], product: Product) -> Answer:
    """Undetermined where 230 V stand for 400 V: it may be one phase of three, or a charger of one phase."""
    shipped, words = product.ratings.voltage_v, {quantity.word for quantity, _ in printed}
    volts = [_top(entry.value) for quantity, mine in printed if quantity.word == "voltage" for entry in mine.mine]
    if product.ratings.phases != 3 or not shipped or not volts or words & {"number of phases", "power"}:
        return answer
    if _inside((shipped, shipped), None, max(volts)):
        return answer
    return Answer(State.UNDETERMINED, f"{answer.why}; the paper does not say for how many phases", answer.readings)


def _quantities(product: Product) -> Iterator[Quantity]:
    ratings, direct = product.ratings, product.type is ProductType.DC_MODE4
    supply = {} if direct else {"voltage": ("output_voltage_v",), "current": ("output_current_a",)}
    power = ("output_power_kw", "rated_power_kw") if direct else ("rated_power_kw", "output_power_kw")
    rows: tuple[tuple[str, str, Any, tuple[str, ...]], ...] = (
        ("voltage", "V", ratings.voltage_v, ("rated_voltage_v", *supply.get("voltage", ()))),
        ("current", "A", ratings.current_a, ("rated_current_a", *supply.get("current", ()))),
        ("power", "kW", ratings.power_kw, power),
        ("frequency", "Hz", ratings.frequency_hz, ("rated_frequency_hz",)),
        ("number of phases", "", ratings.phases, ("phases",)),
        ("output voltage", "V", ratings.output_voltage_v, ("output_voltage_v",)),
        ("output current", "A", ratings.output_current_a, ("output_current_a",)),
    )
    for word, unit, value, fields in rows:
        if value is not None:
            yield Quantity(word, unit, value, fields)


def _readings(quantity: Quantity, product: Product, document: Document, names: tuple[str, ...]) -> Readings:
    """The readings of the first of the fields that the paper fills."""
    found = next((document.values(field) for field in quantity.fields if document.values(field)), ())
    states = [_belongs(reading, product, names) for reading in found]
    mine, perhaps, others = (
        tuple(reading for reading, state in zip(found, states, strict=True) if state == wanted)
        for wanted in ("covered", "undetermined", "not_covered")
    )
    own = tuple(reading for reading in mine if reading.details.get("model"))
    return Readings(own or mine, perhaps, others)


def _belongs(reading: Found[Any], product: Product, names: tuple[str, ...]) -> str:
    """Whether the rating is printed for the product: covered when the paper names no model beside it."""
    printed = reading.details.get("model")
    if not printed:
        return "covered"
    try:
        family = ModelFamily.parse(str(printed))
    except ValueError:
        return "covered"
    named = Found(family, reading.quote, reading.evidence, reading.origin, reading.confidence)
    states = {model_covered(named, name, product.brand).state for name in names}
    return next(state for state in ("covered", "undetermined", "not_covered") if state in states)


def _is_for_several(document: Document) -> bool:
    """Whether the paper is for more than one model, so that a value without a model may be another's."""
    families = [reading.value for name in MODEL_FIELDS for reading in document.values(name)]
    return len({str(family) for family in families}) > 1 or any(
        isinstance(family, ModelFamily) and len(family.models) != 1 for family in families
    )


def _one(quantity: Quantity, readings: Readings, product: Product, *, several: bool) -> Answer:
    printed = _printed(readings.mine or readings.perhaps or readings.others, quantity.unit)
    if not readings.mine:
        return _for_others(quantity, readings, printed)
    if not any(_is_number(reading.value) for reading in readings.mine):
        why = f"the paper gives {quantity.word} “{printed}”, which is no number"
        return Answer(State.UNDETERMINED, why, readings.mine)
    fitting = tuple(reading for reading in readings.mine if _fits(quantity, reading, product))
    wanted = f"{_shown(quantity.value)} {quantity.unit}".strip()
    if several and not any(reading.details.get("model") for reading in readings.mine):
        return _of_family(quantity, readings.mine, fitting, printed, wanted)
    if fitting:
        return Answer(State.COVERED, f"{quantity.word} {printed} covers {wanted}", fitting)
    why = f"the paper gives {quantity.word} {printed}, the product has {wanted}"
    return Answer(State.NOT_COVERED, why, readings.mine)


def _for_others(quantity: Quantity, readings: Readings, printed: str) -> Answer:
    """No value is printed for the product: perhaps for it, or for other models only."""
    shown = readings.perhaps or readings.others
    model = shown[0].details.get("model")
    why = f"the paper gives {quantity.word} {printed} for {model}, perhaps another model"
    if not readings.perhaps:
        why = f"the paper gives the {quantity.word} only for other models ({model})"
    return Answer(State.UNDETERMINED, why, shown)


def _of_family(
    quantity: Quantity, mine: tuple[Found[Any], ...], fitting: tuple[Found[Any], ...], printed: str, wanted: str
) -> Answer:
    """Values for several models together: a size up to the smallest of them is covered, above the largest it is not."""
    if len(fitting) == len(mine):
        return Answer(State.COVERED, f"{quantity.word} {printed} covers {wanted}", fitting)
    tops = [_top(reading.value) for reading in mine if _is_number(reading.value)]
    size = quantity.value if not isinstance(quantity.value, tuple) else quantity.value[1]
    if quantity.word in _SIZES and _inside((size, size), None, min(tops)):
        return Answer(State.COVERED, f"{quantity.word} {printed} for several models covers {wanted}", mine)
    if quantity.word in _SIZES and not _inside((size, size), None, max(tops)):
        why = f"the paper gives {quantity.word} {printed} for several models, the product has {wanted}"
        return Answer(State.NOT_COVERED, why, mine)
    why = f"the paper gives {quantity.word} {printed} for several models and does not say which is whose"
    return Answer(State.UNDETERMINED, why, mine)


def _top(value: Any) -> float:
    """The largest number that a value stands for."""
    top = value[1] if isinstance(value, tuple) else value
    return float(top) if isinstance(top, int | float) else math.inf


def _is_number(value: Any) -> bool:
    """Whether it is a number or a range of numbers, not words that only a person can follow."""
    return isinstance(value, int | float | tuple)


def _fits(quantity: Quantity, reading: Found[Any], product: Product) -> bool:
    value = reading.value
    if not _is_number(value):
        return False
    low, high = value if isinstance(value, tuple) else (value, value)
    wanted = quantity.value if isinstance(quantity.value, tuple) else (quantity.value, quantity.value)
    if _inside(wanted, low, high):
        return True
    if quantity.word != "voltage" or product.ratings.phases != 3:
        return False
    # three phases: 230 V between line and neutral is 400 V between lines
    return any(
        _inside((end * factor,) * 2, low, high) for end in wanted[:1] for factor in (math.sqrt(3), 1 / math.sqrt(3))
    )


def _inside(wanted: tuple[float, float], low: float | None, high: float | None) -> bool:
    above = low is None or wanted[0] >= low - abs(low) * _TOLERANCE
    return above and (high is None or wanted[1] <= high + abs(high) * _TOLERANCE)


def _printed(readings: tuple[Found[Any], ...], unit: str) -> str:
    shown = dict.fromkeys(_shown(reading.value) for reading in readings)
    return f"{' / '.join(shown)} {unit}".strip()


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        low, high = value
        return f"up to {high:g}" if low is None else f"from {low:g}" if high is None else f"{low:g}–{high:g}"
    return f"{value:g}" if isinstance(value, int | float) else str(value)
