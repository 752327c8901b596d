"""Words for an image model: a picture that shows what a video is about."""

from typing import Annotated, Any, ClassVar, Final

from pydantic import BaseModel, ConfigDict, Field, create_model

from workers.providers.ai.tasks.base import Task
from workers.providers.ai.tasks.context import Brand, Line, VideoSource, room_for_each
from workers.text.words import folded, word_count

READ: Final = 8_000
"""Characters of all sources together that a model is given."""
OVERLAY_WORDS: Final = 5


class ThumbnailPrompt(BaseModel):
    """One picture."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    prompt: Annotated[Line, Field(min_length=10, max_length=1000)]
    """Subject, setting, light, framing; no words to be drawn."""
    overlay_text: Annotated[Line, Field(max_length=60)]
    """The words that are put on the picture afterwards, at most five; empty for none."""
    reason: Annotated[Line, Field(max_length=300)]
    """Empty when there is nothing to say."""


class ThumbnailPrompts(BaseModel):
    """Prompts, the best first."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    prompts: list[ThumbnailPrompt]


class WriteThumbnailPrompts(Task[ThumbnailPrompts]):
    """As many different prompts as asked for."""

    name: ClassVar[str] = "thumbnails"
    output: ClassVar[type[BaseModel]] = ThumbnailPrompts

    count: Annotated[int, Field(ge=1, le=5)]
    title: Line | None = None
    style: Line | None = None
    sources: tuple[VideoSource, ...] = ()
    brand: Brand = Brand()

    def answer_type(self) -> type[BaseModel]:
        """Exactly as many as asked for."""
        many = Annotated[list[ThumbnailPrompt], Field(min_length=self.count, max_length=self.count)]
        return create_model("ThumbnailPromptsAnswer", __config__=ConfigDict(extra="forbid"), prompts=(many, ...))

    def prompt_values(self) -> dict[str, Any]:
        """The fields, with texts cut so that all sources together are read."""
        room = room_for_each(self.sources, READ)
        return super().prompt_values() | {
            "material": [
                {"title": source.title, "topics": source.topics, "text": (source.text or "")[:room]}
                for source in self.sources
            ],
            "overlay_words": OVERLAY_WORDS,
            "brand": self.brand.told(),
        }

    def finish(self, answer: BaseModel) -> ThumbnailPrompts:
        """Different ones, with few words on each; ValueError with what is wrong."""
        made = ThumbnailPrompts.model_validate(answer.model_dump())
        if len({" ".join(folded(one.prompt)) for one in made.prompts}) < len(made.prompts):
            raise ValueError("two prompts are the same")
        long = [one.overlay_text for one in made.prompts if word_count(one.overlay_text) > OVERLAY_WORDS]
        if long:
            raise ValueError(f"overlay_text {long[0][:60]!r} has more than {OVERLAY_WORDS} words")
        return made
