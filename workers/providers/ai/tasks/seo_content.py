"""Writing the texts by which a video is found."""

from functools import lru_cache
from typing import Annotated, Any, ClassVar, Final

import regex
from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema, create_model

from workers.providers.ai.tasks.base import Task
from workers.providers.ai.tasks.context import Brand, Line, Prose, Worked
from workers.text.words import folded, word_count

_HASHTAG_LINE: Final = regex.compile(r"^\s*(?:#[\p{L}\p{N}_]+\s*)+$", regex.MULTILINE)
_TIMESTAMP_LINE: Final = regex.compile(r"^\s*\d{1,2}:\d{2}(?::\d{2})?\b.*$", regex.MULTILINE)
_MARKUP: Final = regex.compile(r"[<>]")
_DESCRIPTION: Final = 4000
"""Bytes; YouTube takes 5,000, and timestamps and hashtags come behind."""
_TAG: Final = 60
_ALL_TAGS: Final = 480
"""YouTube takes 500 characters, with quotation marks around tags of several words."""
HASHTAGS: Final = 8
_ENOUGH: Final = 0.8
_WORD_CHARACTERS: Final = 7


class SeoContent(BaseModel):
    """Description, tags and hashtags, and a name for each chapter."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    description: Annotated[Prose, Field(min_length=1, max_length=5000)]
    """Without timestamps and hashtags."""
    chapter_titles: Annotated[list[Line], Field(max_length=40)]
    """One for each section that was given."""
    tags: Annotated[list[Line], Field(max_length=60)]
    hashtags: Annotated[list[Line], Field(max_length=40)]


class WriteSeoContent(Task[SeoContent]):
    """Texts by which a video is found, from what is said in it."""

    name: ClassVar[str] = "seo_content"
    output: ClassVar[type[BaseModel]] = SeoContent

    title: Line
    script: Prose
    target_keywords: tuple[Line, ...] = ()
    description_min_words: Annotated[int, Field(ge=0, le=600)] = 150
    max_tags: Annotated[int, Field(ge=0, le=50)] = 15
    include_hashtags: bool = True
    sections: tuple[str, ...] = ()
    """What is said in each chapter; empty where no chapters are wanted."""
    brand: Brand = Brand()
    worked: Worked = Worked()

    def answer_type(self) -> type[BaseModel]:
        """With as many chapter titles as there are sections, and a description about as long as asked for."""
        shortest = max(1, int(self._reachable_words() * _ENOUGH * _WORD_CHARACTERS))
        return _answer_type(shortest, len(self.sections))

    def prompt_values(self) -> dict[str, Any]:
        """The fields, and how many of what."""
        return super().prompt_values() | {
            "hashtag_count": HASHTAGS,
            "chapters": len(self.sections),
            "sections": [{"chapter": number, "said": said[:600]} for number, said in enumerate(self.sections, start=1)],
            "brand": self.brand.told(),
            "worked": self.worked.told(),
        }

    def finish(self, answer: BaseModel) -> SeoContent:
        """What YouTube takes of it; ValueError when it is too short for what there was to say."""
        given = SeoContent.model_validate(answer.model_dump())
        description = self.clean_description(given.description)
        count = word_count(description)
        reachable = self._reachable_words()
        if count < _ENOUGH * reachable:
            raise ValueError(f"the description has {count} words; at least {reachable} are asked for")
        if self.sections and len(given.chapter_titles) != len(self.sections):
            raise ValueError(f"chapter_titles has {len(given.chapter_titles)} titles for {len(self.sections)} sections")
        return SeoContent(
            description=description,
            chapter_titles=[_MARKUP.sub("", title)[:80] for title in given.chapter_titles] if self.sections else [],
            tags=self.fitting_tags(given.tags),
            hashtags=hashtags(given.hashtags) if self.include_hashtags else [],
        )

    def _reachable_words(self) -> int:
        """How long the description has to be: who has little to say must not be made to invent."""
        return min(self.description_min_words, word_count(self.script))

    def clean_description(self, text: str) -> str:
        """Without lines of hashtags and timestamps, which are added by rule, and cut at a paragraph's end."""
        bare = _MARKUP.sub("", _TIMESTAMP_LINE.sub("", _HASHTAG_LINE.sub("", text)))
        kept = ""
        for paragraph in regex.split(r"\n\s*\n", bare.strip()):
            longer = f"{kept}\n\n{paragraph.strip()}".strip()
            if len(longer.encode()) > _DESCRIPTION:
                return kept or longer.encode()[:_DESCRIPTION].decode(errors="ignore").rsplit(" ", 1)[0]
            kept = longer
        return kept

    def fitting_tags(self, tags: list[str]) -> list[str]:
        """The distinct tags that YouTube takes together, the keywords first."""
        found: dict[str, str] = {}
        length = 0
        for tag in [*self.target_keywords, *tags]:
            clean = _MARKUP.sub("", " ".join(tag.replace(",", " ").lstrip("# ").split()))
            key = " ".join(folded(clean))
            cost = len(clean) + 1 + (2 if " " in clean else 0)
            if not key or key in found or len(clean) > _TAG or length + cost > _ALL_TAGS:
                continue
            if len(found) == self.max_tags:
                break
            found[key] = clean
            length += cost
        return list(found.values())


def hashtags(words: list[str]) -> list[str]:
    """Distinct hashtags with their sign, at most eight."""
    found: dict[str, str] = {}
    for word in words:
        tag = regex.sub(r"[^\p{L}\p{M}\p{N}_]", "", word)
        if regex.search(r"\p{L}", tag) and len(tag) <= _TAG:
            found.setdefault(tag.casefold(), f"#{tag}")
    return list(found.values())[:HASHTAGS]


@lru_cache(maxsize=128)
def _answer_type(shortest: int, chapters: int) -> type[BaseModel]:
    """Kept, because making a type takes long."""
    # told, not held to: `finish` counts words, which are longer or shorter than one thinks
    told = WithJsonSchema({"type": "string", "minLength": shortest, "maxLength": 5000})
    return create_model(
        "SeoContentAnswer",
        __config__=ConfigDict(extra="forbid"),
        description=(Annotated[str, Field(max_length=5000), told], ...),
        chapter_titles=(Annotated[list[str], Field(min_length=chapters, max_length=chapters)], ...),
        tags=(Annotated[list[str], Field(max_length=60)], ...),
        hashtags=(Annotated[list[str], Field(max_length=40)], ...),
    )
