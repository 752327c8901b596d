"""How a text opens, what it goes through and what it asks for at the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workers.text.words import word_count

_HOOK_WORDS: Final = 25
_HOOK_SENTENCES: Final = 3
_ENDING: Final = 0.25
_FEWEST_ENDING: Final = 3


@dataclass(frozen=True, slots=True)
class Parts:
    """The sentences of a text, in order; every sentence is in one part."""

    hook: tuple[str, ...]
    body: tuple[str, ...]
    cta: str | None
    cta_kinds: tuple[str, ...] = ()


def ending(sentences: Sequence[str]) -> list[str]:
    """The last quarter of the sentences, at least three: where a call to action is looked for."""
    size = max(_FEWEST_ENDING, round(len(sentences) * _ENDING))
    return list(sentences[-size:])[-100:]


def parts(sentences: Sequence[str], ending_kinds: Sequence[Sequence[str]]) -> Parts:
    """The hook is the opening of up to 25 words; the call the last sentence of the ending that asks for something."""
    opening = 0
    words = 0
    while opening < min(len(sentences), _HOOK_SENTENCES) and (opening == 0 or words < _HOOK_WORDS):
        words += word_count(sentences[opening])
        opening += 1
    last = ending(sentences)
    for position in range(len(last) - 1, -1, -1):
        index = len(sentences) - len(last) + position
        if ending_kinds[position] and index >= opening:
            return Parts(
                hook=tuple(sentences[:opening]),
                body=(*sentences[opening:index], *sentences[index + 1 :]),
                cta=sentences[index],
                cta_kinds=tuple(ending_kinds[position]),
            )
    return Parts(tuple(sentences[:opening]), tuple(sentences[opening:]), None)
