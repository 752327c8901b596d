"""Everything the writers need to know of one text, computed once."""

import hashlib
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from threading import Lock
from typing import Final

import numpy as np
from numpy.typing import NDArray

from workers.providers.ai.extractive import audience, keywords, language, ranking
from workers.providers.ai.extractive.document import TERMINAL, Document, Kind, Sentence, normalise, read, word_count
from workers.providers.ai.extractive.features import Features, observe
from workers.providers.ai.extractive.keywords import Keyword
from workers.providers.ai.extractive.language import words_of
from workers.providers.ai.extractive.lexicon import Lexicon, lexicon, stop_words
from workers.providers.ai.extractive.topics import subjects_of
from workers.providers.ai.extractive.trimming import ELLIPSIS, shown_cut
from workers.providers.ai.tasks.analysis import Analysis
from workers.providers.ai.tasks.base import Source
from workers.providers.embeddings.base import Embedder
from workers.runtime.errors import Rejected

_FEWEST_WORDS: Final = 6
_RANKED_SENTENCES: Final = 2500
_KEYWORD_SENTENCES: Final = 600
_CORE_CHARACTERS: Final = 260
_POINT_CHARACTERS: Final = 300


@dataclass(frozen=True, slots=True)
class Digest:
    """A text, its sentences in order with what is known of each, and what it says."""

    lexicon: Lexicon
    language: str | None
    title: str | None
    document: Document
    sentences: tuple[Sentence, ...]
    features: dict[int, Features]
    scores: dict[int, float]
    vectors: NDArray[np.float32] = field(repr=False)
    rows: dict[int, int] = field(repr=False)
    core: int
    points: tuple[int, ...]
    keywords: tuple[Keyword, ...]
    subjects: tuple[str, ...]
    """What the text is about, surest first; a word that is said once is no subject."""
    audience: str | None

    @property
    def topic(self) -> str | None:
        """The surest subject; None where the text has none."""
        return next(iter(self.subjects), None)

    def is_spoken(self, index: int) -> bool:
        """Whether a sentence was cut from speech without punctuation."""
        return self.document.sentences[index].kind is Kind.FRAGMENT

    def opened(self, index: int) -> str:
        """A sentence as it may open a text; one cut out of running speech shows that it does not begin there."""
        sentence = self.document.sentences[index]
        before = self.document.sentences[index - 1] if index else None
        if self.is_spoken(index) and before is not None and before.block == sentence.block:
            return ELLIPSIS + sentence.text
        return self.features[index].text

    def printed(self, index: int) -> str:
        """A sentence by itself."""
        return shown_cut(self.opened(index)) if self.is_spoken(index) else self.features[index].text

    def passage(self, indices: Sequence[int]) -> str:
        """Sentences one after another, as a paragraph: a list item gets its full stop, and of pieces of running speech
        only what was left out between them shows."""
        said, goes_on = "", False
        for index, after in zip_longest(indices, indices[1:]):
            text = self.features[index].text
            if self.is_spoken(index):
                text = self.document.sentences[index].text if goes_on else self.opened(index)
                goes_on = after == index + 1 and self._block(after) == self._block(index)
                text = text if goes_on else shown_cut(text)
            elif not TERMINAL.search(text):
                text += "."
            said = f"{said} {text.removeprefix(ELLIPSIS)}" if said.endswith(ELLIPSIS) else f"{said} {text}".lstrip()
        return said

    def _block(self, index: int) -> int:
        return self.document.sentences[index].block

    def analysis(self) -> Analysis:
        """The digest in the terms of the port."""
        return Analysis(
            core_message=self.printed(self.core),
            key_points=[self.printed(index) for index in self.points],
            detected_topic=self.topic,
            detected_audience=self.audience,
            keywords=list(
                dict.fromkeys([*([self.topic] if self.topic else []), *(keyword.text for keyword in self.keywords)])
            ),
        )


class DigestCache:
    """The last few digests: the writers of six platforms share one reading of the text."""

    def __init__(self, embedder: Embedder, size: int = 4) -> None:
        self._embedder = embedder
        self._size = size
        self._held: OrderedDict[str, Digest] = OrderedDict()
        self._lock = Lock()

    def get(self, source: Source, wanted_language: str) -> Digest:
        """The digest of a source; Rejected when there is nothing to make posts of."""
        key = hashlib.sha256(f"{wanted_language}\0{source.title}\0{source.text}".encode()).hexdigest()
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        made = digest(source, wanted_language, self._embedder)
        with self._lock:
            self._held[key] = made
            while len(self._held) > self._size:
                self._held.popitem(last=False)
        return made


def digest(source: Source, wanted_language: str, embedder: Embedder) -> Digest:
    """Read, rank and summarise a text."""
    text = normalise(source.text)
    if not text.strip():
        raise Rejected("there is no text in the input", code="INPUT_EMPTY")
    found_language = language.detect(text)
    words = lexicon(found_language or wanted_language)
    document = read(text, words)
    if document.word_count < _FEWEST_WORDS:
        if word_count(text) < _FEWEST_WORDS:
            raise Rejected(
                f"the input has fewer than {_FEWEST_WORDS} words; posts need at least a sentence",
                code="INPUT_TOO_SHORT",
            )
        raise Rejected("the input holds no running text: only code, links or symbols", code="INPUT_NO_PROSE")
    observed = _observed(document, words)
    if not observed:
        raise Rejected(
            "the input holds no usable sentence: only code, links, headings or notices", code="INPUT_NO_PROSE"
        )

    sentences = [sentence for sentence, _ in observed]
    features = [seen for _, seen in observed]
    title = _title(source, document, words)
    vectors = embedder.embed([seen.text for seen in features])
    title_words = frozenset(words_of(" ".join([title or "", *document.headings[:20]])))
    named = keywords.extract(
        [sentence.text for sentence in sentences[:_KEYWORD_SENTENCES]],
        title or "",
        title_words,
        words,
        embedder,
        ranking.centre_of(vectors),
        known_language=found_language is not None,
    )
    keyword_words = frozenset(word for keyword in named for word in keyword.text.lower().split())
    to_title = vectors @ embedder.embed([title])[0] if title else np.zeros(len(sentences), dtype=np.float32)
    scores = ranking.score(sentences, features, vectors, to_title, keyword_words)
    title_content = frozenset(words_of(title or "")) - stop_words(words.code)
    shared = [len(title_content & frozenset(words_of(seen.text))) for seen in features]
    core_scores = [ranking.core_score(*row) for row in zip(scores, sentences, to_title, shared, strict=True)]
    core, points = _choose(sentences, features, scores, vectors, core_scores)
    return Digest(
        lexicon=words,
        language=found_language,
        title=title,
        document=document,
        sentences=tuple(sentences),
        features={sentence.index: seen for sentence, seen in observed},
        scores={sentence.index: float(scores[row]) for row, sentence in enumerate(sentences)},
        vectors=vectors,
        rows={sentence.index: row for row, sentence in enumerate(sentences)},
        core=sentences[core].index,
        points=tuple(sentences[row].index for row in points),
        keywords=tuple(named),
        subjects=tuple(subjects_of(title or "", " ".join(sentence.text for sentence in sentences), named, words)),
        audience=audience.detect(text, words),
    )


def _observed(document: Document, words: Lexicon) -> list[tuple[Sentence, Features]]:
    seen_before: set[str] = set()
    kept: list[tuple[Sentence, Features]] = []
    for sentence in document.sentences:
        seen = observe(sentence, words)
        folded = " ".join(words_of(seen.text))
        if seen.usable and folded not in seen_before:
            seen_before.add(folded)
            kept.append((sentence, seen))
    if len(kept) <= _RANKED_SENTENCES:
        return kept
    # evenly over the text, so that a book is not judged by its first chapter
    step = len(kept) / _RANKED_SENTENCES
    return [kept[int(position * step)] for position in range(_RANKED_SENTENCES)]


def _title(source: Source, document: Document, words: Lexicon) -> str | None:
    title = " ".join(normalise(source.title or "").split())
    if title:
        return title
    # only a heading above the first sentence names the whole
    opens = bool(document.headings) and bool(document.sentences) and document.sentences[0].section > 0
    return document.headings[0] if opens and not words.boilerplate.search(document.headings[0]) else None


def _choose(
    sentences: list[Sentence],
    features: list[Features],
    scores: NDArray[np.float64],
    vectors: NDArray[np.float32],
    core_scores: list[float],
) -> tuple[int, list[int]]:
    order = sorted(range(len(features)), key=lambda row: (-scores[row], row))
    standing = [row for row in order if features[row].standalone and not features[row].question]
    fitting = [row for row in standing if len(features[row].text) <= _POINT_CHARACTERS and features[row].words >= 5]
    usable = fitting or standing or order
    candidates = [
        row for row in usable if len(features[row].text) <= _CORE_CHARACTERS and features[row].words >= 7
    ] or usable
    core = max(candidates, key=lambda row: (round(core_scores[row], 6), -row))
    total = len(features)
    wanted = 3 if total < 12 else 5 if total < 40 else 6 if total < 120 else 7
    pool = [row for row in usable if row != core][: max(60, wanted * 8)]
    points = ranking.diverse(pool, scores, vectors, [sentence.section for sentence in sentences], wanted) or [core]
    return core, sorted(points) if len(points) > 1 else points
