"""Sentence boundaries: syntok, corrected for abbreviations, other scripts, and speech without punctuation."""

from collections.abc import Iterator
from typing import Final

import regex
import syntok.segmenter

from workers.providers.ai.extractive.lexicon import Lexicon

_OTHER_SCRIPTS: Final = regex.compile(
    r"(?<=[。！？؟।۔])[”」』）\"']*\s*|(?<=[；])"
    # syntok sees no end of a sentence behind a picture
    r"|(?<=[\p{Extended_Pictographic}\uFE0F\u200D\p{EMod}]\)?[.!?]{1,3}\)?)\s+(?=[\p{Lu}\p{Extended_Pictographic}])"
)
_GOES_ON: Final = regex.compile(r"\s*[(\p{Ll}]")
"""How what follows begins when syntok has parted a sentence in its middle."""
_UNSPACED: Final = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]{120,}")
_TERMINAL: Final = regex.compile(r"[.!?…。！？؟।۔:][\"'”’»)\]]*$")
_LONGEST_WORDS: Final = 60
_LONGEST_BRACKET: Final = 300
_PIECE_WORDS: Final = 24
_UNSPACED_PIECE: Final = 60


def split_paragraph(paragraph: str, lexicon: Lexicon) -> Iterator[tuple[str, bool]]:
    """The sentences of a paragraph; the flag is False for a piece that punctuation did not end."""
    for sentence in _joined(paragraph, lexicon):
        if len(sentence.split()) > _LONGEST_WORDS or _UNSPACED.search(sentence):
            yield from ((piece, False) for piece in _pieces(sentence, lexicon))
        elif sentence:
            yield sentence, bool(_TERMINAL.search(sentence))


def _sentences(paragraph: str) -> Iterator[tuple[int, int]]:
    """Where each sentence starts and the next one does."""
    offset = 0
    for part in _OTHER_SCRIPTS.split(paragraph):
        part_start = paragraph.index(part, offset) if part else offset
        offset = part_start + len(part)
        if not part.strip():
            continue
        starts = [sentence[0].offset for block in syntok.segmenter.process(part) for sentence in block if sentence]
        for start, end in zip(starts, [*starts[1:], len(part)], strict=True):
            yield part_start + start, part_start + end


def _joined(paragraph: str, lexicon: Lexicon) -> Iterator[str]:
    """The sentences, with those put together again that end in an abbreviation or inside a bracket."""
    began: int | None = None
    opened = 0
    for start, end in _sentences(paragraph):
        began = start if began is None else began
        piece = paragraph[start:end].strip()
        opened += piece.count("(") - piece.count(")")
        last = piece.rsplit(None, 1)[-1].lower().lstrip("([\"'“‘") if piece else ""
        parted = piece and piece[-1].isalnum() and _GOES_ON.match(paragraph, end)
        if last in lexicon.abbreviations or parted or (opened > 0 and end - began < _LONGEST_BRACKET):
            continue
        if whole := paragraph[began:end].strip():
            yield whole
        began, opened = None, 0
    if began is not None and (whole := paragraph[began:].strip()):
        yield whole


def _pieces(sentence: str, lexicon: Lexicon) -> Iterator[str]:
    """Cut a run of words at clause borders or conjunctions, and scripts without spaces by length."""
    held: list[str] = []
    words = sentence.split()
    for position, word in enumerate(words):
        if len(word) > 2 * _UNSPACED_PIECE:
            if held:
                yield " ".join(held)
                held = []
            yield from (word[start : start + _UNSPACED_PIECE] for start in range(0, len(word), _UNSPACED_PIECE))
            continue
        following = words[position + 1].lower() if position + 1 < len(words) else ""
        clause = word.lower() in lexicon.splitters and following in lexicon.subjects
        at_border = bool(held) and (held[-1][-1] in ",;:–—" or clause)
        if len(held) >= _PIECE_WORDS + 8 or (len(held) >= _PIECE_WORDS - 10 and at_border):
            yield " ".join(held)
            held = []
        held.append(word)
    if held:
        yield " ".join(held)
