"""Two texts in one place of a page."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from docverify.reading.overprint import is_overprinted
from tests.reading.papers import Draw, opened, paper

BOX = ((70.0, 228.0, 300.0, 244.0),)
AT = 841.89 - 241


def over(*texts: tuple[float, str]) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 12)
        for x, text in texts:
            canvas.drawString(x, AT, text)

    return draw


@pytest.mark.parametrize(
    ("texts", "words", "overprinted"),
    [
        ([(72, "Model: EVC-22S-W")], "Model: EVC-22S-W", False),
        ([(72, "Model: EVC-22S-W"), (72, "Model: XQK-99Z-B")], "Model: EVC-22S-W", True),
        ([(72, "Model: EVC-22S-W"), (72.3, "Model: EVC-22S-W")], "Model: EVC-22S-W", False),
        ([(72, "Model: EVC-22S-W"), (72, "........................")], "Model: EVC-22S-W", False),
        ([(72, "Model:"), (200, "EVC-22S-W")], "Model: EVC-22S-W", False),
        ([(72, "----")], "----", False),
    ],
)
def test_only_other_letters_over_the_words_are_an_overprint(
    texts: list[tuple[float, str]], words: str, overprinted: bool
) -> None:
    with opened(paper(over(*texts))) as page:
        assert is_overprinted(page, BOX, words) is overprinted


def test_the_lines_above_and_below_are_not_looked_at() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 12)
        canvas.drawString(72, AT, "Model: EVC-22S-W")
        canvas.drawString(72, AT + 13, "Type: NT-AC22")

    with opened(paper(draw)) as page:
        assert not is_overprinted(page, BOX, "Model: EVC-22S-W")
