"""From an upload or item to the words in it, wherever they are."""

from collections.abc import Callable
from dataclasses import dataclass, field

from workers.analysis.hearing import Check, Hearing, Transcribe
from workers.analysis.reading import Reading, Subject, known_text, of_text_file
from workers.inputs.fetch import Fetcher
from workers.inputs.model import UrlInput
from workers.inputs.reader import MAX_FILE_BYTES, check_owner, read_input
from workers.providers import selection
from workers.providers.storage.base import ObjectStore
from workers.runtime.job import JobContext


@dataclass(frozen=True)
class SourceReader:
    """Reads a transcript, hears a recording, reads a file or an address; in this order."""

    store: Callable[[], ObjectStore] = selection.object_store
    fetcher: Callable[[], Fetcher] = field(default=Fetcher)
    transcribe: Transcribe = selection.transcribe
    check_hearing: Check = selection.check_hearing

    async def read(self, ctx: JobContext, subject: Subject) -> Reading | None:
        """What it says; None when it has neither transcript nor file nor address. Raises as `Hearing` and
        `read_input` do."""
        known = known_text(subject)
        if known is not None:
            return known
        if subject.is_recording:
            return await Hearing(self.store, self.transcribe, self.check_hearing).hear(ctx, subject)
        if subject.storage_path is not None and subject.is_text_file:
            check_owner(subject.storage_path, ctx.job.organization_id)
            stored = await self.store().download(
                subject.storage_bucket or "assets", subject.storage_path, max_bytes=MAX_FILE_BYTES
            )
            return await ctx.run_blocking(of_text_file, subject, stored.body, stored.content_type)
        if subject.source_url is not None:
            page = await read_input(
                UrlInput(type="url", url=subject.source_url),
                ctx.job.organization_id,
                fetcher=self.fetcher(),
                store=self.store,
                run_blocking=ctx.run_blocking,
            )
            return Reading(text=page.text, language=subject.language)
        return None
