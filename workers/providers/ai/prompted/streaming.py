"""Answers of a language model in prose, piece by piece."""

import asyncio
import time
from collections.abc import Iterable
from contextlib import aclosing
from typing import Final

from workers.providers.ai.models import codes
from workers.providers.ai.models.base import LanguageModel, Message, ModelAnswer, ModelRequest, TokenUsage
from workers.providers.ai.prompted.prompts import render
from workers.providers.ai.streaming import Outlet
from workers.providers.ai.tasks.base import Generated
from workers.providers.ai.tasks.chat import AnswerChat, ChatAnswer
from workers.providers.ai.usage import CallStatus, ProviderCall
from workers.runtime.errors import ProviderError, Rejected, Unavailable

STOPPED: Final = "generate_stopped"
"""The operation type of a call that was stopped before the provider said what it took: its tokens are estimated."""

_CHARACTERS_PER_TOKEN: Final = 4


class PromptedAnswerer:
    """One model with one key."""

    def __init__(
        self,
        model: LanguageModel,
        *,
        is_own_key: bool = False,
        timeout_seconds: float = 120.0,
        max_output_tokens: int | None = None,
    ) -> None:
        self.provider = model.provider
        self.model = model.model
        self._model = model
        self._is_own_key = is_own_key
        self._timeout = timeout_seconds
        self._most_tokens = max_output_tokens or 128_000

    async def answer(self, task: AnswerChat, outlet: Outlet, calls: list[ProviderCall]) -> Generated[ChatAnswer]:
        """The whole answer; the call is added to `calls` whatever its end, and is not in the answer's usage.

        Raises what the model's adapter raises, AI_REFUSED, and AI_MALFORMED for an empty one.
        """
        prompt = render(task)
        request = ModelRequest(
            system=prompt.system,
            messages=_messages(prompt.user, task),
            max_output_tokens=min(task.max_output_tokens, self._most_tokens),
            temperature=task.temperature,
            timeout_seconds=self._timeout,
        )
        call = _Call(self, request, calls)
        try:
            answer = await self._heard(request, outlet, call)
        except ProviderError as error:
            if error.was_sent:
                status: CallStatus = "refused" if error.code == codes.REFUSED else "failed"
                call.note(error.usage, error.request_id, status, error.code)
            raise
        except asyncio.CancelledError:
            call.stopped()
            raise
        if answer.finish == "refusal":
            call.note(answer.usage, answer.request_id, "refused", codes.REFUSED)
            # what the model said about it may repeat the input
            raise Rejected("the model declined to answer", codes.REFUSED)
        if not answer.text.strip():
            call.note(answer.usage, answer.request_id, "failed", codes.MALFORMED)
            raise Rejected("the model said nothing", codes.MALFORMED)
        is_cut = answer.finish == "length"
        call.note(answer.usage, answer.request_id, "succeeded", codes.TRUNCATED if is_cut else None)
        value = ChatAnswer(text=answer.text, is_cut=is_cut)
        return Generated(value, self.provider, self.model, prompt=prompt.name)

    async def _heard(self, request: ModelRequest, outlet: Outlet, call: "_Call") -> ModelAnswer:
        answer: ModelAnswer | None = None
        async with aclosing(self._model.stream(request)) as deltas:
            async for delta in deltas:
                if delta.text:
                    call.characters += len(delta.text)
                    outlet.say(delta.text)
                answer = delta.final or answer
        if answer is None:
            raise Unavailable("the answer broke off", codes.UNAVAILABLE)
        return answer

    @property
    def is_own_key(self) -> bool:
        """Whether the organization pays the provider itself."""
        return self._is_own_key


class _Call:
    """One call, entered once whatever its end."""

    def __init__(self, answerer: PromptedAnswerer, request: ModelRequest, calls: list[ProviderCall]) -> None:
        self.characters = 0
        """Of the answer so far."""
        self._answerer = answerer
        self._request = request
        self._calls = calls
        self._started = time.monotonic()

    def note(self, usage: TokenUsage | None, request_id: str | None, status: CallStatus, code: str | None) -> None:
        self._enter(usage or TokenUsage(), request_id, status, code, "generate")

    def stopped(self) -> None:
        """The provider bills what it read and said, and does not say how much that was."""
        asked = len(self._request.system) + sum(len(message.text) for message in self._request.messages)
        usage = TokenUsage(asked // _CHARACTERS_PER_TOKEN, 0, self.characters // _CHARACTERS_PER_TOKEN)
        self._enter(usage, None, "failed", "CANCELLED", STOPPED)

    def _enter(
        self, usage: TokenUsage, request_id: str | None, status: CallStatus, code: str | None, operation: str
    ) -> None:
        self._calls.append(
            ProviderCall(
                ai_provider=self._answerer.provider,
                ai_model=self._answerer.model,
                feature=AnswerChat.name,
                operation_type=operation,
                status=status,
                error_code=code,
                prompt_tokens=usage.input_tokens,
                cached_prompt_tokens=usage.cached_input_tokens,
                completion_tokens=usage.output_tokens,
                is_own_key=self._answerer.is_own_key,
                processing_time_ms=round((time.monotonic() - self._started) * 1000),
                request_id=request_id,
            )
        )


def _messages(material: str, task: AnswerChat) -> tuple[Message, ...]:
    """The material, then the talk; turns of one side after each other are one, as providers want it."""
    return tuple(_merged([Message("user", material), *(Message(turn.role, turn.text) for turn in task.turns)]))


def _merged(messages: Iterable[Message]) -> list[Message]:
    merged: list[Message] = []
    for message in messages:
        if merged and merged[-1].role == message.role:
            merged[-1] = Message(message.role, f"{merged[-1].text}\n\n{message.text}")
        else:
            merged.append(message)
    return merged
