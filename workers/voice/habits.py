"""What a writer does without thinking of it, counted: small words, marks, turns of phrase, lengths.

Words that carry the subject are masked before anything is counted: two texts on one subject share nothing by it.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Final

import regex
from pydantic import BaseModel, ConfigDict

from workers.providers.ai.extractive.lexicon import lexicon
from workers.text.sentences import sentences

LANGUAGES: Final = ("en", "nl")
FAMILIES: Final = ("word", "mark", "pair", "sentence", "length")
"""Small words and marks, of all words; neighbours, of all tokens; lengths of sentences and of words, of all of them."""

_TOKEN: Final = regex.compile(
    r"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’\-][\p{L}\p{N}]+)*|['’]\p{L}\b|\.{3}|[^\s\p{L}\p{N}]"
)
_EMOJI: Final = regex.compile(r"\p{Emoji_Presentation}|\p{Emoji}\uFE0F")
_START: Final = "^"
_MASKED: Final = "*"
_NUMBER: Final = "0"
_SMILE: Final = "☺"
_SAME: Final = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."}
_MARKS: Final = frozenset((",", ";", ":", "-", "(", '"', "!", "?", "...", "/", "#", _SMILE))
_SENTENCE_BOUNDS: Final = (4, 8, 13, 19, 28)
_WORD_BOUNDS: Final = (3, 5, 8, 11)

_HABITUAL: Final = {
    "en": (
        "however therefore furthermore moreover thus hence although though whereas yet still anyway perhaps maybe "
        "really actually basically simply indeed quite rather almost always never often sometimes now already well "
        "like let's something anything nothing everything someone everyone one thing things lot bit kind sort us "
        "ourselves myself yourself i've i'd i'll you've you'd you'll we've we'd we'll they're they've he's she's "
        "there's here's what's who's hasn't haven't hadn't shouldn't got get gets getting going go goes want need "
        "know think say said see make upon among toward towards per via regarding yes no oh okay ok please till "
        "until unless whether since despite instead else across against along around behind beyond under above "
        "below near"
    ),
    "nl": (
        "echter bovendien daarom daardoor derhalve tevens hoewel ofschoon immers namelijk misschien wellicht "
        "eigenlijk gewoon even maar hoor heel best echt nogal tamelijk bijna altijd nooit vaak soms nu steeds iets "
        "niets alles iemand niemand iedereen men jou jezelf zichzelf onszelf zich gaan ga gaat ging komt komen laat "
        "laten denk weet zeg zegt zei zie ziet maak maakt willen wil wilt wilde onder tegen langs rond achter boven "
        "behalve volgens vanwege ondanks indien mits tenzij zodra zodat opdat totdat sindsdien enerzijds anderzijds "
        "ja nee nou tja hè toe ding dingen beetje hele hierbij waarbij waarmee hiermee erg vooral juist liever "
        "straks alvast nog zo'n 's z'n m'n d'r"
    ),
}
"""Beside the function words of the lexicons: what people fall back on, and what they think and say with."""


class Habits(BaseModel):
    """Counts of one text, or of many together."""

    model_config = ConfigDict(extra="ignore")

    counts: Counter[str] = Counter()
    """Feature, as in "word:the", → how often."""
    totals: Counter[str] = Counter()
    """Family → of how many."""

    @property
    def words(self) -> int:
        """Words that were counted."""
        return self.totals["word"]

    def less(self, other: "Habits") -> "Habits":
        """What is left without a part of it."""
        return Habits(counts=self.counts - other.counts, totals=self.totals - other.totals)


def habits(text: str, language: str) -> Habits:
    """What is counted in a text; nothing in a language other than English and Dutch."""
    counts: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    if language not in LANGUAGES:
        return Habits()
    kept = small_words(language)
    for sentence in sentences(text, language):
        tokens = _TOKEN.findall(sentence)
        seen = [_seen(token, kept) for token in tokens]
        said = [token for token in tokens if token[-1].isalnum()]
        for family in ("word", "mark", "length"):
            totals[family] += len(said)
        totals["pair"] += len(seen)
        totals["sentence"] += 1
        counts.update(f"word:{token}" for token in seen if token in kept)
        counts.update(f"mark:{token}" for token in seen if token in _MARKS)
        counts.update(f"pair:{one} {other}" for one, other in zip([_START, *seen], seen, strict=False))
        counts.update(f"length:{_bin(len(word), _WORD_BOUNDS)}" for word in said)
        counts[f"sentence:{_bin(len(said), _SENTENCE_BOUNDS)}"] += 1
    return Habits(counts=counts, totals=totals)


def together(many: Iterable[Habits]) -> Habits:
    """The sum of all."""
    counts: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    for one in many:
        counts.update(one.counts)
        totals.update(one.totals)
    return Habits(counts=counts, totals=totals)


@cache
def small_words(language: str) -> frozenset[str]:
    """Words that any text may have, whatever it is about."""
    return lexicon(language).function_words | frozenset(_HABITUAL[language].split())


def always_counted(language: str) -> list[str]:
    """Features that mean something even where ordinary texts hardly have them."""
    return [f"word:{word}" for word in sorted(small_words(language))] + [f"mark:{mark}" for mark in sorted(_MARKS)]


def _seen(token: str, kept: frozenset[str]) -> str:
    """A token as it is counted: itself where it says nothing of the subject."""
    plain = token.lower().replace("’", "'")
    if plain in kept:
        return plain
    if token[0].isnumeric():
        return _NUMBER
    if token[0].isalpha():
        return _MASKED
    return _SMILE if _EMOJI.match(token) else _SAME.get(token, token)


def _bin(size: int, bounds: tuple[int, ...]) -> int:
    return next((index for index, bound in enumerate(bounds) if size <= bound), len(bounds))
