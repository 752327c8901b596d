"""The few sentences that say what was counted, where no model wrote about it."""

from collections.abc import Mapping
from typing import Final

from workers.analysis.parts import Parts
from workers.analysis.scores import Measures
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
    if language == "nl":
        return f"Opent met {named}, {word_count(opening)} woorden: “{opening}”"
    return f"Opens with {named} of {word_count(opening)} words: “{opening}”"


def body(found: Parts, measures: Measures, language: str) -> str:
    """What lies between, in numbers."""
    words = sum(word_count(sentence) for sentence in found.body)
    each = words / len(found.body) if found.body else 0
    if language == "nl":
        return (
            f"{words} woorden in {len(found.body)} zinnen ({each:.1f} per zin); "
            f"{measures.hooks} sterke en {measures.quotes} citeerbare zinnen."
        )
    return (
        f"{words} words in {len(found.body)} sentences ({each:.1f} each); "
        f"{measures.hooks} strong and {measures.quotes} quotable ones."
    )


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
    each = measures.words / len(measures.sentences) if measures.sentences else 0
    share = round(100 * measures.reader_share)
    if language == "nl":
        return (
            f"{measures.words} woorden in {len(measures.sentences)} zinnen ({each:.1f} per zin), "
            f"{measures.questions} vragen; {share}% van de zinnen spreekt de lezer aan."
        )
    return (
        f"{measures.words} words in {len(measures.sentences)} sentences ({each:.1f} each), "
        f"{measures.questions} questions; {share}% of the sentences speak to the reader."
    )
