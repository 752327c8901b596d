"""Sentence boundaries: syntok, corrected for abbreviations, other scripts, and speech without punctuation."""

from collections.abc import Iterator
from typing import Final

import regex
import syntok.segmenter

from workers.providers.ai.extractive.lexicon import Lexicon

_OTHER_SCRIPTS: Final = regex.compile(r"(?<=[。！？؟।۔])[”」』）\"']*\s*|(?<=[；])")
_UNSPACED: Final = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]{120,}")
_TERMINAL: Final = regex.compile(r"[.!?…。！？؟।۔:][\"'”’»)\]]*$")
_LONGEST_WORDS: Final = 60
_PIECE_WORDS: Final = 24
_UNSPACED_PIECE: Final = 60


def split_paragraph(paragraph: str, lexicon: Lexicon) -> Iterator[tuple[str, bool]]:
    """The sentences of a paragraph; the flag is False for a piece that punctuation did not end."""
    for sentence in _joined(_sentences(paragraph), lexicon):
        if len(sentence.split()) > _LONGEST_WORDS or _UNSPACED.search(sentence):
            yield from ((piece, False) for piece in _pieces(sentence, lexicon))
        elif sentence:
            yield sentence, bool(_TERMINAL.search(sentence))


def _sentences(paragraph: str) -> Iterator[str]:
    for part in _OTHER_SCRIPTS.split(paragraph):
        if not part.strip():
            continue
        starts = [sentence[0].offset for block in syntok.segmenter.process(part) for sentence in block if sentence]
        for start, end in zip(starts, [*starts[1:], len(part)], strict=True):
            piece = part[start:end].strip()
            if piece:
                yield piece


def _joined(sentences: Iterator[str], lexicon: Lexicon) -> Iterator[str]:
    held = ""
    for sentence in sentences:
        held = f"{held} {sentence}" if held else sentence
        last = held.rsplit(None, 1)[-1].lower().lstrip("([\"'“‘")
        if last in lexicon.abbreviations or (held.count("(") > held.count(")") and len(held) < 300):
            continue
        yield held
        held = ""
    if held:
        yield held


def _pieces(sentence: str, lexicon: Lexicon) -> Iterator[str]:
    """Cut a run of words at clause borders or conjunctions, and scripts without spaces by length."""
    held: list[str] = []
    for word in sentence.split():
        if len(word) > 2 * _UNSPACED_PIECE:
            if held:
                yield " ".join(held)
                held = []
            yield from (word[start : start + _UNSPACED_PIECE] for start in range(0, len(word), _UNSPACED_PIECE))
            continue
        at_border = bool(held) and (held[-1][-1] in ",;:–—" or word.lower() in lexicon.splitters)
        if len(held) >= _PIECE_WORDS + 8 or (len(held) >= _PIECE_WORDS - 10 and at_border):
            yield " ".join(held)
            held = []
        held.append(word)
    if held:
        yield " ".join(held)
