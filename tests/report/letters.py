"""Writes the golden letters again: `python -m tests.report.letters`. Look at what changed before committing it."""

from pathlib import Path

from docverify.report.letters import letter_as
from docverify.report.questions import letter, visit_list
from tests.report.checked import checked

FOLDER = Path(__file__).parent / "golden"
CORPUS = Path(__file__).parents[2] / "corpus" / "packs"
# Every pack but the scanned one, whose letter would hang on the OCR engine's version.
PACKS = tuple(sorted(path.name for path in CORPUS.iterdir() if path.is_dir() and "scanned" not in path.name))
# Those that say something of every kind, for tests that look closer.
SOME = ("demo", "defect-scope-model-no-bridge", "defect-unreadable-locked", "clean-ac-family")
LANGUAGES = ("en", "zh")


def written(pack: str, language: str) -> str:
    """The letter about the pack as Markdown."""
    return letter_as(letter(checked(pack), language=language), "markdown").decode()


def visit(language: str) -> str:
    """The list for a visit about the sample pack as plain text."""
    return letter_as(visit_list(checked("demo"), language=language), "text").decode()


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for language in LANGUAGES:
        for pack in PACKS:
            (FOLDER / f"{pack}.{language}.md").write_text(written(pack, language), "utf-8")
        (FOLDER / f"visit.{language}.txt").write_text(visit(language), "utf-8")


if __name__ == "__main__":
    main()
