"""What can be seen of a single sentence: whether it stands alone, whether it is worth repeating, what tone it has."""

from dataclasses import dataclass
from typing import Final

import regex

from workers.providers import platform_limits
from workers.providers.ai.extractive.document import Kind, Sentence, word_count
from workers.providers.ai.extractive.language import words_of
from workers.providers.ai.extractive.lexicon import Lexicon
from workers.providers.ai.extractive.trimming import opened

_URL: Final = regex.compile(r"(?:https?://|www\.)\S+|\b\S+@\S+\.\S+", regex.IGNORECASE)
_LETTER: Final = regex.compile(r"\p{L}")
_NUMBER: Final = regex.compile(r"\d")
_NAME: Final = regex.compile(r"(?<=\p{Ll}[,;]? )\p{Lu}[\p{L}-]+")
_QUOTES: Final = (("“", "”"), ("(", ")"), ("«", "»"))
_INTRODUCES: Final = regex.compile(r":[\"'”’]*$")
_QUESTION: Final = regex.compile(r"[?？؟][\"'”’)]*$")
_ANSWERS: Final = frozenset(("because", "omdat", "doordat", "certainly", "precies", "exactly", "absolutely", "zeker"))
_POINTS_BACK_LATER: Final = regex.compile(
    r"^\S+(?:\s\S+)?,? (?:this|that|these|those|dit|dat|deze|die)\b", regex.IGNORECASE
)
_COMPARES_BACK: Final = regex.compile(
    r"^(?:\S+\s){1,3}(?:than|like|dan|zoals)\s(?:that|this|these|those|it|dat|dit|deze|die)[\s,]", regex.IGNORECASE
)
_ENUMERATES: Final = regex.compile(r"^(?:[^\s:,]+\s){0,2}[^\s:,]+:[^,]+,[^,]+,[^,]+")
"""A label and a list of three things or more, such as of ingredients."""


@dataclass(frozen=True, slots=True)
class Features:
    """The sentence as it would be printed, and what speaks for and against it."""

    text: str
    words: int
    usable: bool
    standalone: bool
    question: bool
    specifics: int


def observe(sentence: Sentence, lexicon: Lexicon) -> Features:
    """Look at one sentence."""
    text = opened(sentence.text, lexicon)
    words = word_count(text)
    letters = len(_LETTER.findall(text))
    usable = (
        3 <= words <= 70
        and letters >= 0.55 * (len(text) - text.count(" "))
        and not _URL.search(text)
        and not lexicon.boilerplate.search(text)
        and not lexicon.small_talk.search(text)
        and not _INTRODUCES.search(text)
        and not _repetitive(text)
        and len(platform_limits.mentions_in(text)) <= 1
        and len(platform_limits.cashtags_in(text)) <= 1
        and not (letters > 12 and text.upper() == text and text.lower() != text and words > 12)
    )
    return Features(
        text=text,
        words=words,
        usable=usable,
        standalone=usable and _stands_alone(sentence, text, lexicon),
        question=bool(_QUESTION.search(text)),
        specifics=min(3, len(_NUMBER.findall(text)[:1]) + len(_NAME.findall(text))),
    )


def _repetitive(text: str) -> bool:
    """Whether a text says the same few words over and over."""
    words = words_of(text)
    return len(words) >= 4 and len(set(words)) < max(3, 0.35 * len(words))


def _stands_alone(sentence: Sentence, text: str, lexicon: Lexicon) -> bool:
    if sentence.kind is Kind.FRAGMENT:
        return False
    words = words_of(text)[:3]
    if not words or words[0] in lexicon.dangling_starts or " ".join(words[:2]) in lexicon.dangling_starts:
        return False
    if words[0] in _ANSWERS and ("," not in text or words[0] in ("certainly", "zeker")):
        return False
    if lexicon.points_back.search(text) or _COMPARES_BACK.search(text) or _ENUMERATES.search(text):
        return False
    if _POINTS_BACK_LATER.match(text) and words[0] in lexicon.function_words:
        return False
    # an opening bracket or quotation mark without its partner belongs to a longer whole
    if any(text.count(opening) != text.count(closing) for opening, closing in _QUOTES) or text.count('"') % 2:
        return False
    return sentence.text[:1].upper() == sentence.text[:1] or sentence.kind is Kind.ITEM
