"""What the connected pieces say about a question, in their own sentences."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from workers.providers.ai.extractive.language import words_of
from workers.providers.ai.extractive.lexicon import lexicon, stop_words
from workers.providers.ai.extractive.registry import Extracted, LocalTools, local_task
from workers.providers.ai.tasks.base import Language
from workers.providers.ai.tasks.chat import AnswerChat, ChatAnswer, ChatPiece
from workers.text.sentences import sentences
from workers.text.words import folded

_MOST: Final = 5
_READ: Final = 2000
_NEAR: Final = 0.35
"""The cosine of their telling words below which a sentence has nothing to do with the question."""
_SHORTEST: Final = 4


@dataclass(frozen=True, slots=True)
class _Words:
    found: str
    nothing_found: str
    nothing_connected: str
    untitled: str
    pending: str
    failed: str


_WORDS: Final[dict[Language, _Words]] = {
    "en": _Words(
        "No language model is chosen here, so nobody thinks along. The connected pieces say, word for word:",
        "No language model is chosen here, and no sentence of the connected pieces is about this.",
        "No language model is chosen here, and nothing with text is connected to this chat: there is nothing to quote.",
        "untitled",
        "Not read yet, so not looked at: {}.",
        "Could not be read: {}.",
    ),
    "nl": _Words(
        "Hier is geen taalmodel gekozen, dus niemand denkt mee. De verbonden stukken zeggen er letterlijk dit over:",
        "Hier is geen taalmodel gekozen, en geen zin van de verbonden stukken gaat hierover.",
        "Hier is geen taalmodel gekozen, en er is niets met tekst aan deze chat verbonden, dus er is niets te citeren.",
        "zonder titel",
        "Nog niet gelezen, dus niet bekeken: {}.",
        "Kon niet gelezen worden: {}.",
    ),
}


@local_task(AnswerChat)
def answer(task: AnswerChat, tools: LocalTools) -> Extracted[ChatAnswer]:
    """Up to five sentences of the pieces nearest to the question, each with its piece, and what was not read."""
    words = _WORDS[task.language]
    known = [(piece, sentence) for piece in task.pieces for sentence in _said_in(piece, task.language)][:_READ]
    unread = _unread(task, words)
    if not known:
        return Extracted(ChatAnswer(text="\n".join([words.nothing_connected, *unread])))
    near = _nearness(task.question(), [sentence for _, sentence in known], task.language, tools)
    best = [int(index) for index in np.argsort(-near, kind="stable")[:_MOST] if near[index] >= _NEAR]
    if not best:
        return Extracted(ChatAnswer(text="\n".join([words.nothing_found, *unread])))
    quotes = [f"- “{known[at][1]}” ({known[at][0].title or words.untitled})" for at in sorted(best)]
    return Extracted(ChatAnswer(text="\n".join([words.found, *quotes, *unread])))


def _unread(task: AnswerChat, words: _Words) -> list[str]:
    """A line for the pieces that were not read, and one for those that could not be."""
    lines = []
    for state, line in (("pending", words.pending), ("failed", words.failed)):
        if names := [piece.title or words.untitled for piece in task.pieces if piece.reading == state]:
            lines.append(line.format(", ".join(names)))
    return lines


def _said_in(piece: ChatPiece, language: Language) -> list[str]:
    found = sentences("\n\n".join(part for part in (piece.text, piece.description) if part), language)
    return list(dict.fromkeys(sentence for sentence in found if len(sentence.split()) >= _SHORTEST))


def _nearness(
    question: str, known: list[str], language: Language, tools: LocalTools
) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """The cosine with the question, and a little for each of its longer words that a sentence holds."""
    vectors = tools.embedder.embed([_telling(text, language) for text in (question, *known)])
    asked = {word for word in folded(question) if len(word) > _SHORTEST}
    shared = np.array([len(asked & set(folded(sentence))) for sentence in known], dtype=np.float64)
    nearness: np.ndarray[tuple[int], np.dtype[np.float64]] = np.round(
        (vectors[1:] @ vectors[0]).astype(np.float64) + 0.1 * np.minimum(shared, 3), 6
    )
    return nearness


def _telling(text: str, language: Language) -> str:
    """The words that say what a text is about: by the others, most of all in Dutch, everything is alike."""
    known = lexicon(language)
    common = stop_words(language) | known.weak_words | known.function_words
    return " ".join(word for word in words_of(text) if word not in common) or text
