"""What is wrong with the texts of a pack, collected as `path:line:column: sentence`, and raised all at once."""

from docverify.errors import RulePackError
from docverify.marked_yaml import Marks, place


class Complaints:
    """Every mistake found so far, as lines `path:line:column: sentence`."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def add(self, path: str, marks: Marks, at: tuple[str | int, ...], sentence: str) -> None:
        """Note a mistake at the place of the path in the file."""
        line, column = place(marks, at)
        self.lines.append(f"{path}:{line}:{column}: {sentence}")

    def stop(self) -> None:
        """Raise RulePackError when there is a mistake."""
        if self.lines:
            raise RulePackError("\n".join(dict.fromkeys(self.lines)))
