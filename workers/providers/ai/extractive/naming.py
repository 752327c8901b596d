"""How a text itself names a thing inside a sentence: with "the", with "a", or with nothing before it."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from workers.providers.ai.extractive.keywords import words_and_marks
from workers.providers.ai.extractive.language import words_of
from workers.providers.ai.extractive.lexicon import Lexicon, stop_words

_BEFORE_BARE: Final = {
    "en": frozenset(words_of("of for with about in on from into without by between and or than like")),
    "nl": frozenset(words_of("van voor met over in op uit zonder tussen en of dan naar door bij aan als")),
}
"""Words after which a thing without an article is one that needs none."""


def in_a_sentence(phrase: str, sentences: Iterable[str], lexicon: Lexicon) -> str | None:
    """The phrase as it stands in a sentence, with the article of the text where it needs one.

    None when the text does not show it: then it can stand for itself, as before a colon, but not inside a sentence.
    Occurrences before another noun ("microphone stand") or after an adjective show nothing about the phrase alone.
    """
    wanted = [word.lower() for word in words_and_marks(phrase)]
    stops = stop_words(lexicon.code) | lexicon.function_words
    bare = 0
    articles: Counter[str] = Counter()
    spellings: Counter[str] = Counter()
    for sentence in sentences:
        tokens = words_and_marks(sentence)
        lowered = [token.lower() for token in tokens]
        for start in _places(wanted, lowered):
            end = start + len(wanted)
            after = lowered[end] if end < len(lowered) else ""
            if after[:1].isalpha() and after not in stops:
                continue
            before = lowered[start - 1] if start else ""
            if before in lexicon.articles or before in lexicon.indefinite:
                articles[before] += 1
            elif before in _BEFORE_BARE[lexicon.code] or (not start and after in stops):
                bare += 1
            else:
                continue
            if start:
                spellings[" ".join(tokens[start:end])] += 1
    if not bare and not articles:
        return None
    spelled = spellings.most_common(1)[0][0] if spellings else phrase
    if bare >= articles.total():
        return spelled
    return f"{articles.most_common(1)[0][0]} {spelled}"


def _places(wanted: list[str], words: list[str]) -> list[int]:
    size = len(wanted)
    return [at for at in range(len(words) - size + 1) if words[at : at + size] == wanted] if size else []
