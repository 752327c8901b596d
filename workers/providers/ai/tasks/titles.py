"""Writing titles for a video."""

from functools import lru_cache
from typing import Annotated, Any, ClassVar, Final, Literal, TypeAlias

import regex
from pydantic import BaseModel, ConfigDict, Field, create_model

from workers.providers.ai.tasks.base import Task
from workers.providers.ai.tasks.context import Audience, Brand, Line, VideoSource, Worked, room_for_each
from workers.text.density import used
from workers.text.words import folded

Style: TypeAlias = Literal["motivational", "educational", "entertainment", "business"]

_SPARE: Final = 3
READ: Final = 12_000
"""Characters of all sources together that a model is given."""
_QUOTED: Final = regex.compile(
    r"""\A(?:"(?<inside>[^"]+)"|[“„](?<inside>[^“”„]+)[”“]|«(?<inside>[^«»]+)»"""
    r"""|[‘'](?<inside>(?:[^‘’']|(?<=\w)['’](?=\w))+)['’])\Z"""
)
"""A title in one pair of quotation marks: "a" or "b" is two, and the mark of 's ochtends is none."""


class Title(BaseModel):
    """A title and why it was written so."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: Line
    reason: Annotated[Line, Field(max_length=300)]
    """One sentence; empty when there is nothing to say beyond what can be counted."""


class Titles(BaseModel):
    """Titles, the best first."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    titles: list[Title]


class WriteTitles(Task[Titles]):
    """As many titles as asked for, each within its length, none of them known already."""

    name: ClassVar[str] = "titles"
    output: ClassVar[type[BaseModel]] = Titles

    count: Annotated[int, Field(ge=1, le=10)]
    style: Style
    max_length: Annotated[int, Field(ge=20, le=100)] = 100
    """Characters."""
    target_keywords: tuple[Line, ...] = ()
    avoid_keywords: tuple[Line, ...] = ()
    sources: tuple[VideoSource, ...] = ()
    earlier_titles: tuple[str, ...] = ()
    brand: Brand = Brand()
    audience: Audience = Audience()
    worked: Worked = Worked.of(None)

    def answer_type(self) -> type[BaseModel]:
        """A few more than asked for, so that one that does not fit costs no second call."""
        return _answer_type(self.count, self.max_length)

    def prompt_values(self) -> dict[str, Any]:
        """The fields, with texts cut so that all sources together are read."""
        room = room_for_each(self.sources, READ)
        return super().prompt_values() | {
            "wanted": self.count + _SPARE,
            "material": [
                {
                    "title": source.title,
                    "performance score": source.performance_score,
                    "topics": source.topics,
                    "text": (source.text or "")[:room],
                }
                for source in self.sources
            ],
            "known": self.known_titles(),
            "brand": self.brand.told(),
            "audience": self.audience.told(),
            "worked": self.worked.told(),
        }

    def known_titles(self) -> list[str]:
        """The titles that must not come again."""
        return [*(source.title for source in self.sources if source.title), *self.earlier_titles]

    def finish(self, answer: BaseModel) -> Titles:
        """The titles that fit, as many as asked for; ValueError with what is wrong with the others."""
        found: list[Title] = []
        wrong: list[str] = []
        seen = {" ".join(folded(title)) for title in self.known_titles()}
        for item in answer.model_dump()["titles"]:
            title = Title(text=_bare(str(item["text"])), reason=str(item["reason"])[:300])
            problem = self.problem_with(title.text, seen)
            if problem:
                wrong.append(f"{title.text[:120]!r} {problem}")
                continue
            seen.add(" ".join(folded(title.text)))
            found.append(title)
        if len(found) < self.count:
            raise ValueError(f"only {len(found)} of {self.count} titles can be used: {'; '.join(wrong)}")
        return Titles(titles=found[: self.count])

    def problem_with(self, text: str, seen: set[str]) -> str | None:
        """What keeps a text from being a title here, or None. `seen` holds folded titles."""
        if not folded(text):
            return "has no words"
        if len(text) > self.max_length:
            return f"has {len(text)} characters; {self.max_length} are allowed"
        if "<" in text or ">" in text:
            return "holds < or >, which YouTube refuses"
        if unwanted := used(text, self.avoid_keywords):
            return f"holds {unwanted[0]!r}, which is to be avoided"
        if " ".join(folded(text)) in seen:
            return "is there already"
        return None


def _bare(text: str) -> str:
    """A title without the quotation marks around it."""
    quoted = _QUOTED.match(text.strip())
    return str(quoted["inside"]) if quoted else text


@lru_cache(maxsize=128)
def _answer_type(count: int, max_length: int) -> type[BaseModel]:
    """Kept, because making a type takes longer than everything else that is done for a call."""
    text = Annotated[str, Field(min_length=5, max_length=max_length)]
    one = create_model("TitleAnswer", __config__=ConfigDict(extra="forbid"), text=(text, ...), reason=(str, ...))
    many = Annotated[list[one], Field(min_length=count, max_length=count + _SPARE)]  # type: ignore[valid-type]
    return create_model("TitlesAnswer", __config__=ConfigDict(extra="forbid"), titles=(many, ...))
