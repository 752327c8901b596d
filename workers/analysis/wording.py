"""The few sentences that say what was counted, where no model wrote about it."""

from collections.abc import Mapping
from typing import Final

from workers.analysis.parts import Parts
from workers.analysis.scores import Measures
from workers.scoring.wording import counted, decimal
from workers.text.words import word_count

_KINDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "question": "a question", "how_to": "a how-to", "warning": "a warning", "number": "a number",
        "curiosity": "something withheld", "story": "a story in the first person", "address": "a word to the reader",
        "statement": "a statement",
    },
    "nl": {
        "question": "een vraag", "how_to": "een uitleg", "warning": "een waarschuwing", "number": "een getal",
        "curiosity": "iets wat nog niet gezegd wordt", "story": "een verhaal in de ik-vorm",
        "address": "een woord tot de lezer", "statement": "een mededeling",
    },
}  # fmt: skip
_CALLS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "subscribe": "to subscribe", "follow": "to follow", "comment": "for an answer", "share": "to share it",
        "download": "to download something", "link_click": "to open a link",
    },
    "nl": {
        "subscribe": "te abonneren", "follow": "te volgen", "comment": "te reageren", "share": "het te delen",
        "download": "iets te downloaden", "link_click": "een link te openen",
    },
}  # fmt: skip


def hook(found: Parts, kind: str | None, language: str) -> str | None:
    """How it opens; None for a text without a sentence."""
    if not found.hook:
        return None
    opening = found.hook[0]
    named = _KINDS[language].get(kind or "statement", _KINDS[language]["statement"])
    words = _words(word_count(opening), language)
    if language == "nl":
        return f"Opent met {named}, {words}: “{opening}”"
    return f"Opens with {named} of {words}: “{opening}”"


def body(found: Parts, measures: Measures, language: str) -> str:
    """What lies between, in numbers."""
    size = _size(sum(word_count(sentence) for sentence in found.body), len(found.body), language)
    if language == "nl":
        return f"{size}; sterke zinnen: {measures.hooks}, citeerbare: {measures.quotes}."
    return f"{size}; strong ones: {measures.hooks}, quotable ones: {measures.quotes}."


def call(found: Parts, language: str) -> str:
    """What it asks for at the end."""
    if found.cta is None:
        return "Vraagt aan het eind niets." if language == "nl" else "Asks for nothing at the end."
    asked = ", ".join(_CALLS[language][kind] for kind in found.cta_kinds if kind in _CALLS[language])
    if language == "nl":
        return f"Vraagt {asked}: “{found.cta}”"
    return f"Asks {asked}: “{found.cta}”"


def style(measures: Measures, language: str) -> str:
    """How it is written, in numbers."""
    size = _size(measures.words, len(measures.sentences), language)
    asked = counted(measures.questions, language, ("question", "questions"), ("vraag", "vragen"))
    share = round(100 * measures.reader_share)
    if language == "nl":
        return f"{size}, {asked}; {share}% van de zinnen spreekt de lezer aan."
    return f"{size}, {asked}; {share}% of the sentences speak to the reader."


def _words(count: int, language: str) -> str:
    return counted(count, language, ("word", "words"), ("woord", "woorden"))


def _size(words: int, sentences: int, language: str) -> str:
    count = counted(sentences, language, ("sentence", "sentences"), ("zin", "zinnen"))
    each = decimal(round(words / sentences, 1) if sentences else 0.0, language)
    return f"{_words(words, language)} in {count} ({each} {'per zin' if language == 'nl' else 'each'})"
