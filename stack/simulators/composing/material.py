"""What a prompt is about: the text between its data delimiters, as sentences and keywords."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

MAX_CHARACTERS: Final = 60_000
# Delimiters are told by the random part that opening and closing mark share, whatever stands around it.
_RANDOM: Final = re.compile(r"(?=[\w-]*\d)[A-Za-z0-9][\w-]{7,}")
_MARK_LINE: Final = re.compile(r"^\s*[<\[{(#=~*|-].{0,158}$")
_INLINE: Final = re.compile(r"<([\w:. -]*?[\w-]{8,})>(.*?)</\1>", re.DOTALL)
_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+|\n+")
_LIST_MARK: Final = re.compile(r"^(?:#{1,6}\s+|[-*•>]\s+|\d+[.)]\s+)+")
_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
_STOP_WORDS: Final = """
    about above after again against because been before being below between both cannot could does doing down during
    each from further have having here into itself just more most much must myself only other ought over same should
    some such than that their theirs them themselves then there these they this those through under until very want
    well were what when where which while whom whose will with without would your yours yourself
    aan alle alleen als altijd andere been bent bij daar dat deze door doen echt eens geen geweest haar hadden hebben
    heeft heel hier hoeveel hoor hun iets jouw jullie kunnen maar meer mijn moet moeten naar niet nooit omdat onder ook
    over paar terwijl toch uit veel voor waar waarom wanneer want waren wat werd wezen wie wij worden wordt zal zelf
    zich zij zijn zonder zou zouden
"""
_DUTCH_WORDS: Final = "de het een en van is dat niet zijn voor met op je ook maar als naar wordt werd deze"
_ENGLISH_WORDS: Final = "the a an and of is that not are for with on you also but as to was were this"
_STOP: Final = frozenset(_STOP_WORDS.split())
_DUTCH: Final = frozenset(_DUTCH_WORDS.split())
_ENGLISH: Final = frozenset(_ENGLISH_WORDS.split())


@dataclass(frozen=True)
class Material:
    """What answers are made of; never empty."""

    sentences: tuple[str, ...]
    keywords: tuple[str, ...]
    language: str

    @property
    def title(self) -> str:
        """The first words that could head the text."""
        return self.sentences[0]


def read(text: str) -> Material:
    """Find the material of a prompt; the same data give the same material."""
    return _material(data_blocks(text))


@lru_cache(maxsize=512)
def _material(blocks: tuple[str, ...]) -> Material:
    source = "\n".join(_plain(block) for block in blocks)[:MAX_CHARACTERS]
    sentences = _sentences(source) or source.split("\n")
    sentences = [sentence.strip() for sentence in sentences if sentence.strip()] or ["Nothing was said."]
    words = [word.lower() for word in _WORD.findall(" ".join(sentences))]
    counted = Counter(word for word in words if len(word) >= 5 and word not in _STOP)
    order = {word: at for at, word in reversed(list(enumerate(words)))}
    keywords = sorted(counted, key=lambda word: (-counted[word], order[word]))[:40]
    dutch = sum(word in _DUTCH for word in words) > sum(word in _ENGLISH for word in words)
    return Material(tuple(sentences), tuple(keywords) or tuple(words[:5]) or ("content",), "nl" if dutch else "en")


@lru_cache(maxsize=512)
def data_blocks(text: str) -> tuple[str, ...]:
    """The texts between pairs of delimiters, longest first; the whole text when there are none."""
    lines = text.split("\n")
    places: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        if _MARK_LINE.match(line):
            for token in set(_RANDOM.findall(line)):
                places.setdefault(token, []).append(at)
    found: dict[tuple[int, int], str] = {}
    for marks in places.values():
        for first, last in zip(marks[::2], marks[1::2], strict=False):
            block = "\n".join(lines[first + 1 : last])
            if block.strip():
                found[first, last] = block
    blocks = list(found.values()) or [match[2] for match in _INLINE.finditer(text) if match[2].strip()]
    return tuple(sorted(blocks, key=len, reverse=True)) or (text,)


def outside_data(text: str) -> str:
    """What is left of a prompt without its data: the instructions. All of it, when there are no delimiters."""
    blocks = data_blocks(text)
    for block in blocks if blocks != (text,) else ():
        text = text.replace(block, "")
    return text


def _plain(block: str) -> str:
    """The texts of a JSON document, or the block as it is."""
    if block.lstrip()[:1] not in ("{", "["):
        return block
    try:
        document = json.loads(block)
    except ValueError:
        return block
    return "\n".join(sorted(_strings(document), key=len, reverse=True))


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value] if " " in value else []
    if isinstance(value, dict):
        value = list(value.values())
    return [text for item in value for text in _strings(item)] if isinstance(value, list) else []


def _sentences(text: str) -> list[str]:
    found: dict[str, None] = {}
    for part in _SENTENCE_END.split(text):
        sentence = _LIST_MARK.sub("", " ".join(part.split())).strip("*_`<>")
        if len(sentence) >= 12 and sentence.count(" ") >= 2 and not _RANDOM.fullmatch(sentence):
            found.setdefault(sentence)
    return list(found)
