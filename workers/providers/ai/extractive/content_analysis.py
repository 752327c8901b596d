"""What a text says and feels like, by choosing its sentences and counting its words."""

from collections import Counter
from typing import Final

import regex

from workers.providers.ai.extractive.digest import Digest
from workers.providers.ai.extractive.feelings import feelings
from workers.providers.ai.extractive.registry import Extracted, LocalTools, local_task
from workers.providers.ai.extractive.topics import can_be_listed_under
from workers.providers.ai.tasks.content_analysis import AnalyseContent, ContentFindings, Emotions, Entities
from workers.scoring.wording import say

_NAME: Final = regex.compile(
    r"(?<=[\p{Ll}\p{N},;:] )\p{Lu}[\p{L}\p{M}'’-]+"
    r"(?: (?:(?:of|de|van|der|den|the|en|and) )?\p{Lu}[\p{L}\p{M}'’-]+){0,3}"
)
_SUMMARY_SENTENCES: Final = 3
_SUMMARY_CHARACTERS: Final = 1500
_QUOTES: Final = 8
_QUOTE_WORDS: Final = range(6, 31)
_NAMES: Final = 20
_TOPICS: Final = 5


@local_task(AnalyseContent)
def analyse_content(task: AnalyseContent, tools: LocalTools) -> Extracted[ContentFindings]:
    """Its own sentences, its own words, and what can be counted; nobody's judgement."""
    digest = tools.digests.get(task.source, task.language)
    analysis = digest.analysis()
    felt = feelings(task.source.text, digest.language) if digest.language else None
    phrases = list(dict.fromkeys(analysis.keywords))
    notes = [say("names_by_capitals", task.language)]
    if felt is None:
        notes.append(say("feeling_uncounted", task.language))
    return Extracted(
        ContentFindings(
            summary=_summary(digest),
            topics=_topics(digest),
            keywords=phrases,
            entities=Entities(others=_names(task.source.text)),
            sentiment=felt.sentiment if felt else None,
            emotions=Emotions.model_validate(felt.emotions if felt else {}),
            key_insights=[point[:600] for point in analysis.key_points],
            hooks=[],
            quotes=_quotes(digest),
            call_to_action=None,
            hook_analysis=None,
            body_analysis=None,
            cta_analysis=None,
            style_analysis=None,
        ),
        tuple(notes),
    )


def _topics(digest: Digest) -> list[str]:
    """Its subjects, then what else it comes back to; a word that is said once is one to search for, no more."""
    listed = [word.text for word in digest.keywords if can_be_listed_under(word, digest.language)]
    return list(dict.fromkeys([*digest.subjects, *listed]))[:_TOPICS]


def _summary(digest: Digest) -> str | None:
    """The core and the two best points, in the order of the text."""
    chosen = sorted({digest.core, *digest.points[: _SUMMARY_SENTENCES - 1]})
    said = " ".join(digest.printed(index) for index in chosen)
    return said[:_SUMMARY_CHARACTERS] or None


def _quotes(digest: Digest) -> list[str]:
    """The most central sentences that stand alone and ask nothing, verbatim."""
    fitting = [
        index
        for index, seen in digest.features.items()
        if seen.standalone and not seen.question and seen.words in _QUOTE_WORDS and not digest.is_spoken(index)
    ]
    fitting.sort(key=lambda index: (-digest.scores[index], index))
    return [digest.document.sentences[index].text[:600] for index in fitting[:_QUOTES]]


def _names(text: str) -> list[str]:
    """Words with a capital where no sentence begins, most frequent first."""
    found = Counter(_NAME.findall(text[:200_000]))
    return [name for name, _ in found.most_common(_NAMES)]
