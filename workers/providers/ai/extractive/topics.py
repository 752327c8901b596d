"""What a text is about, in a few words of its own."""

from collections.abc import Sequence
from typing import Final

from workers.providers.ai.extractive.keywords import Keyword, words_and_marks
from workers.providers.ai.extractive.language import words_of
from workers.providers.ai.extractive.lexicon import Lexicon, stop_words

SUBJECT_COUNT: Final = 3
"""Times that a text names what it is about, where its title does not."""
_LISTED_COUNT: Final = 2
_TOPIC_CHARACTERS: Final = 40


def subjects_of(title: str, body: str, named: Sequence[Keyword], words: Lexicon) -> list[str]:
    """What the text is about, surest first: what the title and the text share, then keywords that can be a subject."""
    shared = _topic_in_title(title, body, words)
    found = [shared] if shared else []
    for phrase in _subjects(named, frozenset(words_of(title)), words):
        if not any(set(words_of(phrase)) <= set(words_of(other)) for other in found):
            found.append(phrase)
    return found


def can_be_listed_under(keyword: Keyword, language: str | None) -> bool:
    """Whether a keyword makes a hashtag: a name, or what a text in a known language comes back to as a thing."""
    is_thing = language is None or keyword.noun_like > 0
    return not keyword.text.islower() or (keyword.count >= _LISTED_COUNT and is_thing)


def _topic_in_title(title: str, body: str, words: Lexicon) -> str | None:
    """The longest run of content words that the title and the text share."""
    stops = stop_words(words.code) | words.weak_words
    runs: list[list[str]] = [[]]
    for token in words_and_marks(title):
        lowered = token.lower()
        if lowered in stops or not token[0].isalpha():
            runs.append([])
        else:
            runs[-1].append(lowered)
    folded = f" {' '.join(words_of(body))} "
    for size in (3, 2):
        for run in runs:
            for start in range(len(run) - size, -1, -1):
                phrase = " ".join(run[start : start + size])
                if f" {phrase} " in folded and len(phrase) <= _TOPIC_CHARACTERS:
                    return phrase
    return None


def _subjects(named: Sequence[Keyword], title_words: frozenset[str], words: Lexicon) -> list[str]:
    stops = stop_words(words.code)
    fitting = [
        keyword
        for keyword in named
        if len(keyword.text) <= _TOPIC_CHARACTERS
        and not set(keyword.text.lower().split()) & (stops | words.weak_words)
        and not any(letter.isdigit() for letter in keyword.text)
    ]
    noun_like = [k for k in fitting if k.count >= SUBJECT_COUNT and k.noun_like >= 0.3 and not k.countable]
    titled = [k for k in fitting if k.noun_like >= 0.2 and frozenset(k.text.lower().split()) <= title_words]
    titled.sort(key=lambda keyword: keyword.countable)
    return [keyword.text for keyword in (*titled, *noun_like)]
