"""Written manuals mended in place: the factory's words, the revision, acts that have stopped applying.

Only words that have one sure replacement are replaced: a model of the factory by the product's, its brand by the
product's, an act by the one that took its place, and the revision block by the next revision of today where the
content changed. PDFs and Word files are never touched.
"""

import codecs
import difflib
import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docverify.errors import ExitCode, UsageError
from docverify.manuals import released
from docverify.manuals.check import products_of
from docverify.manuals.groups import all_matching, groups_of, wanted_files
from docverify.manuals.rules import manual_packs
from docverify.product_file import OnFile, read_product_file
from docverify.reading.written.read import decoded
from docverify.reading.written.suffixes import SUFFIXES
from docverify.settings import Settings

MENDED = frozenset(suffix for suffix, kind in SUFFIXES.items() if kind != "docx")
_REVISION = re.compile(
    r"(?im)^(\W{0,4}(?:revision|rev\.?|version|ausgabe|révision|revisione|revisión|revisie)\W{0,6})(\d+)(?:\.(\d+))?\b"
)
_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


@dataclass(frozen=True, slots=True)
class Change:
    """A word and what takes its place."""

    old: str
    new: str


def fix_all(
    paths: Sequence[Path], settings: Settings, *, as_of: date, dry_run: bool, say: Callable[[str], None]
) -> int:
    """Mend every written source and tell what changed as a diff; 1 when something was (or would be) changed.

    Raises UsageError for a path that does not exist or cannot be written.
    """
    on_file = [entry for path in all_matching(settings, settings.products) for entry in read_product_file(path)]
    changed = False
    for group in groups_of(wanted_files(paths, settings), settings):
        changes = changes_for(settings, products_of(group, on_file), as_of=as_of)
        for path in group.given:
            if path.suffix.lower() in MENDED:
                changed |= _fix_one(path, changes, as_of=as_of, dry_run=dry_run, say=say)
    return int(ExitCode.NONCONFORMING if changed else ExitCode.CONFORMING)


def changes_for(settings: Settings, products: Sequence[OnFile], *, as_of: date) -> tuple[Change, ...]:
    """What is replaced in manuals of these products: nothing whose replacement is not certain."""
    changes = []
    if len(products) == 1:
        product = products[0].product
        label = product.private_label
        if label and label.oem_model:
            changes.append(Change(label.oem_model, product.model))
        brand_words = [label.oem_brand] if label and label.oem_brand else []
        if product.brand:
            changes += [Change(word, product.brand) for word in dict.fromkeys([*brand_words, *settings.oem.words])]
    acts = [act for pack in manual_packs((), as_of=as_of) for act in pack.registers.acts]
    changes += [
        Change(act.number, act.replaced_by)
        for act in acts
        if act.replaced_by and act.applies_until and act.applies_until < as_of
    ]
    return tuple(changes)


def mended(text: str, changes: Sequence[Change]) -> str:
    """The text with whole words replaced, longest first; addresses (`…@nantai.com`, `https://…`) stay as they are."""
    for change in sorted(changes, key=_length, reverse=True):
        pattern = rf"(?<![\w/@.:-]){re.escape(change.old)}(?![\w/@-]|\.\w)"
        as_it_stands = change.new.replace("\\", r"\\")  # a replacement, not a template
        text = re.sub(pattern, as_it_stands, text, flags=re.IGNORECASE)
    return text


def _length(change: Change) -> int:
    return len(change.old)


def next_revision(text: str, as_of: date) -> str:
    """The text with its first revision line one higher and dated that day."""
    found = _REVISION.search(text)
    if found is None:
        return text
    number = f"{found[2]}.{int(found[3]) + 1}" if found[3] is not None else str(int(found[2]) + 1)
    end = text.find("\n", found.end())
    end = len(text) if end < 0 else end
    rest = _DAY.sub(as_of.isoformat(), text[found.end() : end], count=1)
    return text[: found.start()] + found[1] + number + rest + text[end:]


def _fix_one(path: Path, changes: Sequence[Change], *, as_of: date, dry_run: bool, say: Callable[[str], None]) -> bool:
    content = path.read_bytes()
    text = decoded(content, path.as_posix())
    new = mended(text, changes)
    before = released.committed(path)
    if before is not None:
        old_text = decoded(before, path.as_posix())
        if new != old_text and _REVISION.search(new) and _same_revision(new, old_text):
            new = next_revision(new, as_of)
    if new == text:
        return False
    diff = difflib.unified_diff(text.splitlines(), new.splitlines(), f"a/{path}", f"b/{path}", lineterm="", n=1)
    say("\n".join(diff))
    if not dry_run:
        _write(path, _encoded(new, content))
    return True


def _same_revision(new: str, old: str) -> bool:
    one, other = _REVISION.search(new), _REVISION.search(old)
    return bool(one and other and one[0] == other[0])


def _encoded(text: str, like: bytes) -> bytes:
    """The text in the encoding that the file had."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if like.startswith(mark):
            return mark + text.encode(encoding)
    if like.startswith(codecs.BOM_UTF8):
        return codecs.BOM_UTF8 + text.encode()
    for encoding in ("utf-8", "gb18030", "cp1252"):
        try:
            if decoded(like, "").encode(encoding) == like:
                return text.encode(encoding)
        except UnicodeEncodeError:
            continue
    return text.encode()


def _write(path: Path, content: bytes) -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.chmod(path.stat().st_mode & 0o777)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from error
