"""A result and where its inputs are → the same bytes again, or which input is missing or has changed.

The inputs are the papers, the waivers, the baseline and the approval, each by its hash, the corrections that the result
holds, the rule packs by their hashes, and the version of the tool. Papers are read again. Files that came into the pack
since are told and left out.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from docverify import __version__
from docverify.accepted import Accepted, read_accepted
from docverify.corrections import kinds_of
from docverify.errors import DocverifyError, UsageError
from docverify.facts.document import Document
from docverify.facts.finding import Topic
from docverify.facts.result import Input, PackIdentity, Result
from docverify.intake import Intake, take_in
from docverify.packs import packs_for
from docverify.report.formats import as_json
from docverify.report.read_result import read_result
from docverify.rules.pack import RulePack
from docverify.verify import judge, words_to_find
from docverify.worker.pool import read_all

OPTIONS = {"waivers": "--waivers", "baseline": "--baseline", "approved_sample": "--approved-sample"}


@dataclass(frozen=True, slots=True)
class Given:
    """Where the papers and the other files are said to be; `files` by role."""

    packs: tuple[Path, ...] = ()
    files: Mapping[str, Path] = field(default_factory=dict)

    def completed(self, known: Sequence[tuple[str, Path]]) -> "Given":
        """With what somebody else knows, where nothing was said."""
        packs = self.packs or tuple(path for role, path in known if role == "pack")
        return Given(packs, {role: path for role, path in known if role in OPTIONS} | dict(self.files))


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether the same bytes came out, and what is in the way or differs."""

    same: bool
    sentence: str
    differences: tuple[str, ...] = ()


def replayed(path: Path, given: Given, *, jobs: int = 1) -> Answer:
    """Whether the result comes out again; UsageError when the file is no result."""
    result = read_result(path)
    content = path.read_bytes()
    packs = packs_for(result.shipment.markets, as_of=result.as_of)
    intake, missing = _intake(result, given.packs)
    obstacles = [*_tool(result), *_rule_packs(result, packs), *missing, *_files(result, given), *_unfiled(result)]
    if obstacles:
        return Answer(
            same=False,
            sentence=f"not replayed: {len(obstacles)} inputs are missing or have changed",
            differences=tuple(obstacles),
        )
    words = words_to_find(result.shipment)
    documents, unread = read_all(intake.sources, jobs=jobs, watch=words)
    reread = _read_again(intake, result, documents, jobs=jobs, watch=words)
    again = judge(
        result.shipment,
        documents,
        (*intake.refusals, *unread),
        packs,
        as_of=result.as_of,
        fail_on=result.verdict.threshold,
        intake=intake,
        accepted=_accepted(given, result),
        corrections=result.corrections,
        read_again=reread,
    )
    made = as_json(again)
    notes = tuple(_newcomers(result, given.packs))
    if made == content:
        digest = sha256(content).hexdigest()
        return Answer(same=True, sentence=f"the same bytes: {len(content)}, sha256 {digest}", differences=notes)
    differences = (*notes, *_where(content, made))
    return Answer(same=False, sentence="other bytes come out of the same inputs", differences=differences)


def _read_again(
    intake: Intake, result: Result, documents: Sequence[Document], *, jobs: int, watch: Sequence[str]
) -> dict[str, Document]:
    """The papers whose kind a person corrected, by id, read as papers of that kind."""
    kinds = kinds_of(result.corrections)
    paths = [document.path for document in documents if document.id in kinds]
    wanted = [s for s in intake.sources if any(path == s.path or path.startswith(f"{s.path}/") for path in paths)]
    found = read_all(wanted, jobs=jobs, watch=watch, kinds=kinds)[0] if wanted else ()
    return {document.id: document for document in found if document.id in kinds}


def _unfiled(result: Result) -> Iterator[str]:
    """Waivers that the web page gave: no file holds them."""
    if any(entry.role == "waivers" for entry in result.inputs):
        return
    who = {finding.waiver.who for finding in result.verdict.findings if finding.waiver}
    if who or any(finding.topic is Topic.WAIVER for finding in result.verdict.findings):
        by = f" by {', '.join(sorted(who))}" if who else ""
        yield f"waivers: given{by} in the web page, in no file; check the pack there again"


def _tool(result: Result) -> Iterator[str]:
    if result.tool_version and result.tool_version != __version__:
        yield f"the tool: docverify {result.tool_version} made it, this is {__version__}"


def _rule_packs(result: Result, packs: Sequence[RulePack]) -> Iterator[str]:
    here = {(pack.id, pack.version): pack.sha256 for pack in packs}
    for wanted in dict.fromkeys(result.packs):
        found = here.pop((wanted.id, wanted.version), None)
        if found is None:
            yield f"rule pack {wanted.id} {wanted.version}: missing here, or another version applies"
        elif found != wanted.sha256:
            yield f"rule pack {wanted.id} {wanted.version}: changed ({_short(wanted)} then, {found[:12]} now)"
    for id, version in here:
        yield f"rule pack {id} {version}: did not apply then"


def _short(pack: PackIdentity) -> str:
    return pack.sha256[:12]


def _intake(result: Result, packs: Sequence[Path]) -> tuple[Intake, list[str]]:
    """What the run took in, as far as it is there, and what is not."""
    try:
        intake = take_in(packs)
    except DocverifyError as error:
        return Intake(()), [str(error)]
    wanted = {entry.path: entry for entry in result.inputs if entry.role == "paper"}
    there = {source.path: source for source in intake.sources}
    moved = dict(intake.duplicates)  # (path, path of the same bytes): another of them may stand for it now
    problems = [problem for path, entry in wanted.items() if (problem := _paper(path, entry, there, moved))]
    refused = {refusal.path for refusal in result.dossier.refusals}
    kept = replace(
        intake,
        sources=tuple(there[path] for path in wanted if path in there),
        refusals=tuple(refusal for refusal in intake.refusals if refusal.path in refused),
        duplicates=tuple(pair for pair in intake.duplicates if pair in result.duplicates),
        set_aside=tuple(path for path in intake.set_aside if path in result.set_aside),
    )
    problems += [f"{path}: missing (it was set aside)" for path in result.set_aside if path not in kept.set_aside]
    problems += [
        f"{path}: missing (a copy of {of})" for path, of in result.duplicates if (path, of) not in kept.duplicates
    ]
    return kept, problems


def _paper(path: str, entry: Input, there: Mapping[str, Any], moved: Mapping[str, str]) -> str:
    if path in there:
        same = there[path].sha256 == entry.sha256
        return "" if same else f"{path}: changed ({entry.sha256[:12]} then, {there[path].sha256[:12]} now)"
    return f"{path}: {'a copy of another paper now' if path in moved else 'missing'}"


def _newcomers(result: Result, packs: Sequence[Path]) -> Iterator[str]:
    known = {entry.path for entry in result.inputs} | {path for path, _ in result.duplicates}
    for source in take_in(packs).sources:
        if source.path not in known:
            yield f"{source.path}: new in the pack since; left out"


def _files(result: Result, given: Given) -> Iterator[str]:
    """What is wrong with the waivers, the baseline and the approval."""
    for entry in result.inputs:
        if entry.role not in OPTIONS:
            continue
        path = given.files.get(entry.role)
        if path is None:
            yield f"{entry.path}: missing; say where it is with {OPTIONS[entry.role]}"
            continue
        try:
            found = sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            yield f"{path}: missing ({error.strerror})"
            continue
        if found != entry.sha256:
            yield f"{path}: changed ({entry.sha256[:12]} then, {found[:12]} now)"


def _accepted(given: Given, result: Result) -> Accepted:
    """What was accepted then, under the names the files had then."""
    roles = {entry.role for entry in result.inputs}
    named = {role: path for role, path in given.files.items() if role in roles}
    accepted = read_accepted(**named)
    return replace(accepted, inputs=tuple(entry for entry in result.inputs if entry.role in OPTIONS))


def _where(content: bytes, made: bytes) -> Iterator[str]:
    """Which parts of the result differ."""
    try:
        old, new = json.loads(content), json.loads(made)
    except ValueError as error:
        raise UsageError(f"the result is no JSON: {error}") from error
    for name in sorted({*old, *new}):
        if old.get(name) != new.get(name):
            yield f"{name}: {_entries(old.get(name), new.get(name))}"
    if old == new:
        yield "the layout of the file: it was written again by something else"


def _entries(old: Any, new: Any) -> str:
    if isinstance(old, list) and isinstance(new, list):
        gone, added = (sum(entry not in other for entry in one) for one, other in ((old, new), (new, old)))
        return f"{gone} entries differ from {added} now"
    return f"{old!r:.80} then, {new!r:.80} now"
