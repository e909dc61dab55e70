"""A file as it was received."""

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from docverify.facts.source import SourceFile


@given(st.binary(max_size=100))
def test_a_file_is_known_by_the_hash_of_its_bytes(content: bytes) -> None:
    source = SourceFile.of("a.pdf", content)
    assert source.sha256 == sha256(content).hexdigest()
    assert source == SourceFile.of("a.pdf", bytes(content))


def test_its_bytes_are_never_printed() -> None:
    assert "secret" not in repr(SourceFile.of("a.pdf", b"secret"))
