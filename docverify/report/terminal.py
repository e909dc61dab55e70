"""A result as text for a terminal: the verdict first, then what stands in its way, each with paper, page and words.

Readable without colour: marks are words. Passes are listed with `verbose`; nothing is dropped silently, what is not
listed is counted.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from textwrap import wrap

from docverify.facts.document import Document
from docverify.facts.evidence import printable
from docverify.facts.finding import Conclusion, Finding, Outcome, Severity
from docverify.facts.result import Result
from docverify.facts.source import Refusal

HEADLINES = {
    Conclusion.CONFORMING: "CONFORMING: the papers cover what ships, as far as the rules below ask",
    Conclusion.NONCONFORMING: "NONCONFORMING: the papers do not cover what ships",
    Conclusion.UNDETERMINED: "UNDETERMINED: the papers do not let us decide",
}
WORDS = {Outcome.FAIL: "FAIL", Outcome.UNDETERMINED: "UNDECIDED", Outcome.PASS: "pass"}
COLOURS = {Outcome.FAIL: "31;1", Outcome.UNDETERMINED: "33;1", Outcome.PASS: "32"}
HEADLINE_COLOURS = {
    Conclusion.CONFORMING: "32;1",
    Conclusion.NONCONFORMING: "31;1",
    Conclusion.UNDETERMINED: "33;1",
}


def render(result: Result, *, width: int = 100, colour: bool = False, verbose: bool = False) -> str:
    """The whole report, lines no wider than `width` where words allow, ending in a one-line summary."""
    shown = _shown(result.shown, verbose=verbose)
    parts = [
        _headline(result, width=width, colour=colour),
        *_groups(result, shown, width=width, colour=colour),
        *_hidden(result),
        *_ahead(result, width=width),
        *_unread(result, width=width),
        summary(result),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def summary(result: Result) -> str:
    """One line: verdict, counts, papers, packs."""
    decided = result.verdict.decided()
    papers = len(result.dossier.documents)
    packs = ", ".join(f"{pack.id} {pack.version}" for pack in result.packs) or "no rule pack"
    return (
        f"{result.verdict.conclusion.value} · {decided['fail']} failed, {decided['undetermined']} undecided, "
        f"{decided['pass']} passed of {decided['applicable']} · {papers} papers · as of {result.as_of} · {packs}"
    )


def documents_table(documents: Sequence[Document], refusals: Sequence[Refusal], *, width: int = 100) -> str:
    """What was read from each document, one value a line with its page; refused files at the end."""
    blocks = [_document_block(document, width=width) for document in documents]
    blocks += [_refusal_line(refusal, width=width) for refusal in refusals]
    return "\n\n".join(blocks) + "\n"


def _headline(result: Result, *, width: int, colour: bool) -> str:
    conclusion = result.verdict.conclusion
    headline = _paint(HEADLINES[conclusion], HEADLINE_COLOURS[conclusion], colour=colour)
    products = ", ".join(product.model for product in result.shipment.products) or "no product named"
    about = f"{result.shipment.name}: {products} for {', '.join(result.shipment.markets)}, placed on {result.as_of}"
    counts = Counter(f.severity for f in result.verdict.findings if f.outcome is Outcome.FAIL and f.waiver is None)
    tally = ", ".join(f"{counts[severity]} {severity.value}" for severity in Severity if counts[severity])
    sample = result.approved
    held = (
        f"Held against the sample that {sample.by} approved on {sample.on[:10]} ({sample.shipment})" if sample else ""
    )
    return "\n".join([headline, *wrap(about, width), *wrap(held, width), *([f"Failed: {tally}"] if tally else [])])


def _shown(findings: Iterable[Finding], *, verbose: bool) -> list[Finding]:
    outcomes = {Outcome.FAIL, Outcome.UNDETERMINED} | ({Outcome.PASS} if verbose else set())
    order = {Outcome.FAIL: 0, Outcome.UNDETERMINED: 1, Outcome.PASS: 2}
    kept = [finding for finding in findings if finding.outcome in outcomes]
    return sorted(
        kept, key=lambda f: (order[f.outcome], -f.severity.weight, f.market, f.rule, f.subject.document or "")
    )


def _groups(result: Result, findings: Sequence[Finding], *, width: int, colour: bool) -> list[str]:
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.subject.product or "", finding.market), []).append(finding)
    texts = []
    for (product, market), group in sorted(groups.items(), key=lambda item: (item[0][0] == "", item[0])):
        title = f"{product or 'The papers themselves'} · {'every market' if market == '*' else market}"
        body = [_finding_block(result, finding, width=width, colour=colour) for finding in group]
        texts.append("\n".join([title, "-" * min(width, len(title)), *body]))
    return texts


def _finding_block(result: Result, finding: Finding, *, width: int, colour: bool) -> str:
    mark = _paint(WORDS[finding.outcome], COLOURS[finding.outcome], colour=colour)
    head = f"{mark} {finding.severity.value} {finding.topic.value} [{finding.rule}]"
    lines = [head, *_indented(finding.message, width)]
    if finding.outcome is not Outcome.PASS:
        lines += _indented(f"expected: {finding.expected}", width) if finding.expected else []
        lines += _indented(f"found: {finding.found}", width) if finding.found else []
    lines += [line for quote in finding.evidence[:3] for line in _indented(_place(result, quote), width)]
    for place in finding.before[:3]:
        lines += _indented(f"before: {place.path} p. {place.page}: “{place.quote[:120]}”", width)
    if len(finding.evidence) > 3:
        lines.append(f"    … and {len(finding.evidence) - 3} more places")
    if finding.waiver:
        lines += _indented(
            f"waived until {finding.waiver.expires} by {finding.waiver.who}: {finding.waiver.reason}", width
        )
    return "\n".join(lines)


def _place(result: Result, quote: object) -> str:
    document = result.dossier.document(getattr(quote, "document", ""))
    words = printable(getattr(quote, "quote", ""))
    return (
        f"{printable(document.path)} p. {getattr(quote, 'page', '?')}: “{words[:120]}{'…' if len(words) > 120 else ''}”"
    )


def _hidden(result: Result) -> list[str]:
    """How many open findings the baseline hides: the verdict counts them all the same."""
    if result.baseline is None:
        return []
    return [f"{result.hidden} known to the baseline and not shown; the verdict counts them"]


def _ahead(result: Result, *, width: int) -> list[str]:
    if not result.look_ahead:
        return []
    lines = [line for entry in result.look_ahead for line in wrap(printable(entry.sentence), width)]
    return ["\n".join(["Look ahead", "----------", *lines])]


def _unread(result: Result, *, width: int) -> list[str]:
    lines = [line for refusal in result.dossier.refusals for line in _refusal_line(refusal, width=width).split("\n")]
    for document in result.dossier.documents:
        for page in document.unread_pages:
            lines += wrap(f"{printable(document.path)} p. {page.page} not read: {page.reason}", width)
    lines += [
        f"{printable(path)} is the same file as {printable(first)}; read once" for path, first in result.duplicates
    ]
    lines += [f"{printable(path)} is no paper; set aside" for path in result.set_aside]
    return ["\n".join(["Not read, or read once", "----------------------", *lines])] if lines else []


def _refusal_line(refusal: Refusal, *, width: int) -> str:
    sentence = f"{printable(refusal.path)} not read: {printable(refusal.reason).rstrip('.')}."
    return "\n".join(wrap(f"{sentence} {printable(refusal.advice)}".strip(), width))


def _document_block(document: Document, *, width: int) -> str:
    scheme = f" / {document.scheme}" if document.scheme else ""
    head = f"{printable(document.path)} p. {document.pages[0]}–{document.pages[1]}: {document.kind.value}{scheme}"
    lines = [head, *_indented(document.why, width)]
    for name, entries in document.fields.items():
        for entry in entries:
            page = entry.evidence[0].page if entry.evidence else 0
            value = _value_text(entry.value)
            place = f"p. {page} {entry.origin.value} {entry.confidence:.2f}"
            lines += wrap(
                f"{name}: {printable(value)}  ({place})", width, initial_indent="  ", subsequent_indent="      "
            )
    lines += [f"  page {page.page} not read: {page.reason}" for page in document.unread_pages]
    return "\n".join(lines)


def _value_text(value: object) -> str:
    if isinstance(value, tuple):
        return " to ".join("…" if part is None else f"{part:g}" for part in value)
    if isinstance(value, float):
        return f"{value:g}"
    return str(getattr(value, "printed", value))


def _indented(text: str, width: int) -> list[str]:
    return wrap(printable(text), width, initial_indent="    ", subsequent_indent="    ")


def _paint(text: str, code: str, *, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
