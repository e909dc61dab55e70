"""An approved result and the papers of a later shipment → findings of the topic `shipment_drift`, one a change."""

from docverify.compare.change import Change
from docverify.compare.compare import compare
from docverify.facts.dossier import Dossier
from docverify.facts.finding import Citation, Finding, Outcome, Subject, Topic
from docverify.facts.result import ApprovedSample, Result

PACK = "docverify"
DOUBT = " Part of it could not be read, or was read with low confidence: look at the pages."
ZH = "自批准样品以来文件有变更：{what}（原为：{old}；现为：{new}）。请说明原因，并提供支持该变更的文件。"


def drift(sample: Result, approval: ApprovedSample, dossier: Dossier) -> tuple[Finding, ...]:
    """What differs from the approved sample; nothing when nothing does."""
    shipments = (sample.shipment, dossier.shipment)
    found = compare(sample.dossier.documents, dossier.documents, shipments=shipments)
    return tuple(_finding(change, approval) for change in found.changes)


def _finding(change: Change, approval: ApprovedSample) -> Finding:
    doubt = (
        "" if change.decided else " Part of it could not be read, or was read with low confidence: look at the pages."
    )
    return Finding(
        rule=change.rule.value,
        pack=PACK,
        market="*",
        topic=Topic.SHIPMENT_DRIFT,
        severity=change.severity,
        outcome=Outcome.FAIL if change.decided else Outcome.UNDETERMINED,
        subject=Subject(document=change.document, product=change.product),
        message=change.message + doubt,
        reference=Citation(f"approved sample {approval.shipment}, by {approval.by} on {approval.on[:10]}"),
        expected=change.old,
        found=change.new,
        evidence=change.evidence,
        before=change.before,
        request={
            "en": f"Since the approved sample this changed: {change.message} "
            "Please explain why, and send the papers that support the change.",
            "zh": ZH.format(what=f"{change.paper}，{change.what}", old=change.old, new=change.new),
        },
        key=change.key,
    )
