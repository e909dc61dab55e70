"""A result as JUnit XML, for build servers: one suite a product and market, one case a rule and subject.

A failure is `failure`; undecided is `error`, so that a build server never shows it green; waived is `skipped`.
"""

from collections.abc import Sequence
from xml.etree import ElementTree as xml  # written, never parsed

from docverify.facts.finding import Finding, Outcome
from docverify.facts.result import Result
from docverify.report.outline import Item, outline
from docverify.report.words import market_text, shown, value_text


def as_junit(result: Result) -> bytes:
    """The whole result."""
    arranged = outline(result)
    suites: dict[str, list[Item]] = {}
    for item in (*arranged.open_items, *arranged.waived, *arranged.passed):
        finding = item.finding
        product = shown(finding.subject.product) if finding.subject.product else "papers"
        suites.setdefault(f"{product} · {market_text(finding.market)}", []).append(item)
    everything = [item for items in suites.values() for item in items]
    root = xml.Element("testsuites", {"name": f"docverify {shown(result.shipment.name)}", **_counts(everything)})
    for name, items in suites.items():
        about = {"name": name, "timestamp": f"{result.as_of}T00:00:00"}
        suite = xml.SubElement(root, "testsuite", {**about, **_counts(items)})
        for item in items:
            _case(suite, item)
    xml.indent(root)
    text: str = xml.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode("utf-8", "replace")


def _counts(items: Sequence[Item]) -> dict[str, str]:
    def count(outcome: Outcome) -> str:
        return str(sum(i.finding.outcome is outcome and not i.finding.waiver for i in items))

    skipped = sum(bool(i.finding.waiver) and i.finding.outcome is not Outcome.PASS for i in items)
    return {
        "tests": str(len(items)),
        "failures": count(Outcome.FAIL),
        "errors": count(Outcome.UNDETERMINED),
        "skipped": str(skipped),
        "time": "0",
    }


def _case(suite: "xml.Element", item: Item) -> None:
    finding = item.finding
    name = " · ".join(part for part in (finding.rule, item.about) if part)
    case = xml.SubElement(suite, "testcase", classname=f"{finding.pack}.{finding.topic.value}", name=name, time="0")
    if finding.outcome is Outcome.PASS:
        return
    if finding.waiver:
        words = f"waived until {finding.waiver.expires} by {shown(finding.waiver.who)}: {shown(finding.waiver.reason)}"
        xml.SubElement(case, "skipped", message=words)
        return
    tag = "failure" if finding.outcome is Outcome.FAIL else "error"
    told = xml.SubElement(case, tag, message=shown(finding.message), type=finding.severity.value)
    told.text = "\n".join(_lines(item, finding))


def _lines(item: Item, finding: Finding) -> list[str]:
    lines = [shown(finding.message)]
    lines += [f"expected: {shown(finding.expected)}"] if finding.expected else []
    lines += [f"found: {shown(finding.found)}"] if finding.found else []
    lines += [
        f"{place.name} p. {place.page} at {_boxes(place.boxes)}: {' · '.join(place.quotes[:5])}"
        for place in item.places
    ]
    return [*lines, f"source: {shown(finding.reference.cite)}", f"fingerprint: {finding.fingerprint}"]


def _boxes(boxes: Sequence[tuple[float, ...]]) -> str:
    return "; ".join("(" + ", ".join(value_text(round(side, 1)) for side in box) + ")" for box in boxes[:5])
