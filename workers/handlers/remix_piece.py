"""remix_piece: a piece of a canvas is told anew, after others were heard about it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field

from workers.inputs.fetch import Fetcher
from workers.inputs.model import UrlInput
from workers.inputs.reader import read_input
from workers.providers import selection
from workers.providers.ai.tasks.base import Language, Source, TextGenerator
from workers.providers.ai.tasks.context import Brand
from workers.providers.ai.tasks.remix import FindPerspective, RemixText
from workers.providers.ai.usage import Usage
from workers.providers.storage.base import ObjectStore
from workers.runtime.errors import Rejected
from workers.runtime.job import JobContext
from workers.runtime.registry import handler
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
        heard = await _perspectives(ctx, payload, original, generator, tools)
        voice = await voice_of(ctx, payload.brand)
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
        conclude(ctx, made, watch, {**state, "notes": voice.notes})
    return Result(title=ctx.checkpoints[WRITTEN]["title"])


async def _perspectives(
    ctx: JobContext, payload: Payload, original: Source, generator: TextGenerator, tools: Tools
) -> list[dict[str, Any]]:
    """What each source says, in the order given; titles and addresses are the sources', never a model's."""
    done = ctx.checkpoints.get(_PERSPECTIVES)
    if done is not None:
        return list(done["perspectives"])
    found: list[dict[str, Any]] = []
    notes: list[str] = []
    usage = Usage()
    for told in [*payload.sources, *await _pages(ctx, payload.urls, tools, notes)]:
        try:
            made = await generator.run(
                FindPerspective(
                    language=payload.language, original=original, source=Source(text=told.text, title=told.title)
                )
            )
        except Rejected as error:
            # one source that says nothing does not cost the others
            notes.append(f"{told.title or told.source_url or 'a source'} was left out: {error.code}")
            continue
        usage += made.usage
        if made.value.is_about_it:
            found.append({"title": told.title, "summary": made.value.summary, "source_url": told.source_url})
        else:
            notes.append(f"{told.title or told.source_url or 'a source'} was left out: it is about something else")
    await ctx.checkpoint(_PERSPECTIVES, {"perspectives": found, "usage": usage.entries(), "notes": notes}, _HEARD)
    return found


async def _pages(ctx: JobContext, urls: list[str], tools: Tools, notes: list[str]) -> list[Told]:
    pages: list[Told] = []
    for url in urls:
        try:
            read = await read_input(
                UrlInput(type="url", url=url),
                ctx.job.organization_id,
                fetcher=tools.fetcher(),
                store=tools.store,
                run_blocking=ctx.run_blocking,
            )
        except Rejected as error:
            notes.append(f"{url} was left out: {error.code}")
            continue
        pages.append(Told(title=read.title, text=read.text, source_url=read.url or url))
    return pages
