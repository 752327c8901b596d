"""Fixed wording around what the sources are about, and templates as they are filled in. Nothing is written anew."""

from typing import Final

from workers.providers.ai.extractive.digest import Digest
from workers.providers.ai.extractive.registry import Extracted, LocalTools, local_task
from workers.providers.ai.tasks.base import Language, Source
from workers.providers.ai.tasks.template_text import FillTemplate, TemplateText
from workers.providers.ai.tasks.thumbnails import (
    OVERLAY_WORDS,
    ThumbnailPrompt,
    ThumbnailPrompts,
    WriteThumbnailPrompts,
)
from workers.runtime.errors import Rejected
from workers.scoring.wording import say

_FRAMES: Final[dict[Language, tuple[str, ...]]] = {
    "en": (
        "Close-up photo of {subject}, soft daylight from one side, plain background, empty space on the left for text",
        "A person at work with {subject}, seen over the shoulder, shallow depth of field, warm light",
        "{subject} on a plain, strongly coloured background, seen from above, hard shadow, one third left empty",
        "Before and after: {subject} in two halves of the picture, the same framing, a clear difference in light",
        "{subject}: wide shot of the surroundings, early morning, one object in focus in the foreground",
    ),
    "nl": (
        "Foto van dichtbij van {subject}, zacht daglicht van opzij, effen achtergrond, links lege ruimte voor tekst",
        "Iemand aan het werk met {subject}, over de schouder gezien, weinig scherptediepte, warm licht",
        "{subject} op een effen, felgekleurde achtergrond, van boven gezien, harde schaduw, een derde leeg",
        "Voor en na: {subject} in twee helften van het beeld, dezelfde uitsnede, een duidelijk verschil in licht",
        "{subject}: overzicht van de omgeving, vroege ochtend, één voorwerp scherp op de voorgrond",
    ),
}

_SUBJECTS: Final = 4


@local_task(WriteThumbnailPrompts)
def thumbnails(task: WriteThumbnailPrompts, tools: LocalTools) -> Extracted[ThumbnailPrompts]:
    """One frame for each prompt, filled with the subjects in turn; Rejected when nothing names one."""
    subjects = _subjects(task, tools)
    if not subjects:
        raise Rejected("neither the title nor the sources name a subject", "INPUT_EMPTY")
    title = task.title or next((source.title for source in task.sources if source.title), "")
    overlay = " ".join((title or subjects[0]).split()[:OVERLAY_WORDS])[:60]
    prompts = []
    for number, frame in enumerate(_FRAMES[task.language][: task.count]):
        wording = frame.format(subject=subjects[number % len(subjects)])
        text = f"{wording}; {task.style}" if task.style else wording
        prompts.append(ThumbnailPrompt(prompt=text[0].upper() + text[1:], overlay_text=overlay, reason=""))
    notes = (say("own_prompts", task.language),)
    return Extracted(ThumbnailPrompts(prompts=prompts), notes)


@local_task(FillTemplate)
def template_text(task: FillTemplate, tools: LocalTools) -> Extracted[TemplateText]:
    """The template itself, filled in."""
    notes = (say("own_template", task.language),)
    return Extracted(TemplateText(title="", text=task.filled), notes)


def _subjects(task: WriteThumbnailPrompts, tools: LocalTools) -> list[str]:
    found: list[str] = []
    for source in task.sources:
        digest = _digest(source.text, source.title, task.language, tools)
        found += [*source.topics, *(digest.subjects[:_SUBJECTS] if digest else [])]
    if not found and task.title:
        found.append(task.title)
    return list(dict.fromkeys(phrase[:100] for phrase in found))


def _digest(text: str | None, title: str | None, language: Language, tools: LocalTools) -> Digest | None:
    if not text:
        return None
    try:
        return tools.digests.get(Source(text=text, title=title), language)
    except Rejected:
        # too little text to rank; its topics still count
        return None
