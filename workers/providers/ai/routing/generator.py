"""The text generator of a job: the first model of its route that can, and a record of what all of them cost."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

from workers.providers.ai.local import LocalExtractive
from workers.providers.ai.prompted.generator import PromptedGenerator
from workers.providers.ai.prompted.streaming import PromptedAnswerer
from workers.providers.ai.routing.announcing import Announcer
from workers.providers.ai.routing.breaker import Breakers
from workers.providers.ai.routing.guarded import GuardedModel
from workers.providers.ai.routing.pool import ModelPool
from workers.providers.ai.routing.records import Unkept, record_calls
from workers.providers.ai.routing.route import LOCAL, Candidate, Choice, Route
from workers.providers.ai.streaming import Outlet
from workers.providers.ai.tasks.base import Generated, T, Task
from workers.providers.ai.tasks.chat import AnswerChat, ChatAnswer
from workers.providers.ai.usage import ProviderCall, Usage
from workers.runtime.errors import ProviderError
from workers.runtime.job import JobContext
from workers.scoring.wording import say


class RoutedGenerator:
    """What calls cost that led to nothing is recorded at once; of those that led to something, with the result."""

    def __init__(
        self,
        ctx: JobContext,
        route: Route,
        *,
        local: LocalExtractive,
        pool: ModelPool,
        breakers: Breakers,
        timeout_seconds: float = 60.0,
        about: Mapping[str, Any] | None = None,
        announcer: Announcer | None = None,
    ) -> None:
        first = route.candidates[0] if route.candidates else None
        self.provider = first.ai_provider if first else LOCAL
        self.model = first.ai_model if first else local.model
        self._ctx = ctx
        self._route = route
        self._local = local
        self._pool = pool
        self._breakers = breakers
        self._timeout = timeout_seconds
        self._about = dict(about or {})
        self._announcer = announcer or Announcer(ctx, about)
        self._unkept = Unkept(ctx, about)

    async def run(self, task: Task[T]) -> Generated[T]:
        """The task's output, by the first model that gives one; Snooze when only a budget of ours is in the way."""
        spent: list[ProviderCall] = []

        async def work(choice: Choice) -> Generated[T]:
            if choice.candidate.ai_provider == LOCAL:
                return await self._local.run(task)
            generator = PromptedGenerator(
                await self._model(choice),
                is_own_key=choice.is_own_key,
                timeout_seconds=self._timeout,
                max_output_tokens=choice.candidate.max_output_tokens,
                announce=self._announcer.announce,
            )
            made: list[ProviderCall] = []
            try:
                return await generator.run(task, made)
            except ProviderError:
                raise  # has its calls with it
            except BaseException:
                spent.extend(made)
                raise

        try:
            return await self._first(work, spent, task.language)
        except BaseException:
            await record_calls(self._ctx, spent, self._about)
            raise

    async def answer(self, task: AnswerChat, outlet: Outlet, calls: list[ProviderCall]) -> Generated[ChatAnswer]:
        """What is said in a chat, told to the outlet as it comes; raises as `run` does, but records nothing.

        A model that fails in the middle is followed by the next one of the route, which begins anew.
        """

        async def work(choice: Choice) -> Generated[ChatAnswer]:
            outlet.begin()
            if choice.candidate.ai_provider == LOCAL:
                made = await self._local.run(task)
                for line in made.value.text.splitlines(keepends=True):
                    outlet.say(line)
                return made
            answerer = PromptedAnswerer(
                await self._model(choice),
                is_own_key=choice.is_own_key,
                timeout_seconds=self._timeout,
                max_output_tokens=choice.candidate.max_output_tokens,
                announce=self._announcer.announce,
            )
            return await answerer.answer(task, outlet, calls)

        return await self._first(work, calls, task.language)

    async def _first(
        self, work: Callable[[Choice], Awaitable[Generated[T]]], spent: list[ProviderCall], language: str
    ) -> Generated[T]:
        failed: list[str] = []

        def note(candidate: Candidate, error: ProviderError) -> None:
            spent.extend(error.calls)
            failed.append(f"{candidate.name} ({error.code})")

        try:
            made = await self._route.first(work, note)
        except ProviderError as error:
            error.calls = tuple(spent)
            raise
        told = say("after_failures", language, model=made.ai_model, failed=", ".join(failed))
        notes = (told,) if failed else ()
        usage = Usage(tuple(spent)) + made.usage
        self._unkept.add(usage.calls)
        return replace(made, usage=usage, notes=made.notes + notes)

    async def _model(self, choice: Choice) -> GuardedModel:
        candidate = choice.candidate
        owner = str(self._ctx.job.organization_id) if choice.is_own_key else ""
        breaker = self._breakers.get(candidate.ai_provider, candidate.ai_model, choice.config.base_url or "", owner)
        return GuardedModel(await self._pool.get(choice.config), self._ctx, choice, breaker)
