"""Answering in a chat that has pieces of a canvas beside it."""

from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict

from workers.providers.ai.tasks.base import Task
from workers.providers.ai.tasks.context import Brand, Worked


class _Given(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class ChatTurn(_Given):
    """What somebody said."""

    role: Literal["user", "assistant"]
    text: str


class ChatPiece(_Given):
    """Something that is connected to the chat."""

    title: str | None = None
    kind: str
    platform: str | None = None
    description: str | None = None
    text: str | None = None
    """What is said or written in it; a long one is cut."""
    reading: Literal["pending", "failed"] | None = None
    """Of a piece that is an address: it was not read yet, or could not be."""
    notes: list[str] = []
    """What people wrote on it."""


class ChatAnswer(BaseModel):
    """What is said in return."""

    model_config = ConfigDict(frozen=True)

    text: str
    is_cut: bool = False
    """It reached the most tokens that an answer may have."""


class AnswerChat(Task[ChatAnswer]):
    """The next thing to say; `language` is that of fixed words, the answer follows the question."""

    name: ClassVar[str] = "chat"
    output: ClassVar[type[BaseModel]] = ChatAnswer
    is_prose: ClassVar[bool] = True

    project: str | None = None
    pieces: tuple[ChatPiece, ...] = ()
    brand: Brand = Brand()
    worked: Worked = Worked()
    turns: tuple[ChatTurn, ...]
    """Oldest first; the last one is the question."""

    def prompt_values(self) -> dict[str, Any]:
        """What lies beside the talk; the talk itself follows as turns of its own."""
        return {
            "project": self.project,
            "pieces": [piece.model_dump(exclude_none=True, exclude_defaults=True) for piece in self.pieces],
            "brand": self.brand.told(),
            "worked": self.worked.told(),
        }

    def question(self) -> str:
        """What was asked last; empty when nothing was."""
        return next((turn.text for turn in reversed(self.turns) if turn.role == "user"), "")
