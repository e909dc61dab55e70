"""Labels as they are written, and real papers that are not at hand."""

from pathlib import Path

import pytest
import yaml

from docverify import evaluation
from docverify.errors import UsageError
from docverify.evaluation.labels import labelled_files


def test_an_unknown_field_in_a_truth_is_refused(tmp_path: Path) -> None:
    row = {"pages": [1, 1], "kind": "manual", "scheme": "user", "fields": {"colour": [{"value": "red", "page": 1}]}}
    (tmp_path / "expected.yaml").write_text(yaml.safe_dump({"layout": "x", "documents": [row]}), "utf-8")
    with pytest.raises(UsageError, match="no field colour"):
        labelled_files(tmp_path)


def test_a_real_paper_that_is_not_at_hand_is_not_present(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"pages": [1, 1], "kind": "manual", "scheme": "user", "fields": {}}
    truth = {"repository": "a/b", "path": "c.pdf", "sha256": "0" * 64, "documents": [row]}
    (tmp_path / "one.yaml").write_text(yaml.safe_dump(truth), "utf-8")
    monkeypatch.delenv("DOCVERIFY_REAL", raising=False)
    measured = evaluation.evaluate_documents(tmp_path)
    assert "not present" in evaluation.render(measured)
    monkeypatch.setenv("DOCVERIFY_REAL", str(tmp_path))
    (tmp_path / "a+b").mkdir()
    (tmp_path / "a+b" / "c.pdf").write_bytes(b"other bytes")
    assert "not the labelled bytes" in evaluation.render(evaluation.evaluate_documents(tmp_path))
