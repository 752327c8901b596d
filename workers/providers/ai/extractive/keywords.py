"""Keywords, topic and hashtags: phrases that the text itself repeats."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Final

import numpy as np
import regex
import yake
from numpy.typing import NDArray

from workers.providers.ai.extractive.language import words_of
from workers.providers.ai.extractive.lexicon import Lexicon, stop_words
from workers.providers.embeddings.base import Embedder

_TOKEN: Final = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]")
_WORD: Final = regex.compile(r"[\p{L}\p{M}]")
_YAKE_CHARACTERS: Final = 12_000
_CANDIDATES: Final = 60
_LONGEST: Final = 3
_NAMED: Final = 0.3


@dataclass(frozen=True, slots=True)
class Keyword:
    """A phrase in its commonest spelling."""

    text: str
    score: float
    noun_like: float
    """Share of its occurrences that follow an article, a preposition or the like."""
    count: int
    article: str = ""
    """The definite article that mostly precedes it, without which it would read oddly."""
    countable: bool = False
    """Mostly follows an indefinite article, so that it makes an odd topic."""


class _Counts:
    def __init__(self) -> None:
        self.total = 0
        self.after_marker = 0
        self.articles: Counter[str] = Counter()
        self.after_indefinite = 0
        self.as_verb = 0
        self.first = 0
        self.spellings: Counter[str] = Counter()


def extract(
    sentences: list[str],
    title: str,
    title_words: frozenset[str],
    lexicon: Lexicon,
    embedder: Embedder,
    centre: NDArray[np.float32],
    *,
    known_language: bool,
    limit: int = 10,
) -> list[Keyword]:
    """The phrases that best name what the sentences are about, best first."""
    stops = stop_words(lexicon.code)
    counts = _count(sentences, stops, lexicon)
    if not counts:
        return []
    yake_scores = _yake(sentences, lexicon, stops) if known_language else {}
    ranked = sorted(counts, key=lambda phrase: (-counts[phrase].total * (1 + phrase.count(" ")), phrase))[:_CANDIDATES]
    relevance = embedder.embed(ranked) @ centre
    title_opening = frozenset(
        [word for word in words_of(title) if word not in stops and word not in lexicon.weak_words][:1]
    )
    most = max(counts[phrase].total for phrase in ranked)
    found: list[Keyword] = []
    for phrase, nearness in zip(ranked, relevance, strict=True):
        count = counts[phrase]
        words = phrase.split()
        noun_like = min(1.0, (count.after_marker + 0.5 * count.first) / count.total)
        if count.as_verb > 0.2 * count.total and count.as_verb >= count.after_marker * 0.5:
            continue
        if len(words) > 1 and known_language and not (title_words.issuperset(words) or _is_named(count)):
            continue
        score = (
            (count.total / most) ** 0.5
            + 0.8 * float(nearness)
            + 0.5 * sum(word in title_words for word in words) / len(words)
            + (0.35 if words[0] in title_opening else 0)
            + 0.35 * noun_like
            + 0.3 * yake_scores.get(phrase, 0.0)
            + 0.25 * (len(words) - 1)
            - (0.6 if not known_language and len(phrase) < 5 else 0)
        )
        spelling = count.spellings.most_common(1)[0][0]
        found.append(
            Keyword(
                spelling,
                round(score, 6),
                round(noun_like, 3),
                count.total,
                _article(count),
                count.after_indefinite > 0.3 * count.total,
            )
        )
    found.sort(key=lambda keyword: (-keyword.score, keyword.text))
    return _distinct(found, limit)


def words_and_marks(text: str) -> list[str]:
    """Words, and every other visible character by itself."""
    return _TOKEN.findall(text)


def hashtag(phrase: str) -> str | None:
    """#CamelCase for a phrase, or None when no platform would link it."""
    words = regex.findall(r"[\p{L}\p{M}\p{N}]+", phrase.replace("’", "").replace("'", ""))
    tag = "".join(
        word if any(letter.isupper() for letter in word[1:]) else word[:1].upper() + word[1:] for word in words
    )
    if not 3 <= len(tag) <= 30 or not regex.match(r"\w*[^\W\d_]\w*$", tag):
        return None
    return f"#{tag}"


def _count(sentences: list[str], stops: frozenset[str], lexicon: Lexicon) -> dict[str, _Counts]:
    counts: dict[str, _Counts] = defaultdict(_Counts)
    for sentence in sentences:
        tokens = _TOKEN.findall(sentence)
        lowered = [token.lower().replace("’", "'") for token in tokens]
        content = [
            bool(_WORD.search(token)) and len(token) > 2 and token not in stops and token not in lexicon.weak_words
            for token in lowered
        ]
        for start in range(len(tokens)):
            for size in range(1, _LONGEST + 1):
                if start + size > len(tokens) or not content[start + size - 1]:
                    break
                phrase = " ".join(lowered[start : start + size])
                count = counts[phrase]
                count.total += 1
                before = lowered[start - 1] if start else ""
                after = lowered[start + size] if start + size < len(lowered) else ""
                is_verb = before not in lexicon.noun_markers and (
                    before in lexicon.verb_markers
                    or after in lexicon.after_any_verb
                    or (start == 0 and after in lexicon.after_verbs)
                )
                count.after_marker += before in lexicon.noun_markers
                count.after_indefinite += before in lexicon.indefinite
                count.as_verb += is_verb
                count.first += start == 0 and not is_verb
                count.articles[before if before in lexicon.articles else ""] += 1
                # the first word of a sentence has a capital for another reason
                if start or (size == 1 and len(tokens) == 1):
                    count.spellings[" ".join(tokens[start : start + size])] += 1
                else:
                    count.spellings[phrase] += 0
    return _maximal(
        {phrase: count for phrase, count in counts.items() if count.total > 1 or _is_telling(phrase, count)}
    )


def _is_telling(phrase: str, count: _Counts) -> bool:
    """Whether a phrase that occurs once is still a name or a noun, rather than words that happen to meet."""
    spelling = count.spellings.most_common(1)[0][0]
    if " " in phrase:
        return all(word[:1].isupper() for word in spelling.split())
    return count.after_marker > 0 or spelling[:1].isupper()


def _is_named(count: _Counts) -> bool:
    """Whether several words are one name or noun: they have capitals, or follow an article or the like. Others merely
    meet: in "steeping longer brings bitterness" the second and third word are no thing."""
    spelling = count.spellings.most_common(1)[0][0]
    return count.after_marker >= _NAMED * count.total or all(word[:1].isupper() for word in spelling.split())


def _article(count: _Counts) -> str:
    definite = count.articles.total() - count.articles[""]
    if definite < 0.4 * count.total:
        return ""
    return max(
        (article for article in count.articles if article), key=lambda article: (count.articles[article], article)
    )


def _maximal(counts: dict[str, _Counts]) -> dict[str, _Counts]:
    """Drop a phrase that nearly always stands inside one longer phrase."""
    swallowed = set()
    for phrase in counts:
        words = phrase.split()
        for size in range(1, len(words)):
            for start in range(len(words) - size + 1):
                part = " ".join(words[start : start + size])
                if part in counts and size > 1 and counts[part].total <= counts[phrase].total * 1.2:
                    swallowed.add(part)
    return {phrase: count for phrase, count in counts.items() if phrase not in swallowed}


def _yake(sentences: list[str], lexicon: Lexicon, stops: frozenset[str]) -> dict[str, float]:
    text = " ".join(sentences)[:_YAKE_CHARACTERS]
    extractor = yake.KeywordExtractor(
        lan=lexicon.code, n=_LONGEST, top=_CANDIDATES, stopwords=set(stops | lexicon.weak_words)
    )
    ranked = [phrase.lower() for phrase, _ in extractor.extract_keywords(text)]
    return {phrase: 1 - position / len(ranked) for position, phrase in enumerate(ranked)}


def _distinct(found: list[Keyword], limit: int) -> list[Keyword]:
    kept: list[Keyword] = []
    for keyword in found:
        stems = _stems(keyword.text)
        if not any(stems <= _stems(other.text) or _stems(other.text) <= stems for other in kept):
            kept.append(keyword)
        if len(kept) == limit:
            break
    return kept


def _stems(phrase: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in phrase.lower().split())


def _stem(word: str) -> str:
    if len(word) <= 4:
        return word
    return regex.sub(r"(?:ings?|en|es|s|e|n)$", "", regex.sub(r"([aeou])\1", r"\1", word))
