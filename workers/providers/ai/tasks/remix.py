"""Telling a text anew, with what others say about its subject."""

from typing import Annotated, Any, ClassVar, Final

from pydantic import BaseModel, ConfigDict, Field

from workers.providers.ai.tasks.base import Source, Task
from workers.providers.ai.tasks.context import Brand, Line, Prose
from workers.text.words import folded

_SUBJECT: Final = 2000
READ: Final = 60_000
"""Characters of a text that a model is given."""


class Perspective(BaseModel):
    """What one source says about a subject."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    is_about_it: bool
    summary: Annotated[Prose, Field(max_length=800)]
    """Two to four sentences; empty where the source is about something else."""


class FindPerspective(Task[Perspective]):
    """What a source adds to, or holds against, a text."""

    name: ClassVar[str] = "perspective"
    output: ClassVar[type[BaseModel]] = Perspective

    original: Source
    source: Source
    is_cut: bool = False
    """The source is the first part of a longer one."""

    def prompt_values(self) -> dict[str, Any]:
        """The beginning of the original tells what it is about."""
        return {
            "original": {"title": self.original.title, "text": self.original.text[:_SUBJECT]},
            "source": {"title": self.source.title, "text": self.source.text[:READ]},
            "is_cut": self.is_cut or len(self.source.text) > READ,
        }

    def finish(self, answer: BaseModel) -> Perspective:
        """A source that is about the subject has something to say."""
        found = Perspective.model_validate(answer.model_dump())
        if found.is_about_it and not found.summary:
            raise ValueError("summary is empty though the source is about it")
        return found if found.is_about_it else found.model_copy(update={"summary": ""})


class Remix(BaseModel):
    """The rewrite."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Annotated[Line, Field(min_length=1, max_length=200)]
    paragraphs: Annotated[list[Annotated[Prose, Field(min_length=1)]], Field(min_length=1, max_length=200)]

    @property
    def script(self) -> str:
        """All of it, paragraphs apart by blank lines."""
        return "\n\n".join(self.paragraphs)


class RemixText(Task[Remix]):
    """The original in other words and another order, not its copy."""

    name: ClassVar[str] = "remix"
    output: ClassVar[type[BaseModel]] = Remix
    max_output_tokens: ClassVar[int] = 16_000

    original: Source
    perspectives: tuple[dict[str, Any], ...] = ()
    """Each {title, summary, source_url}, and is_first_part where no more of the source was read."""
    instructions: str | None = None
    brand: Brand = Brand()

    def prompt_values(self) -> dict[str, Any]:
        """The instructions of whoever asks are data like all else: they say what to write, not how to answer."""
        return {
            "original": {"title": self.original.title, "text": self.original.text[:READ]},
            "perspectives": [
                {key: found[key] for key in ("title", "summary", "is_first_part") if key in found}
                for found in self.perspectives
            ],
            "instructions": self.instructions,
            "brand": self.brand.told(),
        }

    def finish(self, answer: BaseModel) -> Remix:
        """A rewrite; a copy of the original is none."""
        made = Remix.model_validate(answer.model_dump())
        if folded(made.script) == folded(self.original.text):
            raise ValueError("paragraphs repeats the original word for word")
        return made
