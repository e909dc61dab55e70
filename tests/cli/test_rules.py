import json
from pathlib import Path

import pytest

from docverify.cli.main import run
from docverify.errors import ExitCode
from tests.rules.samples import RULE, texts

CASES = """\
- {name: cited, expect: pass, papers: [{paper: declaration/eu_doc, fields: {standards: ["EN 18031-1:2024"]}}]}
- {name: left out, expect: fail, papers: [{paper: declaration/eu_doc, fields: {standards: [EN 300 328]}}]}
- {name: unread, expect: undetermined, papers: [{paper: declaration/eu_doc, unreadable: true}]}
"""


def written(folder: Path, **changes: str) -> str:
    """The folder of a pack, as the command takes it."""
    for path, text in {**texts(cases=CASES), **changes}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return str(folder)


def test_the_rules_are_listed_by_market_topic_and_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "list", "--market", "DE", "--topic", "standard_missing", "--date", "2026-11-30"]) == 0
    printed = capsys.readouterr().out
    assert "standard_missing" in printed
    assert "scope_model" not in printed


def test_the_list_as_json_has_every_rule_with_its_source(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "list", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert len({(row["pack"], row["version"], row["id"]) for row in rows}) == len(rows)
    assert all(row["cite"] for row in rows)


@pytest.mark.parametrize(
    "arguments", [["--topic", "scope"], ["--date", "today"], ["--market", "XX"], ["--format", "xml"]]
)
def test_a_wrong_filter_is_a_usage_error(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "list", *arguments]) == ExitCode.USAGE
    assert capsys.readouterr().err


def test_a_good_pack_passes_lint_and_its_cases(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clauses = {"coverage.yaml": '- {clause: "Article 1", rules: [TEST-001]}\n', "CHANGELOG.md": "# First\n"}
    folder = written(tmp_path, **clauses)
    with (Path(folder) / "pack.yaml").open("a", encoding="utf-8") as head:
        head.write('sources: [{id: s, title: "Act 1"}]\n')
    assert (run(["rules", "lint", folder]), run(["rules", "test", folder, "-v"])) == (0, 0)
    assert "ok     TEST-001: left out: expected fail, got fail" in capsys.readouterr().out


def test_an_invalid_pack_is_exit_code_4_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = written(tmp_path, **{"rules/TEST-001.yaml": RULE.replace("severity: major", "severity: huge")})
    for command in ("lint", "test", "coverage"):
        assert run(["rules", command, folder]) == ExitCode.RULE_PACK_INVALID
        assert "rules/TEST-001.yaml:4:11: severity" in capsys.readouterr().err


def test_a_case_that_fails_and_a_remark_are_exit_code_4(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = written(tmp_path, **{"cases/TEST-001.yaml": CASES.replace("expect: fail", "expect: pass")})
    assert run(["rules", "test", folder]) == ExitCode.RULE_PACK_INVALID
    assert "FAILED TEST-001: left out: expected pass, got fail" in capsys.readouterr().out
    assert run(["rules", "lint", folder]) == ExitCode.RULE_PACK_INVALID
    assert "there is no case that expects fail" in capsys.readouterr().out


def test_a_folder_that_is_no_pack_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "test", str(tmp_path / "nothing")]) == ExitCode.RULE_PACK_INVALID
    assert "nothing/pack.yaml:1:1: there is no such file" in capsys.readouterr().err


def test_what_changed_between_two_folders_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = written(tmp_path / "old")
    new = written(tmp_path / "new", **{"rules/TEST-001.yaml": RULE.replace("severity: major", "severity: minor")})
    assert run(["rules", "diff", old, new]) == 0
    assert capsys.readouterr().out == "rule TEST-001: severity was major, is minor\n"


def test_the_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Rule"


def test_the_shipped_packs_are_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "lint"]) == 0
    assert run(["rules", "coverage"]) == 0
    assert "clauses automated" in capsys.readouterr().out
