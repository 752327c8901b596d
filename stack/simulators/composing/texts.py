"""The strings of an answer: chosen by the name of the field, cut to the schema's limits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from stack.simulators.composing.material import Material
from stack.simulators.composing.patterns import example

_LONG = re.compile(
    r"body|description|content|script|caption|post|summary|text|transcript|voice_?over|paragraph|article", re.IGNORECASE
)
_SHORT = re.compile(r"title|subject|headline|heading|name|label|preheader|hook|idea|angle", re.IGNORECASE)
_WORD = re.compile(r"keyword|tag|topic|entity|entities|emotion|niche|category|term|phrase|slug", re.IGNORECASE)
_HASHTAG = re.compile(r"hash_?tag", re.IGNORECASE)
_QUOTE = re.compile(r"quot|excerpt|snippet|verbatim|evidence", re.IGNORECASE)
_LINK = re.compile(r"url|link|website", re.IGNORECASE)
_CLOCK = re.compile(r"timestamp|^time$|^(start|end)(_time)?$", re.IGNORECASE)
SHORT, SENTENCE, LONG = 60, 180, 420
FORMATS = {
    "date-time": "2026-01-05T09:00:00Z",
    "date": "2026-01-05",
    "time": "09:00:00Z",
    "duration": "PT30S",
    "email": "someone@example.com",
    "hostname": "example.com",
    "uri": "https://example.com/",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uuid": "00000000-0000-4000-8000-000000000000",
}


class Texts:
    """Hands out sentences and keywords in turn, so that fields differ from each other."""

    def __init__(self, material: Material, longest: Mapping[str, int]) -> None:
        """Start at the beginning of the material; `longest` says how many characters a field may have."""
        self._material = material
        self._longest = longest
        self._sentence = 0
        self._keyword = 0

    def keyword(self) -> str:
        """The next keyword; pairs of them when each has been used."""
        keywords = self._material.keywords
        again, at = divmod(self._keyword, len(keywords))
        self._keyword += 1
        return keywords[at] if again == 0 else f"{keywords[at]} {keywords[(at + again) % len(keywords)]}"

    def string(self, schema: dict[str, Any], name: str) -> str:
        """A text for the field of that name; keeps to minLength, maxLength, format and pattern if it can."""
        if (fixed := FORMATS.get(schema.get("format", ""))) is not None:
            return fixed
        least, most = int(schema.get("minLength") or 0), schema.get("maxLength", self._longest.get(name))
        text = self._meant(name, most)
        if pattern := schema.get("pattern"):
            text = example(pattern, self._candidates(text, most)) or text
            return text if most is None or len(text) <= most else text[:most]
        while len(text) < least:
            text = f"{_ended(text)} {self._next_sentence()}"
        whole_words = clipped(text, most)
        return whole_words if len(whole_words) >= least else text[:most]

    def _meant(self, name: str, most: int | None) -> str:
        if _HASHTAG.search(name):
            return _as_hashtag(self.keyword())
        if re.search("language", name, re.IGNORECASE):
            return self._material.language
        if _LINK.search(name):
            return f"https://example.com/{_as_slug(self.keyword())}"
        if _QUOTE.search(name):
            return clipped(self._next_sentence(verbatim=True), most)
        if _CLOCK.search(name):
            return "00:05"
        if _SHORT.search(name):
            return clipped(self._next_sentence(), min(SHORT, most or SHORT))
        if _WORD.search(name):
            return self.keyword()
        if _LONG.search(name):
            text = self._next_sentence()
            while len(text) < LONG // 2 and self._sentence < len(self._material.sentences):
                text = f"{_ended(text)} {self._next_sentence()}"
            return clipped(text, min(LONG, most or LONG))
        return clipped(self._next_sentence(), min(SENTENCE, most or SENTENCE))

    def _candidates(self, text: str, most: int | None) -> Iterator[str]:
        word = self._material.keywords[self._keyword % len(self._material.keywords)]
        plain = re.sub(r"[^\w\s]", "", text)
        for candidate in (text, plain, word, _as_hashtag(word), _as_slug(word), word.capitalize()):
            yield clipped(candidate, most)
        yield from ("00:05", "0:05", "00:00:05", "2026-01-05", "09:00", "1", "en", "A", "#000000")

    def _next_sentence(self, *, verbatim: bool = False) -> str:
        """The next one; numbered when they begin anew, so that a list of titles has no two the same."""
        sentences = self._material.sentences
        again, at = divmod(self._sentence, len(sentences))
        self._sentence += 1
        part = "Deel" if self._material.language == "nl" else "Part"
        return sentences[at] if again == 0 or verbatim else f"{part} {again + 1}: {sentences[at]}"


def clipped(text: str, most: int | None) -> str:
    """Cut at a word where there is one to cut at."""
    if most is None or len(text) <= most:
        return text
    cut = text[: most + 1].rsplit(" ", 1)[0].rstrip(" ,;:-–")
    return cut if 0 < len(cut) <= most else text[:most]


def _ended(text: str) -> str:
    """A heading does not run on into the sentence after it."""
    return text if text.endswith((".", "!", "?", "…", ":", '"', "”")) else f"{text}."


def _as_hashtag(word: str) -> str:
    return "#" + (re.sub(r"\W", "", word) or "content")


def _as_slug(word: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-") or "content"
