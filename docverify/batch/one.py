"""One shipment of a batch → its result on the disk and the line that says so: the work of a process, here or elsewhere.

The result is that of `docverify check FOLDER`, byte for byte. The line is written after it, so that a line is always
about a whole result; it holds the key of what the result rests on, by which a later run knows it again.
"""

import json
import os
import time
import traceback
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from docverify.accepted import read_accepted
from docverify.batch.plan import FILE, Task
from docverify.errors import DocverifyError, ExitCode
from docverify.facts.finding import Severity
from docverify.facts.result import Result
from docverify.intake import take_in
from docverify.report.formats import as_json
from docverify.shipment_file import read_shipment_file
from docverify.unchanged import key_of
from docverify.verify import verify_shipment
from docverify.worker.starting import started_ahead

OPEN = ("fail", "undetermined")


@dataclass(frozen=True, slots=True)
class Line:
    """What became of a shipment. `why`: what stood in the way of a result; `kept`: taken over from an earlier run."""

    name: str
    folder: str
    shipment: str = ""
    verdict: str = ""
    exit_code: int = int(ExitCode.INTERNAL)
    open_findings: int = 0
    papers: int = 0
    pages: int = 0
    seconds: float = 0.0
    why: str = ""
    key: str = ""
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """What a process is told: the shipment, where its result goes, and whether an earlier one may stand."""

    task: Task
    output: str
    fail_on: str = Severity.MAJOR.value
    resume: bool = False


def result_file(output: Path, name: str) -> Path:
    """Where the shipment's result is."""
    return output / f"{name}.json"


def line_file(output: Path, name: str) -> Path:
    """Where the line about it is."""
    return output / "lines" / f"{name}.json"


def check_one(order: Order) -> Line:
    """Check the shipment; whatever goes wrong with it costs its own line only."""
    began = time.monotonic()
    try:
        line = _checked(order)
    except DocverifyError as error:
        line = Line(order.task.name, order.task.folder, exit_code=int(error.code), why=str(error))
    except OSError as error:
        line = Line(order.task.name, order.task.folder, exit_code=int(ExitCode.USAGE), why=str(error))
    except Exception as error:  # noqa: BLE001 - the edge of one shipment: a defect here must not cost the others
        traceback.print_exc()
        why = f"an internal error ({type(error).__name__}: {error}); please report it"
        line = Line(order.task.name, order.task.folder, why=why)
    return line if line.kept else replace(line, seconds=round(time.monotonic() - began, 2))


def _checked(order: Order) -> Line:
    folder, output = Path(order.task.folder), Path(order.output)
    with started_ahead():
        what, own_files = read_shipment_file(folder / FILE)
        sample = folder / what.approved_sample if what.approved_sample else None
        accepted = read_accepted(approved_sample=sample)
        beside = [*own_files, *([sample] if sample else [])]
        intake = take_in([folder], not_papers=beside)
        fail_on, as_of = Severity(order.fail_on), what.placed_on_market
        key = key_of(intake, what, as_of=as_of, fail_on=fail_on, accepted=accepted.inputs)
        if order.resume and (known := _known(output, order.task, key)):
            return replace(known, kept=True)
        given: dict[str, Any] = {"fail_on": fail_on, "intake": intake, "accepted": accepted}
        result = verify_shipment([folder], what, as_of=as_of, **given)
    return _kept(output, order.task, key, result)


def _known(output: Path, task: Task, key: str) -> Line | None:
    """The line of an earlier run that rests on the same, when its result is still there."""
    try:
        said = json.loads(line_file(output, task.name).read_text("utf-8"))
        line = Line(**said)
    except (OSError, ValueError, TypeError):
        return None
    return line if line.key == key and not line.why and result_file(output, task.name).is_file() else None


def _kept(output: Path, task: Task, key: str, result: Result) -> Line:
    line_file(output, task.name).unlink(missing_ok=True)
    write_whole(result_file(output, task.name), as_json(result))
    findings = result.verdict.findings
    line = Line(
        task.name,
        task.folder,
        shipment=result.shipment.name,
        verdict=result.verdict.conclusion.value,
        exit_code=int(result.exit_code),
        open_findings=sum(f.outcome.value in OPEN and f.waiver is None for f in findings),
        papers=len(result.dossier.documents),
        pages=sum(d.pages[1] - d.pages[0] + 1 for d in result.dossier.documents),
        key=key,
    )
    write_whole(line_file(output, task.name), json.dumps(asdict(line), ensure_ascii=False).encode())
    return line


def write_whole(path: Path, content: bytes) -> None:
    """The file with that content, whole or not at all."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def as_plain(line: Line) -> Mapping[str, Any]:
    """The line as the summary holds it."""
    return {name: value for name, value in asdict(line).items() if name != "key"}
