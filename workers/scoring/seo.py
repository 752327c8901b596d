"""How well a description is made to be found, what its tags have to do with the video, and what to do better."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workers.providers.embeddings.base import Embedder
from workers.scoring.checks import Check, tips, total, within
from workers.scoring.wording import say
from workers.text.density import densities, keyword_use, used
from workers.text.readability import reading_ease_of
from workers.text.words import word_count, words

_OPENING_WORDS: Final = 25
_ENOUGH: Final = 3.0
_STUFFED: Final = 6.0
_EASY: Final = 60.0
_FEWEST_PARAGRAPHS: Final = 2
_NEAR: Final = 0.55
_FREQUENT: Final = 3


@dataclass(frozen=True, slots=True)
class DescriptionScore:
    """What was reckoned of a description."""

    seo_score: float
    """0 to 100."""
    keywords_density: dict[str, float]
    """Keyword → occurrences per 100 words."""
    readability: float | None
    tips: list[str]


def score_description(
    text: str, title: str, keywords: Sequence[str], min_words: int, language: str
) -> DescriptionScore:
    """Judge a description by its keywords, its length and how easily it reads."""
    found = word_count(text)
    density = densities(text, keywords)
    ease = reading_ease_of(text, language)
    opening = " ".join(words(text)[:_OPENING_WORDS])
    present = used(text, keywords)
    missing = [keyword for keyword in keywords if keyword not in present]
    stuffed = max(density, key=lambda keyword: density[keyword], default=None)
    most = density[stuffed] if stuffed is not None else 0.0
    checks = [
        Check(
            "keywords",
            25,
            len(present) / len(keywords) if keywords else None,
            say("tip_keyword_missing", language, keyword=missing[0]) if missing else None,
        ),
        Check(
            "keyword_opening",
            20,
            float(bool(used(opening, keywords))) if keywords else None,
            say("tip_keyword_opening", language, keyword=keywords[0]) if keywords else None,
        ),
        Check(
            "keyword_title",
            15,
            float(bool(used(title, keywords))) if keywords else None,
            say("tip_keyword_title", language, keyword=keywords[0]) if keywords else None,
        ),
        Check(
            "length",
            20,
            within(found, 0, max(min_words, 1)),
            say("tip_description_length", language, asked=min_words, count=found),
        ),
        Check(
            "not_stuffed",
            10,
            1 - within(most, _ENOUGH, _STUFFED) if keywords else None,
            say("tip_stuffing", language, keyword=stuffed, density=most) if stuffed is not None else None,
        ),
        Check(
            "readable",
            5,
            None if ease is None else within(ease, 0, _EASY),
            say("tip_readability", language, ease=round(ease or 0)),
        ),
        Check(
            "paragraphs",
            5,
            within(len([part for part in text.split("\n\n") if part.strip()]), 1, _FEWEST_PARAGRAPHS),
            say("tip_paragraphs", language),
        ),
    ]
    return DescriptionScore(total(checks) or 0.0, density, ease, tips(checks))


def relevance(tags: Sequence[str], title: str, script: str, embedder: Embedder) -> list[float]:
    """0 to 100 for each tag: half for nearness to title and script, a quarter each for standing in them.

    Nearness is the cosine of the local embeddings to the title and the opening of the script, 0.55 and more being full.
    """
    if not tags:
        return []
    vectors = embedder.embed([*tags, title, script[:600]])
    near = vectors[: len(tags)] @ vectors[len(tags) :].T
    found = []
    for tag, (to_title, to_script) in zip(tags, near, strict=True):
        closeness = within(max(float(to_title), float(to_script)), 0, _NEAR)
        in_title = float(bool(keyword_use(title, tag).count))
        in_script = within(keyword_use(script, tag).count, 0, _FREQUENT)
        found.append(round(100 * (0.5 * closeness + 0.25 * in_title + 0.25 * in_script), 2))
    return found
