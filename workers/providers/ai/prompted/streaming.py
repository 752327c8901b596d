"""Answers of a language model in prose, piece by piece."""

import asyncio
from collections.abc import Iterable
from contextlib import aclosing
from dataclasses import replace
from functools import partial
from typing import Final

from workers.providers.ai.models import codes
from workers.providers.ai.models.base import (
    LanguageModel,
    Message,
    ModelAnswer,
    ModelDelta,
    ModelRequest,
    TokenUsage,
)
from workers.providers.ai.prompted.prompts import render, visible
from workers.providers.ai.prompted.silence import Repeated, Silence
from workers.providers.ai.streaming import Outlet
from workers.providers.ai.tasks.base import Generated
from workers.providers.ai.tasks.chat import AnswerChat, ChatAnswer
from workers.providers.ai.usage import Announce, OpenCall, ProviderCall, unannounced
from workers.runtime.errors import ProviderError, Rejected, Unavailable
from workers.text.storable import storable

_CHARACTERS_PER_TOKEN: Final = 4
"""By which the tokens of a stopped answer are estimated where its provider has not told them."""


class PromptedAnswerer:
    """One model with one key."""

    def __init__(
        self,
        model: LanguageModel,
        *,
        is_own_key: bool = False,
        timeout_seconds: float = 120.0,
        max_output_tokens: int | None = None,
        announce: Announce = unannounced,
    ) -> None:
        self.provider = model.provider
        self.model = model.model
        self._model = model
        self._is_own_key = is_own_key
        self._timeout = timeout_seconds
        self._most_tokens = max_output_tokens or 128_000
        self._announce = announce

    async def answer(self, task: AnswerChat, outlet: Outlet, calls: list[ProviderCall]) -> Generated[ChatAnswer]:
        """The whole answer; the call is added to `calls` whatever its end, and is not in the answer's usage.

        Raises what the model's adapter raises, AI_REFUSED, and AI_MALFORMED for an empty one and for one that repeats
        what the model was told; of that nothing is said.
        """
        prompt = render(task)
        request = ModelRequest(
            system=prompt.system,
            messages=_messages(prompt.user, task),
            max_output_tokens=min(task.max_output_tokens, self._most_tokens),
            temperature=task.temperature,
            timeout_seconds=self._timeout,
        )
        call = self._announce(OpenCall(self.provider, self.model, task.name, is_own_key=self._is_own_key))
        heard = _Heard()
        try:
            answer = await self._listen(request, outlet, heard, Silence(prompt))
        except ProviderError as error:
            if error.was_sent:
                calls.append(call.failed(error))
            raise
        except Repeated as repeated:
            usage, is_estimated = heard.usage(request)
            calls.append(call.stopped(usage, heard.request_id, is_estimated=is_estimated, error_code=codes.MALFORMED))
            raise Rejected(str(repeated), codes.MALFORMED) from None
        except asyncio.CancelledError:
            usage, is_estimated = heard.usage(request)
            calls.append(call.stopped(usage, heard.request_id, is_estimated=is_estimated))
            raise
        ended = partial(call.ended, answer.usage, answer.request_id)
        if answer.finish == "refusal":
            calls.append(ended(status="refused", error_code=codes.REFUSED))
            # what the model said about it may repeat the input
            raise Rejected("the model declined to answer", codes.REFUSED)
        if not storable(answer.text).strip():
            calls.append(ended(status="failed", error_code=codes.MALFORMED))
            raise Rejected("the model said nothing", codes.MALFORMED)
        is_cut = answer.finish == "length"
        calls.append(ended(error_code=codes.TRUNCATED if is_cut else None))
        value = ChatAnswer(text=storable(answer.text), is_cut=is_cut)
        return Generated(value, self.provider, self.model, prompt=prompt.name)

    async def _listen(self, request: ModelRequest, outlet: Outlet, heard: "_Heard", silence: Silence) -> ModelAnswer:
        answer: ModelAnswer | None = None
        async with aclosing(self._model.stream(request)) as deltas:
            async for delta in deltas:
                heard.add(delta)
                if said := silence.hear(storable(delta.text)):
                    outlet.say(said)
                answer = delta.final or answer
        if answer is None:
            raise Unavailable("the answer broke off", codes.UNAVAILABLE)
        silence.check([answer.text])
        if said := silence.rest():
            outlet.say(said)
        return answer


class _Heard:
    """What came of an answer so far, for one that is stopped before its end."""

    def __init__(self) -> None:
        self.request_id: str | None = None
        self._characters = 0
        self._told = TokenUsage()

    def add(self, delta: ModelDelta) -> None:
        """Take a piece in."""
        self.request_id = delta.request_id or self.request_id
        self._characters += len(delta.text)
        self._told = delta.usage or self._told

    def usage(self, request: ModelRequest) -> tuple[TokenUsage, bool]:
        """What the provider said until now, and by their letters what it did not say; true if any of it is reckoned."""
        told = self._told
        output = told.output_tokens or -(-self._characters // _CHARACTERS_PER_TOKEN)
        if told.input_tokens:
            return replace(told, output_tokens=output), not told.output_tokens
        asked = len(request.system) + sum(len(message.text) for message in request.messages)
        return TokenUsage(-(-asked // _CHARACTERS_PER_TOKEN), 0, output), True


def _messages(material: str, task: AnswerChat) -> tuple[Message, ...]:
    """The material, then the talk; turns of one side after each other are one, as providers want it."""
    return tuple(_merged([Message("user", material), *(Message(turn.role, visible(turn.text)) for turn in task.turns)]))


def _merged(messages: Iterable[Message]) -> list[Message]:
    merged: list[Message] = []
    for message in messages:
        if merged and merged[-1].role == message.role:
            merged[-1] = Message(message.role, f"{merged[-1].text}\n\n{message.text}")
        else:
            merged.append(message)
    return merged
