"""What a database stores of a text."""

from typing import Final

import regex

_UNSTORABLE: Final = regex.compile(r"\x00|\p{Cs}")


def storable(text: str) -> str:
    """The text without NUL, which Postgres does not store, and halves of surrogate pairs, which UTF-8 has not."""
    return _UNSTORABLE.sub("", text)
