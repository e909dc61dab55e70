"""What people agreed to before a run: waivers, a baseline and the approved sample, each with the hash of its file."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from docverify.approval import Approval, read_approval
from docverify.errors import UsageError
from docverify.facts.finding import Outcome
from docverify.facts.result import Baseline, Input
from docverify.report.read_result import read_result
from docverify.waivers import WrittenWaiver, read_waivers

OPEN = (Outcome.FAIL, Outcome.UNDETERMINED)


@dataclass(frozen=True, slots=True)
class Accepted:
    """`inputs` are the files that it was read from."""

    waivers: tuple[WrittenWaiver, ...] = ()
    baseline: Baseline | None = None
    sample: Approval | None = None
    inputs: tuple[Input, ...] = ()


def read_accepted(
    *, waivers: Path | None = None, baseline: Path | None = None, approved_sample: Path | None = None
) -> Accepted:
    """What the files say; UsageError naming the file that is malformed, edited or of another version."""
    named = {"waivers": waivers, "baseline": baseline, "approved_sample": approved_sample}
    return Accepted(
        waivers=read_waivers(waivers) if waivers else (),
        baseline=_baseline(baseline) if baseline else None,
        sample=read_approval(approved_sample) if approved_sample else None,
        inputs=tuple(_input(role, path) for role, path in named.items() if path),
    )


def _baseline(path: Path) -> Baseline:
    """The open findings of the earlier result; a failure that was waived then is news when nobody waives it now."""
    findings = read_result(path).verdict.findings
    known = {(f.fingerprint, f.outcome.value) for f in findings if f.outcome in OPEN and f.waiver is None}
    return Baseline(_input("baseline", path).sha256, tuple(sorted(known)))


def _input(role: str, path: Path) -> Input:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    return Input(role, path.name, sha256(content).hexdigest(), len(content))
