"""Open findings to the letter that the supplier gets, and to the list for a visit: what to send, correct or tell.

What is asked are the rules' own words in the language (`request`); phrases around them are data. The same question
about several products or papers is asked once, naming them all. Nothing is translated by machine.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from docverify.facts.document import Document
from docverify.facts.finding import Finding, Outcome, Severity, Topic
from docverify.facts.result import Result
from docverify.facts.shipment import Shipment
from docverify.report.outline import Item, outline
from docverify.report.words import shown, word

SEND = frozenset({Topic.MISSING_DOCUMENT, Topic.REFERENCE_MISSING, Topic.UNREADABLE_DOCUMENT})
OURS = frozenset({Topic.WAIVER})  # ours to settle, not the supplier's
MOST_PLACES = 3


@dataclass(frozen=True, slots=True)
class Ask:
    """One numbered point: what is asked, where it stands, and the findings it settles."""

    number: int
    text: str
    where: str
    fingerprints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter or list: title, opening lines, points under headings, closing lines; `answer` is a line to fill in."""

    title: str
    opening: tuple[str, ...]
    sections: tuple[tuple[str, tuple[Ask, ...]], ...]
    closing: tuple[str, ...]
    language: str
    answer: str = ""


@dataclass(slots=True)
class _Question:
    """One question as it gathers products, papers and places."""

    template: str
    kind: str
    product: list[str] = field(default_factory=list)
    paper: list[str] = field(default_factory=list)
    places: list[tuple[str, int]] = field(default_factory=list)
    fingerprints: list[str] = field(default_factory=list)


def letter(result: Result, *, language: str = "en") -> Letter:
    """The letter to the supplier."""
    phrases = _phrases(language)
    about = _about(result.shipment, phrases, result)
    sections = _numbered(_questions(result, language, phrases), phrases)
    if not sections:
        opening = (phrases["greeting"], phrases["nothing"].format(**about))
        return Letter(phrases["title"].format(**about), opening, (), (phrases["thanks"],), language)
    return Letter(
        phrases["title"].format(**about),
        (phrases["greeting"], phrases["intro"].format(**about)),
        sections,
        (phrases["closing"], phrases["thanks"]),
        language,
    )


def visit_list(result: Result, *, language: str = "en") -> Letter:
    """What to see and ask at the factory: what no paper can show, then what the papers left open."""
    phrases = _phrases(language)
    about = _about(result.shipment, phrases, result)
    number = 0
    sections = []
    for entry in _data()["visit"]:
        points = [point for point in entry["points"] if _applies(point.get("when"), result.shipment)]
        asks = tuple(Ask(number + at, point[language], "") for at, point in enumerate(points, 1))
        number += len(asks)
        sections.append((entry["heading"][language], asks))
    questions = _questions(result, language, phrases)
    left = tuple(
        Ask(number + at, _text(question, phrases), _where(question, phrases), tuple(question.fingerprints))
        for at, question in enumerate(questions, 1)
    )
    sections += [(phrases["visit_open"], left)] if left else []
    opening = (phrases["visit_intro"].format(**about),)
    return Letter(
        phrases["visit_title"].format(**about), opening, tuple(sections), (), language, phrases["visit_answer"]
    )


def _questions(result: Result, language: str, phrases: Mapping[str, str]) -> list[_Question]:
    documents = {document.id: document for document in result.dossier.documents}
    asked: dict[tuple[str, str], _Question] = {}
    for item in outline(result).open_items:
        finding = item.finding
        if finding.topic in OURS:
            continue
        document = documents.get(finding.subject.document or "")
        template, product, paper = _template(_request(item, language, phrases), finding, document)
        question = asked.setdefault((finding.rule, template), _Question(template, _kind(finding)))
        _gather(question, item, product, paper)
    told = " ".join(f"{question.template} {' '.join(question.paper)}" for question in asked.values())
    for refusal in result.dossier.refusals:
        path = shown(refusal.path)
        if path not in told:
            text = phrases["unread"].format(paper=path, reason=shown(refusal.reason).rstrip("."))
            asked[("", text)] = _Question(_safe(text), "send")
    return list(asked.values())


def _gather(question: _Question, item: Item, product: str, paper: str) -> None:
    for list_, entry in ((question.product, product), (question.paper, paper)):
        if entry and entry not in list_:
            list_.append(entry)
    for place in item.places:
        if (place.name, place.page) not in question.places:
            question.places.append((place.name, place.page))
    question.fingerprints.append(item.finding.fingerprint)


def _request(item: Item, language: str, phrases: Mapping[str, str]) -> str:
    """The rule's words in the language; a fixed phrase on the topic where it has none."""
    request = item.finding.request.get(language, "")
    if request:
        return shown(request)
    topic = item.finding.topic.value
    named = _data()["topics_zh"].get(topic, topic) if language == "zh" else word("topics", topic)
    about = f"{named} ({item.about})" if item.about else named
    return phrases["topic"].format(topic=about)


def _template(text: str, finding: Finding, document: Document | None) -> tuple[str, str, str]:
    """The text with its product and paper taken out, so that one question may be about several."""
    template, product, paper = _safe(text), shown(finding.subject.product or ""), ""
    for name in _names(document):
        if name and name in template:
            template, paper = template.replace(name, "{paper}"), name
            break
    if product and product in template:
        return template.replace(product, "{product}"), product, paper
    return template, "", paper


def _names(document: Document | None) -> Iterable[str]:
    if document is None:
        return ()
    numbers = [shown(entry.value) for entry in document.values("document_number")]
    return (*(_safe(name) for name in (shown(document.name), shown(document.path))), *map(_safe, numbers))


def _safe(text: str) -> str:
    return text.replace("{", "(").replace("}", ")")


def _kind(finding: Finding) -> str:
    if finding.topic in SEND and finding.outcome is Outcome.FAIL:
        return "send"
    if finding.outcome is Outcome.UNDETERMINED and finding.severity is Severity.INFO:
        return "tell"
    if finding.topic in SEND:
        return "send"
    return "correct" if finding.outcome is Outcome.FAIL else "tell"


def _numbered(questions: Sequence[_Question], phrases: Mapping[str, str]) -> tuple[tuple[str, tuple[Ask, ...]], ...]:
    number = 0
    sections = []
    for kind in ("send", "correct", "tell"):
        own = [question for question in questions if question.kind == kind]
        asks = tuple(
            Ask(number + at, _text(question, phrases), _where(question, phrases), tuple(question.fingerprints))
            for at, question in enumerate(own, 1)
        )
        number += len(asks)
        sections += [(phrases[kind], asks)] if asks else []
    return tuple(sections)


def _text(question: _Question, phrases: Mapping[str, str]) -> str:
    comma = phrases["list"]
    return question.template.format(product=comma.join(question.product), paper=comma.join(question.paper))


def _where(question: _Question, phrases: Mapping[str, str]) -> str:
    if not question.places:
        return ""
    named = [phrases["place"].format(paper=paper, page=page) for paper, page in question.places[:MOST_PLACES]]
    left = len(question.places) - len(named)
    more = phrases["more"].format(count=left) if left else ""
    return phrases["where"].format(places=f"{phrases['list'].join(named)}{more}")


def _about(shipment: Shipment, phrases: Mapping[str, str], result: Result) -> dict[str, str]:
    comma = phrases["list"]
    return {
        "shipment": shown(shipment.name),
        "products": comma.join(shown(product.model) for product in shipment.products) or shown(shipment.name),
        "markets": comma.join(map(shown, shipment.markets)),
        "day": result.as_of.isoformat(),
    }


def _applies(when: str | None, shipment: Shipment) -> bool:
    """Whether the point is asked: nobody having said that there is no internet is no reason to leave it out."""
    products = shipment.products
    match when:
        case "firmware":
            return True
        case "internet":
            return any(product.internet is not False for product in products)
        case "billing":
            return any(product.metering == "billing" for product in products)
        case "units":
            return any(product.units for product in products)
        case _:
            return True


def _phrases(language: str) -> Mapping[str, str]:
    phrases: Mapping[str, str] = _data()[language]
    return phrases


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Any]:
    text = resources.files("docverify.report").joinpath("letter_phrases.yaml").read_text("utf-8")
    data: Mapping[str, Any] = yaml.safe_load(text)
    return data
