"""Documents as labelled, and the rules over them."""

import json
from pathlib import Path

import pytest
import yaml

from docverify import evaluation
from docverify.evaluation.labels import labelled_files, pack_folders
from docverify.evaluation.perfect import perfect_documents, score_pack_read_perfectly
from docverify.evaluation.run import score_files
from docverify.facts.source import SourceFile

CORPUS = Path(__file__).parents[2] / "corpus"


PACKS = pack_folders(CORPUS)


def test_documents_as_labelled_get_full_marks() -> None:
    labelled = labelled_files(CORPUS)
    files = [file for file in labelled if file.layout in ("doc-boxed", "report-trf", "ho-merged")]
    files.append(next(file for file in labelled if file.held_out and not file.scanned))
    documents = []
    for file in files:
        rows = yaml.safe_load((file.pdf.parent / "expected.yaml").read_text("utf-8"))["documents"]
        documents += perfect_documents(rows, SourceFile.of(file.name, file.pdf.read_bytes()))
    measured = score_files(files, documents)
    assert all(score.exact for score in measured.scores)
    text = evaluation.render(measured, errors=5)
    assert "born-digital, held-out layouts" in text and "1.0000" in text
    json.dumps(evaluation.as_json(measured))


@pytest.mark.parametrize("pack", PACKS, ids=lambda path: path.name)
def test_with_everything_read_right_the_rules_decide_as_seeded(pack: Path) -> None:
    result = score_pack_read_perfectly(pack)
    assert [d.defect.topic for d in result.defects if not d.found] == []
    assert result.unexpected == ()
    assert result.verdict == result.expected
