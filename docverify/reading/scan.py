"""A picture of a page to words with boxes, by RapidOCR with the models inside its package (nothing is downloaded).

A page may lie on its side, stand on its head or be skewed by some degrees: every line says which way it runs, the page
follows the most of them, and boxes come back in the page's own points. Refuses nothing: a picture without text gives
no words, and `read` says what that means.
"""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import atan2, cos, radians, sin
from pathlib import Path
from statistics import median
from typing import Any, TypeAlias

import cv2
import numpy as np
import rapidocr
from numpy.typing import NDArray
from omegaconf import OmegaConf
from onnxruntime import InferenceSession, SessionOptions
from rapidocr import RapidOCR

from docverify.errors import ToolMissing
from docverify.facts.evidence import Box, Origin
from docverify.reading.geometry import turned
from docverify.reading.ink import ink_of
from docverify.reading.layout import Piece, Rows
from docverify.reading.page import Table, Word, union
from docverify.reading.picture import Picture, rendered, rules_in
from docverify.reading.rules import Ruling
from docverify.reading.tables import moved, tables_of

__all__ = ["ink_of", "lines_in", "pieces_at", "rendered", "tables_in"]

THREADS = min(2, os.cpu_count() or 1)
DETECTION_SIDE = 1280  # pixels; detection needs shapes, not strokes, and its memory grows with the area
TALL = 1.5
MARGIN = 0.2  # of the height, that recognition wants around a line
LEAST_CONFIDENCE = 0.5
_WORD = re.compile(r"\S+")
Pixels: TypeAlias = NDArray[np.uint8]
Quad: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Strip:
    """One line of text in the picture: its corners in reading direction from its top left, and its characters.

    `spans` gives where along the line each character stands, as fractions; blanks have none.
    """

    quad: Quad
    turn: int
    text: str
    confidence: float
    spans: tuple[tuple[float, float], ...]


@lru_cache(maxsize=1)
def engine() -> Any:
    """The one engine of this process, with sessions that give memory back rather than keep it."""
    ocr = RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.return_word_box": True,
            "Global.text_score": 0.0,
            "Global.max_side_len": 4000,
            "Rec.rec_batch_num": 1,  # lines of one batch are padded to the longest, which costs memory and time
        }
    )
    models = Path(rapidocr.__file__).parent / "models"
    for section, name in (("Det", "*det*.onnx"), ("Cls", "*cls*.onnx"), ("Rec", "*rec*.onnx")):
        found = sorted(models.glob(name))
        if not found:
            raise ToolMissing(f"the OCR model {name} is missing from {models}: install rapidocr again")
        settings = {**ocr.cfg[section], "session": _session(found[-1])}
        ocr.cfg[section] = OmegaConf.create(settings, flags={"allow_objects": True})
    return ocr


def _session(model: Path) -> InferenceSession:
    options = SessionOptions()
    options.log_severity_level = 4
    options.enable_cpu_mem_arena = False
    options.enable_mem_pattern = False  # 500 MB at the peak of a page with it, 450 MB without
    options.intra_op_num_threads = THREADS
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # idle threads must not burn time
    return InferenceSession(str(model), sess_options=options, providers=["CPUExecutionProvider"])


def strips_of(picture: Pixels) -> list[Strip]:
    """Every line of text that was found and recognised."""
    quads = _detected(picture)
    if not quads:
        return []
    crops = [_crop(picture, quad) for quad in quads]
    kept = [(quad, crop) for quad, crop in zip(quads, crops, strict=True) if min(crop.shape[:2]) >= 4]
    if not kept:
        return []
    upright, heads = engine().cls_and_rotate([crop for _, crop in kept])
    on_head = _on_head(kept, heads.cls_res)
    crops = [_flipped(crop, flip=flip) for (_, crop), flip in zip(kept, on_head, strict=True)]
    turns = [(3 if _is_tall(quad) else 0) + (2 if flip else 0) for (quad, _), flip in zip(kept, on_head, strict=True)]
    return _recognised([quad for quad, _ in kept], crops, turns)


def _recognised(quads: Sequence[Quad], crops: list[Pixels], turns: Sequence[int]) -> list[Strip]:
    """The lines whose words can be told."""
    result = engine().recognize_txt(crops)
    read = zip(quads, turns, result.txts, result.scores, result.word_results, strict=True)
    return [
        Strip(quad, turn % 4, text, float(score), _spans(text, cells))
        for quad, turn, text, score, cells in read
        if text.strip() and score >= LEAST_CONFIDENCE
    ]


def pieces_at(picture: Pixels, boxes: Sequence[Box], *, dpi: float) -> list[Piece]:
    """The words of level lines that stand in those boxes of the page: nothing is searched for, which costs most."""
    quads, crops = [], []
    for x0, y0, x1, y1 in boxes:
        margin = MARGIN * (y1 - y0)
        corners = ((x0 - margin, y0 - margin), (x1 + margin, y0 - margin), (x1 + margin, y1 + margin))
        quad = np.array([*corners, (x0 - margin, y1 + margin)], dtype=np.float32) * (dpi / 72)
        quads.append(quad)
        crops.append(_crop(picture, quad))
    strips = _recognised(quads, crops, [0] * len(quads)) if quads else []
    level = Levelling(0, 0.0)
    return [piece for run, strip in enumerate(strips) for piece in _pieces(strip, level, 72 / dpi, run)]


def _detected(picture: Pixels) -> list[Quad]:
    """Corners of the lines of text: top left, top right, bottom right, bottom left as displayed."""
    height, width = picture.shape[:2]
    scale = min(1.0, DETECTION_SIDE / max(height, width))
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else picture
    boxes = engine()(small, use_det=True, use_cls=False, use_rec=False).boxes
    return [] if boxes is None else [np.asarray(box, dtype=np.float32) / scale for box in boxes]


def _is_tall(quad: Quad) -> bool:
    width = max(np.linalg.norm(quad[0] - quad[1]), np.linalg.norm(quad[3] - quad[2]))
    height = max(np.linalg.norm(quad[0] - quad[3]), np.linalg.norm(quad[1] - quad[2]))
    return bool(height >= TALL * width)


def _crop(picture: Pixels, quad: Quad) -> Pixels:
    """The line, levelled; a tall one is laid on its left side, as if it ran upwards."""
    corners = quad[[3, 0, 1, 2]] if _is_tall(quad) else quad
    width = int(max(np.linalg.norm(corners[0] - corners[1]), np.linalg.norm(corners[3] - corners[2])))
    height = int(max(np.linalg.norm(corners[0] - corners[3]), np.linalg.norm(corners[1] - corners[2])))
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(np.ascontiguousarray(corners), target)
    size = (max(width, 1), max(height, 1))
    levelled = cv2.warpPerspective(picture, matrix, size, borderMode=cv2.BORDER_REPLICATE, flags=cv2.INTER_CUBIC)
    return np.asarray(levelled, dtype=np.uint8)


def _flipped(crop: Pixels, *, flip: bool) -> Pixels:
    return np.ascontiguousarray(crop[::-1, ::-1]) if flip else crop


def _on_head(kept: list[tuple[Quad, Pixels]], verdicts: Any) -> list[bool]:
    """Which lines stand on their head: as the most of their direction do, for single short ones are guessed badly."""
    votes: dict[bool, float] = {False: 0.0, True: 0.0}
    for (quad, crop), (label, score) in zip(kept, verdicts, strict=True):
        weight = (float(score) - 0.5) * min(crop.shape[1], 400)
        votes[_is_tall(quad)] += weight if "180" in label else -weight
    return [votes[_is_tall(quad)] > 0 for quad, _ in kept]


def _spans(text: str, cells: Any) -> tuple[tuple[float, float], ...]:
    """Where each character stands along its line, from the columns the recogniser read it in."""
    columns = [column for word in cells.word_cols for column in word]
    total = float(cells.line_txt_len)
    if len(columns) != sum(not char.isspace() for char in text) or total <= 0:
        return tuple((at / len(text), (at + 1) / len(text)) for at in range(len(text)))
    steps = sorted(b - a for a, b in zip(columns, columns[1:], strict=False))
    half = (steps[len(steps) // 2] if steps else 2) / 2
    centres = iter(columns)
    spans: list[tuple[float, float]] = []
    for char in text:
        if char.isspace():
            spans.append((0.0, 0.0))
            continue
        centre = next(centres) + 0.5
        spans.append((max(0.0, (centre - half) / total), min(1.0, (centre + half) / total)))
    return tuple(spans)


@dataclass(frozen=True, slots=True)
class Levelling:
    """How the upright, level page lies in the picture: quarter turns, then a skew in radians about the origin."""

    turn: int
    skew: float

    def level(self, x: float, y: float) -> tuple[float, float]:
        """A point of the displayed page on the level page."""
        x, y, _, _ = turned((x, y, x, y), -self.turn)
        return (x * cos(self.skew) + y * sin(self.skew), y * cos(self.skew) - x * sin(self.skew))

    def displayed(self, box: Box) -> Box:
        """A box of the level page on the displayed page."""
        corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
        back = [(x * cos(self.skew) - y * sin(self.skew), y * cos(self.skew) + x * sin(self.skew)) for x, y in corners]
        x0, y0, x1, y1 = union([turned((x, y, x, y), self.turn) for x, y in back])
        return (round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2))


def lines_in(picture: Pixels, *, dpi: float) -> tuple[Rows, ...]:
    """The lines of a page's picture in reading order, in the page's points: its main direction first, then others."""
    strips = strips_of(picture)
    weight: dict[int, int] = {}
    for strip in strips:
        weight[strip.turn] = weight.get(strip.turn, 0) + len(strip.text)
    groups = []
    for turn in sorted(weight, key=weight.__getitem__, reverse=True):
        mine = [strip for strip in strips if strip.turn == turn]
        levelling = Levelling(turn, _skew(mine))
        pieces = [piece for run, strip in enumerate(mine) for piece in _pieces(strip, levelling, 72 / dpi, run)]
        groups.append(Rows(pieces, levelling.displayed, turn, levelling.skew))
    return tuple(groups)


def _reading_corners(strip: Strip) -> Quad:
    """The corners from the top left of the text as it reads."""
    return np.roll(strip.quad, -strip.turn, axis=0)


def _skew(strips: list[Strip]) -> float:
    """How far the lines fall, in radians, once the page stands upright; long lines tell best."""
    angles = []
    for strip in sorted(strips, key=_length, reverse=True)[:15]:
        corners = [turned((x, y, x, y), -strip.turn)[:2] for x, y in _reading_corners(strip).tolist()]
        (x0, y0), (x1, y1) = corners[0], corners[1]
        if x1 > x0:
            angles.append(atan2(y1 - y0, x1 - x0))
    skew = median(angles) if angles else 0.0
    return skew if abs(skew) > radians(0.15) else 0.0


def _length(strip: Strip) -> int:
    return len(strip.text)


def _pieces(strip: Strip, levelling: Levelling, scale: float, run: int) -> list[Piece]:
    """The line's words on the level page."""
    corners = [levelling.level(x * scale, y * scale) for x, y in _reading_corners(strip).tolist()]
    x0, x1 = (corners[0][0] + corners[3][0]) / 2, (corners[1][0] + corners[2][0]) / 2
    top, bottom = (corners[0][1] + corners[1][1]) / 2, (corners[2][1] + corners[3][1]) / 2
    margin = 0.12 * (bottom - top)  # detection draws its boxes that much too high
    height = max(bottom - top - 2 * margin, 1.0)
    baseline = (top + bottom) / 2 + 0.3 * height  # the middle is found better than the edges
    pieces = []
    for match in _WORD.finditer(strip.text):
        chars = tuple(
            (x0 + low * (x1 - x0), top + margin, x0 + high * (x1 - x0), bottom - margin)
            for low, high in strip.spans[match.start() : match.end()]
        )
        word = Word(match.group(), union(chars), Origin.OCR, round(strip.confidence, 3))
        pieces.append(Piece(word, baseline, height, chars, run))
    return pieces


def tables_in(picture: Picture, groups: tuple[Rows, ...]) -> tuple[Table, ...]:
    """The ruled tables of a picture whose lines those are, with the words of its main direction."""
    if not groups:
        return ()
    main = groups[0]
    rulings = [_levelled(rule, main.turn) for rule in rules_in(picture, skew=main.skew)]
    tables = tables_of(rulings, [Rows(main.pieces, _unmoved)])
    return tuple(moved(table, main.displayed) for table in tables)


def _levelled(rule: Ruling, turn: int) -> Ruling:
    return Ruling(*turned((rule.x0, rule.y0, rule.x1, rule.y1), -turn))


def _unmoved(box: Box) -> Box:
    return box
