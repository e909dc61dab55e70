"""A group of manuals checked anew, as the lines a run prints."""

from collections.abc import Sequence
from pathlib import Path

from docverify.facts.finding import Finding, Outcome
from docverify.manuals.check import Checked, check_group, place_of
from docverify.manuals.groups import Group
from docverify.manuals.reading import Readings
from docverify.manuals.run import Told, Wishes, shown
from docverify.product_file import OnFile, read_product_file
from docverify.report.lines import line
from docverify.settings import Settings

UNREAD = "PAPERS-READ-001"
# A flaw that two rules tell: the second keeps quiet where the first one has spoken of the same manual.
SECOND = {"MAN-RAT-004": "MAN-RAT-002"}


def check_fresh(group: Group, settings: Settings, product_files: Sequence[Path], wishes: Wishes) -> Told:
    """What the group says, read and judged now."""
    on_file: list[OnFile] = [entry for path in product_files for entry in read_product_file(path)]
    readings = Readings(jobs=wishes.jobs)
    checked = check_group(group, settings, on_file, as_of=wishes.as_of, fail_on=wishes.fail_on, readings=readings)
    exempt = sum(f.waiver is not None and f.outcome is not Outcome.PASS for f in checked.own)
    return Told(_lines(checked, group), checked.result.exit_code, exempt, checked.result if wishes.results else None)


def _lines(checked: Checked, group: Group) -> tuple[tuple[int, str], ...]:
    documents = {document.id: document for document in checked.result.dossier.documents}
    found = []
    blind = {f.subject.document for f in checked.own if f.rule == UNREAD and f.outcome is Outcome.UNDETERMINED}
    told = {(f.rule, f.subject.document) for f in checked.own if f.outcome is Outcome.FAIL and shown(f)}
    for finding in checked.own:
        twice = (SECOND.get(finding.rule), finding.subject.document) in told
        if shown(finding) and not twice and not _follows(finding, blind):
            file, page, source_line = place_of(finding, documents, group.given[0])
            text = line(finding, file=file, page=page, source_line=source_line)
            found.append((file, page, source_line or 0, finding.severity.weight, text))
    return tuple(dict.fromkeys((weight, text) for *_, weight, text in sorted(found)))


def _follows(finding: Finding, blind: set[str | None]) -> bool:
    """Whether the finding only repeats that pages of the file could not be read, which has a line of its own."""
    if finding.rule == UNREAD or finding.outcome is not Outcome.UNDETERMINED:
        return False
    return finding.subject.document in blind and "could not be read" in finding.message
