"""From what was read and what was found in it to the row of `content_analyses`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import regex

from workers.analysis import moments, scores, wording
from workers.analysis.parts import ending, parts
from workers.analysis.reading import Reading, Subject
from workers.analysis.timeline import Timeline
from workers.providers.ai.extractive.feelings import feelings
from workers.providers.ai.extractive.lexicon import lexicon
from workers.providers.ai.tasks.content_analysis import ContentFindings
from workers.text.readability import count, reading_ease
from workers.text.sentences import sentences as sentences_of

_HASHTAG: Final = regex.compile(r"(?<![\w&/])#(\w*\p{L}\w*)")
_MENTION: Final = regex.compile(r"(?<![\w.])@([A-Za-z0-9_](?:[A-Za-z0-9_.]{0,28}[A-Za-z0-9_])?)")
_MOST_TAGS: Final = 100


@dataclass(frozen=True, slots=True)
class Questions:
    """What SQL is asked about a text, which knows the rules of hooks and calls to action."""

    hooks: list[str]
    """The first is how the text opens."""
    endings: list[str]


@dataclass(frozen=True, slots=True)
class Answers:
    """The kind of each of `Questions.hooks` and the calls in each of `Questions.endings`."""

    hooks: Sequence[str | None]
    endings: Sequence[Sequence[str]]


class Report:
    """One text being reported on. `questions` is answered by SQL before `result` is asked for."""

    def __init__(self, subject: Subject, reading: Reading, findings: ContentFindings, language: str | None) -> None:
        self._subject = subject
        self._reading = reading
        self._findings = findings
        self._language = language
        self._wording: Literal["en", "nl"] = "nl" if language == "nl" else "en"
        self._sentences = sentences_of(reading.text, self._wording)
        small_talk = lexicon(self._wording).small_talk
        self._small_talk = frozenset(text for text in self._sentences if small_talk.search(text))
        said = [text for text in self._sentences if text not in self._small_talk]
        self.questions = Questions(
            hooks=moments.candidates([*self._sentences[:1], *findings.hooks], said),
            endings=ending(self._sentences),
        )

    def result(self, answers: Answers) -> dict[str, Any]:
        """Columns of `content_analyses` by name, and platform; a score that cannot be reckoned is left out."""
        reading, found = self._reading, self._findings
        timeline = Timeline(
            reading.text, reading.timeline_segments(), reading.duration_seconds if reading.is_spoken else None
        )
        weighed = zip(self.questions.hooks, answers.hooks, strict=True)
        hooks = moments.hook_moments([one for one in weighed if one[0] not in self._small_talk], timeline)
        quotes = moments.quotable_moments(found.quotes, timeline)
        built = parts(self._sentences, answers.endings)
        opening = answers.hooks[0] if answers.hooks else None
        counts = count(reading.text, self._wording)
        felt = feelings(reading.text, self._language or "")
        measures = scores.Measures(
            words=counts.words,
            sentences=self._sentences,
            hook_strength=moments.strength(self._sentences[0], opening) if self._sentences else 0.0,
            hooks=len(hooks),
            quotes=len(quotes),
            insights=len(found.key_insights),
            has_cta=built.cta is not None,
            readability=reading_ease(counts, self._language or ""),
            feeling_per_hundred=felt.per_hundred_words if felt else None,
        )
        emotions = {name: share for name, share in found.emotions.model_dump().items() if share > 0}
        around = "\n".join(part for part in (self._subject.title, self._subject.description, reading.text) if part)
        return {
            "platform": self._subject.platform,
            "language": self._language,
            "transcript_summary": found.summary,
            "topics": found.topics,
            "keywords": found.keywords,
            "hashtags": _found(_HASHTAG, around, self._subject.hashtags),
            "mentions": _found(_MENTION, around, []),
            "entities": {name: listed for name, listed in found.entities.model_dump().items() if listed},
            "sentiment_score": found.sentiment,
            "emotion_analysis": dict(sorted(emotions.items(), key=lambda item: -item[1])),
            "virality_score": scores.virality(measures),
            "repurposing_value": scores.repurposing_value(measures),
            "seo_score": self._findability(),
            "readability_score": measures.readability,
            "engagement_potential": scores.engagement_potential(measures),
            "platform_scores": scores.platform_scores(
                measures,
                self._subject.platform_limits,
                reading.duration_seconds or self._subject.duration_seconds,
                is_video=self._subject.is_video,
            ),
            "hook_moments": [moment.document() for moment in hooks],
            "quotable_moments": [moment.document() for moment in quotes],
            "key_insights": found.key_insights,
            "hook_analysis": found.hook_analysis or wording.hook(built, opening, self._wording),
            "body_analysis": found.body_analysis or wording.body(built, measures, self._wording),
            "cta_analysis": found.cta_analysis or wording.call(built, self._wording),
            "content_style_analysis": found.style_analysis or wording.style(measures, self._wording),
        }

    def _findability(self) -> float:
        subject = self._subject
        return scores.findability(
            title=subject.title,
            description=subject.description,
            text=self._reading.text,
            keywords=self._findings.keywords,
            tags=len(subject.tags),
            hashtags=len(_found(_HASHTAG, f"{subject.title or ''}\n{subject.description or ''}", subject.hashtags)),
        )


def _found(pattern: "regex.Pattern[str]", text: str, known: Sequence[str]) -> list[str]:
    """What the pattern finds beside what is known, each once whatever its case, without its sign."""
    kept: dict[str, str] = {}
    for name in [*known, *pattern.findall(text[:400_000])]:
        kept.setdefault(name.lower().lstrip("#@"), name.lstrip("#@"))
    return [name for name in kept.values() if name][:_MOST_TAGS]
