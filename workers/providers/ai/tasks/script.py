"""Writing the script of a short video."""

from typing import Annotated, Any, ClassVar, Final, Literal, TypeAlias

import regex
from pydantic import BaseModel, ConfigDict, Field

from workers.providers.ai.tasks.base import Task
from workers.providers.ai.tasks.context import Audience, Brand, Line, Prose, VideoSource, Worked, room_for_each
from workers.text.readability import words_for
from workers.text.sentences import sentences
from workers.text.words import word_count

ActionType: TypeAlias = Literal["subscribe", "follow", "comment", "share", "visit", "reflect"]

READ: Final = 60_000
"""Characters of all sources together that a model is given."""
_STAGE: Final = regex.compile(r"^\s*(?:\[[^\]\n]{0,120}\]|\([^)\n]{0,120}\))\s*", regex.MULTILINE)
_LABEL: Final = regex.compile(r"^\s*(?:hook|intro|body|cta|call to action|outro|opening|slot)\s*:\s*", regex.IGNORECASE)


class ScriptStyle(BaseModel):
    """How it is to be told."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    hook_intensity: Literal["subtle", "moderate", "intense"]
    motivational_level: Literal["light", "medium", "strong"]
    include_statistics: bool
    include_call_to_action: bool


class Script(BaseModel):
    """What is said, in its three parts; without stage directions."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    hook: Annotated[Line, Field(min_length=1, max_length=400)]
    body: Annotated[list[Prose], Field(min_length=1, max_length=20)]
    """Paragraphs."""
    key_points: Annotated[list[Line], Field(max_length=10)]
    call_to_action: Annotated[Line, Field(max_length=400)]
    """Empty where none was asked for."""
    action_type: ActionType
    """What the call asks for; `reflect` where it asks nothing of the viewer."""

    @property
    def full_text(self) -> str:
        """All that is said, in paragraphs."""
        return "\n\n".join(part for part in [self.hook, *self.body, self.call_to_action] if part)


class WriteScript(Task[Script]):
    """A script that can be said in the time there is."""

    name: ClassVar[str] = "script"
    output: ClassVar[type[BaseModel]] = Script

    title: Line
    duration_seconds: Annotated[int, Field(ge=15, le=180)]
    style: ScriptStyle
    keywords: tuple[Line, ...] = ()
    sources: tuple[VideoSource, ...] = ()
    brand: Brand = Brand()
    audience: Audience = Audience()
    worked: Worked = Worked()

    @property
    def most_words(self) -> int:
        """How many words can be said in the time."""
        return words_for(self.duration_seconds)

    def prompt_values(self) -> dict[str, Any]:
        """The fields, with texts cut so that all sources together are read."""
        room = room_for_each(self.sources, READ)
        return super().prompt_values() | {
            "most_words": self.most_words,
            "least_words": self.most_words * 4 // 5,
            "hook_words": max(8, self.most_words // 8),
            "material": [
                {"title": source.title, "topics": source.topics, "text": (source.text or "")[:room]}
                for source in self.sources
            ],
            "brand": self.brand.told(),
            "audience": self.audience.told(),
            "worked": self.worked.told(),
        }

    def finish(self, answer: BaseModel) -> Script:
        """The script without labels and stage directions, cut to its time at the end of a sentence."""
        said = Script.model_validate(answer.model_dump())
        body = [part for part in (_spoken(part) for part in said.body) if part]
        hook = _spoken(said.hook)
        if not hook or not body:
            raise ValueError("the hook or the body holds nothing to say")
        call = _spoken(said.call_to_action) if self.style.include_call_to_action else ""
        if self.style.include_call_to_action and not call:
            raise ValueError("call_to_action is empty; one was asked for")
        room = self.most_words - word_count(hook) - word_count(call)
        kept = fitted(body, room, self.language)
        if not kept:
            raise ValueError(f"the script is too long: {self.most_words} words can be said in the time")
        return said.model_copy(
            update={
                "hook": hook,
                "body": kept,
                "call_to_action": call,
                "action_type": said.action_type if call else "reflect",
            }
        )


def fitted(paragraphs: list[str], room: int, language: str) -> list[str]:
    """As many sentences from the start as have at most `room` words together; never a part of one."""
    kept: list[str] = []
    for paragraph in paragraphs:
        fitting: list[str] = []
        for sentence in sentences(paragraph, language):
            room -= word_count(sentence)
            if room < 0:
                break
            fitting.append(sentence)
        if fitting:
            kept.append(" ".join(fitting))
        if room <= 0:
            break
    return kept


def _spoken(text: str) -> str:
    return _LABEL.sub("", _STAGE.sub("", text)).strip()
