"""One writer for each platform. Each fits its text to the platform's own way of counting."""

from collections.abc import Callable
from typing import Final

from workers.providers import platform_limits as limits
from workers.providers.ai.extractive.material import Material, Measure
from workers.providers.ai.extractive.trimming import fit
from workers.providers.ai.posts import (
    EmailMessage,
    InstagramPost,
    LinkedInPost,
    PlatformPost,
    ThreadsChain,
    TikTokPost,
    XThread,
)
from workers.providers.ai.tasks.base import Tone

_NUMBER_ROOM: Final = len("25/25 ")
_CTA: Final = 300


def tiktok(material: Material) -> TikTokPost:
    """Three ways to open, what to say, how to end."""
    words, lexicon = material.wording, material.lexicon
    first = material.hook(limits.TIKTOK.hook, limits.utf16_length)
    second = material.hook(limits.TIKTOK.hook, limits.utf16_length) if len(material.digest.sentences) > 5 else None
    frames = [
        material.frame(template) or plain for template, plain in zip(words.topic_hooks, words.plain_hooks, strict=True)
    ]
    # a text without one sentence that stands alone still opens with its own words
    spare = _core_within(material, limits.TIKTOK.hook, limits.utf16_length) if first is None else None
    hooks = [hook for hook in (first, frames[0], second, frames[1], spare, *words.plain_hooks) if hook]
    points = material.points(5)
    spoken = [
        point.within(limits.TIKTOK.talking_point, limits.utf16_length, lexicon, comfortable=180) for point in points
    ]
    return TikTokPost(
        hooks=[fit(hook, limits.TIKTOK.hook, limits.utf16_length, lexicon) for hook in dict.fromkeys(hooks)][
            : limits.TIKTOK.hooks
        ],
        talking_points=_filled(spoken) or [_core_within(material, limits.TIKTOK.talking_point, limits.utf16_length)],
        cta=_within(material.question(words.video_cta), _CTA, material),
        hashtags=material.hashtags(4),
    )


def x(material: Material) -> XThread:
    """A hook, one point a post, and the message with a question at the end."""
    words, lexicon = material.wording, material.lexicon
    room = limits.X.post - _NUMBER_ROOM
    hook = material.hook(room - 40, limits.x_length)
    tags = material.hashtags(limits.X.hashtags)
    closing = _closing(material, room, tags)
    points = material.points(6)
    middle = _filled([point.within(room, limits.x_length, lexicon) for point in points])
    opening = f"{hook}\n\n{words.lead}" if hook and len(middle) > 1 else hook
    posts = _filled([opening or "", *middle, closing])
    return XThread(
        thread=[f"{position}/{len(posts)} {post}" for position, post in enumerate(posts, start=1)],
        tweet_count=len(posts),
        hashtags=tags,
    )


def threads(material: Material) -> ThreadsChain:
    """Longer posts than X, a chain of at most six."""
    lexicon = material.lexicon
    hook = material.hook(limits.THREADS.post // 2, limits.threads_length)
    core = (
        _core_within(material, limits.THREADS.post // 2, limits.threads_length)
        if material.digest.core not in material.used
        else ""
    )
    points = material.points(4)
    middle = [point.within(limits.THREADS.post, limits.threads_length, lexicon, comfortable=380) for point in points]
    opening = "\n\n".join(_filled([hook or "", core]))
    question = _within(
        material.question(material.wording.question), limits.THREADS.post, material, limits.threads_length
    )
    posts = _filled([opening, *middle])
    if posts and limits.threads_length(posts[-1]) + limits.threads_length(question) + 2 <= min(
        limits.THREADS.post, 300
    ):
        posts[-1] = f"{posts[-1]}\n\n{question}"
    else:
        posts.append(question)
    topic = material.request.analysis.detected_topic or next(iter(material.request.analysis.keywords), "")
    tag = "".join(character for character in topic if character not in ".&#").strip()
    return ThreadsChain(posts=posts, topic_tag=tag if 1 <= len(tag) <= limits.THREADS.topic_tag else None)


def linkedin(material: Material) -> LinkedInPost:
    """A hook above the fold, the message, the points, a question."""
    words, lexicon = material.wording, material.lexicon
    hook = material.hook(limits.LINKEDIN.fold, limits.utf16_length) or _core_within(
        material, limits.LINKEDIN.fold, limits.utf16_length
    )
    core = material.core()
    listed = material.request.tone in (Tone.EDUCATIONAL, Tone.AUTHORITY)
    points = material.points(5)
    if listed:
        body = [f"• {point.alone(320, limits.utf16_length, lexicon)}" for point in points]
    else:
        body = [point.within(450, limits.utf16_length, lexicon, comfortable=300) for point in points]
    question = _within(material.question(words.question), _CTA, material)
    tags = material.hashtags(3)
    parts = [hook, core or "", *([words.lead] if len(body) > 1 else []), *body, question, " ".join(tags)]
    return LinkedInPost(post="\n\n".join(_filled(parts)), opening_hook=hook, cta=question, hashtags=tags)


def instagram(material: Material) -> InstagramPost:
    """A caption that is read in one breath, with few tags at its end."""
    words, lexicon = material.wording, material.lexicon
    hook = material.hook(125, limits.utf16_length)
    core = material.core()
    points = material.points(3)
    body = [f"• {point.alone(220, limits.utf16_length, lexicon)}" for point in points]
    question = _within(material.question(words.question), _CTA, material)
    tags = material.hashtags(limits.INSTAGRAM.hashtags)
    lead = [f"{words.lead}\n" + "\n".join(body)] if len(body) > 1 else body
    parts = [hook or "", core or "", *lead, question, " ".join(tags)]
    alt_text = fit(
        material.digest.title or material.digest.printed(material.digest.core), 250, limits.utf16_length, lexicon
    )
    return InstagramPost(caption="\n\n".join(_filled(parts)), hashtags=tags, alt_text=alt_text or None)


def email(material: Material) -> EmailMessage:
    """A short letter: the message first, then a paragraph for each point."""
    words, lexicon = material.wording, material.lexicon
    core = material.core()
    points = material.points(4)
    preheader = material.best_sentence(limits.EMAIL.preheader, limits.utf16_length) or fit(
        core or points[0].head, limits.EMAIL.preheader, limits.utf16_length, lexicon
    )
    paragraphs = [point.within(700, limits.utf16_length, lexicon) for point in points]
    audience = lexicon.audience_line.replace("{audience}", material.audience) if material.audience else ""
    question = _within(material.question(lexicon.email_question), _CTA, material)
    body = [lexicon.greeting, " ".join(_filled([audience, words.email_opening])), core or "", *paragraphs, question]
    return EmailMessage(
        subject=_subject(material), preheader=preheader or words.plain_subject, body="\n\n".join(_filled(body))
    )


WRITERS: Final[dict[str, Callable[[Material], PlatformPost]]] = {
    "tiktok": tiktok,
    "x": x,
    "threads": threads,
    "linkedin": linkedin,
    "instagram": instagram,
    "email": email,
}


def _subject(material: Material) -> str:
    """The text's own title where it fits and suits the tone, else a line about the topic."""
    title = " ".join((material.digest.title or "").split())
    framed = material.frame(material.wording.subject)
    titled = material.request.tone in (Tone.EDUCATIONAL, Tone.AUTHORITY) or framed is None
    for subject in (title if titled else "", framed or "", title):
        if subject and len(subject.split()) >= 2 and limits.utf16_length(subject) <= limits.EMAIL.subject:
            return subject
    return material.wording.plain_subject


def _closing(material: Material, room: int, tags: list[str]) -> str:
    question = material.question(material.wording.question)
    core = material.core()
    ending = " ".join(tags)
    for parts in ([core or "", question, ending], [question, ending], [question]):
        text = "\n\n".join(_filled(parts))
        if limits.x_length(text) <= room:
            return text
    return fit(question, room, limits.x_length, material.lexicon)


def _core_within(material: Material, limit: int, measure: Measure) -> str:
    core = material.core() or material.digest.printed(material.digest.core)
    return fit(core, limit, measure, material.lexicon)


def _within(text: str, limit: int, material: Material, measure: Measure = limits.utf16_length) -> str:
    return fit(text, limit, measure, material.lexicon) or fit(
        material.wording.question, limit, measure, material.lexicon
    )


def _filled(parts: list[str]) -> list[str]:
    return [part for part in parts if part]
