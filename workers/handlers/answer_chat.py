"""answer_chat: what a chat on a canvas is asked is answered, and heard while it is thought."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict

from workers.chat.images import without_images
from workers.chat.outlet import ChatOutlet
from workers.providers import selection
from workers.providers.ai.models import codes
from workers.providers.ai.routing.records import record_calls
from workers.providers.ai.streaming import Answerer
from workers.providers.ai.tasks.base import Generated, Language
from workers.providers.ai.tasks.chat import AnswerChat, ChatAnswer, ChatPiece, ChatTurn
from workers.providers.ai.tasks.context import Brand, Worked
from workers.providers.ai.usage import ProviderCall, Usage
from workers.runtime.errors import Cancelled, JobSignal, LeaseLost
from workers.runtime.job import JobContext
from workers.runtime.registry import handler
from workers.writing.voice import voice_of

_ANSWER: Final = "answer"
_STOPPED: Final = "stopped"
_SAID: Final = 0.95


class Payload(BaseModel):
    """What `send_chat_message` asks for; the job's subject is the message to fill."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    language: Language = "en"


class Context(BaseModel):
    """What `chat_context` answers."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    project: str | None = None
    model: str | None = None
    """The model that the chat wants, by its name."""
    turns: list[ChatTurn]
    pieces: list[ChatPiece] = []
    brand: Brand = Brand()
    """That of the project's client, or the organization's."""
    what_worked: Annotated[Worked, BeforeValidator(Worked.of)] = Worked()


class Result(BaseModel):
    """The answer itself is in the checkpoint."""

    characters: int


async def answerer_for(ctx: JobContext, wanted: str | None) -> Answerer:
    """The models of the job's route, the wanted one first."""
    return await selection.generator_for(ctx, wanted=wanted)


@dataclass(frozen=True)
class Tools:
    """What an answer is made with."""

    answerer: Callable[[JobContext, str | None], Awaitable[Answerer]] = answerer_for


@handler("answer_chat", ready=selection.load_writers)
async def handle(ctx: JobContext) -> Result:
    """Answer with the models of the organization."""
    return await answer(ctx, Tools())


async def answer(ctx: JobContext, tools: Tools) -> Result:
    """The handler's work with given models."""
    if _ANSWER not in ctx.checkpoints:
        started = time.monotonic()
        context = Context.model_validate(
            await ctx.rpc("chat_context", p_organization_id=ctx.job.organization_id, p_message_id=ctx.job.subject_id)
        )
        language = ctx.parse(Payload).language
        voice = await voice_of(ctx, context.brand, language)
        task = AnswerChat(
            language=language,
            project=context.project,
            pieces=tuple(context.pieces),
            brand=await voice.told(context.turns[-1].text if context.turns else ""),
            worked=context.what_worked,
            turns=tuple(context.turns),
        )
        made = await _said(ctx, task, await tools.answerer(ctx, context.model), started)
        text = without_images(made.value.text)
        [fit] = await voice.fits([text], language)
        state = {
            **made.provenance(),
            "voice_fit": fit.stored(),
            "text": text,
            "code": codes.TRUNCATED if made.value.is_cut else None,
            "milliseconds": _since(started),
        }
        await ctx.checkpoint(_ANSWER, state, _SAID)
    return Result(characters=len(ctx.checkpoints[_ANSWER]["text"]))


async def _said(ctx: JobContext, task: AnswerChat, answerer: Answerer, started: float) -> Generated[ChatAnswer]:
    """Think and say at the same time; whichever fails stops the other."""
    outlet = ChatOutlet(ctx)
    calls: list[ProviderCall] = []
    thinking = asyncio.ensure_future(answerer.answer(task, outlet, calls))
    saying = asyncio.ensure_future(outlet.run())
    try:
        await asyncio.wait({thinking, saying}, return_when=asyncio.FIRST_COMPLETED)
        if not thinking.done():
            await saying  # which has failed: it does not end before it is closed
        made = await thinking
        outlet.close()
        await saying
        return made
    except (JobSignal, asyncio.CancelledError) as error:
        await _stopped(thinking, saying)
        is_stopped = isinstance(error, Cancelled) or ctx.stop_reason == "cancel_requested"
        if is_stopped and outlet.text and await _keep(ctx, outlet, calls, started):
            raise
        await record_calls(ctx, calls, {})
        raise
    finally:
        await _stopped(thinking, saying)


async def _keep(ctx: JobContext, outlet: ChatOutlet, calls: list[ProviderCall], started: float) -> bool:
    """What was said of an answer that its reader stopped, with what it took; false when the job is no longer ours."""
    await outlet.keep()
    last = calls[-1] if calls else None
    state = {
        "text": outlet.text,
        "ai_provider": last.ai_provider if last else None,
        "ai_model": last.ai_model if last else None,
        "usage": Usage(tuple(calls)).entries(),
        "milliseconds": _since(started),
    }
    with suppress(Cancelled, LeaseLost):
        await ctx.checkpoint(_STOPPED, state)
    return _STOPPED in ctx.checkpoints


def _since(started: float) -> int:
    return round((time.monotonic() - started) * 1000)


async def _stopped(*tasks: "asyncio.Future[Any]") -> None:
    """Cancel what still runs and wait for its end; how it ends is of no interest."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
