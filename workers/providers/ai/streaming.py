"""The ports for answers that are said while they are thought."""

from typing import Protocol

from workers.providers.ai.tasks.base import Generated
from workers.providers.ai.tasks.chat import AnswerChat, ChatAnswer
from workers.providers.ai.usage import ProviderCall


class Outlet(Protocol):
    """Where an answer is said. Neither call waits."""

    def begin(self) -> None:
        """Somebody begins; what was said before does not count."""
        ...

    def say(self, text: str) -> None:
        """The next piece."""
        ...


class Answerer(Protocol):
    """Answers in chats."""

    async def answer(self, task: AnswerChat, outlet: Outlet, calls: list[ProviderCall]) -> Generated[ChatAnswer]:
        """The whole answer, after each piece of it was told to the outlet.

        Each call is added to `calls` as it ends: when there is no answer, whoever asked records them. Raises only the
        errors of `workers.runtime.errors`; cancelling it stops the provider's work.
        """
        ...
