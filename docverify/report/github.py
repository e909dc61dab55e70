"""A result as GitHub workflow commands: an annotation for each open finding, printed by a step of a workflow."""

from docverify.facts.document import Document
from docverify.facts.finding import Outcome, Severity
from docverify.facts.result import Result
from docverify.report.lines import source_line
from docverify.report.outline import Item, outline
from docverify.report.terminal import summary
from docverify.report.words import shown

LEVELS = {Severity.BLOCKER: "error", Severity.MAJOR: "error", Severity.MINOR: "warning", Severity.INFO: "notice"}


def as_annotations(result: Result) -> bytes:
    """One line an open finding, worst first, and a notice with the sum."""
    documents = {document.id: document for document in result.dossier.documents}
    lines = [_annotation(item, documents) for item in outline(result).open_items]
    lines.append(f"::notice title=docverify::{_text(summary(result))}")
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def _annotation(item: Item, documents: dict[str, Document]) -> str:
    finding = item.finding
    level = LEVELS[finding.severity] if finding.outcome is Outcome.FAIL else "warning"
    document = item.places[0].document if item.places else finding.subject.document or ""
    options = [f"file={_option(shown(documents[document].path))}"] if document in documents else []
    line = source_line(documents.get(document), item.places[0].boxes) if item.places else None
    options += [f"line={line}"] if line else []
    options.append(f"title={_option(f'{finding.rule}: {item.title}')}")
    page = f" (page {item.places[0].page})" if item.places and not line else ""
    return f"::{level} {','.join(options)}::{_text(shown(finding.message) + page)}"


def _text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _option(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")
