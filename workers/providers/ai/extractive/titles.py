"""Titles of the sources' own headings and sentences, and of fixed wording around what they are about."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import regex

from workers.providers.ai.extractive.digest import Digest
from workers.providers.ai.extractive.keywords import Keyword
from workers.providers.ai.extractive.lexicon import lexicon
from workers.providers.ai.extractive.naming import in_a_sentence
from workers.providers.ai.extractive.registry import Extracted, LocalTools, local_task
from workers.providers.ai.extractive.title_frames import LABELS, SENTENCES
from workers.providers.ai.extractive.topics import SUBJECT_COUNT
from workers.providers.ai.extractive.trimming import capitalised, fit
from workers.providers.ai.tasks.base import Source
from workers.providers.ai.tasks.context import VideoSource
from workers.providers.ai.tasks.titles import Title, Titles, WriteTitles
from workers.runtime.errors import Rejected
from workers.scoring.titles import score_title
from workers.scoring.wording import say
from workers.text.density import used
from workers.text.words import folded

_PHRASES: Final = 12
_NOUN_LIKE: Final = 0.4
_ENOUGH_PHRASES: Final = 2
_LONGEST_PHRASE: Final = 45
_OWN_SENTENCES: Final = 8
_HEADINGS: Final = 6
_FEWEST_WORDS: Final = 4
_REPEATED_FRAME: Final = 45.0
_REPEATED_PHRASE: Final = 12.0
_FIXED: Final = 8.0
"""Points of SEO score by which fixed wording has to be better than the source's own words."""
_LONGEST_SENTENCE: Final = 80
_SENTENCE: Final = {"en": "A sentence of the source.", "nl": "Een zin uit de bron."}
_PIECE: Final = {"en": "Said in the source.", "nl": "Gezegd in de bron."}
_HEADING: Final = {"en": "A heading of the source.", "nl": "Een kop uit de bron."}
_POINTS_BACK: Final = regex.compile(
    r"^(?:\S+\s){1,2}(?:therefore|thus|hence|instead|then|also|daarom|dus|daardoor|dan|ook|zo)\b", regex.IGNORECASE
)
"""What follows from a sentence that the title does not show."""
_FRAMED: Final = {
    "en": 'Fixed wording around "{phrase}".',
    "nl": 'Vaste bewoording rond "{phrase}".',
}


@dataclass(frozen=True, slots=True)
class _Candidate:
    text: str
    frame: str
    phrase: str
    reason: str


@local_task(WriteTitles)
def titles(task: WriteTitles, tools: LocalTools) -> Extracted[Titles]:
    """The best-made of all combinations, few of them alike; Rejected when the sources name no subject."""
    digests = [found for source in task.sources if (found := _digest(source, task.language, tools))]
    phrases = _phrases(task, digests)
    candidates = [
        *(own for found in digests for own in _own_words(found, task)),
        *_framed(task, phrases, digests),
    ]
    # running speech that comes back to nothing has no other words of its own
    candidates = candidates or [piece for found in digests for piece in _pieces(found, task)]
    if not candidates:
        raise Rejected("the sources hold no text, topic or keyword to make titles of", "INPUT_EMPTY")
    keywords = task.target_keywords or phrases[:1]
    chosen = _choose(candidates, task, keywords)
    if not chosen:
        raise Rejected("no title fits what is to be avoided and how long it may be", "OUTPUT_INVALID")
    notes: tuple[str, ...] = (say("own_titles", task.language),)
    if len(chosen) < task.count:
        notes += (say("fewer_titles", task.language, count=len(chosen), asked=task.count),)
    return Extracted(Titles(titles=[Title(text=one.text, reason=one.reason) for one in chosen]), notes)


def _digest(source: VideoSource, language: str, tools: LocalTools) -> Digest | None:
    if not source.text:
        return None
    try:
        return tools.digests.get(Source(text=source.text, title=source.title), language)
    except Rejected:
        # too little text to rank; its topics and keywords still count
        return None


def _phrases(task: WriteTitles, digests: list[Digest]) -> list[str]:
    named = [
        *task.target_keywords,
        *(digest.topic for digest in digests if digest.topic),
        *(topic for source in task.sources for topic in _subjects_among(source.topics[:3], source)),
        *(keyword for source in task.sources for keyword in _subjects_among(source.keywords[:3], source)),
    ]
    found: dict[str, str] = {}
    for phrase in named:
        _add(phrase, found, task)
    if len(found) < _ENOUGH_PHRASES:
        # what a text repeats is its subject less surely than what somebody named
        for keyword in (keyword for digest in digests for keyword in digest.keywords[:6] if _names(keyword)):
            _add(keyword.text, found, task)
    return list(found.values())[:_PHRASES]


def _subjects_among(named: Sequence[str], source: VideoSource) -> list[str]:
    """What somebody named a text by that does not say it, and of its own words those that it comes back to."""
    text = source.text or ""
    own = set(used(text, named)) - set(used(text, named, at_least=SUBJECT_COUNT))
    return [phrase for phrase in named if phrase not in own]


def _add(phrase: str, found: dict[str, str], task: WriteTitles) -> None:
    key = " ".join(folded(phrase))
    fits = key and len(phrase) <= _LONGEST_PHRASE and not used(phrase, task.avoid_keywords)
    if fits and not any(key in other or other in key for other in found):
        found[key] = phrase


def _names(keyword: Keyword) -> bool:
    """Whether a phrase of a text can stand for what the text is about."""
    return keyword.noun_like >= _NOUN_LIKE and not keyword.countable and keyword.count >= SUBJECT_COUNT


def _framed(task: WriteTitles, phrases: list[str], digests: list[Digest]) -> list[_Candidate]:
    """Every phrase stands for itself; in a sentence only those that a source uses in one."""
    sentences = [
        sentence.text for found in digests if found.language in (None, task.language) for sentence in found.sentences
    ]
    words = lexicon(task.language)
    inside = {phrase: in_a_sentence(phrase, sentences, words) for phrase in phrases}
    framed = [(frame, phrase, phrase) for frame in LABELS[task.language][task.style] for phrase in phrases]
    framed += [
        (frame, phrase, named)
        for frame in SENTENCES[task.language][task.style]
        for phrase, named in inside.items()
        if named is not None
    ]
    return [
        _Candidate(
            frame.replace("{Topic}", capitalised(named)).replace("{topic}", named),
            frame,
            phrase,
            _FRAMED[task.language].format(phrase=phrase),
        )
        for frame, phrase, named in framed
    ]


def _own_words(found: Digest, task: WriteTitles) -> list[_Candidate]:
    """Headings, and short sentences that stand alone, in the language that was asked for."""
    if found.language not in (None, task.language):
        return []
    fitting = [
        index
        for index, seen in found.features.items()
        if seen.standalone
        and seen.words >= _FEWEST_WORDS
        and len(seen.text) <= min(task.max_length, _LONGEST_SENTENCE)
        and not found.is_spoken(index)
        and not _POINTS_BACK.search(seen.text)
    ]
    fitting.sort(key=lambda index: (-found.scores[index], index))
    headings = [
        heading
        for heading in found.document.headings
        if len(heading.split()) >= _FEWEST_WORDS and not found.lexicon.boilerplate.search(heading)
    ]
    return [
        *(_own(heading, ".:", _HEADING[task.language]) for heading in headings[:_HEADINGS]),
        *(_own(found.features[index].text, ".", _SENTENCE[task.language]) for index in fitting[:_OWN_SENTENCES]),
    ]


def _pieces(found: Digest, task: WriteTitles) -> list[_Candidate]:
    """The best pieces of speech without punctuation; where they are cut shows."""
    if found.language not in (None, task.language):
        return []
    spoken = [index for index, seen in found.features.items() if found.is_spoken(index) and seen.words >= _FEWEST_WORDS]
    spoken.sort(key=lambda index: (-found.scores[index], index))
    pieces = [fit(found.printed(index), task.max_length, len, found.lexicon) for index in spoken[:_OWN_SENTENCES]]
    return [_own(piece, "", _PIECE[task.language]) for piece in pieces if piece]


def _own(text: str, end: str, reason: str) -> _Candidate:
    """A text of a source is like no other one: it is its own frame, and no phrase stands in it."""
    return _Candidate(text.rstrip(end), text, "", reason)


def _choose(candidates: list[_Candidate], task: WriteTitles, keywords: Sequence[str]) -> list[_Candidate]:
    seen = {" ".join(folded(title)) for title in task.known_titles()}
    worth = {
        position: score_title(candidate.text, task.language, keywords, []).seo_score
        for position, candidate in enumerate(candidates)
        if task.problem_with(candidate.text, seen) is None
    }
    frames: Counter[str] = Counter()
    phrases: Counter[str] = Counter()
    chosen: list[_Candidate] = []
    while worth and len(chosen) < task.count:
        best = max(worth, key=lambda at: (round(worth[at] - _cost(candidates[at], frames, phrases), 6), -at))
        candidate = candidates[best]
        del worth[best]
        key = " ".join(folded(candidate.text))
        if key in seen:
            continue
        seen.add(key)
        chosen.append(candidate)
        frames[candidate.frame] += 1
        phrases[candidate.phrase] += 1
    return chosen


def _cost(candidate: _Candidate, frames: Counter[str], phrases: Counter[str]) -> float:
    fixed = _FIXED + _REPEATED_PHRASE * phrases[candidate.phrase] if candidate.phrase else 0.0
    return fixed + _REPEATED_FRAME * frames[candidate.frame]
