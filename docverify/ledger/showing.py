"""Runs, findings over time and the audit → text for a terminal."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from docverify.facts.evidence import printable
from docverify.ledger.records import AuditLine, HistoryLine, Proof, Run


def history_text(runs: Sequence[Run], lines: Sequence[HistoryLine], *, width: int = 100) -> str:
    """Every run with what was found in it, newest first."""
    found: dict[int, list[HistoryLine]] = {}
    for line in lines:
        found.setdefault(line.run, []).append(line)
    blocks = ["\n".join(_run(run, found.get(run.id, []), width)) for run in runs]
    return ("\n\n".join(blocks) or "no run matches") + "\n"


def _run(run: Run, lines: Sequence[HistoryLine], width: int) -> Iterator[str]:
    products = ", ".join(run.products) or "no product named"
    suppliers = f" · {', '.join(run.suppliers)}" if run.suppliers else ""
    head = f"run {run.id} · {run.at[:19]}Z · {run.who} · {run.shipment}: {products}{suppliers} · {run.verdict}"
    yield from wrap(printable(head), width, subsequent_indent="    ")
    for line in lines:
        accepted = f" (waived by {line.waived_by})" if line.waived_by else ""
        told = f"{line.outcome} {line.severity} [{line.rule}]{accepted} {line.message}"
        yield from wrap(printable(told), width, initial_indent="    ", subsequent_indent="        ")


def audit_text(lines: Sequence[AuditLine], proof: Proof) -> str:
    """Who did what when, then whether the ledger is as it was written."""
    told = [
        printable(f"{line.id} {line.at[:19]}Z {line.who} {line.action} {line.about}: {line.detail}") for line in lines
    ]
    if proof.faults:
        end = [f"BROKEN: {printable(fault)}" for fault in proof.faults]
    else:
        held = f"{proof.runs} runs and {proof.approvals} approvals as they were recorded"
        end = [f"{len(lines)} lines, none changed, none missing; {held}"]
    end += [f"note: {printable(line)}" for line in proof.notes]
    return "\n".join([*told, *end, *([f"head {proof.head}"] if proof.head else [])]) + "\n"
