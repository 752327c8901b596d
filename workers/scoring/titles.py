"""How well a title is made to be found, and what can be said for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import regex

from workers.scoring.checks import Check, band, tips, total
from workers.scoring.wording import say
from workers.text.density import KeywordUse, uses
from workers.text.words import folded, words

_LENGTH: Final = (15, 40, 60, 90)
_SHOWN: Final = 60
_WORDS: Final = (2, 6, 12, 18)
_HOW: Final = regex.compile(r"^(?:how|why|what|when|which|hoe|waarom|wat|wanneer|welke|zo)\b", regex.IGNORECASE)
_NUMBER: Final = regex.compile(r"\p{Nd}")
_CAPITALS: Final = regex.compile(r"\b\p{Lu}{4,}\b")
_MARKS: Final = regex.compile(r"[!?]{2,}|\p{Emoji_Presentation}.*\p{Emoji_Presentation}|!.*!")
_ALIKE: Final = 0.6


@dataclass(frozen=True, slots=True)
class TitleScore:
    """What was reckoned of one title."""

    seo_score: float
    """0 to 100."""
    keywords_used: list[str]
    reasons: list[str]
    tips: list[str]


def score_title(text: str, language: str, keywords: Sequence[str], others: Sequence[str]) -> TitleScore:
    """Judge a title by the keywords it is for and the channel's `others`."""
    found = uses(text, keywords)
    checks = _checks(text, language, found, others)
    here = [use for use in found if use.first is not None]
    return TitleScore(
        seo_score=total(checks) or 0.0,
        keywords_used=[use.keyword for use in here],
        reasons=_reasons(text, language, here),
        tips=tips(checks),
    )


def _checks(text: str, language: str, keywords: Sequence[KeywordUse], others: Sequence[str]) -> list[Check]:
    count = len(text)
    found = words(text)
    here = [use.first for use in keywords if use.first is not None]
    early = [first for first in here if first < max(1, len(found) / 2)]
    keyword_tip = say("tip_keyword", language, keyword=keywords[0].keyword) if keywords else None
    how = bool(_HOW.search(text)) or text.rstrip().endswith("?")
    return [
        Check("keyword", 25, float(bool(here)) if keywords else None, keyword_tip),
        Check("keyword_early", 15, float(bool(early)) if keywords else None, keyword_tip),
        Check("length", 25, band(count, *_LENGTH), say("tip_title_length", language, count=count)),
        Check("words", 10, band(len(found), *_WORDS)),
        Check("specific", 10, 1.0 if _NUMBER.search(text) else 0.7 if how else 0.0, say("tip_specific", language)),
        Check("calm", 10, 0.0 if _shouts(text) else 1.0, say("tip_shouting", language)),
        Check("distinct", 5, 1.0 if all(_likeness(text, other) < _ALIKE for other in others) else 0.0),
    ]


def _reasons(text: str, language: str, here: Sequence[KeywordUse]) -> list[str]:
    found = [
        say("keyword_first" if use.first == 0 else "keyword_used", language, keyword=use.keyword) for use in here[:2]
    ]
    if len(text) <= _SHOWN:
        found.append(say("length_shown", language, count=len(text)))
    if _NUMBER.search(text):
        found.append(say("has_number", language))
    if text.rstrip().endswith("?"):
        found.append(say("asks", language))
    return found


def _shouts(text: str) -> bool:
    return len(_CAPITALS.findall(text)) > 1 or bool(_MARKS.search(text))


def _likeness(text: str, other: str) -> float:
    """Shared words over all words."""
    mine, theirs = set(folded(text)), set(folded(other))
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0
