"""Pages → pictures on the disk, drawn once by the worker's child process; the place says what the picture measures."""

import secrets
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docverify.facts.source import SourceFile
from docverify.intake import take_in
from docverify.ledger.desk.records import StoredFile
from docverify.report.pictures import PagePicture, Pictures, Wanted
from docverify.web.store import laid_out
from docverify.worker.drawing import draw_pages


@dataclass(frozen=True, slots=True)
class Kept:
    """A picture on the disk, and the page's width and height in points."""

    path: Path
    width: float
    height: float

    @property
    def type(self) -> str:
        """Its media type."""
        return f"image/{self.path.suffix[1:]}"


def kept(folder: Path, digest: str, page: int) -> Kept | None:
    """The picture of that page, when it has been drawn."""
    for path in (folder / "pictures" / digest[:2] / digest).glob(f"{page}-*"):
        if path.suffix in (".png", ".webp"):
            _, width, height = path.stem.split("-")
            return Kept(path, int(width) / 100, int(height) / 100)
    return None


def keep(folder: Path, digest: str, page: int, picture: PagePicture) -> Kept:
    """The picture put on the disk, whole or not at all."""
    home = folder / "pictures" / digest[:2] / digest
    home.mkdir(parents=True, exist_ok=True)
    name = f"{page}-{round(picture.width * 100)}-{round(picture.height * 100)}.{picture.type}"
    part = home / f".{secrets.token_hex(6)}"
    part.write_bytes(picture.content)
    part.replace(home / name)
    return Kept(home / name, picture.width, picture.height)


def draw(folder: Path, wanted: Sequence[Wanted], sources: Sequence[SourceFile], *, most_bytes: int = 64 << 20) -> None:
    """Draw the pages that have no picture yet."""
    lacking = [entry for entry in wanted if kept(folder, entry.sha256, entry.page) is None]
    if lacking:
        keep_all(folder, draw_pages(lacking, sources, most_bytes=most_bytes))


def drawn_now(folder: Path, file: StoredFile, wanted: Wanted) -> Kept | str:
    """The picture of a page of that file, or of a paper inside it; why it cannot be drawn."""
    root = laid_out(folder, [file], f"draw-{secrets.token_hex(8)}")
    try:
        drawn = draw_pages([wanted], take_in([root / "papers"]).sources)
    finally:
        shutil.rmtree(root, ignore_errors=True)
    keep_all(folder, drawn)
    return kept(folder, wanted.sha256, wanted.page) or drawn.why_not(wanted.sha256, wanted.page)


def keep_all(folder: Path, pictures: Pictures) -> None:
    """Put every picture on the disk."""
    for (digest, page), picture in pictures.drawn.items():
        keep(folder, digest, page, picture)
