"""A check as `docverify check` makes it, recorded before anything of it is shown when a ledger is named.

With a ledger, papers that were read are not read again, and a run that rests on the same as an earlier one has its
result.
"""

import json
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from docverify.cli.keeping import ledger_if_named, now, person
from docverify.facts.finding import Severity
from docverify.facts.shipment import Shipment
from docverify.worker.starting import started_ahead

if TYPE_CHECKING:
    from docverify.accepted import Accepted
    from docverify.facts.result import Result
    from docverify.ledger import Ledger

P = ParamSpec("P")
R = TypeVar("R")


def reader_ahead(command: Callable[P, R]) -> Callable[P, R]:
    """The command, with a reader started at once, unless a ledger probably knows every paper already."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        ledger = kwargs.get("ledger")
        known = isinstance(ledger, str) and ("://" in ledger or Path(ledger).is_file())
        ahead: AbstractContextManager[None] = nullcontext() if known else started_ahead()
        with ahead:
            return command(*args, **kwargs)

    return run


def checked(
    packs: Sequence[Path],
    what: Shipment,
    *,
    fail_on: Severity,
    jobs: int,
    not_papers: Sequence[Path],
    accepted: "Accepted",
    ledger: str | None,
    places: Sequence[tuple[str, str]],
) -> "Result":
    """The result of the check, recorded when a ledger is named; `places` are (role, path) of what it used."""
    from docverify.intake import take_in

    with ledger_if_named(ledger) as kept:
        intake = take_in(packs, not_papers=not_papers)
        given: dict[str, Any] = {"fail_on": fail_on, "jobs": jobs, "intake": intake, "accepted": accepted}
        if kept is None:
            return _made(packs, what, None, given)
        from docverify.unchanged import key_of

        key = key_of(intake, what, as_of=what.placed_on_market, fail_on=fail_on, accepted=accepted.inputs)
        known = kept.known_result(key)
        result = _known(known) if known else _made(packs, what, kept, given)
        _record(kept, result, known, key, places)
        return result


def _made(packs: Sequence[Path], what: Shipment, kept: "Ledger | None", given: dict[str, Any]) -> "Result":
    from docverify.cli.progress import reading_progress
    from docverify.verify import verify_shipment

    with reading_progress() as on_progress:
        return verify_shipment(
            packs, what, as_of=what.placed_on_market, readings=kept, on_progress=on_progress, **given
        )


def _known(content: bytes) -> "Result":
    from docverify.report.read_result import result_from_json

    return result_from_json(json.loads(content))


def _record(kept: "Ledger", result: "Result", known: bytes | None, key: str, places: Sequence[tuple[str, str]]) -> None:
    from docverify.ledger import Place
    from docverify.report.formats import as_json

    named = [Place(role, path) for role, path in places]
    content = known or as_json(result)
    kept.record_run(result, content, who=person(), at=now(), places=named, rests_on=key)
