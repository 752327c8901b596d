"""Writing the posts of one job, each with what it took and how well it fits the brand."""

import time
from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError

from workers.providers.ai.posts import POST_TYPES
from workers.providers.ai.tasks.base import Generated, TextGenerator
from workers.providers.ai.tasks.posts import WritePost
from workers.runtime.errors import AuthExpired, Rejected, Retryable, Snooze
from workers.runtime.job import JobContext
from workers.scoring.wording import say
from workers.writing.plain import plain_text
from workers.writing.voice import BrandVoice

MILLISECONDS: Final = "milliseconds"
_STEP: Final = "platform:"


class PostWriter:
    """A failure of one platform leaves the others alone; what may still succeed is in `postponed`."""

    def __init__(
        self, ctx: JobContext, generator: TextGenerator, voice: BrandVoice, *, count: int, from_progress: float
    ) -> None:
        self._ctx = ctx
        self._generator = generator
        self._voice = voice
        self._count = count
        self._from = from_progress
        self.postponed: list[Retryable | Snooze] = []

    async def write(self, task: WritePost) -> None:
        """Write for one platform and remember the outcome as the step `platform:<key>`."""
        ctx, step = self._ctx, post_step(task.platform)
        await ctx.heartbeat(step=step)
        started = time.monotonic()
        try:
            made = await self._generator.run(task)
        except Snooze as signal:
            self.postponed.append(signal)
            return
        except Retryable as error:
            if not ctx.job.is_last_attempt:
                ctx.log.warning("platform_postponed", platform=task.platform, code=error.code)
                self.postponed.append(error)
                return
            state = _failed(error.code, error.message)
        except (Rejected, AuthExpired) as error:
            state = _failed(error.code, error.message)
        else:
            state = _written(ctx, task, made, started)
            if state["status"] == "completed":
                state |= {"worked": task.worked.found, "reasons": _reasons(task, made)}
                await self._judge(task, state)
        done = sum(name.startswith(_STEP) for name in ctx.checkpoints) + 1
        await ctx.checkpoint(step, state, self._from + (1 - self._from) * done / (self._count + 1))

    def check(self) -> None:
        """Raise what has to wait longest, if anything has to: only what is not remembered is tried again."""
        if self.postponed:
            raise max(self.postponed, key=_patience)

    async def _judge(self, task: WritePost, state: dict[str, Any]) -> None:
        """How well it fits the brand's voice, beside what it took."""
        [fit] = await self._voice.fits([plain_text(state["output"])], task.language)
        notes = [*state["metadata"]["notes"], *self._voice.notes]
        state["metadata"] |= {"voice_fit": fit.stored(), "notes": notes}


def post_step(platform: str) -> str:
    """The step of a platform's post: {status: completed, output, metadata, …} or {status: failed, code, message}."""
    return f"{_STEP}{platform}"


def first_written(posts: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    """The first of these steps that holds a post; Rejected as the first of them all when none does."""
    for state in posts.values():
        if state["status"] == "completed":
            return state
    first = next(iter(posts.values()))
    raise Rejected(f"no platform could be written for: {first['message']}", first["code"])


def metadata(made: Generated[Any], started: float) -> dict[str, Any]:
    """What a piece took, for those who read it; `started` by the monotonic clock."""
    return {
        "tokens": made.usage.total_tokens,
        "input_tokens": made.usage.input_tokens,
        "output_tokens": made.usage.output_tokens,
        "prompt": made.prompt,
        MILLISECONDS: since(started),
        "notes": list(made.notes),
    }


def since(started: float) -> int:
    """Milliseconds since a moment of the monotonic clock."""
    return round((time.monotonic() - started) * 1000)


def _written(ctx: JobContext, task: WritePost, made: Generated[Any], started: float) -> dict[str, Any]:
    origin = {**made.provenance(), "metadata": metadata(made, started)}
    try:
        # an adapter's word is not enough: what is stored is valid for the platform
        output = POST_TYPES[task.platform].model_validate(made.value.model_dump()).model_dump(mode="json")
    except ValidationError as error:
        ctx.log.error("platform_output_invalid", platform=task.platform, errors=error.error_count())
        problem = error.errors(include_url=False, include_input=False)[0]
        message = f"the provider's {'.'.join(map(str, problem['loc']))} {problem['msg']}"
        return {**_failed("OUTPUT_INVALID", message), **origin}
    return {"status": "completed", "output": output, **origin}


def _reasons(task: WritePost, made: Generated[Any]) -> list[str]:
    """What it was written after; SQL adds what was measured of posts like it."""
    if made.prompt is None or not task.brand.samples:
        return []
    return [say("after_samples", task.language, count=len(task.brand.samples), brand=task.brand.name or "–")]


def _patience(signal: Retryable | Snooze) -> float:
    return (signal.seconds if isinstance(signal, Snooze) else signal.retry_after) or 0


def _failed(code: str, message: str) -> dict[str, Any]:
    return {"status": "failed", "code": code, "message": message[:1000]}
