"""Marks that are only as large and square as a company's stamp, looked at: those with a stamp's rim are no signature.

A round rim or a frame on all four sides makes a stamp; handwriting has neither. A picture with pen strokes beside the
rim stays what it was. Imported only where such a mark stands on a page.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import cv2
import numpy as np

from docverify.facts.evidence import Box
from docverify.reading.drawn import may_be_stamp
from docverify.reading.ink import ink_of, rims_of
from docverify.reading.page import Mark
from docverify.reading.picture import Picture, Pixels

DPI = 200.0
AROUND = 4.0  # points
EDGE = 0.12  # share of width and height in which the frame of a stamp lies
FRAMED = 0.8  # share of a side that is dark
CONTRAST = 60


def told_apart(page: Any, size: tuple[float, float], marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks, those that are nothing but a stamp as such; `page` is PDFium's, `size` as displayed."""
    return tuple(replace(mark, kind="stamp") if _is_stamp(page, size, mark) else mark for mark in marks)


def _is_stamp(page: Any, size: tuple[float, float], mark: Mark) -> bool:
    if not may_be_stamp(mark):
        return False
    picture = _cut_out(page, size, mark.box)
    if _is_framed(picture.pixels):
        return True
    return bool(rims_of(picture)) and not any(found.kind == "ink" for found in ink_of(picture, ()))


def _cut_out(page: Any, size: tuple[float, float], box: Box) -> Picture:
    """The mark as a viewer shows it, with a little paper around it."""
    left, top = max(0.0, box[0] - AROUND), max(0.0, box[1] - AROUND)
    right, bottom = max(0.0, size[0] - box[2] - AROUND), max(0.0, size[1] - box[3] - AROUND)
    bitmap = page.render(scale=DPI / 72, crop=(left, bottom, right, top), may_draw_forms=True)
    pixels = np.array(bitmap.to_numpy(), copy=True)
    bitmap.close()
    if pixels.ndim == 2 or pixels.shape[2] == 1:
        pixels = cv2.cvtColor(np.ascontiguousarray(pixels), cv2.COLOR_GRAY2BGR)
    return Picture(np.ascontiguousarray(pixels[:, :, :3]), DPI)


def _is_framed(pixels: Pixels) -> bool:
    """Whether the mark has a frame of its own on all four sides, with paper within."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
    dark = np.abs(grey.astype(np.int16) - int(np.median(grey))) > CONTRAST
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    if rows.size < 20 or columns.size < 20:
        return False
    dark = dark[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    high, wide = max(3, int(EDGE * dark.shape[0])), max(3, int(EDGE * dark.shape[1]))
    across, down = dark.mean(axis=1), dark.mean(axis=0)
    sides = (across[:high].max(), across[-high:].max(), down[:wide].max(), down[-wide:].max())
    return min(sides) > FRAMED and float(dark.mean()) < 0.5
