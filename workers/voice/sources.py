"""From what a member named to the text it holds."""

from typing import Annotated, Any, Literal, TypeAlias
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from workers.analysis.hearing import Hearing
from workers.analysis.reading import Reading, Subject, known_text, of_text_file
from workers.inputs.model import TextInput, UrlInput
from workers.inputs.reader import MAX_FILE_BYTES, check_owner, read_input
from workers.runtime.errors import Rejected
from workers.runtime.job import JobContext
from workers.voice.learning import Tools


class LibrarySource(BaseModel):
    """An upload or a published item."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    type: Literal["asset", "item"]
    id: UUID


VoiceSource: TypeAlias = Annotated[TextInput | UrlInput | LibrarySource, Field(discriminator="type")]


class SourceText(BaseModel):
    """What a source says, and where it stands."""

    model_config = ConfigDict(frozen=True)

    text: str
    title: str | None = None
    platform: str | None = None
    url: str | None = None
    heard: Reading | None = None
    """Of a recording that nobody had heard before: its transcript belongs to the upload."""


async def read(ctx: JobContext, source: VoiceSource, tools: Tools, name: str) -> SourceText:
    """The text of a source; `name` is that of the steps which hearing it takes.

    Raises as `read_input` and `Hearing` do; Rejected INPUT_EMPTY for an item without words, NOT_FOUND for what was
    deleted meanwhile.
    """
    if isinstance(source, LibrarySource):
        return await _from_library(ctx, source, tools, name)
    return await _input(ctx, source, tools)


def named(source: VoiceSource) -> dict[str, Any]:
    """How a source is told apart in what members read; a given text by its beginning."""
    if isinstance(source, LibrarySource):
        return {"type": source.type, "id": str(source.id)}
    if isinstance(source, UrlInput):
        return {"type": "url", "url": source.url}
    return {"type": "text", "title": " ".join(source.text[:80].split())}


async def _input(ctx: JobContext, given: TextInput | UrlInput, tools: Tools) -> SourceText:
    read_text = await read_input(
        given,
        ctx.job.organization_id,
        fetcher=tools.fetcher(),
        store=tools.store,
        run_blocking=ctx.run_blocking,
    )
    return SourceText(text=read_text.text, title=read_text.title, url=read_text.url)


async def _from_library(ctx: JobContext, source: LibrarySource, tools: Tools, name: str) -> SourceText:
    subject = Subject.model_validate(
        await ctx.rpc(
            "analysis_subject",
            p_organization_id=ctx.job.organization_id,
            p_subject=source.type,
            p_subject_id=source.id,
        )
    )
    heard: Reading | None = None
    if source.type == "asset" and subject.is_recording and known_text(subject) is None:
        heard = await Hearing(tools.store, tools.transcribe, tools.check_hearing).hear(ctx, subject, name)
        text, url = heard.text, None
    else:
        text, url = await _words(ctx, source, subject, tools)
    if not text.strip():
        raise Rejected("it has no words: no transcript, file or description", "INPUT_EMPTY")
    return SourceText(text=text, title=subject.title, platform=subject.platform, url=url, heard=heard)


async def _words(ctx: JobContext, source: LibrarySource, subject: Subject, tools: Tools) -> tuple[str, str | None]:
    spoken = known_text(subject)
    if source.type == "item":
        # what is written under a post is its text; under a video it is seldom more than links
        described = subject.description or ""
        return (spoken.text if spoken is not None and (subject.is_video or not described) else described), None
    if spoken is not None:
        return spoken.text, None
    if subject.storage_path is not None and subject.is_text_file:
        check_owner(subject.storage_path, ctx.job.organization_id)
        stored = await tools.store().download(
            subject.storage_bucket or "assets", subject.storage_path, max_bytes=MAX_FILE_BYTES
        )
        reading = await ctx.run_blocking(of_text_file, subject, stored.body, stored.content_type)
        return reading.text, None
    if subject.source_url is not None:
        page = await _input(ctx, UrlInput(type="url", url=subject.source_url), tools)
        return page.text, page.url
    return subject.description or "", None
