"""Stored results → what lapses or begins within the next days: the question of a reorder, asked for every shipment.

The papers of each shipment are held against the rule packs in effect from today on, as if it were placed on the market
on a later day; waivers that end are told, too. No clock: `today` is given.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from icalendar import Calendar, Event

from docverify.facts.finding import Foreseen, Outcome
from docverify.facts.result import Result
from docverify.link import link
from docverify.packs import packs_ahead
from docverify.rules.look_ahead import look_ahead


@dataclass(frozen=True, slots=True)
class Upcoming:
    """What happens to a shipment's papers on a day; `rule` is empty when a waiver ends."""

    on: date
    shipment: str
    product: str
    market: str
    rule: str
    severity: str
    because: str
    message: str


def upcoming(results: Iterable[Result], *, today: date, days: int) -> tuple[Upcoming, ...]:
    """Everything that changes after today and within the days, in the order of the days, each once."""
    found = [entry for result in results for entry in _of(result, today, days)]
    return tuple(sorted(dict.fromkeys(found), key=_order))


def _order(entry: Upcoming) -> tuple[str, ...]:
    return entry.on.isoformat(), entry.shipment, entry.rule, entry.product, entry.message


def _of(result: Result, today: date, days: int) -> Iterator[Upcoming]:
    name, last = result.shipment.name, today + timedelta(days=days)
    shipment = replace(result.shipment, placed_on_market=today)
    dossier = link(shipment, result.dossier.documents, result.dossier.refusals)
    packs = packs_ahead(shipment.markets, as_of=today, until=last)
    for entry in look_ahead(packs, dossier, as_of=today, days=days):
        yield _foreseen(name, entry)
    for finding in result.verdict.findings:
        if finding.waiver and today <= finding.waiver.expires <= last:
            waiver, subject = finding.waiver, finding.subject
            because = f"the waiver by {waiver.who} ends ({waiver.reason})"
            yield Upcoming(
                waiver.expires,
                name,
                subject.product or "",
                finding.market,
                "",
                finding.severity.value,
                because,
                finding.message,
            )


def _foreseen(name: str, entry: Foreseen) -> Upcoming:
    finding = entry.finding
    doubt = "" if finding.outcome is Outcome.FAIL else "cannot be decided then: "
    return Upcoming(
        entry.on,
        name,
        finding.subject.product or "",
        finding.market,
        finding.rule,
        finding.severity.value,
        entry.because,
        f"{doubt}{finding.message}",
    )


def calendar(entries: Iterable[Upcoming], *, today: date) -> bytes:
    """The entries as an iCalendar file, one all-day event each; the same entries give the same bytes."""
    book = Calendar()
    book.add("prodid", "-//docverify//upcoming//EN")
    book.add("version", "2.0")
    for entry in entries:
        book.add_component(_event(entry, today))
    return bytes(book.to_ical())


def _event(entry: Upcoming, today: date) -> Event:
    event = Event()
    said = "\x1f".join((entry.on.isoformat(), entry.shipment, entry.product, entry.market, entry.rule, entry.because))
    event.add("uid", f"{sha256(said.encode()).hexdigest()[:32]}@docverify")
    event.add("dtstamp", datetime.combine(today, time(), tzinfo=UTC))
    event.add("dtstart", entry.on)
    event.add("dtend", entry.on + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", f"{entry.shipment}: {entry.rule or 'waiver'} ({entry.severity})")
    event.add("description", f"{entry.message}\nbecause {entry.because}")
    return event
