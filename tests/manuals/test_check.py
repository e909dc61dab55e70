"""The manual check on a brand's repository: silent on clean manuals, one line for every flaw put in."""

import re
from pathlib import Path

import pytest

from docverify.cli.main import run
from tests.manuals.project import PRODUCT, commit, repository


@pytest.fixture(name="root")
def _root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOCVERIFY_CACHE", str(tmp_path / "cache"))
    root = repository(tmp_path / "brand")
    monkeypatch.chdir(root)
    return root


def checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    code = run(["manual", "--as-of", "2026-11-24", *arguments])
    return code, capsys.readouterr().out.splitlines()


def test_clean_manuals_pass_in_silence(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(capsys, "manuals/evc22-en.md", "manuals/evc22-de.md") == (0, [])


def test_one_manual_given_counts_with_those_of_its_product(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(capsys, "manuals/evc22-de.md") == (0, [])


FLAWS = {
    "a near miss of the model": (r"(# Safety\n)", r"\1\nMount the EVC-22S-V upright.\n", "MAN-NAME-001", "Mount the"),
    "another model on the cover": (r"applies to: EVC-22S-W", "applies to: EVC-11S-W", "PAPERS-MAN-002", "applies to"),
    "an older firmware": (r"version: 1\.8\.4", "version: 1.6.0", "PAPERS-MAN-003", "1.6.0"),
    "an older hardware": (r"version: C\n", "version: B\n", "PAPERS-MAN-004", "version: B"),
    "another current in the table": (r"\| 32 A \|", "| 16 A |", "MAN-RAT-001", None),
    "another degree of protection": (r"IP54, IK10", "IP44, IK10", "MAN-RAT-001", None),
    "no revision": (r"Revision: 1\.0, 2026-11-24", "", "MAN-REV-001", None),
    "an old revision date": (r"1\.0, 2026-11-24", "1.1, 2024-01-05", "MAN-REV-003", "2024-01-05"),
    "no safety information": (r"Read these safety instructions before.*\n", "", "EU-GEN-MAN-002", None),
    "no qualified person": (r"Only a qualified electrician.*\n", "", "EU-GEN-MAN-004", None),
    "no disposal": (r"The crossed-out.*\n", "", "EU-GEN-MAN-005", None),
    "no power of the radio": (r", 20 dBm", "", "EU-RED-MAN-001", None),
    "a radio that the product has not": (r"20 dBm", "20 dBm, Bluetooth 2402–2480 MHz, 8 dBm", "MAN-RAT-003", None),
    "another power in a sentence": (
        r"(# Safety\n)",
        r"\1\nThe charging station delivers up to 11 kW.\n",
        "MAN-RAT-005",
        "up to 11 kW",
    ),
    "another current in a sentence": (
        r"(# Safety\n)",
        r"\1\nIts charging current is 16 A.\n",
        "MAN-RAT-005",
        "16 A",
    ),
    "another degree of protection in a sentence": (
        r"(# Safety\n)",
        r"\1\nThe enclosure is protected to IP44.\n",
        "MAN-RAT-005",
        "IP44",
    ),
    "another connector in a sentence": (
        r"(# Safety\n)",
        r"# Care\n\nKeep it dry.\n\n# Use\n\nThe charging station has a CCS2 connector.\n\n# End\n\nStop it.\n\n\1",
        "MAN-RAT-006",
        "CCS2",
    ),
    "another connector in a table row": (
        r"(# Safety\n)",
        r"# Care\n\n| What | Which |\n|---|---|\n| Connection to the vehicle | Combo 2 |\n\n# Use\n\nUse it.\n\n\1",
        "MAN-RAT-006",
        "Combo 2",
    ),
    "another connector in a short manual": (
        r"(# Safety\n)",
        r"\1\nThe charging station has a CCS2 connector.\n",
        "MAN-RAT-002",
        "CCS2",
    ),
    "an edition that lost its presumption": (
        r"(# Safety\n)",
        r"\1\nTested to EN 61851-1:2011.\n",
        "EU-GEN-MAN-006",
        "EN 61851",
    ),
    "a repealed act": (r"Directive 2014/53/EU", "Directive 1999/5/EC", "MAN-ACT-001", "1999/5/EC"),
    "another product in the declaration": (
        r"equipment type EVC-22S-W",
        "equipment type EVC-11S-X",
        "MAN-DOC-002",
        "type EVC-11S-X",
    ),
    "the factory's brand": (r"(# Safety\n)", r"\1\nUse the Nantai app.\n", "MAN-OEM-001", "Nantai app"),
    "the factory's model": (r"(# Safety\n)", r"\1\nScan the code of NT-AC22.\n", "MAN-OEM-001", "NT-AC22"),
    "a word of the settings": (r"(# Safety\n)", r"\1\nOpen Brightwatt Home.\n", "MAN-OEM-001", "Brightwatt"),
    "the factory's mail domain": (r"(# Safety\n)", r"\1\nMail help@nantai-power.com.\n", "MAN-OEM-001", "nantai-power"),
    "a logo by its file name": (r"(# Safety\n)", r"\1\n![logo](nantai.png)\n", "MAN-OEM-001", "nantai.png"),
    "the factory in a comment": (r"(# Safety\n)", r"\1\n<!-- taken from Nantai -->\n", "MAN-OEM-001", "<!-- taken"),
    "the factory in an address": (r"(# Safety\n)", r"\1\n[app](https://get.nantai.example)\n", "MAN-OEM-001", "[app]"),
    "the factory in a joined word": (r"(# Safety\n)", r"\1\nOpen the NantaiApp.\n", "MAN-OEM-001", "NantaiApp"),
    "the factory with a letter of another alphabet": (
        r"(# Safety\n)",
        "\\1\nOpen N\u0430ntai.\n",
        "MAN-OEM-001",
        "Open N",
    ),
    "the factory with signs of no width": (r"(# Safety\n)", "\\1\nOpen Nan\u200btai.\n", "MAN-OEM-001", "Open Nan"),
    "the factory letter by letter": (r"(# Safety\n)", r"\1\nOpen N a n t a i.\n", "MAN-OEM-001", "Open N a"),
    "the factory's model with other signs": (r"(# Safety\n)", r"\1\nSee NT_AC22S.\n", "MAN-OEM-001", "See NT_"),
    "another manufacturer": (r"Manufacturer: Voltora GmbH", "Manufacturer: Nordlicht AB", "MAN-PTY-002", "Nordlicht"),
    "another address of the manufacturer": (
        r"Ladestraße 1, 10115 Berlin",
        "Hauptstraße 7, 80331 München",
        "MAN-PTY-005",
        "Hauptstraße",
    ),
    "no address of the manufacturer": (r"GmbH, Ladestraße 1, 10115 Berlin", "GmbH", "MAN-PTY-004", "Manufacturer:"),
    "no firmware": (r"Firmware version: 1\.8\.4\n", "", "MAN-VER-001", None),
    "another product in the address of the declaration": (
        r"voltora.example/doc",
        "voltora.example/doc/evc-11s-x.pdf",
        "MAN-DOC-003",
        "evc-11s-x",
    ),
    "no address of the declaration": (r" https://voltora.example/doc", "", "MAN-DOC-003", "internet address"),
    "a figure that is not there": (
        r"(# Safety\n)",
        r"\1\nFigure 1: front\n\nFigure 2: back\n\nSee figure 7.\n",
        "MAN-REF-001",
        "figure 7",
    ),
    "a chapter that is not there": (
        r"# Safety\n((?s:.)*)# Technical data\n",
        r"# 1 Safety\n\1See chapter 7.\n\n# 2 Technical data\n",
        "MAN-REF-001",
        "chapter 7",
    ),
    "a second revision in a chapter": (r"(# Safety\n)", r"\1\nRevision: 3.2\n", "MAN-REV-002", "Revision: 3.2"),
    "a link to no chapter": (r"(# Safety\n)", r"\1\nSee [mounting](#mounting).\n", "MAN-REF-002", "mounting"),
    "a picture that is not there": (r"(# Safety\n)", r"\1\n![plan](plan.png)\n", "MAN-REF-003", "plan.png"),
    "a miswritten unit": (r"\| 22 kW \|", "| 22 KW |", "MAN-STY-002", "22 KW"),
    "another way to write decimals": (
        r"(# Safety\n)",
        r"\1\nIt weighs 4.5 kg and takes 2.5 mm or 3,5 mm.\n",
        "MAN-STY-001",
        "It weighs",
    ),
}


@pytest.mark.parametrize("flaw", FLAWS)
def test_every_flaw_is_told_once_at_its_line(flaw: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pattern, put, rule, words = FLAWS[flaw]
    path = root / "manuals" / "evc22-en.md"
    text = path.read_text("utf-8")
    flawed, times = re.subn(pattern, put, text)
    assert times, "the flaw was not put in"
    path.write_text(flawed.replace("Revision: 1.0", "Revision: 1.1"), "utf-8")
    _, lines = checked(capsys, "manuals/evc22-en.md", "--verbose")
    told = [line for line in lines if line.endswith(f"[{rule}]")]
    assert len(told) == 1, lines
    assert len([line for line in lines if set(line.split()) & {"MAJOR", "BLOCKER"}]) <= 1, lines
    assert told[0].startswith("manuals/evc22-en.md:")
    if words:
        number = int(told[0].split(" ")[0].rstrip(":").split(":")[2])
        assert words in path.read_text("utf-8").splitlines()[number - 1]


def test_an_importer_of_the_product_file_has_to_be_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    importer = 'importer: {name: "Chargewell B.V.", address: "Transportweg 40, 3045 NB Rotterdam", country: NL}\n'
    (root / "products" / "evc22.yaml").write_text(PRODUCT + importer, "utf-8")
    path = root / "manuals" / "evc22-en.md"
    text = path.read_text("utf-8").replace("1.0,", "1.1,")
    path.write_text(text, "utf-8")
    _, lines = checked(capsys, "manuals/evc22-en.md")
    assert [line.rpartition("[")[2] for line in lines] == ["MAN-PTY-006]"]
    named = "Imported by: Chargewell B.V., {}, 3045 NB Rotterdam\n\n# Safety\n"
    path.write_text(text.replace("# Safety\n", named.format("Transportweg 40")), "utf-8")
    assert checked(capsys, "manuals/evc22-en.md") == (0, [])
    path.write_text(text.replace("# Safety\n", named.format("Havenweg 1")), "utf-8")
    _, lines = checked(capsys, "manuals/evc22-en.md")
    assert [line.rpartition("[")[2] for line in lines] == ["MAN-PTY-007]"]


def test_the_same_revision_with_other_content_is_a_flaw(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / "manuals" / "evc22-en.md"
    path.write_text(path.read_text("utf-8").replace("# Safety", "# Safety first"), "utf-8")
    code, lines = checked(capsys, "manuals/evc22-en.md")
    assert code == 1
    assert [line.rsplit(" ", 1)[1] for line in lines] == ["[MAN-REV-003]"]


def test_a_product_changed_after_the_revision_makes_the_manual_stale(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for language in ("en", "de"):
        path = root / "manuals" / f"evc22-{language}.md"
        path.write_text(path.read_text("utf-8").replace("1.0, 2026-11-24", "1.1, 2026-10-01"), "utf-8")
    commit(root, "older manuals")
    code, lines = checked(capsys, "manuals/evc22-de.md")
    assert code == 1
    assert "product changed on 2026-11-24" in lines[0]


def test_a_file_that_is_not_there_is_told_at_its_page_and_line(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / "manuals" / "evc22-en.md"
    text = path.read_text("utf-8").replace("1.0,", "1.1,")
    path.write_text(text.replace("# Technical data\n", "# Technical data\n\n![plan](plan.png)\n"), "utf-8")
    line = path.read_text("utf-8").splitlines().index("![plan](plan.png)") + 1
    _, lines = checked(capsys, "manuals/evc22-en.md")
    assert [entry.split(" ")[0] for entry in lines] == [f"manuals/evc22-en.md:3:{line}:"]


def test_a_missing_language_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "products" / "evc22.yaml").write_text(PRODUCT.replace("IE]", "IE, FR]"), "utf-8")
    code, lines = checked(capsys, "manuals/evc22-en.md")
    assert code == 1
    assert any("French" in line and "[EU-GEN-MAN-001]" in line for line in lines)


def without(text: str, heading: str) -> str:
    """The text without the chapter of that heading."""
    return re.sub(rf"(?ms)^# {heading}\n.*?(?=^# |\Z)", "", text)


def test_a_chapter_missing_in_one_language_is_told_at_that_languages_file(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / "manuals" / "evc22-de.md"
    path.write_text(without(path.read_text("utf-8"), "Technische Daten").replace("1.0,", "1.1,"), "utf-8")
    code, lines = checked(capsys, "manuals/evc22-de.md", "manuals/evc22-en.md")
    assert code == 1
    told = [line for line in lines if "MAN-LANG-00" in line]
    assert [line.rpartition("[")[2] for line in told] == ["MAN-LANG-003]", "MAN-LANG-001]"]
    assert all(line.startswith("manuals/evc22-de.md:1") for line in told)
    assert "German has 3 chapters where English has 4" in told[1]


def test_a_numbered_chapter_missing_in_another_file_is_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for language in ("en", "de"):
        path = root / "manuals" / f"evc22-{language}.md"
        title, *chapters = path.read_text("utf-8").split("\n# ")
        text = "\n# ".join([title, *(f"{number} {chapter}" for number, chapter in enumerate(chapters, 1))])
        text = without(text, r"2 [^\n]*") if language == "de" else text
        path.write_text(text.replace("1.0,", "1.1,"), "utf-8")
    _, lines = checked(capsys, "manuals")
    assert any("German lacks chapter 2 “Technical data”" in line for line in lines), lines


def test_another_manual_of_the_product_is_no_translation(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / "manuals" / "evc22-de.md"
    text = path.read_text("utf-8") + "\n# Anhang\n\nAngaben zur Montage an der Wand.\n"
    path.rename(root / "manuals" / "evc22-montage-de.md").write_text(text, "utf-8")
    assert checked(capsys, "manuals/evc22-en.md") == (0, [])


def test_a_lower_revision_than_the_released_one_is_a_flaw(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / "manuals" / "evc22-en.md"
    path.write_text(path.read_text("utf-8").replace("Revision: 1.0", "Revision: 0.9"), "utf-8")
    code, lines = checked(capsys, "manuals/evc22-en.md")
    assert code == 1
    assert len(lines) == 1 and "says revision 0.9, the released manual is 1.0 already" in lines[0]


def test_the_version_of_the_hardware_is_no_second_revision(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    english, german = (root / "manuals" / f"evc22-{language}.md" for language in ("en", "de"))
    both = english.read_text("utf-8") + "\n" + german.read_text("utf-8").replace("Hardwareversion", "Hardware-Version")
    german.unlink()
    english.write_text(both.replace("1.0,", "1.1,"), "utf-8")
    _, lines = checked(capsys, "manuals/evc22-en.md")
    assert not [line for line in lines if "MAN-REV-002" in line]


def test_a_statement_missing_in_one_language_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / "manuals" / "evc22-de.md"
    text = re.sub(r"Die durchgestrichene.*\n", "", path.read_text("utf-8"))
    path.write_text(text.replace("Revision: 1.0", "Revision: 1.1"), "utf-8")
    _, lines = checked(capsys, "manuals/evc22-de.md")
    assert [line for line in lines if "[EU-GEN-MAN-005]" in line]


def test_excluded_files_are_left_alone_though_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "drafts" / "evc22.md").write_text("# Nantai NT-AC22\n", "utf-8")
    assert checked(capsys, "drafts/evc22.md") == (0, [])


def test_an_exception_with_a_reason_silences_a_rule(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / "manuals" / "evc22-en.md"
    path.write_text(path.read_text("utf-8").replace("# Safety", "# Safety first"), "utf-8")
    settings = root / "docverify.toml"
    exempt = '\n[[exceptions]]\nrule = "MAN-REV-003"\nreason = "typing error only"\n'
    settings.write_text(settings.read_text("utf-8") + exempt, "utf-8")
    assert checked(capsys, "manuals/evc22-en.md") == (0, [])


def test_an_annotation_for_github_names_the_line(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / "manuals" / "evc22-en.md"
    path.write_text(path.read_text("utf-8").replace("# Safety\n", "# Safety\n\nUse the Nantai app.\n"), "utf-8")
    line = path.read_text("utf-8").splitlines().index("Use the Nantai app.") + 1
    _, lines = checked(capsys, "manuals/evc22-en.md", "--format", "github")
    assert any(f"::error file=manuals/evc22-en.md,line={line},title=MAN-OEM-001" in entry for entry in lines)


def test_json_holds_a_result_for_every_group(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, lines = checked(capsys, "manuals/evc22-en.md", "--format", "json")
    assert '"schema": "docverify/manual/1"' in "\n".join(lines)
