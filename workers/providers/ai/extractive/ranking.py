"""Which sentences carry the text: centrality, place, title, specifics; then diverse key points."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from workers.providers.ai.extractive.document import Kind, Sentence
from workers.providers.ai.extractive.features import Features

Vectors = NDArray[np.float32]

_PAIRWISE: Final = 400
"""Above this many sentences only the nearest to the centre are compared with each other: that step is quadratic."""
_IDEAL_WORDS: Final = (8, 22)
_LEAD: Final = 0.14
_FIRST: Final = 0.15
_SAME_SECTION: Final = 0.45


def centre_of(vectors: Vectors) -> NDArray[np.float32]:
    """The direction of the whole text."""
    if not len(vectors):
        return np.zeros(vectors.shape[1], dtype=np.float32)
    mean = vectors.mean(axis=0)
    norm = float(np.linalg.norm(mean))
    return np.asarray(mean / norm if norm > 0 else mean, dtype=np.float32)


def score(
    sentences: Sequence[Sentence],
    features: Sequence[Features],
    vectors: Vectors,
    to_title: NDArray[np.float32],
    keyword_words: frozenset[str],
) -> NDArray[np.float64]:
    """How well each sentence stands for the text; comparable within one text only."""
    count = len(sentences)
    centrality = _centrality(vectors)
    place = _place(sentences)
    scores = np.zeros(count)
    for index, (sentence, seen) in enumerate(zip(sentences, features, strict=True)):
        words = set(seen.text.lower().split())
        coverage = min(1.0, len({word.strip(".,;:!?\"'()") for word in words} & keyword_words) / 3)
        scores[index] = (
            0.45 * centrality[index]
            + 0.2 * float(to_title[index])
            + 0.15 * coverage
            + 0.12 * place[index]
            + 0.05 * seen.specifics
            + (_LEAD if sentence.leads else 0)
            - _length_penalty(seen.words)
            - (0.25 if not seen.standalone else 0)
            - (0.2 if seen.question else 0)
            - (0.1 if sentence.kind is Kind.FRAGMENT else 0)
        )
    return np.round(scores, 6)


def core_score(score: float, sentence: Sentence, to_title: float, title_words_named: int) -> float:
    """For the one sentence that says it all, what it shares with the title counts more than opening a paragraph.

    A text without a title says it in its first sentence more often than not.
    """
    if not to_title:
        return float(score) + (_FIRST if sentence.index == 0 else 0)
    return (
        float(score) + 0.2 * float(to_title) + 0.08 * min(3, title_words_named) - (0.5 * _LEAD if sentence.leads else 0)
    )


def diverse(
    order: Sequence[int],
    scores: NDArray[np.float64],
    vectors: Vectors,
    sections: Sequence[int],
    wanted: int,
    balance: float = 0.62,
) -> list[int]:
    """Maximal marginal relevance: good sentences that neither repeat each other nor all come from one section."""
    pool = list(order)
    if not pool:
        return []
    low, high = min(scores[i] for i in pool), max(scores[i] for i in pool)
    worth = {i: (scores[i] - low) / (high - low) if high > low else 1.0 for i in pool}
    chosen: list[int] = []
    spread = len({sections[index] for index in pool}) > 1
    nearest = dict.fromkeys(pool, 0.0)
    while pool and len(chosen) < wanted:
        best = max(pool, key=lambda i: (round(balance * worth[i] - (1 - balance) * nearest[i], 6), -i))
        if nearest[best] > 0.92 and chosen:
            pool.remove(best)
            continue
        chosen.append(best)
        pool.remove(best)
        for index in pool:
            nearness = float(vectors[index] @ vectors[best])
            if sections[index] == sections[best] and spread:
                nearness = min(0.9, max(nearness, 0) + _SAME_SECTION)
            nearest[index] = max(nearest[index], nearness)
    return chosen


def _centrality(vectors: Vectors) -> NDArray[np.float64]:
    to_centre = (vectors @ centre_of(vectors)).astype(np.float64)
    close = np.argsort(-np.round(to_centre, 6), kind="stable")[:_PAIRWISE]
    result = 0.7 * to_centre
    if len(close) > 2:
        nearness = vectors[close] @ vectors[close].T
        degree = (np.clip(nearness, 0.1, None).sum(axis=1) - 1) / (len(close) - 1)
        result[close] += 0.3 * degree / max(float(degree.max()), 1e-6)
    highest = float(result.max()) if len(result) else 0.0
    return result / highest if highest > 0 else result


def _place(sentences: Sequence[Sentence]) -> NDArray[np.float64]:
    """The opening and the conclusion say more than the middle."""
    count = len(sentences)
    places = np.zeros(count)
    for index in range(count):
        share = index / max(count - 1, 1)
        places[index] = 1.0 if share < 0.1 else 0.6 if share > 0.92 else 0.25
    return places


def _length_penalty(words: int) -> float:
    short, long = _IDEAL_WORDS
    if words < short:
        return 0.04 * (short - words)
    return 0.014 * max(0, words - long)
