"""`waivers.yaml` → accepted deviations, attached to the findings they are about; they never hide or pass anything.

A waiver names a rule and its subject, or one finding by its fingerprint. Refuses a file with unknown keys, or a waiver
without reason, name or last day, with file, line and column. Waivers that are expired, expire soon, match nothing or
match too much are findings of the topic `waiver` themselves; one that is expired or names no subject is not attached.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from docverify.errors import UsageError
from docverify.facts.document import Document
from docverify.facts.finding import Citation, Finding, Outcome, Severity, Subject, Topic, Waiver
from docverify.marked_yaml import complain, read_yaml, written_text

SOON = timedelta(days=14)
MANY = 5  # findings that one waiver may cover before somebody should look at it again
PACK = "docverify"
CITE = Citation("the waiver file")
OPEN = (Outcome.FAIL, Outcome.UNDETERMINED)
Text = Annotated[str, Field(min_length=1)]


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class WrittenSubject(_Written):
    """What is waived: a product (model), a document (path, number or id), a unit (serial), or several of them."""

    product: Text | None = None
    document: Text | None = None
    unit: Text | None = None

    @property
    def empty(self) -> bool:
        """Whether it names nothing."""
        return self.product is None and self.document is None and self.unit is None

    def __str__(self) -> str:
        named = {"product": self.product, "document": self.document, "unit": self.unit}
        return ", ".join(f"{word} {value}" for word, value in named.items() if value)


class WrittenWaiver(_Written):
    """One accepted deviation; `expires` is its last day."""

    rule: Text | None = None
    fingerprint: Annotated[str, Field(pattern=r"^[0-9a-f]{8,16}$")] | None = None
    subject: WrittenSubject = WrittenSubject()
    reason: Text
    who: Text
    expires: date

    @model_validator(mode="after")
    def _names_something(self) -> "WrittenWaiver":
        if self.rule is None and self.fingerprint is None:
            raise ValueError("name what is waived: 'rule' with 'subject', or 'fingerprint'")
        return self

    @property
    def too_broad(self) -> bool:
        """Whether it would waive a whole rule."""
        return self.fingerprint is None and self.subject.empty

    @property
    def name(self) -> str:
        """The waiver as people recognise it."""
        what = self.rule or f"finding {self.fingerprint}"
        return f"{what} for {self.subject}" if not self.subject.empty else what


class WrittenWaivers(_Written):
    """The waiver file."""

    waivers: tuple[WrittenWaiver, ...]


def read_waivers(path: Path) -> tuple[WrittenWaiver, ...]:
    """The waivers of the file, in its order; UsageError naming `path:line:column` when it is malformed."""
    text = written_text(path, what="waiver file")
    # Fingerprints are made of digits: as a number `1234567890123456` would lose its zeros, `1e10` its letter.
    data, marks = read_yaml(text, path=str(path), as_text=True)
    if not isinstance(data, dict):
        raise UsageError(f"{path}:1:1: a waiver file is a mapping that starts with 'waivers:'")
    try:
        return WrittenWaivers.model_validate(data).waivers
    except ValidationError as error:
        raise UsageError(complain(error, marks, path=str(path), model=WrittenWaivers)) from error


def waive(
    findings: Sequence[Finding],
    waivers: Sequence[WrittenWaiver],
    *,
    as_of: date,
    documents: Sequence[Document] = (),
) -> tuple[Finding, ...]:
    """The findings with waivers attached to failures and undecided ones, then what is wrong with the waivers.

    `documents` lets a waiver name a paper by its path or number. The first waiver of the file that fits counts.
    """
    names = {document.id: _names(document) for document in documents}
    open_ones = [number for number, finding in enumerate(findings) if finding.outcome in OPEN]
    attached = list(findings)
    about: list[Finding] = []
    for waiver in waivers:
        matched = [number for number in open_ones if _fits(waiver, findings[number], names)]
        if not (waiver.too_broad or as_of > waiver.expires):
            for number in matched:
                if attached[number].waiver is None:
                    record = Waiver(waiver.reason, waiver.who, waiver.expires)
                    attached[number] = replace(attached[number], waiver=record)
        about += _remarks(waiver, [findings[number] for number in matched], as_of)
    return (*attached, *about)


def _names(document: Document) -> frozenset[str]:
    numbers = {str(entry.value) for entry in document.values("document_number")}
    return frozenset({document.id, document.sha256, document.path, document.name} | numbers)


def _fits(waiver: WrittenWaiver, finding: Finding, names: Mapping[str, frozenset[str]]) -> bool:
    """Whether the finding is one the waiver is about."""
    if finding.topic is Topic.WAIVER:
        return False
    if waiver.fingerprint is not None and not finding.fingerprint.startswith(waiver.fingerprint):
        return False
    if waiver.rule is not None and finding.rule != waiver.rule:
        return False
    wanted, subject = waiver.subject, finding.subject
    if wanted.document is not None:
        known = names.get(subject.document or "", frozenset({subject.document or ""}))
        if wanted.document not in known:
            return False
    return wanted.product in (None, subject.product) and wanted.unit in (None, subject.unit)


Told: TypeAlias = tuple[str, Severity, str, str] | None  # rule, severity, message, expected
Remark: TypeAlias = Callable[[WrittenWaiver, Sequence[Finding], date], Told]


def _remarks(waiver: WrittenWaiver, matched: Sequence[Finding], as_of: date) -> Iterator[Finding]:
    """What is wrong with the waiver: the first of the table that holds, so that it is told once."""
    for remark in REMARKS:
        told = remark(waiver, matched, as_of)
        if told:
            yield _finding(waiver, *told)
            return


def _no_subject(waiver: WrittenWaiver, matched: Sequence[Finding], as_of: date) -> Told:
    if not waiver.too_broad:
        return None
    why = f"The waiver of {waiver.name} names no subject, so it would waive the whole rule; it was not applied."
    return "WAIVER-BROAD", Severity.MAJOR, why, "a subject: product, document or unit; or a fingerprint"


def _expired(waiver: WrittenWaiver, matched: Sequence[Finding], as_of: date) -> Told:
    if as_of <= waiver.expires:
        return None
    why = f"The waiver of {waiver.name} by {waiver.who} ended on {waiver.expires}; what it waived counts again."
    # Where nothing fails any more, an old waiver is litter, not a danger.
    return "WAIVER-EXPIRED", Severity.MAJOR if matched else Severity.MINOR, why, f"a waiver that holds on {as_of}"


def _unused(waiver: WrittenWaiver, matched: Sequence[Finding], as_of: date) -> Told:
    if matched:
        return None
    why = f"The waiver of {waiver.name} by {waiver.who} matches nothing: is it misspelt, or no longer needed?"
    return "WAIVER-UNUSED", Severity.MINOR, why, "a failure that it waives"


def _many(waiver: WrittenWaiver, matched: Sequence[Finding], as_of: date) -> Told:
    if len(matched) <= MANY:
        return None
    why = f"The waiver of {waiver.name} covers {len(matched)} findings; name the document or the fingerprints instead."
    return "WAIVER-BROAD", Severity.MINOR, why, f"at most {MANY} findings"


def _soon(waiver: WrittenWaiver, matched: Sequence[Finding], as_of: date) -> Told:
    if waiver.expires - as_of > SOON:
        return None
    why = f"The waiver of {waiver.name} by {waiver.who} ends on {waiver.expires}, within {SOON.days} days."
    return "WAIVER-ENDS-SOON", Severity.MINOR, why, f"an end after {as_of + SOON}"


REMARKS: tuple[Remark, ...] = (_no_subject, _expired, _unused, _many, _soon)


def _finding(waiver: WrittenWaiver, rule: str, severity: Severity, message: str, expected: str) -> Finding:
    return Finding(
        rule=rule,
        pack=PACK,
        market="*",
        topic=Topic.WAIVER,
        severity=severity,
        outcome=Outcome.FAIL,
        subject=Subject(product=waiver.subject.product, unit=waiver.subject.unit),
        message=message,
        reference=CITE,
        expected=expected,
        found=f"{waiver.name} until {waiver.expires}",
    )
