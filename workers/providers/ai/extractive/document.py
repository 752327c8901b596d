"""From raw text to blocks and sentences, with junk left out and every sentence a verbatim piece of the text."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import regex

from workers.providers.ai.extractive.lexicon import Lexicon
from workers.providers.ai.extractive.segments import split_paragraph

_INVISIBLE: Final = regex.compile(
    r"[\p{Cc}--[\t\n]]|[\u00AD\u200B\u2060\uFEFF\uFFF9-\uFFFE\uFFFF]|[\u202A-\u202E\u2066-\u2069]|\p{Cs}|\p{Co}",
    regex.VERSION1,
)
_SPACES: Final = regex.compile(r"[^\S\n]+")
_LONG_RUN: Final = regex.compile(r"[^\s\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]{80,}")
_HASHTAG_SIGN: Final = regex.compile(r"(?<![\w&/])[#＃](?=\w)")
_BULLET: Final = regex.compile(r"^\s*(?:[-*•–‣◦·]|\d{1,2}[.)])\s+(?=\S)")
_RULE: Final = regex.compile(r"^\s*(?:[-=_*~#]\s*){3,}$")
TERMINAL: Final = regex.compile(r"[.!?…。！？؟।۔:;][\"'”’»)\]]*$")
_CODE: Final = regex.compile(
    r"^\s*(?:import\s+[\w.{*]|from\s+[\w.]+\s+import\b|def\s+\w+\(|class\s+\w+[:({]|return\b.{0,40}[;(]|#include|package\s+\w+;|"
    r"(?:public|private|static|const|let|var|func|fn|function|async)\s+\w+.*[=({;]|(?:if|for|while|switch)\s*\(.*[{)]\s*$|"
    r"select\s.+\sfrom\s|insert\s+into\s|create\s+(?:table|function)\s|</?\w+[^>]*>\s*$|[}\])]+[;,)]*\s*$|\$\s+\w+|>>>\s|@\w+\s*$)"
    r"|[;{]\s*$|=>|::\w|\w+\(\w*\)[;.{]|\s[!=]==?\s|&&|\|\||\+=|</\w+>|\w+\[\w*\]\s*=",
    regex.IGNORECASE,
)
_SYMBOLS: Final = regex.compile(r"[{}\[\]<>=;|\\^~`_$@#*/+&]")
_URL: Final = regex.compile(r"(?:https?://|www\.)\S+", regex.IGNORECASE)
_HEADING_WORDS: Final = 14
_HEADING_CHARACTERS: Final = 120
_CODE_PREFIX: Final = 400


class Kind(StrEnum):
    """What kind of block a sentence stands in."""

    PROSE = "prose"
    ITEM = "item"
    HEADING = "heading"
    FRAGMENT = "fragment"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A verbatim piece of the text and where it stands."""

    index: int
    text: str
    block: int
    kind: Kind
    section: int
    """Number of the heading above it."""
    leads: bool
    """Whether it opens a paragraph of several sentences."""


@dataclass(frozen=True, slots=True)
class Document:
    """The text as the engine sees it."""

    sentences: tuple[Sentence, ...]
    headings: tuple[str, ...]
    word_count: int

    def block_after(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """The sentences that follow in the same block."""
        following = []
        for candidate in self.sentences[sentence.index + 1 :]:
            if candidate.block != sentence.block:
                break
            following.append(candidate)
        return tuple(following)


def normalise(text: str) -> str:
    """NFC text without invisible characters, with one kind of line break and single spaces."""
    text = unicodedata.normalize(
        "NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    )
    return _SPACES.sub(" ", _HASHTAG_SIGN.sub("", _INVISIBLE.sub("", text)))


def word_count(text: str) -> int:
    """Words; in scripts without spaces two characters count as one word."""
    unspaced = len(regex.findall(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]", text))
    spaced = len(
        regex.findall(
            r"[^\W\d_\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}][\p{L}\p{M}'’-]*", text
        )
    )
    return spaced + unspaced // 2


def read(text: str, lexicon: Lexicon) -> Document:
    """Split a text into sentences and headings."""
    sentences: list[Sentence] = []
    headings: list[str] = []
    words = 0
    for block_number, (kind, block) in enumerate(_blocks(normalise(text))):
        if kind is Kind.HEADING:
            headings.append(block)
            words += word_count(block)
            continue
        pieces = list(split_paragraph(block, lexicon))
        for position, (piece, complete) in enumerate(pieces):
            words += word_count(piece)
            kept_kind = kind if complete or (kind is Kind.ITEM and len(pieces) == 1) else Kind.FRAGMENT
            leads = position == 0 and len(pieces) > 1 and complete
            sentences.append(Sentence(len(sentences), piece, block_number, kept_kind, len(headings), leads))
    return Document(tuple(sentences), tuple(headings), words)


def _blocks(text: str) -> list[tuple[Kind, str]]:
    blocks: list[tuple[Kind, str]] = []
    paragraph: list[str] = []
    fenced = False

    def close() -> None:
        if paragraph:
            joined = " ".join(paragraph)
            blocks.append((_kind_of(joined, len(paragraph)), joined))
            paragraph.clear()

    # what stood on both sides of a dropped run is not one sentence
    text = _LONG_RUN.sub(lambda run: run.group() if _URL.match(run.group()) else "\n\n", text)
    for raw_line in text.split("\n"):
        line = raw_line.strip()
        if line.startswith("```"):
            fenced = not fenced
            close()
            continue
        if fenced or not line or _RULE.match(line):
            close()
            continue
        if looks_like_code(line):
            close()
            continue
        bullet = _BULLET.match(line)
        if bullet and len(line) > bullet.end():
            close()
            blocks.append((Kind.ITEM, line[bullet.end() :]))
            continue
        heading = regex.match(r"#{1,6}\s+(.+?)\s*#*$", line)
        if heading:
            close()
            blocks.append((Kind.HEADING, heading[1]))
            continue
        paragraph.append(line)
    close()
    return blocks


def _kind_of(block: str, lines: int) -> Kind:
    short = len(block) <= _HEADING_CHARACTERS and len(block.split()) <= _HEADING_WORDS
    worded = len(_URL.sub("", block).split()) >= 2 and block[:1].isalnum()
    return Kind.HEADING if lines == 1 and short and worded and not TERMINAL.search(block) else Kind.PROSE


def looks_like_code(line: str) -> bool:
    """Whether a line is a program's rather than a person's."""
    # the patterns backtrack on long runs of word characters, and a person's line shows itself early
    bare = _URL.sub("", line[:_CODE_PREFIX])
    visible = len(bare) - bare.count(" ")
    if visible == 0:
        return False
    if len(_SYMBOLS.findall(bare)) / visible > 0.12:
        return True
    return bool(_CODE.search(bare)) and len(_SYMBOLS.findall(bare)) + bare.count("(") + bare.count(".") >= 1
