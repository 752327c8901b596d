"""What a writer chooses from: hooks, points and tags of one text, in one tone, each sentence used once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from workers.providers.ai.extractive import ranking
from workers.providers.ai.extractive.digest import Digest
from workers.providers.ai.extractive.document import Kind, normalise
from workers.providers.ai.extractive.keywords import hashtag
from workers.providers.ai.extractive.language import words_of
from workers.providers.ai.extractive.lexicon import Lexicon, ToneWording, lexicon
from workers.providers.ai.extractive.topics import can_be_listed_under
from workers.providers.ai.extractive.trimming import ELLIPSIS, capitalised, fit, shown_cut
from workers.providers.ai.posts import POST_TYPES
from workers.providers.ai.tasks.posts import WritePost

Measure = Callable[[str], int]

_HOOK_LENGTH: Final = (35, 140)
_HOOK_CHOICES: Final = 3
_HOOK_SLACK: Final = 0.12
_SHORT_TEXT: Final = 15
_TONE_WEIGHT: Final = 0.14


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence that stands alone, and the sentences that follow it in the text."""

    head: str
    following: tuple[str, ...]
    spoken: bool
    """Whether it is cut from speech without punctuation, so that its end has to show."""

    def alone(self, limit: int, measure: Measure, lexicon: Lexicon) -> str:
        """The head, trimmed only when it is too long."""
        return self.within(limit, measure, lexicon, comfortable=0)

    def within(self, limit: int, measure: Measure, lexicon: Lexicon, comfortable: int | None = None) -> str:
        """The head and as much of what follows as fits."""
        room = limit - measure(ELLIPSIS) if self.spoken else limit
        text = fit(self.head, room, measure, lexicon)
        if text != self.head:
            return text
        for sentence in self.following:
            longer = f"{text}{'' if text[-1] in '。！？' else ' '}{sentence}"
            if measure(longer) > (room if comfortable is None else min(room, comfortable)):
                break
            text = longer
        return shown_cut(text) if self.spoken else text


@dataclass(slots=True)
class Material:
    """Sentences of a digest, handed out at most once each."""

    digest: Digest
    request: WritePost
    used: set[int] = field(default_factory=set)

    @property
    def lexicon(self) -> Lexicon:
        """The fixed wording's language: that of the text where it is known, since sentences are not translated."""
        return lexicon(self.digest.language or self.request.language)

    @property
    def wording(self) -> ToneWording:
        """The fixed wording of the tone."""
        return self.lexicon.wording[self.request.tone.value]

    @property
    def topic(self) -> str | None:
        """The topic as it stands in a sentence, with its article where it needs one."""
        topic = self.request.analysis.detected_topic
        if not topic or len(topic) > 60:
            return None
        article = next((k.article for k in self.digest.keywords if k.text == topic), "")
        return f"{article} {topic}".strip()

    @property
    def audience(self) -> str | None:
        """The readers, as the user or else the text names them."""
        chosen = _one_line(self.request.options.audience or "") or self.request.analysis.detected_audience
        return chosen if chosen and len(chosen) <= 100 else None

    def frame(self, template: str) -> str | None:
        """A fixed sentence around the topic; None when the text has no topic."""
        topic = self.topic
        if topic is None:
            return None
        return template.replace("{Topic}", capitalised(topic)).replace("{topic}", topic)

    def question(self, default: str) -> str:
        """The closing call: the user's own words where given."""
        return _one_line(self.request.options.cta or "") or default

    def hashtags(self, limit: int) -> list[str]:
        """Hashtags of the keywords, the topic first."""
        asked = self.request.options.max_hashtags
        wanted = limit if asked is None else min(limit, asked)
        phrases = [self.request.analysis.detected_topic or "", *self.request.analysis.keywords]
        # a word said once is no subject
        digest = self.digest
        unlisted = {word.text for word in digest.keywords if not can_be_listed_under(word, digest.language)}
        tags: dict[str, str] = {}
        for phrase in [*(p for p in phrases if p not in unlisted), *phrases[1:3]]:
            if tags and phrase in unlisted:
                break
            tag = hashtag(phrase) if phrase and len(phrase.split()) <= 3 else None
            if tag and not any(tag.lower() in known or known in tag.lower() for known in tags):
                tags[tag.lower()] = tag
        return list(tags.values())[:wanted]

    def core(self) -> str | None:
        """The core message, unless it was used already."""
        return self._take(self.digest.core)

    def hook(self, limit: int, measure: Measure) -> str | None:
        """The sentence that best opens a post: short, standing alone, in tone; uncut."""
        low, high = _HOOK_LENGTH
        signal = self.lexicon.tone_signals[self.request.tone.value]
        found: list[tuple[float, int]] = []
        for sentence in self.digest.sentences:
            seen = self.digest.features[sentence.index]
            if sentence.index in self.used or not seen.standalone or seen.words < 4 or measure(seen.text) > limit:
                continue
            first = words_of(seen.text)[:1]
            worth = (
                0.6 * self.digest.scores[sentence.index]
                + 0.08 * min(3, len(signal.findall(seen.text)))
                + (0.12 if low <= len(seen.text) <= high else -0.1)
                + (0.22 if seen.question and seen.words >= 5 else 0)
                + 0.04 * seen.specifics
                - (0.08 if first and first[0] in self.lexicon.subordinators else 0)
                - (0.15 if sentence.kind is Kind.ITEM else 0)
                # a short text opens with what it has to say
                + (0.25 if sentence.index == self.digest.core and len(self.digest.sentences) < _SHORT_TEXT else 0)
            )
            found.append((round(worth, 6), -sentence.index))
        if not found:
            return None
        found.sort(reverse=True)
        close = [index for worth, index in found[:_HOOK_CHOICES] if worth >= found[0][0] - _HOOK_SLACK]
        # who posts everywhere should not open everywhere with the same line
        return self._take(-close[list(POST_TYPES).index(self.request.platform) % len(close)])

    def best_sentence(self, limit: int, measure: Measure) -> str | None:
        """The most telling unused sentence that fits uncut, without using it up."""
        fitting = [
            index
            for index, seen in self.digest.features.items()
            if index not in self.used
            and seen.standalone
            and not seen.question
            and measure(seen.text) <= limit
            and seen.words >= 5
        ]
        if not fitting:
            return None
        return self.digest.printed(max(fitting, key=lambda index: (self.digest.scores[index], -index)))

    def points(self, wanted: int) -> list[Point]:
        """The points to make, in the order of the text; a short text is not taken apart sentence by sentence."""
        wanted = min(wanted, max(2, len(self.digest.sentences) // 2))
        signal = self.lexicon.tone_signals[self.request.tone.value]
        rows = self.digest.rows
        indices = [
            i
            for i, seen in self.digest.features.items()
            if i not in self.used and seen.standalone and not seen.question
        ]
        if not indices:
            indices = [i for i in self.digest.features if i not in self.used]
        toned = {
            i: self.digest.scores[i]
            + _TONE_WEIGHT * min(3, len(signal.findall(self.digest.features[i].text))) / 3
            - 0.002 * max(0, len(self.digest.features[i].text) - 200)
            for i in indices
        }
        by_row = np.full(len(rows), -1e9)
        for index, value in toned.items():
            by_row[rows[index]] = value
        order = sorted((rows[i] for i in indices), key=lambda row: (-by_row[row], row))[: max(60, wanted * 8)]
        sections = [sentence.section for sentence in self.digest.sentences]
        chosen_rows = ranking.diverse(order, by_row, self.digest.vectors, sections, wanted)
        chosen = sorted(self.digest.sentences[row].index for row in chosen_rows)
        self.used.update(chosen)
        return [
            Point(self.digest.opened(index), self._following(index), self.digest.is_spoken(index)) for index in chosen
        ]

    def _following(self, index: int) -> tuple[str, ...]:
        sentence = self.digest.document.sentences[index]
        following = []
        for later in self.digest.document.block_after(sentence):
            if later.index in self.used or later.index not in self.digest.features:
                break
            following.append(later.text)
        return tuple(following[:3])

    def _take(self, index: int) -> str | None:
        if index in self.used:
            return None
        self.used.add(index)
        return self.digest.printed(index)


def _one_line(text: str) -> str:
    return " ".join(normalise(text).split())
