"""From a text to samples of a few sentences, and back to texts that can be compared with samples."""

from typing import Final

import regex
from pydantic import BaseModel, ConfigDict

from workers.providers.ai.extractive.language import detect
from workers.text.sentences import sentences
from workers.text.words import word_count

LONGEST: Final = 600
"""Characters: what the local embedding model reads."""
FEWEST_WORDS: Final = 8
"""Fewer say nothing about how somebody writes."""
_FULL: Final = 320
"""Characters after which a sample takes no further sentence."""
_MOST_SENTENCES: Final = 5
_PARAGRAPHS: Final = regex.compile(r"\n\s*\n")
_HEADING: Final = regex.compile(r"^#{1,6}\s")
_LINK: Final = regex.compile(r"https?://\S+|\bwww\.\S+")


class Sample(BaseModel):
    """A few sentences that stand together in a text."""

    model_config = ConfigDict(frozen=True)

    text: str
    language: str | None = None
    """en or nl; null for another one, or too little to tell."""
    source: str | None = None
    """Tells the text it is from apart from others; null where that is not known."""


def samples_of(text: str, limit: int = 120) -> list[Sample]:
    """Samples in the order of the text, each once; of a text with more than `limit` evenly chosen ones."""
    language = detect(text)
    pieces = list(dict.fromkeys(piece for piece in chunks(text, language or "en") if word_count(piece) >= FEWEST_WORDS))
    if len(pieces) > limit:
        pieces = [pieces[index * len(pieces) // limit] for index in range(limit)]
    return [Sample(text=piece, language=detect(piece) or language) for piece in pieces]


def chunks(text: str, language: str) -> list[str]:
    """The text in stretches of one to five sentences, none over 600 characters, none across a paragraph.

    Headings and web addresses fall away; a short paragraph joins no other.
    """
    found: list[str] = []
    for paragraph in _PARAGRAPHS.split(text.replace("\r\n", "\n")):
        if not _HEADING.match(paragraph.strip()):
            found += _of_paragraph(_LINK.sub("", paragraph), language)
    return found


def comparable(text: str, language: str, limit: int = 12) -> list[str]:
    """What of an output is compared with samples: its stretches, evenly chosen; a short text as a whole."""
    pieces = [piece for piece in chunks(text, language) if word_count(piece) >= FEWEST_WORDS]
    if not pieces:
        whole = " ".join(_LINK.sub("", text).split())[:LONGEST]
        return [whole] if word_count(whole) else []
    if len(pieces) > limit:
        pieces = [pieces[index * len(pieces) // limit] for index in range(limit)]
    return pieces


def _of_paragraph(paragraph: str, language: str) -> list[str]:
    found: list[str] = []
    held: list[str] = []
    for sentence in sentences(paragraph, language):
        size = sum(len(part) + 1 for part in held)
        if held and (size >= _FULL or size + len(sentence) > LONGEST or len(held) >= _MOST_SENTENCES):
            found.append(" ".join(held))
            held = []
        held.append(sentence[:LONGEST])
    if held:
        found.append(" ".join(held))
    return found
