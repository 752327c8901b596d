"""A script of the sources' own sentences, in their order, with a fixed closing line."""

from typing import Final

import regex

from workers.providers.ai.extractive.digest import Digest
from workers.providers.ai.extractive.posts import language_notes
from workers.providers.ai.extractive.registry import Extracted, LocalTools, local_task
from workers.providers.ai.extractive.trimming import capitalised, fit
from workers.providers.ai.tasks.base import Source
from workers.providers.ai.tasks.script import ActionType, Script, WriteScript
from workers.runtime.errors import Rejected
from workers.scoring.wording import say
from workers.text.words import folded, word_count

_FIGURE: Final = regex.compile(r"\p{Nd}")
_CALLS: Final[dict[str, dict[str, tuple[str, ActionType]]]] = {
    "en": {
        "light": ("What do you think? Tell me in the comments.", "comment"),
        "medium": ("Which of these will you try first? Tell me in the comments.", "comment"),
        "strong": ("Start today, and tell me in the comments how it goes.", "comment"),
    },
    "nl": {
        "light": ("Wat vind jij? Vertel het in de reacties.", "comment"),
        "medium": ("Wat probeer jij als eerste? Vertel het in de reacties.", "comment"),
        "strong": ("Begin vandaag, en vertel in de reacties hoe het gaat.", "comment"),
    },
}
_OPENINGS: Final = {"en": "One thing worth knowing.", "nl": "Eén ding om te weten."}
"""Opens a script of one sentence under a title that says the same."""
FIXED_LINES: Final = "\n".join(
    [*_OPENINGS.values(), *(call for calls in _CALLS.values() for call, _ in calls.values())]
)
_HOOK_WORDS: Final = 30
_FEWEST_WORDS: Final = 8
_SAME_WORDS: Final = 4
_STATEMENT: Final = {"subtle": 0.0, "moderate": 0.25, "intense": 0.2}
"""What a question is worth as an opening."""
_SHARP: Final = {"subtle": 0.0, "moderate": 0.05, "intense": 0.15}
"""What a figure, or a word of opinion, is worth as an opening."""


@local_task(WriteScript)
def script(task: WriteScript, tools: LocalTools) -> Extracted[Script]:
    """Sentences that stand alone, chosen by what they carry and said in the order of the sources.

    Rejected where the sources hold no text: this provider does not write.
    """
    text = "\n\n".join(source.text for source in task.sources if source.text)
    if not text.strip():
        raise Rejected(
            "the title has no source with a text: this provider selects sentences, it does not write", "INPUT_EMPTY"
        )
    found = tools.digests.get(Source(text=text, title=task.title), task.language)
    call, action = _call(task, found)
    usable = _usable(task, found)
    to_say = task.most_words - word_count(call)
    hook = _hook(task, found, usable, min(_HOOK_WORDS, to_say // 2))
    hook_text = found.printed(hook)
    chosen = _body(found, [index for index in usable if index != hook], to_say - word_count(hook_text))
    body = _paragraphs(found, chosen)
    if not chosen:
        # one sentence is all there is room for: it is the body, and the title opens it unless that says the same
        chosen = [hook]
        hook_text = _OPENINGS[_spoken_in(task, found)] if _repeats(task.title, hook_text) else capitalised(task.title)
        room = max(_FEWEST_WORDS, to_say - word_count(hook_text))
        body = [fit(found.printed(hook), room, word_count, found.lexicon) or found.printed(hook)]
    points = [found.printed(index) for index in found.points if index in chosen]
    notes = (
        *language_notes(found.language, task.language),
        say("own_script", task.language),
    )
    value = Script(
        hook=hook_text[:400],
        body=body,
        key_points=(points or [found.printed(index) for index in chosen[:3]])[:10] if len(chosen) > 1 else body,
        call_to_action=call,
        action_type=action,
    )
    return Extracted(value, notes)


def _call(task: WriteScript, found: Digest) -> tuple[str, ActionType]:
    if not task.style.include_call_to_action:
        return "", "reflect"
    return _CALLS[_spoken_in(task, found)][task.style.motivational_level]


def _spoken_in(task: WriteScript, found: Digest) -> str:
    """The language of fixed lines: that of the sentences where they have such lines."""
    return found.language if found.language is not None and found.language in _CALLS else task.language


def _repeats(title: str, sentence: str) -> bool:
    """Whether a title, which may be cut, is the sentence over again; one without words opens nothing either."""
    short, long = sorted((folded(title), folded(sentence)), key=len)
    is_part = f" {' '.join(short)} " in f" {' '.join(long)} "
    return not folded(title) or (is_part and (len(short) >= _SAME_WORDS or 2 * len(short) > len(long)))


def _usable(task: WriteScript, found: Digest) -> list[int]:
    """Sentences that may be said, best first; those with figures only where figures are wanted."""
    usable = [
        index
        for index, seen in found.features.items()
        if seen.standalone and (task.style.include_statistics or not _FIGURE.search(seen.text))
    ]
    if not usable:
        usable = [index for index, seen in found.features.items() if seen.usable] or list(found.features)
    extra = 0.06 if task.style.include_statistics else 0.0
    return sorted(
        usable,
        key=lambda index: (-(found.scores[index] + extra * bool(_FIGURE.search(found.features[index].text))), index),
    )


def _hook(task: WriteScript, found: Digest, usable: list[int], most_words: int) -> int:
    title = set(folded(task.title))
    opinion = found.lexicon.tone_signals["opinionated"]

    def worth(index: int) -> float:
        seen = found.features[index]
        intensity = task.style.hook_intensity
        return round(
            found.scores[index]
            + _STATEMENT[intensity] * seen.question
            + _SHARP[intensity] * (bool(_FIGURE.search(seen.text)) + bool(opinion.search(seen.text)))
            + 0.06 * min(3, len(title & set(folded(seen.text))))
            - 0.02 * max(0, seen.words - 16),
            6,
        )

    short = [index for index in usable if found.features[index].words <= most_words] or usable[:1]
    return max(short, key=lambda index: (worth(index), -index))


def _body(found: Digest, ranked: list[int], room: int) -> list[int]:
    """The best sentences that fit, in the order of the text."""
    chosen: list[int] = []
    for index in ranked:
        count = word_count(found.printed(index))
        if found.features[index].question or count > room:
            continue
        chosen.append(index)
        room -= count
    return sorted(chosen)


def _paragraphs(found: Digest, chosen: list[int]) -> list[str]:
    """Sentences of one section together, at most three of them."""
    paragraphs: list[list[int]] = []
    section = None
    for index in chosen:
        place = found.document.sentences[index].section
        if not paragraphs or place != section or len(paragraphs[-1]) == 3:
            paragraphs.append([])
        section = place
        paragraphs[-1].append(index)
    return [found.passage(part) for part in paragraphs][:20]
