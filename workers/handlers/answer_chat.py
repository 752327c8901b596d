"""answer_chat: what a chat on a canvas is asked is answered, and heard while it is thought."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel, ConfigDict

from workers.chat.outlet import ChatOutlet
from workers.providers import selection
from workers.providers.ai.models import codes
from workers.providers.ai.streaming import Answerer
from workers.providers.ai.tasks.base import Generated, Language
from workers.providers.ai.tasks.chat import AnswerChat, ChatAnswer, ChatPiece, ChatTurn
from workers.runtime.errors import Cancelled
from workers.runtime.job import JobContext
from workers.runtime.registry import handler

_ANSWER: Final = "answer"
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


@handler("answer_chat")
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
        task = AnswerChat(
            language=ctx.parse(Payload).language,
            project=context.project,
            pieces=tuple(context.pieces),
            turns=tuple(context.turns),
        )
        made = await _said(ctx, task, await tools.answerer(ctx, context.model))
        state = {
            **made.provenance(),
            "text": made.value.text,
            "code": codes.TRUNCATED if made.value.is_cut else None,
            "milliseconds": round((time.monotonic() - started) * 1000),
        }
        await ctx.checkpoint(_ANSWER, state, _SAID)
    return Result(characters=len(ctx.checkpoints[_ANSWER]["text"]))


async def _said(ctx: JobContext, task: AnswerChat, answerer: Answerer) -> Generated[ChatAnswer]:
    """Think and say at the same time; whichever fails stops the other."""
    outlet = ChatOutlet(ctx)
    thinking = asyncio.ensure_future(answerer.answer(task, outlet))
    saying = asyncio.ensure_future(outlet.run())
    try:
        await asyncio.wait({thinking, saying}, return_when=asyncio.FIRST_COMPLETED)
        if not thinking.done():
            await saying  # which has failed: it does not end before it is closed
        made = await thinking
        outlet.close()
        await saying
        return made
    except (Cancelled, asyncio.CancelledError):
        await _stopped(thinking, saying)
        if ctx.stop_reason in (None, "cancel_requested"):
            await outlet.keep()
        raise
    finally:
        await _stopped(thinking, saying)


async def _stopped(*tasks: "asyncio.Future[Any]") -> None:
    """Cancel what still runs and wait for its end; how it ends is of no interest."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
