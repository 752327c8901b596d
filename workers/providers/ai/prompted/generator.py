"""A text generator that asks a language model."""

import time
from dataclasses import replace
from typing import Any, Final, NoReturn

from workers.providers.ai.models import codes
from workers.providers.ai.models.base import LanguageModel, Message, ModelAnswer, ModelRequest, TokenUsage
from workers.providers.ai.prompted.answers import Unfit, check_silence, read, schema_of
from workers.providers.ai.prompted.prompts import Prompt, render
from workers.providers.ai.tasks.base import Generated, T, Task
from workers.providers.ai.usage import CallStatus as Status
from workers.providers.ai.usage import ProviderCall, Usage
from workers.runtime.errors import ProviderError, Rejected

_REPAIR: Final = {
    "en": "Your answer cannot be used:\n{problems}\n"
    "Send the whole JSON object again with this put right, and nothing else.",
    "nl": "Je antwoord is niet bruikbaar:\n{problems}\n"
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
    ) -> None:
        self.provider = model.provider
        self.model = model.model
        self._model = model
        self._is_own_key = is_own_key
        self._timeout = timeout_seconds
        self._most_tokens = max_output_tokens or 128_000

    async def run(self, task: Task[T]) -> Generated[T]:
        """The task's output.

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
            timeout_seconds=self._timeout,
        )
        calls: list[ProviderCall] = []
        try:
            value = await self._attempt(task, prompt, request, calls, is_last=False)
        except _Again as again:
            value = await self._attempt(task, prompt, again.request, calls, is_last=True)
        return Generated(value, self.provider, self.model, Usage(tuple(calls)), prompt=prompt.name)

    async def _attempt(
        self, task: Task[T], prompt: Prompt, request: ModelRequest, calls: list[ProviderCall], *, is_last: bool
    ) -> T:
        """One call and its check; `_Again` carries the request that repairs it, unless this is the last one."""
        started = time.monotonic()

        def note(usage: TokenUsage | None, request_id: str | None, status: Status, code: str | None = None) -> None:
            calls.append(self._call(task, started, usage or TokenUsage(), request_id, status, code))

        try:
            answer = await self._model.complete(request)
        except ProviderError as error:
            if error.was_sent:
                note(error.usage, error.request_id, "refused" if error.code == codes.REFUSED else "failed", error.code)
            error.calls = tuple(calls)
            raise
        if answer.finish == "refusal":
            note(answer.usage, answer.request_id, "refused", codes.REFUSED)
            # what the model said about it may repeat the input
            _give_up("the model declined to answer", codes.REFUSED, calls)
        if answer.finish == "length":
            note(answer.usage, answer.request_id, "failed", codes.TRUNCATED)
            longer = min(request.max_output_tokens * 2, self._most_tokens)
            if is_last or longer <= request.max_output_tokens:
                _give_up("the answer was cut off at the most tokens it may have", codes.TRUNCATED, calls)
            raise _Again(replace(request, max_output_tokens=longer))
        try:
            value = read(answer.text, task)
            check_silence(value, prompt)
        except Unfit as unfit:
            note(answer.usage, answer.request_id, "failed", codes.MALFORMED)
            if is_last:
                _give_up(f"the model's answer does not fit: {unfit}", codes.MALFORMED, calls)
            raise _Again(_repaired(request, answer, unfit, task.language)) from None
        note(answer.usage, answer.request_id, "succeeded")
        return value

    def _call(
        self,
        task: Task[Any],
        started: float,
        usage: TokenUsage,
        request_id: str | None,
        status: Status,
        code: str | None,
    ) -> ProviderCall:
        return ProviderCall(
            ai_provider=self.provider,
            ai_model=self.model,
            feature=task.name,
            status=status,
            error_code=code,
            prompt_tokens=usage.input_tokens,
            cached_prompt_tokens=usage.cached_input_tokens,
            completion_tokens=usage.output_tokens,
            is_own_key=self._is_own_key,
            processing_time_ms=round((time.monotonic() - started) * 1000),
            request_id=request_id,
        )


class _Again(Exception):  # noqa: N818 (an instruction)
    def __init__(self, request: ModelRequest) -> None:
        super().__init__()
        self.request = request


def _give_up(message: str, code: str, calls: list[ProviderCall]) -> NoReturn:
    error = Rejected(message, code)
    error.calls = tuple(calls)
    raise error from None


def _repaired(request: ModelRequest, answer: ModelAnswer, unfit: Unfit, language: str) -> ModelRequest:
    """The conversation so far, with the answer and what is wrong with it."""
    problems = "\n".join(f"- {problem}" for problem in unfit.problems)
    complaint = Message("user", _REPAIR[language].format(problems=problems))
    said = (Message("assistant", answer.text),) if answer.text.strip() else ()
    return replace(request, messages=(*request.messages, *said, complaint))
