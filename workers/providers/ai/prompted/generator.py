"""A text generator that asks a language model."""

import asyncio
from dataclasses import replace
from functools import partial
from typing import Final, NoReturn

from workers.providers.ai.models import codes
from workers.providers.ai.models.base import LanguageModel, Message, ModelAnswer, ModelRequest
from workers.providers.ai.prompted.answers import Unfit, check_silence, read, schema_of
from workers.providers.ai.prompted.prompts import Prompt, marked, render
from workers.providers.ai.tasks.base import Generated, T, Task
from workers.providers.ai.usage import Announce, OpenCall, ProviderCall, Usage, unannounced
from workers.runtime.errors import ProviderError, Rejected

_LONGEST_SECONDS: Final = 300.0
_REPAIR: Final = {
    "en": "Your answer cannot be used. What is wrong with it:\n{problems}\n"
    "Send the whole JSON object again with this put right, and nothing else.",
    "nl": "Je antwoord is niet bruikbaar. Wat eraan mankeert:\n{problems}\n"
    "Stuur het hele JSON-object opnieuw, hierin verbeterd, en niets anders.",
}


class PromptedGenerator:
    """One model with one key. An answer that does not fit is sent back once, with what is wrong with it."""

    def __init__(
        self,
        model: LanguageModel,
        *,
        is_own_key: bool = False,
        timeout_seconds: float = 60.0,
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

    async def run(self, task: Task[T], made: list[ProviderCall] | None = None) -> Generated[T]:
        """The task's output; each call is added to `made` as it ends, for whoever has to know when this is cancelled.

        Raises what the model's adapter raises, and Rejected AI_REFUSED, AI_TRUNCATED or AI_MALFORMED for an answer that
        is of no use after the second call either; `error.calls` says what was paid for.
        """
        prompt = render(task)
        request = ModelRequest(
            system=prompt.system,
            messages=(Message("user", prompt.user),),
            output_schema=schema_of(task.answer_type()),
            schema_name=task.name,
            max_output_tokens=min(task.max_output_tokens, self._most_tokens),
            temperature=task.temperature,
            timeout_seconds=self._seconds_for(task.max_output_tokens),
        )
        calls = [] if made is None else made
        try:
            value = await self._attempt(task, prompt, request, calls, is_last=False)
        except _Again as again:
            value = await self._attempt(task, prompt, again.request, calls, is_last=True)
        return Generated(value, self.provider, self.model, Usage(tuple(calls)), prompt=prompt.name)

    async def _attempt(
        self, task: Task[T], prompt: Prompt, request: ModelRequest, calls: list[ProviderCall], *, is_last: bool
    ) -> T:
        """One call and its check; `_Again` carries the request that repairs it, unless this is the last one."""
        call = self._announce(OpenCall(self.provider, self.model, task.name, is_own_key=self._is_own_key))
        try:
            answer = await self._model.complete(request)
        except ProviderError as error:
            if error.was_sent:
                calls.append(call.failed(error))
            error.calls = tuple(calls)
            raise
        except asyncio.CancelledError:
            calls.append(call.stopped())
            raise
        ended = partial(call.ended, answer.usage, answer.request_id)
        if answer.finish == "refusal":
            calls.append(ended(status="refused", error_code=codes.REFUSED))
            # what the model said about it may repeat the input
            _give_up("the model declined to answer", codes.REFUSED, calls)
        if answer.finish == "length":
            calls.append(ended(status="failed", error_code=codes.TRUNCATED))
            longer = min(request.max_output_tokens * 2, self._most_tokens)
            if is_last or longer <= request.max_output_tokens:
                _give_up("the answer was cut off at the most tokens it may have", codes.TRUNCATED, calls)
            seconds = self._seconds_for(longer)
            raise _Again(replace(request, max_output_tokens=longer, timeout_seconds=seconds))
        try:
            value = read(answer.text, task)
            check_silence(value, prompt)
        except Unfit as unfit:
            calls.append(ended(status="failed", error_code=codes.MALFORMED))
            if is_last:
                _give_up(f"the model's answer does not fit: {unfit}", codes.MALFORMED, calls)
            raise _Again(_repaired(request, answer, unfit, task.language, prompt.mark)) from None
        except Exception:
            calls.append(ended())  # a fault of ours makes no call free
            raise
        calls.append(ended())
        return value

    def _seconds_for(self, output_tokens: int) -> float:
        """The time-out is that of an ordinary answer; writing a longer one takes as many times as long."""
        longer = self._timeout * output_tokens / Task.max_output_tokens
        return max(self._timeout, min(longer, _LONGEST_SECONDS))


class _Again(Exception):  # noqa: N818 (an instruction)
    def __init__(self, request: ModelRequest) -> None:
        super().__init__()
        self.request = request


def _give_up(message: str, code: str, calls: list[ProviderCall]) -> NoReturn:
    error = Rejected(message, code)
    error.calls = tuple(calls)
    raise error from None


def _repaired(request: ModelRequest, answer: ModelAnswer, unfit: Unfit, language: str, mark: str) -> ModelRequest:
    """The conversation so far, with the answer and what is wrong with it."""
    # names and quotes what the model wrote, which may have been dictated by the material
    problems = marked(mark, "problems", "\n".join(f"- {problem}" for problem in unfit.problems))
    complaint = Message("user", _REPAIR[language].format(problems=problems))
    said = (Message("assistant", answer.text),) if answer.text.strip() else ()
    return replace(request, messages=(*request.messages, *said, complaint))
