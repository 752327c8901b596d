"""A description of the script's own sentences; tags and hashtags of the keywords and what the script repeats."""

from workers.providers.ai.extractive.digest import Digest
from workers.providers.ai.extractive.keywords import hashtag
from workers.providers.ai.extractive.posts import language_notes
from workers.providers.ai.extractive.registry import Extracted, LocalTools, local_task
from workers.providers.ai.extractive.script import FIXED_LINES
from workers.providers.ai.extractive.topics import can_be_listed_under
from workers.providers.ai.extractive.trimming import fit
from workers.providers.ai.tasks.base import Source
from workers.providers.ai.tasks.seo_content import HASHTAGS, SeoContent, WriteSeoContent
from workers.runtime.errors import Rejected
from workers.scoring.wording import say
from workers.text.words import word_count


@local_task(WriteSeoContent)
def seo_content(task: WriteSeoContent, tools: LocalTools) -> Extracted[SeoContent]:
    """Chosen sentences in their order, until the description is as long as asked for or the script is used up."""
    found = tools.digests.get(Source(text=task.script, title=task.title), task.language)
    # a word said once is a word to search for, and no subject to be listed under
    named = [
        *task.target_keywords,
        *([found.topic] if found.topic else []),
        *(word.text for word in found.keywords if can_be_listed_under(word, found.language)),
    ]
    phrases = [*task.target_keywords, *([found.topic] if found.topic else []), *(k.text for k in found.keywords)]
    description = task.clean_description(_description(task, found))
    notes = [
        *language_notes(found.language, task.language),
        say("own_description", task.language),
    ]
    count = word_count(description)
    if count < task.description_min_words:
        notes.append(say("fewer_words", task.language, count=count, asked=task.description_min_words))
    value = SeoContent(
        description=description,
        chapter_titles=[_chapter(said, found, tools, task) for said in task.sections],
        tags=task.fitting_tags(phrases),
        hashtags=_hashtags(named) if task.include_hashtags else [],
    )
    return Extracted(value, tuple(notes))


def _description(task: WriteSeoContent, found: Digest) -> str:
    # what any script may begin or end with says nothing about the video
    ranked = sorted(
        (index for index, seen in found.features.items() if seen.text not in FIXED_LINES),
        key=lambda index: (-found.scores[index], index),
    )
    core = found.core if found.core in ranked else next(iter(ranked), found.core)
    chosen: list[int] = []
    count = word_count(found.printed(core))
    for index in ranked:
        if count >= max(task.description_min_words, 30):
            break
        if index != core and found.features[index].usable:
            chosen.append(index)
            count += word_count(found.printed(index))
    paragraphs: list[list[int]] = [[core]]
    section = None
    for index in sorted(chosen):
        place = found.document.sentences[index].block
        if place != section or len(paragraphs[-1]) == 4:
            paragraphs.append([])
        section = place
        paragraphs[-1].append(index)
    return "\n\n".join(found.passage(part) for part in paragraphs)


def _chapter(said: str, found: Digest, tools: LocalTools, task: WriteSeoContent) -> str:
    """The sentence that stands for a section, cut to the length of a name."""
    try:
        part = tools.digests.get(Source(text=said), task.language)
        sentence = part.printed(part.core)
    except Rejected:
        sentence = " ".join(said.split())
    return fit(sentence, 60, len, found.lexicon).rstrip(".") or sentence[:60]


def _hashtags(phrases: list[str]) -> list[str]:
    tags: dict[str, str] = {}
    for phrase in phrases:
        if (tag := hashtag(phrase)) is not None:
            tags.setdefault(tag.lower(), tag)
    return list(tags.values())[:HASHTAGS]
