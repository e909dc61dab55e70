"""Text to stdout, whole or an error."""

import io
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.cli.printing import print_whole


class Narrow(io.RawIOBase):
    """A stream that takes a few bytes at a time, and none after so many."""

    def __init__(self, most: int = 1 << 30) -> None:
        super().__init__()
        self.taken = bytearray()
        self.most = most

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        if len(self.taken) >= self.most:
            raise OSError(28, "No space left on device")
        part = bytes(content)[:3]
        self.taken += part
        return len(part)


class Out:
    """What stdout is: text over a stream of bytes."""

    encoding = "utf-8"

    def __init__(self, buffer: Narrow) -> None:
        self.buffer = buffer

    def flush(self) -> None:
        """Nothing is held back."""


@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_every_byte_is_written_however_little_the_stream_takes(text: str) -> None:
    stream = Narrow()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "stdout", Out(stream))
        print_whole(text)
    assert stream.taken.decode() == text


def test_half_a_result_is_an_error() -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "stdout", Out(Narrow(most=6)))
        with pytest.raises(OSError, match="No space left"):
            print_whole("a result longer than six bytes")


def test_letters_that_the_terminal_has_not_are_written_as_numbers() -> None:
    stream = Narrow()
    out = Out(stream)
    out.encoding = "ascii"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "stdout", out)
        print_whole("Größe")
    assert stream.taken == rb"Gr\xf6\xdfe"


def test_a_stream_without_bytes_takes_the_text(capsys: pytest.CaptureFixture[str]) -> None:
    print_whole("plain\n")
    assert capsys.readouterr().out == "plain\n"
