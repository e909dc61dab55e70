"""A file as it was received: its bytes, their hash and where they came from."""

from dataclasses import dataclass, field
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A received file, never altered; `path` is relative to the pack, archive members as `pack.zip/dir/file.pdf`."""

    path: str
    content: bytes = field(repr=False)
    sha256: str

    @classmethod
    def of(cls, path: str, content: bytes) -> "SourceFile":
        """The file with its hash computed."""
        return cls(path=path, content=content, sha256=sha256(content).hexdigest())


EMPTY = "the file is empty"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that could not be taken in or read, with the reason and what to do about it."""

    path: str
    reason: str
    advice: str = ""
