"""How much feeling the words of a text carry, by lists of common English and Dutch words."""

from typing import Final

import regex

from workers.text.words import folded


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ENGLISH: Final = _words(
    "love loved loves hate hated hates fear fears feared afraid scared scary terrified terrifying joy joyful "
    "happy happiness unhappy sad sadness angry anger furious rage proud pride ashamed shame guilt guilty "
    "lonely hope hopeful hopeless dream dreams excited exciting amazing awesome incredible unbelievable "
    "wonderful fantastic brilliant beautiful terrible horrible awful disaster nightmare panic worry worried "
    "anxious anxiety stress stressed pain painful hurt hurts suffer suffering cry crying tears laugh laughing "
    "smile smiled surprise surprised surprising shocked shocking wow grateful gratitude thankful thrilled "
    "passion passionate inspire inspired inspiring courage brave bold heart heartbreaking miracle magic "
    "magical crazy insane epic win winning won lose losing lost fail failed failure success succeed struggle "
    "struggling fight overwhelmed exhausted frustrated frustrating frustration disappointed regret jealous "
    "trust betrayed freedom free powerful strong weak never always worst best favourite favorite disgusting "
    "danger dangerous warning secret finally desperate delighted glad relieved calm peace peaceful"
)
_DUTCH: Final = _words(
    "liefde houd houden haat haten bang angst angstig eng vrees blij blijdschap gelukkig geluk ongelukkig "
    "verdrietig verdriet boos woede woedend trots schaamte schaam schuld schuldig eenzaam hoop hopeloos droom "
    "dromen enthousiast geweldig fantastisch ongelooflijk prachtig mooi schitterend verschrikkelijk vreselijk "
    "afschuwelijk ramp nachtmerrie paniek zorgen bezorgd stress gestrest pijn pijnlijk lijden huilen tranen "
    "lachen lach glimlach verrassing verrast verrassend schok geschokt schokkend wauw dankbaar dankbaarheid "
    "passie gepassioneerd inspireren inspirerend moed moedig dapper hart wonder magisch gek waanzinnig winnen "
    "gewonnen verliezen verloren mislukt mislukking falen succes slagen worstelen vechten strijd overweldigd "
    "uitgeput gefrustreerd frustratie teleurgesteld spijt jaloers vertrouwen verraden vrijheid vrij krachtig "
    "sterk zwak nooit altijd ergste beste favoriet walgelijk gevaar gevaarlijk waarschuwing geheim eindelijk "
    "wanhopig opgelucht rust rustig vrede"
)
_LISTS: Final = {"en": _ENGLISH, "nl": _DUTCH}
_EXCLAMATION: Final = regex.compile(r"!+")
_FULL: Final = 8.0
_FEWEST_WORDS: Final = 10


def emotional_words(text: str, language: str) -> list[str]:
    """The words of the text that are on the list of the language, in order."""
    known = _LISTS.get(language, _ENGLISH)
    return [word for word in folded(text) if word in known]


def emotional_tone(text: str, language: str) -> float | None:
    """0 to 100: emotional words and exclamations per 100 words, 8 of them being 100; None below ten words."""
    count = len(folded(text))
    if count < _FEWEST_WORDS or language not in _LISTS:
        return None
    marks = len(emotional_words(text, language)) + len(_EXCLAMATION.findall(text))
    return round(min(100.0, 100 * (100 * marks / count) / _FULL), 2)
