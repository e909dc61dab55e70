"""Boxes in PDF user space to boxes of the page as displayed, and back.

User space has its origin at the bottom left and knows nothing of `/Rotate`, `/CropBox` or `/MediaBox` offsets; a
displayed page has its origin at the top left of what a viewer shows.
"""

from dataclasses import dataclass

from docverify.facts.evidence import Box


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page in user space (`left`, `bottom`, `right`, `top`) and its clockwise quarter turns."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as displayed."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turns % 2 else (width, height)

    def displayed(self, left: float, bottom: float, right: float, top: float) -> Box:
        """That user-space rectangle as displayed: `(x0, y0, x1, y1)`, origin top left."""
        if self.turns == 0:
            return (left - self.left, self.top - top, right - self.left, self.top - bottom)
        if self.turns == 1:
            return (bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
        if self.turns == 2:
            return (self.right - right, bottom - self.bottom, self.right - left, top - self.bottom)
        return (self.top - top, self.right - right, self.top - bottom, self.right - left)

    def user(self, box: Box) -> tuple[float, float, float, float]:
        """That displayed box in user space: `(left, bottom, right, top)`."""
        x0, y0, x1, y1 = box
        if self.turns == 0:
            return (x0 + self.left, self.top - y1, x1 + self.left, self.top - y0)
        if self.turns == 1:
            return (y0 + self.left, x0 + self.bottom, y1 + self.left, x1 + self.bottom)
        if self.turns == 2:
            return (self.right - x1, y0 + self.bottom, self.right - x0, y1 + self.bottom)
        return (self.right - y1, self.top - x1, self.right - y0, self.top - x0)


def turned(box: Box, turns: int) -> Box:
    """The box after `turns` clockwise quarter turns of the plane about the origin (for text that runs sideways)."""
    x0, y0, x1, y1 = box
    for _ in range(turns % 4):
        x0, y0, x1, y1 = -y1, x0, -y0, x1
    return (x0, y0, x1, y1)


def centre_inside(box: Box, frame: Box, *, margin: float = 0.0) -> bool:
    """Whether the middle of the box lies in the frame, widened by the margin."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return frame[0] - margin <= x <= frame[2] + margin and frame[1] - margin <= y <= frame[3] + margin
