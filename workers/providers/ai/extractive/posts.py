"""The analysis of a text and the posts about it, of the text's own sentences."""

from workers.providers.ai.extractive.material import Material
from workers.providers.ai.extractive.registry import Extracted, LocalTools, local_task
from workers.providers.ai.extractive.writers import WRITERS
from workers.providers.ai.posts import PlatformPost
from workers.providers.ai.tasks.analysis import AnalyseText, Analysis
from workers.providers.ai.tasks.posts import WritePost
from workers.scoring.wording import say


@local_task(AnalyseText)
def analyse(task: AnalyseText, tools: LocalTools) -> Extracted[Analysis]:
    """Core message, key points, topic, audience and keywords by semantic ranking."""
    digest = tools.digests.get(task.source, task.language)
    return Extracted(digest.analysis(), language_notes(digest.language, task.language))


@local_task(WritePost)
def write_post(task: WritePost, tools: LocalTools) -> Extracted[PlatformPost]:
    """Fit sentences and fixed wording into the platform's shape."""
    digest = tools.digests.get(task.source, task.language)
    post = WRITERS[task.platform](Material(digest, task))
    return Extracted(post, language_notes(digest.language, task.language))


def language_notes(found: str | None, wanted: str) -> tuple[str, ...]:
    """What to say when the input is not in the language that was asked for."""
    if found is not None and found != wanted:
        return (say("not_translated", wanted, found=found),)
    if found is None:
        return (say("kept_language", wanted),)
    return ()
