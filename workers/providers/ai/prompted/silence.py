"""What a model was told is not repeated to its readers: some texts ask for that.

Looked at are letters and digits alone, so that neither marks nor line breaks hide anything. What is told in other words
or in another language passes.
"""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Final

import regex

from workers.providers.ai.prompted.prompts import Prompt

TELLING: Final = 60
"""Characters of the instructions in a row that nobody writes by chance."""

SUSPECT: Final = 24
"""Characters of the instructions with which a piece may end without being held back: shorter ends are alike by chance,
and whoever waits would have each piece only with the next one."""

_BETWEEN: Final = regex.compile(r"[\W_]+")


class Repeated(Exception):  # noqa: N818 (says what the answer did)
    """The answer repeats the instructions, or what marks the data in them."""

    def __init__(self) -> None:
        super().__init__("the answer repeats instructions; answer from the material alone")


class Silence:
    """Over the answers to one prompt; an answer that comes in pieces is given to `hear`, a whole one to `check`."""

    def __init__(self, prompt: Prompt) -> None:
        self._prompt = prompt
        self._number = prompt.mark.rpartition("-")[2]
        self._windows = _windows(prompt.system)
        self._recent = ""
        self._said = 0

    @cached_property
    def _told(self) -> str:
        return f"{_flat(self._prompt.system)}{' '.join(_flat(self._prompt.mark).split())} "

    def check(self, texts: Sequence[str]) -> None:
        """Raise Repeated if they do, one after the other."""
        self._look(_flat(" ".join(texts)))

    def hear(self, piece: str) -> str:
        """What may be said after this piece: all but an end that may be the beginning of a repetition. Raises Repeated.

        Of a repetition no more than its first words are said, as it is held back from SUSPECT characters on until it is
        longer or is none.
        """
        self._recent += piece
        flat, places = _placed(self._recent)
        self._look(f" {flat} ")
        end = len(self._recent)
        for start in range(max(0, len(flat) - TELLING), len(flat)):
            if (start == 0 or flat[start - 1] == " ") and self._may_go_on(flat[start:]):
                end = max(places[start], self._said)
                break
        said = self._recent[self._said : end]
        # enough of what was said to tell a repetition that had begun there
        forgotten = min(end, places[-2 * TELLING]) if len(flat) > 2 * TELLING else 0
        self._recent, self._said = self._recent[forgotten:], end - forgotten
        return said

    def _may_go_on(self, end: str) -> bool:
        """Whether an end of what was heard may begin what must not be said; the number does from its first digit."""
        return self._number.startswith(end) or (len(end) >= SUSPECT and f" {end}" in self._told)

    def rest(self) -> str:
        """What was held back, once nothing more comes."""
        said, self._recent, self._said = self._recent[self._said :], "", 0
        return said

    def _look(self, flat: str) -> None:
        """`flat` begins and ends with a space."""
        begins = (at for at, letter in enumerate(flat) if letter == " ")
        if self._number in flat or any(flat[at : at + TELLING] in self._windows for at in begins):
            raise Repeated


@lru_cache(maxsize=64)
def _windows(system: str) -> frozenset[str]:
    """Every stretch of the instructions that begins with a word."""
    flat = _flat(system)
    begins = (at for at, letter in enumerate(flat) if letter == " ")
    return frozenset(stretch for at in begins if len(stretch := flat[at : at + TELLING]) == TELLING)


def _flat(text: str) -> str:
    return f" {' '.join(_BETWEEN.sub(' ', text.lower()).split())} "


def _placed(text: str) -> tuple[str, list[int]]:
    """The text flattened, and for each of its letters where that stands; a space at the end where a word has ended."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in character.lower():
            if not _BETWEEN.match(letter):
                letters.append(letter)
                places.append(place)
            elif letters and letters[-1] != " ":
                letters.append(" ")
                places.append(place)
    return "".join(letters), places
