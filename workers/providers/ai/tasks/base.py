"""The port through which handlers reach a language model, or the local stand-in for one.

A task is a value: everything the generator may know of the work, and the type of what comes back. A new kind of
text is a module of this package, a prompt folder of the same name, and a function of the local adapter.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar, Generic, Literal, Protocol, TypeAlias, TypeVar, cast

from pydantic import BaseModel, ConfigDict

from workers.providers.ai.usage import Usage

T = TypeVar("T", bound=BaseModel)

Language: TypeAlias = Literal["en", "nl"]


class Tone(StrEnum):
    """How a text addresses the reader."""

    EDUCATIONAL = "educational"
    CONVERSATIONAL = "conversational"
    OPINIONATED = "opinionated"
    AUTHORITY = "authority"


class Source(BaseModel):
    """The input as running text: paragraphs apart by blank lines; headings start with #, list items with a dash."""

    model_config = ConfigDict(frozen=True)

    text: str
    title: str | None = None


class Task(BaseModel, Generic[T]):
    """One piece of work for a text generator; its fields are the input, `T` is the output.

    `name` is the folder of its prompts, and `feature` in the records of what calls cost.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: ClassVar[str]
    output: ClassVar[type[BaseModel]]
    max_output_tokens: ClassVar[int] = 4096
    temperature: ClassVar[float | None] = None
    """Null: the model's own."""
    is_prose: ClassVar[bool] = False
    """The answer is running text, not a JSON object."""

    language: Language = "en"
    """What the output is written in, and the language of the prompt."""

    def output_type(self) -> type[T]:
        """The output's type; a task whose output depends on its input overrides it."""
        return cast("type[T]", self.output)

    def answer_type(self) -> type[BaseModel]:
        """What a model is asked to fill in: the output itself, unless the task computes parts of that."""
        return self.output_type()

    def prompt_values(self) -> dict[str, Any]:
        """What the user part of the prompt may name: the fields, and whatever a task adds."""
        return {name: getattr(self, name) for name in type(self).model_fields}

    def finish(self, answer: BaseModel) -> T:
        """The output, of a model's answer. A ValueError tells the model in words what to repair."""
        return self.output_type().model_validate(answer.model_dump())


@dataclass(frozen=True, slots=True)
class Generated(Generic[T]):
    """A value, who made it, what it took, and what a reader of it should know."""

    value: T
    ai_provider: str
    ai_model: str
    usage: Usage = field(default_factory=Usage)
    notes: tuple[str, ...] = ()
    prompt: str | None = None
    """Name and version of the prompt, as in titles/v1; null where none was used."""

    def provenance(self) -> dict[str, Any]:
        """The part of a checkpoint that says where a value comes from; SQL records its `usage` (`ai_usage`).

        Keys: ai_provider, ai_model, prompt, notes (list of text), usage (list of calls).
        """
        return {
            "ai_provider": self.ai_provider,
            "ai_model": self.ai_model,
            "prompt": self.prompt,
            "notes": list(self.notes),
            "usage": self.usage.entries(),
        }


class TextGenerator(Protocol):
    """Does tasks."""

    provider: str
    model: str

    async def run(self, task: Task[T]) -> Generated[T]:
        """The task's output, valid for its type; raises only the errors of `workers.runtime.errors`."""
        ...
