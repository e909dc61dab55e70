"""Messages between the parent and a child: JSON with its length before it, and a file's bytes after its message.

Never pickle: what a child says was shaped by a hostile file.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Any

HEAD = 8


def packed(message: dict[str, Any]) -> bytes:
    """The message as bytes."""
    body = json.dumps(message, ensure_ascii=True, separators=(",", ":")).encode()
    return len(body).to_bytes(HEAD, "big") + body


@dataclass(slots=True)
class Unpacker:
    """Bytes as they come, messages as they are complete; ValueError for what is too long or no JSON object."""

    longest: int
    buffer: bytearray = field(default_factory=bytearray)

    def feed(self, chunk: bytes) -> Iterator[dict[str, Any]]:
        """The messages that this chunk completes."""
        self.buffer += chunk
        while len(self.buffer) >= HEAD:
            length = int.from_bytes(self.buffer[:HEAD], "big")
            if length > self.longest:
                raise ValueError(f"a message of {length} bytes")
            if len(self.buffer) < HEAD + length:
                return
            message = json.loads(bytes(self.buffer[HEAD : HEAD + length]))
            del self.buffer[: HEAD + length]
            if not isinstance(message, dict):
                raise ValueError("a message that is no object")
            yield message


def received(stream: IO[bytes]) -> dict[str, Any] | None:
    """The next message of a blocking stream; None at its end."""
    head = stream.read(HEAD)
    if len(head) < HEAD:
        return None
    body = stream.read(int.from_bytes(head, "big"))
    message: dict[str, Any] = json.loads(body)
    return message


def own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The pipes to the parent, out of reach of anything that prints."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    os.close(nothing)
    return requests, answers
