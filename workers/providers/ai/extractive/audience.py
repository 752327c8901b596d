"""Who the text says it is for, in the text's own words."""

from workers.providers.ai.extractive.lexicon import Lexicon

_LONGEST = 80
_SAMPLE_CHARACTERS = 60_000


def detect(text: str, lexicon: Lexicon) -> str | None:
    """The phrase that names the readers, or None when the text names none."""
    sample = text[:_SAMPLE_CHARACTERS]
    for pattern in lexicon.audience_patterns:
        for match in pattern.finditer(sample):
            phrase = " ".join(match["audience"].split())
            if match["head"].lower() in lexicon.people and len(phrase) <= _LONGEST:
                return phrase
    return None
