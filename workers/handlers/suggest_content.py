"""suggest_content: what to change about a published item, from what it says and what worked on its channel."""

from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict

from workers.providers.ai.extractive.topics import SUBJECT_COUNT
from workers.providers.ai.tasks.analysis import AnalyseText, Analysis
from workers.providers.ai.tasks.base import Generated, Language, Source, TextGenerator
from workers.providers.ai.tasks.context import Brand, VideoSource, Worked
from workers.providers.ai.tasks.seo_content import SeoContent, WriteSeoContent
from workers.providers.ai.tasks.titles import READ, WriteTitles
from workers.runtime.job import JobContext
from workers.runtime.registry import handler
from workers.scoring.seo import score_description
from workers.scoring.titles import score_title
from workers.scoring.wording import say
from workers.text.density import used
from workers.writing.excerpts import read_in_part
from workers.writing.steps import WRITTEN, Stopwatch, Tools, conclude
from workers.writing.voice import voice_of

_ANALYSIS: Final = "analysis"
_TITLES: Final = "titles"
_TITLE_COUNT: Final = 5
_KEYWORDS: Final = 10
_SHOWN_TAGS: Final = 3
_NAMED: Final = 3
"""Keywords that titles are asked to hold."""
_DESCRIPTION_WORDS: Final = 120


class Payload(BaseModel):
    """What `request_ai_suggestion` asks for."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    language: Language = "en"
    title: str | None = None
    text: str
    is_cut: bool = False
    """The text is the first part of a longer one."""
    tags: list[str] = []
    trending: list[str] = []
    """Words that outside sources call trending on the platform."""
    brand: Brand = Brand()
    what_worked: Annotated[Worked, BeforeValidator(Worked.of)] = Worked()


class Result(BaseModel):
    """The suggestion itself is in the checkpoint."""

    titles: int


@handler("suggest_content")
async def handle(ctx: JobContext) -> Result:
    """Read, then write titles, then the description, with the generator of the organization."""
    return await suggest(ctx, Tools())


async def suggest(ctx: JobContext, tools: Tools) -> Result:
    """The handler's work with a given generator."""
    payload = ctx.parse(Payload)
    if WRITTEN not in ctx.checkpoints:
        watch = Stopwatch()
        generator = await tools.generator(ctx)
        analysis = await _analysis(ctx, payload, generator)
        keywords = _keywords(payload, analysis)
        voice = await voice_of(ctx, payload.brand, payload.language)
        brand = await voice.told(payload.title or analysis.core_message)
        topics = _topics(payload, analysis)
        subjects = _subjects(payload, topics)
        titles = await _titles(ctx, payload, subjects, brand, generator)
        made = await generator.run(
            WriteSeoContent(
                language=payload.language,
                title=titles[0],
                script=payload.text,
                target_keywords=tuple(subjects),
                description_min_words=_DESCRIPTION_WORDS,
                brand=brand,
                worked=payload.what_worked,
            )
        )
        state = await ctx.run_blocking(_state, made.value, payload, analysis, keywords, topics, titles)
        [fit] = await voice.fits([made.value.description], payload.language)
        notes = [*_parts(ctx, payload, made), *voice.notes]
        conclude(ctx, made, watch, {**state, "voice_fit": fit.stored(), "notes": notes})
    return Result(titles=len(ctx.checkpoints[WRITTEN]["titles"]))


async def _analysis(ctx: JobContext, payload: Payload, generator: TextGenerator) -> Analysis:
    done = ctx.checkpoints.get(_ANALYSIS)
    if done is None:
        made = await generator.run(
            AnalyseText(source=Source(text=payload.text, title=payload.title), language=payload.language)
        )
        done = {**made.value.model_dump(mode="json"), **made.provenance()}
        await ctx.checkpoint(_ANALYSIS, done, 0.3)
    return Analysis.model_validate(done)


async def _titles(
    ctx: JobContext, payload: Payload, subjects: list[str], brand: Brand, generator: TextGenerator
) -> list[str]:
    """Titles, the best by the documented score first."""
    done = ctx.checkpoints.get(_TITLES)
    if done is None:
        made = await generator.run(
            WriteTitles(
                language=payload.language,
                count=_TITLE_COUNT,
                style="educational",
                target_keywords=tuple(subjects[:_NAMED]),
                sources=(_source(payload),),
                brand=brand,
                worked=payload.what_worked,
            )
        )
        known = [payload.title] if payload.title else []
        texts = [title.text for title in made.value.titles]
        texts.sort(key=lambda text: -score_title(text, payload.language, subjects[:_NAMED], known).seo_score)
        done = {"titles": texts, **made.provenance()}
        await ctx.checkpoint(_TITLES, done, 0.6)
    return list(done["titles"])


def _source(payload: Payload) -> VideoSource:
    return VideoSource(title=payload.title, text=payload.text, is_cut=payload.is_cut, language=payload.language)


def _parts(ctx: JobContext, payload: Payload, made: Generated[SeoContent]) -> list[str]:
    """What was read of a long text: the description is of all that a worker is given, the titles of its beginning."""
    source = _source(payload)
    length = len(source.text or "")
    notes = read_in_part([source], length, made, payload.language)
    # the local provider, which has no prompts, reads all that it is given
    if ctx.checkpoints[_TITLES]["prompt"] is not None and length > READ:
        notes.append(say("titles_of_part", payload.language, count=READ))
    return notes


def _keywords(payload: Payload, analysis: Analysis) -> list[str]:
    """What the item is about: trending words that it holds first, then its tags, then what was found in it."""
    return _distinct([*used(payload.text, payload.trending), *payload.tags, *analysis.keywords])


def _topics(payload: Payload, analysis: Analysis) -> list[str]:
    """What the text itself comes back to; a word that is said once is one to search for, no more."""
    topic = [analysis.detected_topic] if analysis.detected_topic else []
    return _distinct([*topic, *used(payload.text, analysis.keywords, at_least=SUBJECT_COUNT)])


def _subjects(payload: Payload, topics: list[str]) -> list[str]:
    """What titles, tags and hashtags may name."""
    return _distinct([*used(payload.text, payload.trending), *payload.tags, *topics])


def _distinct(words: list[str]) -> list[str]:
    known: dict[str, str] = {}
    for word in words:
        known.setdefault(word.casefold(), word)
    return list(known.values())[:_KEYWORDS]


def _state(
    content: SeoContent,
    payload: Payload,
    analysis: Analysis,
    keywords: list[str],
    topics: list[str],
    titles: list[str],
) -> dict[str, Any]:
    score = score_description(content.description, titles[0], keywords, _DESCRIPTION_WORDS, payload.language)
    shown = " ".join(content.hashtags[:_SHOWN_TAGS])
    return {
        "titles": titles,
        "description": "\n\n".join(part for part in (content.description, shown) if part),
        "tags": [tag[:100] for tag in content.tags],
        "hashtags": [tag.lstrip("#")[:100] for tag in content.hashtags],
        "keywords": keywords,
        "topics": topics,
        "audience": [analysis.detected_audience[:200]] if analysis.detected_audience else [],
        "seo_score": score.seo_score,
        "readability_score": score.readability,
    }
