"""The words and phrases of a title and its tags, in the form in which documents are compared."""

from collections.abc import Iterable, Iterator
from typing import Final

from workers.providers.ai.extractive.keywords import words_and_marks
from workers.providers.ai.extractive.lexicon import lexicon, stop_words

MOST: Final = 60
_LONGEST_PHRASE: Final = 3
_LONGEST: Final = 60
"""Characters."""
_SHORTEST_WORD: Final = 3


def terms(title: str, tags: Iterable[str], language: str) -> list[str]:
    """Each once, in lower case: words of three letters or more and phrases of up to three such words that stand
    together, none across punctuation, none with a function word; tags and hashtags whole when they are no longer."""
    found: dict[str, None] = {}
    for term in _all(title, tags, language):
        if len(term) <= _LONGEST:
            found.setdefault(term, None)
        if len(found) == MOST:
            break
    return list(found)


def _all(title: str, tags: Iterable[str], language: str) -> Iterator[str]:
    for text in (title, *tags):
        for run in _runs(text, language):
            for size in range(1, _LONGEST_PHRASE + 1):
                for start in range(len(run) - size + 1):
                    yield " ".join(run[start : start + size])


def _runs(text: str, language: str) -> list[list[str]]:
    """Stretches of telling words."""
    stops, weak = stop_words(language), lexicon(language).weak_words
    runs: list[list[str]] = [[]]
    for token in words_and_marks(text):
        word = token.lower().replace("’", "'")
        if word == "#":
            # a hashtag is written among words without being a mark between them
            continue
        if len(word) >= _SHORTEST_WORD and any(map(str.isalpha, word)) and word not in stops and word not in weak:
            runs[-1].append(word)
        else:
            runs.append([])
    return [run for run in runs if run]
