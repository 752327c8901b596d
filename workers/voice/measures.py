"""What can be measured in how a text is written, in English and Dutch; docs/brand-voice.md has the formulas."""

import statistics
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import regex
from pydantic import BaseModel, ConfigDict

from workers.text.sentences import sentences
from workers.text.words import words

_EMOJI: Final = regex.compile(r"\p{Emoji_Presentation}|\p{Emoji}\uFE0F")
_HASHTAG: Final = regex.compile(r"(?<!\w)#\p{L}\w*")
_CONTRACTION: Final = regex.compile(r"\b\p{L}+['’](?:s|t|re|ve|ll|d|m)\b|(?<!\w)['’](?:t|n|s|k|m)\b", regex.IGNORECASE)
_QUESTION: Final = regex.compile(r"[?？][\"'”’»)\]]*$")
_EXCLAMATION: Final = regex.compile(r"[!！][\"'”’»)\]]*$")
_NUMBER: Final = regex.compile(r"^\p{N}")


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FIRST_SINGULAR: Final = _listed("i i'm i've i'd i'll me my mine myself ik mij mijn mezelf")
_FIRST_PLURAL: Final = _listed("we we're we've we'll us our ours ourselves wij ons onze onszelf")
_SECOND: Final = _listed("you you're you've you'll you'd your yours yourself je jij jou jouw jullie jezelf u uw uzelf")
_POLITE: Final = _listed("u uw uzelf")
_FORMAL: Final = _listed(
    "therefore furthermore however moreover regarding concerning shall hereby thus consequently nevertheless "
    "accordingly whereas additionally derhalve echter tevens betreffende inzake teneinde aldus bovendien "
    "desalniettemin alsmede indien reeds gaarne dient"
)
_INFORMAL: Final = _listed(
    "yeah yep nope okay ok hey wow gonna wanna gotta kinda stuff guys awesome lol btw oops "
    "hoi hé nou joh lekker gewoon ff echt oké gaaf leuk tof trouwens hè toch"
)

MEASURES: Final = (
    "words_per_sentence",
    "characters_per_word",
    "questions",
    "exclamations",
    "first_person_singular",
    "first_person_plural",
    "second_person",
    "contractions",
    "formality",
    "emoji",
    "hashtags",
    "numbers",
)


class Spread(BaseModel):
    """A measure over many samples; `deviation` is 1.4826 times the median distance from the median."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    median: float
    deviation: float
    mean: float


def measure(text: str, language: str) -> dict[str, float]:
    """Measure → value of one text; empty for a text without words.

    words_per_sentence, characters_per_word: means. questions, exclamations: shares of the sentences, 0 to 1.
    formality: formal less informal words per 100 words. The others: occurrences per 100 words.
    """
    found = [word.casefold().replace("’", "'") for word in words(text)]
    said = sentences(text, language)
    if not found or not said:
        return {}
    per_hundred = 100 / len(found)
    contractions = len(_CONTRACTION.findall(text)) * per_hundred
    formal = _share(found, _FORMAL) + _share(found, _POLITE)
    return {
        "words_per_sentence": round(len(found) / len(said), 4),
        "characters_per_word": round(sum(map(len, found)) / len(found), 4),
        "questions": round(sum(bool(_QUESTION.search(one)) for one in said) / len(said), 4),
        "exclamations": round(sum(bool(_EXCLAMATION.search(one)) for one in said) / len(said), 4),
        "first_person_singular": _share(found, _FIRST_SINGULAR),
        "first_person_plural": _share(found, _FIRST_PLURAL),
        "second_person": _share(found, _SECOND),
        "contractions": round(contractions, 4),
        "formality": round(formal - _share(found, _INFORMAL), 4),
        "emoji": round(len(_EMOJI.findall(text)) * per_hundred, 4),
        "hashtags": round(len(_HASHTAG.findall(text)) * per_hundred, 4),
        "numbers": round(sum(bool(_NUMBER.match(word)) for word in found) * per_hundred, 4),
    }


def spreads(measured: Iterable[Mapping[str, float]]) -> dict[str, Spread]:
    """Each measure over many texts; those without words do not count. Empty for none."""
    rows = [row for row in measured if row]
    if not rows:
        return {}
    return {name: _spread([row[name] for row in rows]) for name in MEASURES}


def _share(found: Sequence[str], listed: frozenset[str]) -> float:
    """Occurrences per 100 words."""
    return round(100 * sum(word in listed for word in found) / len(found), 4)


def _spread(values: Sequence[float]) -> Spread:
    median = statistics.median(values)
    return Spread(
        median=round(median, 4),
        deviation=round(1.4826 * statistics.median(abs(value - median) for value in values), 4),
        mean=round(statistics.fmean(values), 4),
    )
