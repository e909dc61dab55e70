"""Printed text that knows what it says: the truth travels with the words until the page they land on is known."""

from dataclasses import dataclass
from typing import Any, TypeAlias


@dataclass(frozen=True)
class Mark:
    """Words as printed, and the (field, value) pairs that they say."""

    text: str
    says: tuple[tuple[str, Any], ...] = ()
    details: tuple[tuple[str, Any], ...] = ()  # what else is known beside the value, as in the result

    def with_details(self, **details: Any) -> "Mark":
        """The same words saying more."""
        return Mark(self.text, self.says, tuple(details.items()))


Content: TypeAlias = "str | Mark | tuple[Content, ...] | list[Content]"


def mark(text: str, **fields: Any) -> Mark:
    """The words, saying each field; `True` stands for the words themselves, a set of values is written as a tuple."""
    says: list[tuple[str, Any]] = []
    for name, value in fields.items():
        for item in value if isinstance(value, tuple) else (value,):
            says.append((name, text if item is True else item))
    return Mark(text, tuple(says))


def flatten(content: Content) -> list[Mark]:
    """The pieces in reading order, plain strings as marks that say nothing."""
    if isinstance(content, str):
        return [Mark(content)]
    if isinstance(content, Mark):
        return [content]
    return [piece for item in content for piece in flatten(item)]


def joined(items: list[Content] | tuple[Content, ...], separator: str = ", ") -> Content:
    """The items with the separator between them."""
    out: list[Content] = []
    for index, item in enumerate(items):
        out.extend([separator, item] if index else [item])
    return tuple(out)
