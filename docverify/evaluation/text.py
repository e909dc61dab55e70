"""An `Evaluation` to text for people and to plain JSON for programs."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from docverify.evaluation.defects import PackScore
from docverify.evaluation.run import Evaluation, by_field, calibration, macro, micro, share
from docverify.evaluation.score import DocumentScore, Tally

HEAD = ("precision", "recall", "F1", "soft F1", "values")


def render(evaluation: Evaluation, *, errors: int = 0) -> str:
    """The tables, parts first, then kinds, layouts, fields, boxes, calibration, packs and the worst errors."""
    lines: list[str] = []
    if evaluation.scores:
        lines += _summary(evaluation)
        lines += _groups("by kind", evaluation.scores, _kind_of)
        lines += _groups("by layout", evaluation.scores, _layout_of)
        lines += _fields(evaluation.scores)
        lines += _boxes(evaluation)
        lines += _calibration(evaluation.scores)
    lines += _packs(evaluation)
    lines += [f"refused: {refusal.path}: {refusal.reason}" for refusal in evaluation.refusals]
    lines += [f"{entry}" for entry in evaluation.missing]
    lines += _errors(evaluation, errors) if errors else []
    return "\n".join(lines) + "\n"


def as_json(evaluation: Evaluation) -> dict[str, Any]:
    """The same numbers as plain JSON."""
    bins, error = calibration(evaluation.scores)
    return {
        "documents": len(evaluation.scores),
        "parts": {name: _numbers(scores) for name, scores in _parts(evaluation)},
        "kinds": {name: _numbers(scores) for name, scores in _grouped(evaluation.scores, _kind_of)},
        "layouts": {name: _numbers(scores) for name, scores in _grouped(evaluation.scores, _layout_of)},
        "fields": {name: _tally(tally) for name, tally in by_field(evaluation.scores).items()},
        "boxes": {
            "values": evaluation.boxes.values,
            "with_box": evaluation.boxes.with_box,
            "looked_at": evaluation.boxes.looked_at,
            "equal": evaluation.boxes.equal,
        },
        "calibration": {
            "error": round(error, 4),
            "bins": [{"from": low, "to": high, "values": n, "right": right} for low, high, n, right in bins],
        },
        "packs": [_pack(score) for score in evaluation.packs],
        "missing": list(evaluation.missing),
        "refusals": [{"path": r.path, "reason": r.reason} for r in evaluation.refusals],
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "precision": round(tally.precision, 4),
        "recall": round(tally.recall, 4),
        "f1": round(tally.f1, 4),
        "right": tally.right,
        "wrong": tally.wrong,
        "missed": tally.missed,
    }


def _numbers(scores: Sequence[DocumentScore]) -> dict[str, Any]:
    return {
        "documents": len(scores),
        "strict": _tally(micro(scores)),
        "soft": _tally(micro(scores, soft=True)),
        "macro_f1": round(macro(scores), 4),
        "kind": round(share(s.kind_right for s in scores), 4),
        "scheme": round(share(s.scheme_right for s in scores), 4),
        "pages": round(share(s.pages_right for s in scores), 4),
        "exact": round(share(s.exact for s in scores), 4),
    }


def _pack(score: PackScore) -> dict[str, Any]:
    return {
        "name": score.name,
        "expected": score.expected,
        "verdict": score.verdict,
        "false_pass": score.false_pass,
        "defects": [
            {"topic": d.defect.topic, "document": d.defect.document, "found": d.found, "at_document": d.at_document}
            for d in score.defects
        ],
        "unexpected": list(score.unexpected),
    }


def _parts(evaluation: Evaluation) -> list[tuple[str, tuple[DocumentScore, ...]]]:
    parts = [("all", evaluation.scores)]
    for scanned, word in ((False, "born-digital"), (True, "scanned")):
        for held_out, seen in ((False, "seen layouts"), (True, "held-out layouts")):
            parts.append((f"{word}, {seen}", evaluation.part(scanned=scanned, held_out=held_out)))
    return [(name, scores) for name, scores in parts if scores]


def _kind_of(score: DocumentScore) -> str:
    return f"{score.expected.kind}/{score.expected.scheme or '-'}"


def _layout_of(score: DocumentScore) -> str:
    marks = ("held out" if score.file.held_out else "", "scan" if score.file.scanned else "")
    words = ", ".join(mark for mark in marks if mark)
    return f"{score.file.layout}{f' ({words})' if words else ''}"


def _grouped(
    scores: Iterable[DocumentScore], key: Callable[[DocumentScore], str]
) -> list[tuple[str, list[DocumentScore]]]:
    groups: dict[str, list[DocumentScore]] = {}
    for score in scores:
        groups.setdefault(key(score), []).append(score)
    return sorted(groups.items())


def _summary(evaluation: Evaluation) -> list[str]:
    lines = [_row("", "docs", "kind", "scheme", "pages", "micro F1", "soft F1", "macro F1", "exact")]
    for name, scores in _parts(evaluation):
        numbers = _numbers(scores)
        lines.append(
            _row(
                name,
                str(numbers["documents"]),
                *(f"{numbers[key]:.3f}" for key in ("kind", "scheme", "pages")),
                f"{numbers['strict']['f1']:.4f}",
                f"{numbers['soft']['f1']:.4f}",
                f"{numbers['macro_f1']:.4f}",
                f"{numbers['exact']:.3f}",
            )
        )
    return [*lines, ""]


def _groups(title: str, scores: Iterable[DocumentScore], key: Callable[[DocumentScore], str]) -> list[str]:
    lines = [_row(title, "docs", "scheme", "pages", "F1", "exact")]
    for name, group in _grouped(scores, key):
        numbers = _numbers(group)
        cells = (f"{numbers['scheme']:.3f}", f"{numbers['pages']:.3f}", f"{numbers['strict']['f1']:.4f}")
        lines.append(_row(name, str(len(group)), *cells, f"{numbers['exact']:.3f}"))
    return [*lines, ""]


def _fields(scores: Sequence[DocumentScore]) -> list[str]:
    soft = by_field(scores, soft=True)
    lines = [_row("by field", *HEAD)]
    for name, tally in by_field(scores).items():
        cells = (f"{tally.precision:.3f}", f"{tally.recall:.3f}", f"{tally.f1:.3f}", f"{soft[name].f1:.3f}")
        lines.append(_row(name, *cells, str(tally.support)))
    return [*lines, ""]


def _boxes(evaluation: Evaluation) -> list[str]:
    boxes = evaluation.boxes
    return [
        f"values with a box: {boxes.with_box} of {boxes.values}",
        f"boxes read back equal: {boxes.equal} of {boxes.looked_at} (text and table values on unturned pages)",
        "",
    ]


def _calibration(scores: Sequence[DocumentScore]) -> list[str]:
    bins, error = calibration(scores)
    lines = [_row("confidence", "values", "right", "share")]
    for low, high, count, right in bins:
        if count:
            lines.append(_row(f"{low:.2f} to {high:.2f}", str(count), str(right), f"{right / count:.3f}"))
    sure = [(n, right) for low, _, n, right in bins if low >= 0.95]
    total, right = sum(n for n, _ in sure), sum(r for _, r in sure)
    if total:
        lines.append(f"of the values with confidence >= 0.95: {right} of {total} right ({right / total:.4f})")
    return [*lines, f"expected calibration error: {error:.4f}", ""]


def _packs(evaluation: Evaluation) -> list[str]:
    if not evaluation.packs:
        return []
    lines = [_row("pack", "expected", "verdict", "defects", "found", "at paper", "not seeded")]
    for score in evaluation.packs:
        found, at_paper = sum(d.found for d in score.defects), sum(d.at_document for d in score.defects)
        cells = (score.expected, score.verdict, str(len(score.defects)), str(found), str(at_paper))
        lines.append(_row(score.name, *cells, str(len(score.unexpected))))
    defects = [defect for score in evaluation.packs for defect in score.defects]
    clean = [score for score in evaluation.packs if score.clean]
    return [
        *lines,
        f"seeded defects found under their topic: {sum(d.found for d in defects)} of {len(defects)}; "
        f"naming the paper: {sum(d.at_document for d in defects)}",
        f"clean packs conforming: {sum(s.verdict == 'conforming' for s in clean)} of {len(clean)}; "
        f"majors nobody seeded on clean packs: {sum(len(s.unexpected) for s in clean)}",
        f"false passes: {sum(s.false_pass for s in evaluation.packs)}",
        *(
            f"  not found: {s.name}: {d.defect.topic}: {d.defect.note}"
            for s in evaluation.packs
            for d in s.defects
            if not d.found
        ),
        "",
    ]


def _errors(evaluation: Evaluation, count: int) -> list[str]:
    lines = ["worst errors"]
    for m in evaluation.mistakes()[:count]:
        says = {"missed": f"missed {m.expected!r}", "page": f"{m.found!r} on the wrong page"}.get(m.kind_of)
        lines.append(f"  {m.file} p. {m.page} {m.field}: {says or f'read {m.found!r}'} ({m.confidence:.2f})")
    for score in evaluation.scores:
        if not (score.scheme_right and score.pages_right):
            pages = "" if score.pages_right else ", pages wrong"
            lines.append(
                f"  {score.file.name} {score.expected.pages}: {_kind_of(score)} read as {score.found_kind}{pages}"
            )
    lines += [f"  box: {line}" for line in evaluation.box_mistakes[:count]]
    for pack in evaluation.packs:
        lines += [f"  {pack.name}: {line}" for line in pack.unexpected[:count]]
    return [*lines, ""]


def _row(name: str, *cells: str) -> str:
    return f"{name:<44}" + "".join(f"{cell:>14}" for cell in cells)
