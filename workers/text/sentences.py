"""Sentences of a text as it is read: paragraphs and list items apart, speech without punctuation cut at clauses."""

from typing import Final

import regex

from workers.providers.ai.extractive.lexicon import lexicon
from workers.providers.ai.extractive.segments import split_paragraph
from workers.text.words import words

_PARAGRAPHS: Final = regex.compile(r"\n\s*\n")
_ITEM: Final = regex.compile(r"^\s*(?:[-*•–‣◦·]|\d{1,2}[.)])\s+(?=\S)|^\s*#{1,6}\s+", regex.MULTILINE)


def sentences(text: str, language: str) -> list[str]:
    """The sentences in order, verbatim; a heading or list item ends where its line does.

    `language` is a code such as "en"; it decides which abbreviations do not end a sentence.
    """
    found: list[str] = []
    for paragraph in _PARAGRAPHS.split(text.replace("\r\n", "\n")):
        # an item starts a block of its own, and the sign before it is not read
        for block in _ITEM.split(paragraph):
            joined = " ".join(block.split())
            if joined:
                found += [piece for piece, _ in split_paragraph(joined, lexicon(language)) if words(piece)]
    return found
