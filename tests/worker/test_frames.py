"""Messages come out as they went in, however the pipe cuts them; what is no message is refused."""

import io
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.worker.frames import HEAD, Unpacker, packed, received

MESSAGES = st.lists(st.dictionaries(st.text(max_size=5), st.text(max_size=9) | st.integers() | st.none()), max_size=4)


@given(MESSAGES, st.lists(st.integers(0, 400), max_size=6))
def test_messages_are_whole_wherever_the_pipe_cuts_them(messages: list[dict[str, Any]], cuts: list[int]) -> None:
    stream = b"".join(packed(message) for message in messages)
    unpacker = Unpacker(longest=10_000)
    ends = sorted({0, len(stream), *(cut for cut in cuts if cut < len(stream))})
    seen = [message for start, end in pairwise(ends) for message in unpacker.feed(stream[start:end])]
    assert seen == messages
    assert not unpacker.buffer


@given(MESSAGES)
def test_a_blocking_stream_gives_the_messages_one_by_one_and_then_its_end(messages: list[dict[str, Any]]) -> None:
    stream = io.BytesIO(b"".join(packed(message) for message in messages))
    assert [received(stream) for _ in messages] == messages
    assert received(stream) is None


def test_a_message_longer_than_allowed_is_refused_by_its_head_alone() -> None:
    with pytest.raises(ValueError, match="a message of 4294967296 bytes"):
        list(Unpacker(longest=1000).feed((1 << 32).to_bytes(HEAD, "big")))


@pytest.mark.parametrize("body", [b"[]", b"{", b"\xff\xfe"])
def test_what_is_no_object_of_json_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        list(Unpacker(longest=1000).feed(len(body).to_bytes(HEAD, "big") + body))
