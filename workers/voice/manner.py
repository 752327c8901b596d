"""Whether a text is written in somebody's manner: how much more its habits are theirs than anybody's.

The subject has no part in it, see `workers.voice.habits`; docs/brand-voice.md has the formulas and what they were held
against.
"""

import itertools
import math
import statistics
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from pydantic import BaseModel, ConfigDict

from workers.voice.background import background
from workers.voice.habits import FAMILIES, LANGUAGES, Habits, habits, together
from workers.voice.sampling import Sample

FEWEST_SAMPLES: Final = 8
"""Fewer tell no spread."""
FEWEST_WORDS: Final = 20
"""A shorter text shows too little of its manner."""

_PRIOR: Final = {"word": 2000, "mark": 2000, "pair": 2000, "sentence": 70, "length": 2000}
"""Family → how many ordinary ones each writer is taken to have written beside the samples."""
_LEAST_DEVIATION: Final = 0.03
_SIZES: Final = (1, 2, 4, 8)
"""Samples that are measured together, to know the spread of longer texts."""
_FEWEST_GROUPS: Final = 6
_MOST_GROUPS: Final = 60
_FEWEST_SOURCES: Final = 3
_UNTOLD: Final = 2.0
"""Times the deviation that texts of fewer sources have: how a writer differs from text to text was not seen."""
_NOTHING: Final = 1e-6


class Reach(BaseModel):
    """How far texts of one length lean to the samples' manner: nats per word, above 0 more theirs than anybody's."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    words: float
    median: float
    deviation: float
    """1.4826 times the median distance from the median."""


class Manner(BaseModel):
    """What was counted in the samples of one language, and their own spread by length, shortest first."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    sample_count: int
    habits: Habits
    reach: list[Reach]


def manners(samples: Sequence[Sample]) -> dict[str, Manner]:
    """Language → manner, for each language with enough samples."""
    found: dict[str, Manner] = {}
    for language in LANGUAGES:
        own = [sample for sample in samples if (sample.language or "").partition("-")[0].lower() == language]
        if len(own) >= FEWEST_SAMPLES:
            found[language] = _learned(own, language)
    return found


def manner_fit(text: str, language: str, manner: Manner) -> float | None:
    """0 to 100: 100 at or above what the samples themselves reach at this length, 25 less for each deviation below it.

    None for a text below `FEWEST_WORDS`.
    """
    found = habits(text, language)
    if found.words < FEWEST_WORDS or not manner.reach:
        return None
    expected = _at(manner.reach, found.words)
    below = expected.median - _leaning(found, _odds(manner.habits, language))
    return round(min(100.0, max(0.0, 100 - 25 * below / max(expected.deviation, _LEAST_DEVIATION))), 2)


def _learned(samples: Sequence[Sample], language: str) -> Manner:
    ordinary = background(language)
    sources: dict[str | None, list[Habits]] = defaultdict(list)
    for sample in samples:
        sources[sample.source].append(habits(sample.text, language))
    whole = together(one for many in sources.values() for one in many)
    reach = [found for size in _SIZES if (found := _reach(list(sources.values()), whole, size, language)) is not None]
    kept = Counter({name: count for name, count in sorted(whole.counts.items()) if name in ordinary.counts})
    return Manner(sample_count=len(samples), habits=Habits(counts=kept, totals=whole.totals), reach=reach)


def _reach(sources: Sequence[Sequence[Habits]], whole: Habits, size: int, language: str) -> Reach | None:
    """Of samples taken together, each held against all but its own source; None when there are too few such groups."""
    groups: list[tuple[Habits, Habits]] = []
    for samples in sources:
        said = together(samples)
        for start in range(0, len(samples) - size + 1, size):
            group = together(samples[start : start + size])
            groups.append((group, said if len(sources) >= _FEWEST_SOURCES else group))
    if len(groups) < _FEWEST_GROUPS:
        return None
    count = min(len(groups), _MOST_GROUPS)
    chosen = [groups[index * len(groups) // count] for index in range(count)]
    reached = [_leaning(group, _odds(whole.less(left_out), language)) for group, left_out in chosen if group.words]
    if not reached:
        return None
    median = statistics.median(reached)
    deviation = 1.4826 * statistics.median(abs(value - median) for value in reached)
    return Reach(
        words=round(statistics.fmean(group.words for group, _ in chosen), 1),
        median=round(median, 4),
        deviation=round(deviation * (_UNTOLD if len(sources) < _FEWEST_SOURCES else 1.0), 4),
    )


def _odds(own: Habits, language: str) -> dict[str, float]:
    """Feature → logarithm of how many times as often the writer does it as anybody; a family: the same of its rest."""
    ordinary = background(language)
    odds: dict[str, float] = {}
    theirs: dict[str, float] = dict.fromkeys(FAMILIES, 1.0)
    anybodys: dict[str, float] = dict.fromkeys(FAMILIES, 1.0)
    shrunk = {family: own.totals[family] + _PRIOR[family] for family in FAMILIES}
    for name, count in ordinary.counts.items():
        family = name.partition(":")[0]
        usual = count / ordinary.totals[family]
        share = (own.counts[name] + _PRIOR[family] * usual) / shrunk[family]
        odds[name] = math.log(share / usual)
        theirs[family] -= share
        anybodys[family] -= usual
    for family in FAMILIES:
        rest = theirs[family], anybodys[family]
        odds[family] = math.log(rest[0] / rest[1]) if min(rest) > _NOTHING else 0.0
    return odds


def _leaning(found: Habits, odds: dict[str, float]) -> float:
    """Nats per word by which a text is more likely the writer's than anybody's."""
    total = 0.0
    rest = dict(found.totals)
    for name, count in found.counts.items():
        known = odds.get(name)
        if known is not None:
            total += count * known
            rest[name.partition(":")[0]] -= count
    total += sum(max(0, rest.get(family, 0)) * odds[family] for family in FAMILIES)
    return total / found.words


def _at(reach: Sequence[Reach], words: int) -> Reach:
    """The spread of texts of this length: between those that were measured, by the logarithm of the length.

    Shorter ones than any spread by the root of how much shorter they are.
    """
    first, last = reach[0], reach[-1]
    if words <= first.words:
        return first.model_copy(update={"deviation": first.deviation * math.sqrt(first.words / words)})
    for low, high in itertools.pairwise(reach):
        if words <= high.words:
            part = math.log(words / low.words) / math.log(high.words / low.words)
            return Reach(
                words=words,
                median=low.median + part * (high.median - low.median),
                deviation=low.deviation + part * (high.deviation - low.deviation),
            )
    return last
