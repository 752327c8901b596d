"""A text cut down to its own key sentences, with those of others beside them. Nothing is written anew."""

from typing import Final

from workers.providers.ai.extractive.posts import language_notes
from workers.providers.ai.extractive.registry import Extracted, LocalTools, local_task
from workers.providers.ai.tasks.remix import FindPerspective, Perspective, Remix, RemixText
from workers.scoring.wording import say

_NEAR: Final = 0.15
"""The cosine below which two texts are about different things."""
_POINTS: Final = 2
_UNTITLED: Final = {"en": "Remix", "nl": "Remix"}
_OTHERS: Final = {"en": "{title} says:", "nl": "{title} zegt:"}
_SOMEBODY: Final = {"en": "Another source", "nl": "Een andere bron"}


@local_task(FindPerspective)
def perspective(task: FindPerspective, tools: LocalTools) -> Extracted[Perspective]:
    """The core sentence of the source and its first points, if it is about the same."""
    theirs = tools.digests.get(task.source, task.language)
    ours = tools.digests.get(task.original, task.language)
    found = theirs.analysis()
    own, other = tools.embedder.embed([ours.analysis().core_message, found.core_message])
    shared = {word.text.casefold() for word in ours.keywords} & {word.text.casefold() for word in theirs.keywords}
    if float(own @ other) < _NEAR and not shared:
        return Extracted(Perspective(is_about_it=False, summary=""))
    lines = list(dict.fromkeys([found.core_message, *found.key_points[:_POINTS]]))
    kept: list[str] = []
    for line in lines:
        if len(" ".join([*kept, line])) <= 800:
            kept.append(line)
    return Extracted(
        Perspective(is_about_it=True, summary=" ".join(kept)), language_notes(theirs.language, task.language)
    )


@local_task(RemixText)
def remix(task: RemixText, tools: LocalTools) -> Extracted[Remix]:
    """The core sentence first, then the key points, then what others say, each with who says it."""
    digest = tools.digests.get(task.original, task.language)
    found = digest.analysis()
    paragraphs = [found.core_message, *(point for point in found.key_points if point != found.core_message)]
    for other in task.perspectives:
        title = other.get("title") or _SOMEBODY[task.language]
        paragraphs.append(f"{_OTHERS[task.language].format(title=title)} {other['summary']}")
    notes = (
        *language_notes(digest.language, task.language),
        say("own_remix", task.language),
    )
    title = (task.original.title or found.detected_topic or _UNTITLED[task.language])[:200]
    return Extracted(Remix(title=title, paragraphs=paragraphs[:200]), notes)
