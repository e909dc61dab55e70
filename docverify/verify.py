"""THE ROUTE: a supplier's papers and a shipment in, a verdict with evidence out. Read this file first.

    intake → read → classify → extract → link → evaluate → waive → conclude → report

Steps 2 to 4 run in killable child processes (`worker`), because the papers are hostile until proved otherwise.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from docverify.accepted import Accepted
from docverify.answers import refuse_unknown
from docverify.beside import Beside
from docverify.compare.drift import drift
from docverify.corrections import Correction, corrected, told
from docverify.facts.document import Document
from docverify.facts.dossier import Dossier
from docverify.facts.finding import Finding, Severity, Verdict
from docverify.facts.result import Input, PackIdentity, Result
from docverify.facts.shipment import Shipment
from docverify.facts.source import Refusal
from docverify.intake import Intake, take_in
from docverify.link import link
from docverify.packs import packs_ahead, packs_for
from docverify.remembered import Readings, read_remembered
from docverify.rules.evaluate import coverage_rows, evaluate
from docverify.rules.look_ahead import look_ahead
from docverify.rules.pack import RulePack
from docverify.waivers import waive

DAYS_AHEAD = 365
Progress = Callable[[str, int, int], None]


def verify_shipment(
    paths: Sequence[Path],
    shipment: Shipment,
    *,
    as_of: date,
    fail_on: Severity = Severity.MAJOR,
    jobs: int = 1,
    not_papers: Sequence[Path] = (),
    intake: Intake | None = None,
    readings: Readings | None = None,
    accepted: Accepted | None = None,
    corrections: Sequence[Correction] = (),
    on_progress: Progress | None = None,
) -> Result:
    """The result of checking the papers at `paths` against the shipment, on the date it is placed on the market.

    `not_papers` are files inside the folders that belong to the shipment (its own file, units), not to the supplier.
    `intake` is what the paths hold, when the caller has taken it in already. `readings` (a ledger) remembers what was
    read before; `accepted` is what people agreed to earlier; `corrections` are readings that a person corrected.
    Raises UsageError for an unknown market or an answer nobody asked for, RulePackError for an invalid pack,
    UnreadableInput when no path exists.
    """
    # (1) Take the files in: by hash, once each, within limits.
    intake = intake or take_in(paths, not_papers=not_papers)
    with Beside(partial(_packs, shipment, as_of)) as loading:
        # (2–4) Read, classify and extract, each document in a child process that may be killed. Meanwhile the packs of
        # the markets are loaded: an invalid one ends the reading at once.
        words = words_to_find(shipment)
        heard = loading.heard(on_progress)
        documents, unread = read_remembered(intake.sources, readings, jobs=jobs, watch=words, on_progress=heard)
        packs = loading.result()
    # (5–9) Link, evaluate, waive, conclude.
    refusals = (*intake.refusals, *unread)
    return judge(
        shipment,
        documents,
        refusals,
        packs,
        as_of=as_of,
        fail_on=fail_on,
        intake=intake,
        accepted=accepted,
        corrections=corrections,
    )


def _packs(shipment: Shipment, as_of: date) -> tuple[RulePack, ...]:
    """The packs of the date; those that a look ahead needs are loaded with them, and kept."""
    packs = packs_for(shipment.markets, as_of=as_of)
    refuse_unknown(shipment.answers, packs)
    packs_ahead(shipment.markets, as_of=as_of, until=as_of + timedelta(days=DAYS_AHEAD))
    return packs


def words_to_find(shipment: Shipment) -> tuple[str, ...]:
    """The makers' brands and models that must not be left in private-label papers."""
    labels = [product.private_label for product in shipment.products if product.private_label]
    words = [word for label in labels for word in (label.oem_brand, label.oem_model) if word]
    return tuple(dict.fromkeys(words))


def judge(
    shipment: Shipment,
    documents: Sequence[Document],
    refusals: Sequence[Refusal],
    packs: Sequence[RulePack],
    *,
    as_of: date,
    fail_on: Severity = Severity.MAJOR,
    intake: Intake | None = None,
    accepted: Accepted | None = None,
    corrections: Sequence[Correction] = (),
    read_again: Mapping[str, Document] | None = None,
) -> Result:
    """The result for documents that were read already: steps 5 to 9 of the route.

    `read_again` are papers, by id, as they read under the kind that a correction gives them.
    """
    accepted = accepted or Accepted()
    # (5) Who covers what, who cites whom; what people corrected counts instead of what was read.
    dossier = link(shipment, corrected(documents, corrections, read_again), tuple(refusals))
    # (6) Every rule of every pack, passes included; what would be otherwise without a correction says so.
    findings = _found(packs, dossier, as_of)
    coverage = [row for pack in packs for row in coverage_rows(pack, dossier, market=pack.market, as_of=as_of)]
    if corrections:
        as_read = link(shipment, tuple(documents), tuple(refusals))
        findings = list(told(findings, _found(packs, as_read, as_of), corrections))
    if accepted.sample:
        findings += drift(accepted.sample.result, accepted.sample.record, dossier)
    # (7) What people accepted: attached, never hidden.
    waived = waive(findings, accepted.waivers, as_of=as_of, documents=dossier.documents)
    # (8) What holds today and fails within a year, because a rule, an edition or a paper ends.
    ahead = packs_ahead(shipment.markets, as_of=as_of, until=as_of + timedelta(days=DAYS_AHEAD))
    # (9) The sum: nothing evaluated is undetermined, never conforming.
    verdict = Verdict.of(waived, fail_on=fail_on)
    return Result(
        shipment=shipment,
        as_of=as_of,
        packs=tuple(PackIdentity(pack.id, pack.version, pack.sha256) for pack in packs),
        dossier=dossier,
        coverage=tuple(coverage),
        verdict=verdict,
        duplicates=intake.duplicates if intake else (),
        set_aside=intake.set_aside if intake else (),
        look_ahead=look_ahead(ahead, dossier, as_of=as_of, days=DAYS_AHEAD),
        inputs=(*_papers(intake), *accepted.inputs),
        baseline=accepted.baseline,
        approved=accepted.sample.record if accepted.sample else None,
        corrections=tuple(corrections),
    )


def _found(packs: Sequence[RulePack], dossier: Dossier, as_of: date) -> list[Finding]:
    """What every rule of every pack says of the dossier."""
    return [finding for pack in packs for finding in evaluate(pack, dossier, market=pack.market, as_of=as_of)]


def _papers(intake: Intake | None) -> tuple[Input, ...]:
    """The papers by their hashes."""
    sources = intake.sources if intake else ()
    return tuple(Input("paper", source.path, source.sha256, len(source.content)) for source in sources)
