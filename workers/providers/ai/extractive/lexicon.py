"""What the extractive engine knows of a language, as data."""

from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

import regex


@dataclass(frozen=True, slots=True)
class ToneWording:
    """The fixed words of one tone; `{topic}` stands for a phrase of the input, and nothing here states a fact."""

    topic_hooks: tuple[str, str]
    plain_hooks: tuple[str, str]
    lead: str
    question: str
    video_cta: str
    subject: str
    plain_subject: str
    email_opening: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists and patterns of one language."""

    code: str
    function_words: frozenset[str]
    dangling_starts: frozenset[str]
    """First words (or first two words) that point back to a sentence the reader cannot see."""
    points_back: regex.Pattern[str]
    """Wording anywhere in a sentence that refers to the one before."""
    connectives: regex.Pattern[str]
    """Leading words that may fall away without changing the sentence."""
    subordinators: frozenset[str]
    """First words of a sentence whose first clause means nothing alone."""
    boilerplate: regex.Pattern[str]
    small_talk: regex.Pattern[str]
    """A sentence that greets, thanks or says goodbye, and nothing else that lasts."""
    abbreviations: frozenset[str]
    noun_markers: frozenset[str]
    """Words that usually stand before a noun phrase."""
    articles: frozenset[str]
    """Definite articles."""
    indefinite: frozenset[str]
    verb_markers: frozenset[str]
    """Words that usually stand before a verb."""
    after_verbs: frozenset[str]
    """Words that usually stand after a verb with which a sentence opens."""
    after_any_verb: frozenset[str]
    """Words that usually stand after a verb wherever it is."""
    weak_words: frozenset[str]
    """Words that make no topic or hashtag even though they are no function words."""
    people: frozenset[str]
    audience_patterns: tuple[regex.Pattern[str], ...]
    subjects: frozenset[str]
    """Words with which a clause of running speech tends to begin."""
    splitters: frozenset[str]
    """Conjunctions at which running speech without punctuation may be divided."""
    tone_signals: dict[str, regex.Pattern[str]]
    wording: dict[str, ToneWording]
    greeting: str
    audience_line: str
    email_question: str


@lru_cache(maxsize=4)
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language code; English for any other."""
    module = {"en": "english", "nl": "dutch"}.get(code, "english")
    found: Lexicon = import_module(f"workers.providers.ai.extractive.{module}").LEXICON
    return found


@lru_cache(maxsize=4)
def stop_words(code: str) -> frozenset[str]:
    """The stop words that YAKE ships for the language, with ours."""
    import yake

    words = yake.KeywordExtractor(lan=code).stopword_set
    return frozenset(word.lower() for word in words) | lexicon(code).function_words
