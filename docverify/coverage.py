"""Turns one paper and one product into coverages: model, rating, factory, hardware, firmware, connector, radio.

An aspect that the paper does not mention gives no coverage (the model always does). A mismatch on a paper with pages
that could not be read stays undetermined, because the missing words may stand there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process

from docverify.facts.countries import country_of
from docverify.facts.designation import CoverageAnswer, ModelFamily
from docverify.facts.document import Document
from docverify.facts.dossier import Coverage, State, quotes
from docverify.facts.evidence import Found, Origin
from docverify.facts.party import same_party
from docverify.facts.shipment import Operator, Product
from docverify.facts.version import Version

MODEL_FIELDS = ("models", "covered_models")
_SAME_ADDRESS = 60
_TRUSTED = 0.5  # a reading below it is not what coverage rests on
_NEARLY = 90


@dataclass(frozen=True, slots=True)
class Answer:
    """What a paper says in one aspect, before unread pages are thought of."""

    state: State
    why: str
    readings: tuple[Found[Any], ...] = ()


def coverage(product: Product, document: Document, aspect: str, answer: Answer) -> Coverage:
    """The answer as a coverage; a mismatch is undetermined while pages of the paper are unread."""
    state, why = answer.state, answer.why
    if state is State.NOT_COVERED and document.unread_pages:
        pages = ", ".join(str(entry.page) for entry in document.unread_pages[:10])
        state, why = State.UNDETERMINED, f"{why}; but page {pages} could not be read"
    if state is State.COVERED and answer.readings and max(r.confidence for r in answer.readings) < _TRUSTED:
        state, why = State.UNDETERMINED, f"{why}; but {_why_doubted(answer.readings)}"
    return Coverage(product.model, document.id, aspect, state, why, quotes(document, *answer.readings))


def _why_doubted(readings: Iterable[Found[Any]]) -> str:
    for reading in readings:
        if "doubt" in reading.details:
            return f"the paper itself says “{reading.details['doubt']}”"
        if "stands_in" in reading.details:
            return f"it stands in {reading.details['stands_in']}"
    return "it was read too badly"


def feature_coverages(product: Product, document: Document) -> Iterator[Coverage]:
    """The coverages of every aspect beside model and rating that the paper mentions."""
    answers = {
        "factory": factory_answer(product, document),
        "hardware": version_answer("hardware", product.hardware, document, ("hardware_version",)),
        "firmware": version_answer(
            "firmware", product.firmware, document, ("firmware_version", "firmware_described", "software_version")
        ),
        "connector": listed_answer("connector", product.connectors, document, "connectors"),
        "radio": listed_answer("radio", product.radios, document, "radios"),
    }
    for aspect, answer in answers.items():
        if answer is not None:
            yield coverage(product, document, aspect, answer)


# ---- model ---------------------------------------------------------------------------------------------------------


def model_answer(model: str, brand: str | None, document: Document) -> Answer:
    """Whether the paper's designations extend to the model; the best of them counts."""
    readings = [reading for name in MODEL_FIELDS for reading in document.values(name)]
    if not readings:
        return Answer(State.UNDETERMINED, f"no model was found in {document.name}")
    answers = [(model_covered(reading, model, brand), reading) for reading in readings]
    if denied := [reading for answer, reading in answers if answer == "covered" and reading.details.get("denied")]:
        why = f"the paper says “{denied[0].details['doubt']}” of {denied[0].value}"
        return Answer(State.NOT_COVERED, why, tuple(denied))
    for state in (State.COVERED, State.UNDETERMINED):
        fitting = [(answer, reading) for answer, reading in answers if answer == state.value]
        fitting.sort(key=_trust, reverse=True)
        if fitting:
            return Answer(state, fitting[0][0].explanation, tuple(reading for _, reading in fitting))
    return Answer(State.NOT_COVERED, _not_named(model, answers), tuple(reading for _, reading in answers[:5]))


def _trust(fitting: tuple[CoverageAnswer, Found[Any]]) -> float:
    return fitting[1].confidence


def model_covered(reading: Found[Any], model: str, brand: str | None) -> CoverageAnswer:
    """Whether one printed designation extends to the model, with or without the brand before it."""
    family = reading.value if isinstance(reading.value, ModelFamily) else ModelFamily.parse(str(reading.value))
    from_ocr = reading.origin is Origin.OCR
    plain = family.covers(model, from_ocr=from_ocr)
    if plain == "covered" or not brand:
        return plain
    branded = family.covers(f"{brand} {model}", from_ocr=from_ocr)
    return branded if branded == "covered" else plain


def _not_named(model: str, answers: list[tuple[CoverageAnswer, Found[Any]]]) -> str:
    telling = [
        answer.explanation for answer, _ in answers if "near:" in answer.explanation or "position" in answer.explanation
    ]
    if telling:
        return telling[0]
    printed = [str(getattr(reading.value, "printed", reading.value)) for _, reading in answers]
    names = ", ".join(dict.fromkeys(printed[:5])) + (", …" if len(printed) > 5 else "")
    return f"the paper is for {names}; {model} is not among them{_near(model, printed)}"


def _near(model: str, printed: list[str]) -> str:
    """A hint when one of the designations is nearly the model; near is not covered."""
    near = process.extractOne(model, printed, scorer=fuzz.ratio, score_cutoff=_NEARLY)
    return f" (near: {near[0]}; near is not covered)" if near else ""


# ---- factory -------------------------------------------------------------------------------------------------------


def factory_answer(product: Product, document: Document) -> Answer | None:
    """Whether the factory of the product is one that the paper names."""
    readings = document.values("factory")
    if not readings:
        return None
    if product.factory is None:
        named = ", ".join(dict.fromkeys(str(reading.value) for reading in readings))
        why = f"the paper is for the factory {named}; the shipment does not say where {product.model} was made"
        return Answer(State.UNDETERMINED, why, readings)
    answers = [_one_factory(product.factory, reading, document) for reading in readings]
    return _best(answers)


def _one_factory(factory: Operator, reading: Found[Any], document: Document) -> Answer:
    same = same_party(str(reading.value), factory.name)
    if same is False:
        return Answer(State.NOT_COVERED, f"the paper names the factory {reading.value}, not {factory.name}", (reading,))
    if same is None:
        why = f"the paper names the factory {reading.value}; nobody can say that it is {factory.name}"
        return Answer(State.UNDETERMINED, why, (reading,))
    return _place_answer(factory, reading, document)


def _place_answer(factory: Operator, reading: Found[Any], document: Document) -> Answer:
    """The same name: whether country and address agree as well, where both are given."""
    address = _paired(document, reading, "factory_address")
    country = _paired(document, reading, "factory_country")
    printed = str(country.value) if country else country_of(str(address.value)) if address else None
    shown = tuple(entry for entry in (reading, address, country) if entry)
    if printed and factory.country and printed != factory.country:
        why = f"the paper names {reading.value} in {printed}, the product comes from {factory.country}"
        return Answer(State.NOT_COVERED, why, shown)
    if address and factory.address and fuzz.token_set_ratio(str(address.value), factory.address) < _SAME_ADDRESS:
        why = f"the paper gives {address.value} for {reading.value}, the shipment {factory.address}"
        return Answer(State.UNDETERMINED, why, shown)
    return Answer(State.COVERED, f"the paper names the factory {reading.value}", shown)


def _paired(document: Document, reading: Found[Any], field: str) -> Found[Any] | None:
    """The address or country that belongs to the factory: the one in the same place of an equally long list."""
    names, others = document.values("factory"), document.values(field)
    return others[names.index(reading)] if len(names) == len(others) else None


# ---- versions ------------------------------------------------------------------------------------------------------


def version_answer(word: str, shipped: str | None, document: Document, fields: tuple[str, ...]) -> Answer | None:
    """Whether the version that ships is one that the paper is about."""
    readings = next((document.values(field) for field in fields if document.values(field)), ())
    if not readings:
        return None
    printed = ", ".join(str(reading.value) for reading in readings)
    if shipped is None:
        return Answer(State.UNDETERMINED, f"the paper is for {word} {printed}; the shipment gives none", readings)
    answers = [_one_version(word, shipped, reading) for reading in readings]
    return _best(answers)


def _one_version(word: str, shipped: str, reading: Found[Any]) -> Answer:
    holds = _holds(reading.value, shipped)
    if holds is None:
        return Answer(State.UNDETERMINED, f"{word} {shipped} cannot be compared with {reading.value}", (reading,))
    if holds:
        return Answer(State.COVERED, f"the paper is for {word} {reading.value}", (reading,))
    return Answer(State.NOT_COVERED, f"the paper is for {word} {reading.value}, {shipped} ships", (reading,))


def _holds(printed: Any, shipped: str) -> bool | None:
    try:
        version = printed if isinstance(printed, Version) else Version.parse(str(printed))
        return version.contains(Version.parse(shipped))
    except ValueError:
        return True if str(printed).strip().casefold() == shipped.strip().casefold() else None


# ---- lists ---------------------------------------------------------------------------------------------------------


def listed_answer(word: str, shipped: tuple[str, ...] | None, document: Document, field: str) -> Answer | None:
    """Whether every connector or radio of the product is listed in the paper."""
    readings = document.values(field)
    if not readings or not shipped:
        return None
    printed = {str(reading.value) for reading in readings}
    missing = [name for name in shipped if name not in printed]
    listed = ", ".join(sorted(printed))
    if missing:
        why = f"the paper lists {listed}; the product has {', '.join(missing)} as well"
        return Answer(State.NOT_COVERED, why, readings)
    return Answer(State.COVERED, f"the paper lists {listed}", tuple(r for r in readings if str(r.value) in shipped))


def _best(answers: list[Answer]) -> Answer:
    order = (State.COVERED, State.UNDETERMINED, State.NOT_COVERED)
    return next(answer for state in order for answer in answers if answer.state is state)
