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
from docverify.report.words import shown

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


# More open findings than this: the lesser ones get a line each. Of one rule so many are named after the first.
MANY = 20
REPEATS = 2
LONGEST = 160  # characters of a list that was found
WORTH = Severity.MAJOR.weight


def render(result: Result, *, width: int = 100, colour: bool = False, verbose: bool = False) -> str:
    """The whole report, lines no wider than `width` where words allow, ending in a one-line summary.

    With many findings the lesser ones get one line, and those that repeat a rule are named or counted; `verbose` shows
    every one in full, passes included.
    """
    listed = _shown(result.shown, verbose=verbose)
    parts = [
        _headline(result, width=width, colour=colour),
        *_groups(result, listed, width=width, colour=colour, verbose=verbose),
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


def _groups(result: Result, findings: Sequence[Finding], *, width: int, colour: bool, verbose: bool) -> list[str]:
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.subject.product or "", finding.market), []).append(finding)
    texts = []
    many = len(findings) > MANY and not verbose
    for (product, market), group in sorted(groups.items(), key=_worst_first):
        title = printable(f"{product or 'The papers themselves'} · {'every market' if market == '*' else market}")
        body = _body(result, group, width=width, colour=colour, verbose=verbose, many=many)
        texts.append("\n".join([title, "-" * min(width, len(title)), *body]))
    return texts


def _worst_first(item: tuple[tuple[str, str], list[Finding]]) -> tuple[bool, str, int, str]:
    (product, market), group = item
    return (product == "", product, -max(finding.severity.weight for finding in group), market)


def _body(
    result: Result, group: Sequence[Finding], *, width: int, colour: bool, verbose: bool, many: bool
) -> list[str]:
    """The findings of a group: in full, in a line, or counted where they repeat a rule."""
    lines: list[str] = []
    seen: Counter[tuple[str, Outcome]] = Counter()
    left: Counter[str] = Counter()
    for finding in group:
        same = (finding.rule, finding.outcome)
        seen[same] += 1
        if verbose or (seen[same] == 1 and not (many and finding.severity.weight < WORTH)):
            lines.append(_finding_block(result, finding, width=width, colour=colour, verbose=verbose))
        elif seen[same] <= 1 + REPEATS:
            lines.append(_line(finding, width=width, colour=colour))
        else:
            left[finding.rule] += 1
    return [*lines, *(f"… and {count} more of {rule}; -v lists them" for rule, count in left.items())]


def _line(finding: Finding, *, width: int, colour: bool) -> str:
    """The finding cut to one line."""
    word = WORDS[finding.outcome]
    text = f"{finding.severity.value} [{finding.rule}] {shown(finding.message)}"
    room = width - len(word) - 1
    cut = text if len(text) <= room else f"{text[: room - 1]}…"
    return f"{_paint(word, COLOURS[finding.outcome], colour=colour)} {cut}"


def _finding_block(result: Result, finding: Finding, *, width: int, colour: bool, verbose: bool) -> str:
    mark = _paint(WORDS[finding.outcome], COLOURS[finding.outcome], colour=colour)
    head = f"{mark} {finding.severity.value} {finding.topic.value} [{finding.rule}]"
    lines = [head, *_indented(finding.message, width)]
    if finding.outcome is not Outcome.PASS:
        lines += _indented(f"expected: {_cut(finding.expected, verbose=verbose)}", width) if finding.expected else []
        lines += _indented(f"found: {_cut(finding.found, verbose=verbose)}", width) if finding.found else []
    for words in _places(result, finding):
        lines += _indented(words, width)
    for place in finding.before[:3]:
        lines += _indented(f"before: {place.path} p. {place.page}: “{place.quote[:120]}”", width)
    if finding.waiver:
        lines += _indented(
            f"waived until {finding.waiver.expires} by {finding.waiver.who}: {finding.waiver.reason}", width
        )
    return "\n".join(lines)


def _cut(text: str, *, verbose: bool) -> str:
    return text if verbose or len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}… ({len(text)} characters)"


def _places(result: Result, finding: Finding) -> list[str]:
    """The words found, page by page: three pages, three quotes of each."""
    paths = {document.id: document.path for document in result.dossier.documents}
    pages: dict[tuple[str, int], list[str]] = {}
    for quote in finding.evidence:
        pages.setdefault((paths.get(quote.document, quote.document), quote.page), []).append(quote.quote)
    lines = []
    for (path, page), quotes in list(pages.items())[:3]:
        words = " · ".join(f"“{_short(quote)}”" for quote in quotes[:3])
        more = f" and {len(quotes) - 3} more" if len(quotes) > 3 else ""
        lines.append(f"{path} p. {page}: {words}{more}")
    return [*lines, *([f"… and {len(pages) - 3} more pages"] if len(pages) > 3 else [])]


def _short(quote: str) -> str:
    words = printable(quote[:240])
    return f"{words[:120]}…" if len(words) > 120 else words


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
            lines += wrap(f"{name}: {shown(value)}  ({place})", width, initial_indent="  ", subsequent_indent="      ")
    lines += [f"  page {page.page} not read: {page.reason}" for page in document.unread_pages]
    return "\n".join(lines)


def _value_text(value: object) -> str:
    if isinstance(value, tuple):
        return " to ".join("…" if part is None else f"{part:g}" for part in value)
    if isinstance(value, float):
        return f"{value:g}"
    return str(getattr(value, "printed", value))


def _indented(text: str, width: int) -> list[str]:
    return wrap(shown(text), width, initial_indent="    ", subsequent_indent="    ")


def _paint(text: str, code: str, *, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
