"""What the tests of generated posts share: writing them all, and checking that nothing in them is invented."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import regex

from workers.providers.ai.extractive.document import normalise
from workers.providers.ai.extractive.lexicon import lexicon
from workers.providers.ai.extractive.trimming import capitalised
from workers.providers.ai.local import LocalExtractive
from workers.providers.ai.posts import POST_TYPES
from workers.providers.ai.tasks.analysis import AnalyseText, Analysis
from workers.providers.ai.tasks.base import Source, Tone
from workers.providers.ai.tasks.posts import PostOptions, WritePost
from workers.providers.embeddings import local as embeddings
from workers.runtime.errors import Rejected

EXAMPLES = Path(__file__).parents[2] / "examples"
ENGLISH = EXAMPLES / "clear-audio-in-an-ordinary-room.md"
DUTCH = EXAMPLES / "tomaten-op-het-balkon.md"


@lru_cache(maxsize=1)
def generator() -> LocalExtractive:
    """One adapter for all tests."""
    return LocalExtractive(embeddings.load())


def write_all(
    source: Source, language: str = "en", tone: Tone = Tone.EDUCATIONAL, options: PostOptions | None = None
) -> tuple[Analysis, dict[str, dict[str, object]]]:
    """The analysis and every platform's output, as plain data."""
    analysis = generator().run_blocking(AnalyseText(source=source, language=language)).value
    outputs = {}
    for platform, kind in POST_TYPES.items():
        request = WritePost(
            platform=platform,
            source=source,
            analysis=analysis,
            tone=tone,
            language=language,
            options=options or PostOptions(),
        )
        post = generator().run_blocking(request).value
        assert isinstance(post, kind)
        outputs[platform] = kind.model_validate(post.model_dump()).model_dump()
    return analysis, outputs


def refusal_of(call: Callable[[], object]) -> str | None:
    """The code that a call was refused with, or None when it was not."""
    try:
        call()
    except Rejected as refusal:
        return refusal.code
    return None


def folded(text: str) -> str:
    """Text reduced to what it says: case, spacing, number signs and list marks do not count."""
    flat = regex.sub(r"^\s*(?:[-*•–‣◦·]|\d{1,2}[.)]|#{1,6})\s+", "", normalise(text), flags=regex.MULTILINE)
    # scripts without spaces have none between sentences either
    return regex.sub(r"(?<=[。！？])\s+", "", " ".join(flat.casefold().replace("#", "").split()))


def fixed_phrases(analysis: Analysis, title: str | None, options: PostOptions | None = None) -> list[str]:
    """Everything an output may say that is not a sentence of the input."""
    phrases: list[str] = [title or ""]
    chosen = options or PostOptions()
    phrases += [chosen.cta or "", chosen.audience or ""]
    for code in ("en", "nl"):
        words = lexicon(code)
        phrases += [words.greeting, words.email_question]
        phrases += [words.audience_line.replace("{audience}", chosen.audience or analysis.detected_audience or "")]
        for tone in words.wording.values():
            templates = [*tone.topic_hooks, tone.subject]
            for topic in _topics(analysis.detected_topic):
                phrases += [t.replace("{Topic}", capitalised(topic)).replace("{topic}", topic) for t in templates]
            phrases += [
                *tone.plain_hooks,
                tone.lead,
                tone.question,
                tone.video_cta,
                tone.plain_subject,
                tone.email_opening,
            ]
    return sorted({folded(phrase) for phrase in phrases if phrase.strip()}, key=len, reverse=True)


def _topics(topic: str | None) -> list[str]:
    return [f"{article} {topic}".strip() for article in ("", "the", "de", "het")] if topic else []


def lines_of(output: dict[str, object]) -> list[str]:
    """Every printed line of an output but its hashtags."""
    texts: list[str] = []
    for name, value in output.items():
        if name in ("hashtags", "tweet_count", "topic_tag") or value is None:
            continue
        texts += [value] if isinstance(value, str) else list(value)  # type: ignore[call-overload]
    lines = [line.strip() for text in texts for line in text.split("\n")]
    return [line for line in lines if line and not regex.fullmatch(r"(?:#\w+\s*)+", line)]


def invented(output: dict[str, object], source: str, phrases: list[str]) -> list[str]:
    """The pieces of an output that neither the input nor the fixed wording holds."""
    whole = folded(source)
    found = []
    for line in lines_of(output):
        rest = folded(regex.sub(r"^(?:\d+/\d+ |• )", "", line))
        for phrase in phrases:
            if (
                rest == phrase
                or (len(phrase) > 3 and rest.endswith(phrase))
                or (len(phrase) > 3 and rest.startswith(phrase))
            ):
                rest = rest.removesuffix(phrase).strip() if rest != phrase else ""
                rest = rest.removeprefix(phrase).strip()
        rest = rest.strip("…").strip()
        if rest and rest not in whole:
            found.append(rest)
    return found
