"""remix_piece: a piece of a canvas is told anew, after others were heard about it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field

from workers.inputs.fetch import Fetcher
from workers.inputs.model import UrlInput
from workers.inputs.reader import read_input
from workers.providers import selection
from workers.providers.ai.tasks.base import Language, Source, TextGenerator
from workers.providers.ai.tasks.context import Brand
from workers.providers.ai.tasks.remix import READ, FindPerspective, RemixText
from workers.providers.storage.base import ObjectStore
from workers.runtime.errors import Rejected, Retryable
from workers.runtime.job import JobContext
from workers.runtime.registry import handler
from workers.scoring.wording import say
from workers.writing.steps import WRITTEN, Stopwatch, conclude
from workers.writing.voice import voice_of

_PERSPECTIVES: Final = "perspectives"
_HEARD: Final = 0.5
_SUBJECT: Final = 1500


class Told(BaseModel):
    """A text and where it is from."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    title: str | None = None
    text: str
    source_url: str | None = None
    is_cut: bool = False
    """Whether it is the first part of a longer one."""


class Payload(BaseModel):
    """What `remix_content_piece` asks for."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    language: Language = "en"
    original: Told
    sources: Annotated[list[Told], Field(max_length=10)] = []
    urls: Annotated[list[str], Field(max_length=5)] = []
    instructions: str | None = None
    brand: Brand = Brand()


class Result(BaseModel):
    """The script itself is in the checkpoint."""

    title: str


@dataclass(frozen=True)
class Tools:
    """What a remix works with."""

    generator: Callable[[JobContext], Awaitable[TextGenerator]] = selection.generator_for
    store: Callable[[], ObjectStore] = selection.object_store
    fetcher: Callable[[], Fetcher] = field(default=Fetcher)


@handler("remix_piece")
async def handle(ctx: JobContext) -> Result:
    """Hear others, then rewrite; with the generator of the organization."""
    return await remix(ctx, Tools())


async def remix(ctx: JobContext, tools: Tools) -> Result:
    """The handler's work with given adapters."""
    payload = ctx.parse(Payload)
    if WRITTEN not in ctx.checkpoints:
        watch = Stopwatch()
        generator = await tools.generator(ctx)
        original = Source(text=payload.original.text, title=payload.original.title)
        heard, remarks = await _perspectives(ctx, payload, original, generator, tools)
        voice = await voice_of(ctx, payload.brand, payload.language)
        task = RemixText(
            language=payload.language,
            original=original,
            perspectives=tuple(heard),
            instructions=payload.instructions,
            brand=await voice.told(original.text[:_SUBJECT]),
        )
        made = await generator.run(task)
        [fit] = await voice.fits([made.value.script], payload.language)
        state = {"title": made.value.title, "script": made.value.script, "voice_fit": fit.stored()}
        part = [say("first_part", payload.language, count=READ)] if payload.original.is_cut else []
        conclude(ctx, made, watch, {**state, "notes": [*part, *voice.notes, *remarks]})
    return Result(title=ctx.checkpoints[WRITTEN]["title"])


async def _perspectives(
    ctx: JobContext, payload: Payload, original: Source, generator: TextGenerator, tools: Tools
) -> tuple[list[dict[str, Any]], list[str]]:
    """What each source says, in the order given, and which were left out or read in part; titles and addresses are the
    sources', never a model's."""
    done = ctx.checkpoints.get(_PERSPECTIVES)
    if done is not None:
        return list(done["perspectives"]), list(done["notes"])
    asked: list[Told | str] = [*payload.sources, *payload.urls]
    find = partial(_find, ctx, payload, original, generator, tools)
    postponed: Retryable | None = None
    for position, source in enumerate(asked, start=1):
        try:
            await _ask(ctx, position, source, payload.language, find)
        except Retryable as error:
            postponed = error
    if postponed is not None:
        # the others are heard; only what may still come is tried again
        raise postponed
    heard = [ctx.checkpoints[_step(position)] for position in range(1, len(asked) + 1)]
    state = {
        "perspectives": [one["perspective"] for one in heard if one["perspective"] is not None],
        "notes": [note for one in heard for note in one["notes"]],
    }
    await ctx.checkpoint(_PERSPECTIVES, state, _HEARD)
    return state["perspectives"], state["notes"]


async def _ask(
    ctx: JobContext,
    position: int,
    source: Told | str,
    language: Language,
    find: Callable[[Told | str], Awaitable[dict[str, Any]]],
) -> None:
    """One source, remembered by itself; one that says nothing does not cost the others."""
    if _step(position) in ctx.checkpoints:
        return
    try:
        state = await find(source)
    except (Rejected, Retryable) as error:
        if isinstance(error, Retryable) and not ctx.job.is_last_attempt:
            raise
        state = _left_out(source, error.code, language)
    await ctx.checkpoint(_step(position), state)


async def _find(
    ctx: JobContext, payload: Payload, original: Source, generator: TextGenerator, tools: Tools, source: Told | str
) -> dict[str, Any]:
    told = await _page(ctx, source, tools) if isinstance(source, str) else source
    made = await generator.run(
        FindPerspective(
            language=payload.language,
            original=original,
            source=Source(text=told.text, title=told.title),
            is_cut=told.is_cut,
        )
    )
    usage = {"usage": made.usage.entries()}
    if not made.value.is_about_it:
        return _left_out(told, say("another_subject", payload.language), payload.language) | usage
    found = {"title": told.title, "summary": made.value.summary, "source_url": told.source_url}
    # the local provider reads all that it is given
    read = len(told.text) if made.prompt is None else min(len(told.text), READ)
    if not told.is_cut and read == len(told.text):
        return {"perspective": found, "notes": [], **usage}
    note = say("source_in_part", payload.language, source=_name(told, payload.language), count=read)
    return {"perspective": {**found, "is_first_part": True}, "notes": [note], **usage}


def _step(position: int) -> str:
    return f"perspective:{position}"


def _left_out(source: Told | str, reason: str, language: Language) -> dict[str, Any]:
    note = say("left_out", language, source=_name(source, language), reason=reason)
    return {"perspective": None, "notes": [note], "usage": []}


def _name(source: Told | str, language: Language) -> str:
    return source if isinstance(source, str) else source.title or source.source_url or say("a_source", language)


async def _page(ctx: JobContext, url: str, tools: Tools) -> Told:
    read = await read_input(
        UrlInput(type="url", url=url),
        ctx.job.organization_id,
        fetcher=tools.fetcher(),
        store=tools.store,
        run_blocking=ctx.run_blocking,
    )
    return Told(title=read.title, text=read.text, source_url=read.url or url)
