"""Scores from 0 to 100 by formula; docs/analysis.md has each of them. None where there is nothing to reckon with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import regex

from workers.text.density import densities, keyword_use
from workers.text.words import folded, word_count

_DEEP_WORDS: Final = 1200
_FULL_FEELING: Final = 8.0
_QUESTIONS: Final = 3
_READER_SHARE: Final = 0.3
_READER: Final = frozenset(("you", "your", "you're", "je", "jij", "jouw", "jullie", "uw"))
_DATED: Final = regex.compile(
    r"\b(?:19|20)\d\d\b|\b(?:today|yesterday|tomorrow|(?:this|last|next) (?:week|month|year)|"
    r"vandaag|gisteren|morgen|dit jaar|(?:deze|vorige?|volgende?) (?:week|maand|jaar))\b",
    regex.IGNORECASE,
)
_VIDEO_FORMS: Final = ("long_video", "short_video", "reel")
_WORDS_FOR_A_POST: Final[Mapping[str, int]] = {
    "x": 20, "threads": 20, "instagram": 40, "facebook": 40, "tiktok": 60, "linkedin": 80, "email": 80, "youtube": 150,
}  # fmt: skip
_FIT: Final[Mapping[str, Mapping[str, int]]] = {
    "tiktok": {"hook": 45, "form": 30, "readability": 25},
    "instagram": {"hook": 40, "form": 40, "feeling": 20},
    "youtube": {"form": 40, "depth": 35, "hook": 25},
    "facebook": {"form": 35, "feeling": 35, "hook": 30},
    "x": {"quotes": 45, "hook": 30, "form": 25},
    "threads": {"quotes": 40, "form": 30, "hook": 30},
    "linkedin": {"insights": 40, "form": 30, "readability": 30},
    "email": {"depth": 40, "readability": 35, "hook": 25},
}


@dataclass(frozen=True, slots=True)
class Measures:
    """What was counted in a text; the scores are made of these alone."""

    words: int
    sentences: Sequence[str]
    hook_strength: float
    """Of the sentence it opens with."""
    hooks: int
    quotes: int
    insights: int
    has_cta: bool
    readability: float | None
    feeling_per_hundred: float | None
    """Words that carry feeling, of a hundred; None in languages where they are not counted."""

    @property
    def questions(self) -> int:
        """Sentences that ask."""
        return sum("?" in sentence for sentence in self.sentences)

    @property
    def reader_share(self) -> float:
        """Share of the sentences that speak to the reader."""
        if not self.sentences:
            return 0.0
        return sum(bool(_READER & set(folded(sentence))) for sentence in self.sentences) / len(self.sentences)

    @property
    def dated_share(self) -> float:
        """Share of the sentences that name a year or a day as seen from today."""
        if not self.sentences:
            return 0.0
        return sum(bool(_DATED.search(sentence)) for sentence in self.sentences) / len(self.sentences)

    def parts(self) -> dict[str, float | None]:
        """The measures as scores of their own."""
        feeling = None if self.feeling_per_hundred is None else _of(self.feeling_per_hundred, _FULL_FEELING)
        return {
            "hook": self.hook_strength,
            "readability": self.readability,
            "feeling": feeling,
            "depth": _of(self.words, _DEEP_WORDS),
            "quotes": _of(self.quotes, 4),
            "insights": _of(self.insights, 5),
        }


def virality(found: Measures) -> float | None:
    """Predicted: opening 35, feeling 25, readability 20, quotable sentences 20."""
    parts = found.parts()
    return weighted((35, parts["hook"]), (25, parts["feeling"]), (20, parts["readability"]), (20, parts["quotes"]))


def repurposing_value(found: Measures) -> float | None:
    """How much more can be made of it: length 40, hooks and quotes 40, how little of it dates 20."""
    return weighted(
        (40, _of(found.words, _DEEP_WORDS)),
        (40, _of(found.hooks + found.quotes, 10)),
        (20, 100 * (1 - found.dated_share)),
    )


def engagement_potential(found: Measures) -> float | None:
    """How much it invites an answer: questions 30, a call to action 30, speaking to the reader 20, opening 20."""
    return weighted(
        (30, _of(found.questions, _QUESTIONS)),
        (30, 100.0 if found.has_cta else 0.0),
        (20, _of(found.reader_share, _READER_SHARE)),
        (20, found.hook_strength),
    )


def platform_scores(
    found: Measures, limits: Mapping[str, Any], duration_seconds: float | None, *, is_video: bool
) -> dict[str, float]:
    """How well it fits each platform, best first; `limits` are the media each takes (`platforms.limits`)."""
    parts = found.parts()
    scores: dict[str, float] = {}
    for platform, weights in _FIT.items():
        known = limits.get(platform)
        media = known if isinstance(known, Mapping) else {}
        parts["form"] = _form(platform, media, found.words, duration_seconds if is_video else None)
        score = weighted(*((weight, parts[name]) for name, weight in weights.items()))
        if score is not None:
            scores[platform] = score
    return dict(sorted(scores.items(), key=lambda item: (-item[1], item[0])))


def findability(
    *, title: str | None, description: str | None, text: str, keywords: Sequence[str], tags: int, hashtags: int
) -> float:
    """How well it is made to be found: 100 points over title, description, tags, density and transcript."""
    title, description = title or "", description or ""
    main = keywords[0] if keywords else None
    points = 20.0 if 30 <= len(title) <= 70 else 10.0 if 0 < len(title) <= 100 else 0.0
    if main:
        points += 20 if keyword_use(title, main).count else 0
        points += 15 if keyword_use(description[:150], main).count else 0
        # the best of the keywords: a text about one thing names it without repeating it
        best = max(densities(text, keywords[:5]).values(), default=0.0)
        points += 10 if 0.5 <= best <= 3 else 5 if best > 0 else 0
    described = word_count(description)
    points += 15 if described >= 150 else 8 if described >= 50 else 3 if described else 0
    points += 10 if 5 <= tags <= 20 else 5 if tags else 0
    points += 5 if 1 <= hashtags <= 5 else 2 if hashtags else 0
    points += 5 if text else 0
    return round(points, 2)


def weighted(*parts: tuple[float, float | None]) -> float | None:
    """The weighted mean of what is known; None when nothing is."""
    known = [(weight, value) for weight, value in parts if value is not None]
    total = sum(weight for weight, _ in known)
    return round(sum(weight * value for weight, value in known) / total, 2) if total else None


def _of(amount: float, full: float) -> float:
    return round(min(100.0, 100.0 * amount / full), 2)


def _form(platform: str, media: Mapping[str, Any], words: int, duration_seconds: float | None) -> float:
    """Whether it can go there as it is: the share of a video that fits, or of the words that a post takes."""
    lengths = [media[form] for form in _VIDEO_FORMS if isinstance(media.get(form), Mapping)]
    if duration_seconds and lengths:
        return round(max(_fitting(bounds, duration_seconds) for bounds in lengths), 2)
    return _of(words, _WORDS_FOR_A_POST[platform])


def _fitting(bounds: Mapping[str, Any], duration_seconds: float) -> float:
    longest = bounds.get("max_seconds") or duration_seconds
    shortest = bounds.get("min_seconds") or 0
    if duration_seconds < shortest:
        return 0.0
    return min(100.0, 100.0 * float(longest) / duration_seconds)
