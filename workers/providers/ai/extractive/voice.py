"""How a brand sounds, by what was counted: each sentence follows from one number, and says it."""

from typing import Final

from workers.providers.ai.extractive.registry import Extracted, LocalTools, local_task
from workers.providers.ai.tasks.base import Language
from workers.providers.ai.tasks.voice import DescribeVoice, VoiceDescription
from workers.scoring.wording import decimal, say

_SHORT: Final = 12.0
_LONG: Final = 20.0
_SOME: Final = 0.1
_OFTEN: Final = 1.0
_FREQUENT: Final = 3.0

_WORDING: Final[dict[Language, dict[str, str]]] = {
    "en": {
        "short": "Short sentences: {value:.0f} words on average.",
        "do_short": "Keep sentences near {value:.0f} words.",
        "middle": "Sentences of middle length: {value:.0f} words on average.",
        "long": "Long sentences: {value:.0f} words on average.",
        "questions": "{share:.0f} of 100 sentences are questions.",
        "no_questions": "Questions to the reader: hardly a sentence is one.",
        "exclamations": "{share:.0f} of 100 sentences end with an exclamation mark.",
        "no_exclamations": "Exclamation marks: hardly a sentence has one.",
        "second": "The reader is addressed directly, {tenths} times in 100 words.",
        "do_second": "Address the reader directly.",
        "singular": "One person speaks: {tenths} times “I” or “my” in 100 words.",
        "do_singular": "Write in the first person singular.",
        "plural": "A group speaks: {tenths} times “we” or “our” in 100 words.",
        "do_plural": "Write as “we”.",
        "contractions": "Contractions as in speech, {tenths} in 100 words.",
        "formal": "Formal words prevail.",
        "informal": "Words of everyday speech prevail over formal ones.",
        "emoji": "{tenths} emoji in 100 words.",
        "no_emoji": "Emoji: the samples have hardly any.",
        "hashtags": "{tenths} hashtags in 100 words.",
        "numbers": "Figures are frequent: {tenths} in 100 words.",
    },
    "nl": {
        "short": "Korte zinnen: gemiddeld {value:.0f} woorden.",
        "do_short": "Houd zinnen rond de {value:.0f} woorden.",
        "middle": "Zinnen van gemiddelde lengte: {value:.0f} woorden.",
        "long": "Lange zinnen: gemiddeld {value:.0f} woorden.",
        "questions": "{share:.0f} van de 100 zinnen zijn vragen.",
        "no_questions": "Vragen aan de lezer: nauwelijks een zin is er een.",
        "exclamations": "{share:.0f} van de 100 zinnen eindigen met een uitroepteken.",
        "no_exclamations": "Uitroeptekens: nauwelijks een zin heeft er een.",
        "second": "De lezer wordt rechtstreeks aangesproken, {tenths} keer per 100 woorden.",
        "do_second": "Spreek de lezer rechtstreeks aan.",
        "singular": "Eén persoon spreekt: {tenths} keer “ik” of “mijn” per 100 woorden.",
        "do_singular": "Schrijf in de ik-vorm.",
        "plural": "Een groep spreekt: {tenths} keer “wij” of “ons” per 100 woorden.",
        "do_plural": "Schrijf in de wij-vorm.",
        "contractions": "Samentrekkingen als in spreektaal, {tenths} per 100 woorden.",
        "formal": "Formele woorden hebben de overhand.",
        "informal": "Alledaagse woorden hebben de overhand op formele.",
        "emoji": "{tenths} emoji per 100 woorden.",
        "no_emoji": "Emoji: de voorbeelden hebben er nauwelijks een.",
        "hashtags": "{tenths} hashtags per 100 woorden.",
        "numbers": "Getallen komen vaak voor: {tenths} per 100 woorden.",
    },
}


@local_task(DescribeVoice)
def describe_voice(task: DescribeVoice, tools: LocalTools) -> Extracted[VoiceDescription]:
    """What the measures say, in fixed words; tone, humour and imagery it does not judge."""
    found = _Found(task)
    found.length()
    found.person()
    found.marks()
    found.words()
    return Extracted(
        VoiceDescription(traits=found.traits[:8], guidelines=found.guidelines[:10], avoid=found.avoid[:10]),
        (say("counted_voice", task.language),),
    )


class _Found:
    def __init__(self, task: DescribeVoice) -> None:
        self._measures = task.measures
        self._language = task.language
        self._wording = _WORDING[task.language]
        self.traits: list[str] = []
        self.guidelines: list[str] = []
        self.avoid: list[str] = []

    def length(self) -> None:
        value = self._measures.get("words_per_sentence")
        if value is None:
            return
        name = "short" if value <= _SHORT else "long" if value >= _LONG else "middle"
        self.traits.append(self._say(name, value))
        self.guidelines.append(self._say("do_short", value))

    def person(self) -> None:
        for measure, name in (
            ("second_person", "second"),
            ("first_person_singular", "singular"),
            ("first_person_plural", "plural"),
        ):
            value = self._measures.get(measure, 0)
            if value >= _OFTEN:
                self.traits.append(self._say(name, value))
                self.guidelines.append(self._say(f"do_{name}", value))

    def marks(self) -> None:
        for name in ("questions", "exclamations"):
            value = self._measures.get(name)
            if value is not None and value >= _SOME:
                self.traits.append(self._say(name, value))
            elif value is not None and value < _SOME / 5:
                self.avoid.append(self._say(f"no_{name}", value))
        emoji = self._measures.get("emoji")
        if emoji is not None and emoji >= _SOME:
            self.traits.append(self._say("emoji", emoji))
        elif emoji is not None:
            self.avoid.append(self._say("no_emoji", emoji))

    def words(self) -> None:
        formality = self._measures.get("formality", 0)
        if abs(formality) >= _OFTEN:
            self.traits.append(self._say("formal" if formality > 0 else "informal", formality))
        for name, least in (("contractions", _OFTEN), ("hashtags", _OFTEN), ("numbers", _FREQUENT)):
            value = self._measures.get(name, 0)
            if value >= least:
                self.traits.append(self._say(name, value))

    def _say(self, name: str, value: float) -> str:
        tenths = decimal(round(value, 1), self._language)
        return self._wording[name].format(value=value, tenths=tenths, share=100 * value)
