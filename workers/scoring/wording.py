"""The fixed sentences of reasons and tips, in the language of the text they are about."""

from typing import Any, Final

_SENTENCES: Final[dict[str, tuple[str, str]]] = {
    # titles
    "keyword_first": (
        'Opens with the keyword "{keyword}".',
        'Begint met het zoekwoord "{keyword}".',
    ),
    "keyword_used": ('Holds the keyword "{keyword}".', 'Bevat het zoekwoord "{keyword}".'),
    "length_shown": (
        "{count} characters: shown in full in search results.",
        "{count} tekens: volledig zichtbaar in zoekresultaten.",
    ),
    "has_number": ("Holds a number.", "Bevat een getal."),
    "asks": ("Asks the viewer a question.", "Stelt de kijker een vraag."),
    "from_source": (
        'Made from "{title}", performance score {score}.',
        'Gemaakt van "{title}", prestatiescore {score}.',
    ),
    "model_says": ("The model says: {reason}", "Het model zegt: {reason}"),
    "tip_keyword": (
        'Use the keyword "{keyword}", best in the first half.',
        'Gebruik het zoekwoord "{keyword}", het liefst in de eerste helft.',
    ),
    "tip_title_length": (
        "Make the title 40 to 60 characters long; it has {count}.",
        "Maak de titel 40 tot 60 tekens lang; hij heeft er {count}.",
    ),
    "tip_shouting": (
        "Write without capitals in a row and strings of marks.",
        "Schrijf zonder hoofdletters en leestekens op een rij.",
    ),
    "tip_specific": ("Name a number, a question or a how.", "Noem een getal, een vraag of een hoe."),
    "first_part": (
        "Written from the first {count} characters of the text.",
        "Geschreven naar de eerste {count} tekens van de tekst.",
    ),
    # posts
    "after_samples": (
        "Written after {count} texts of {brand} that are nearest to the subject.",
        "Geschreven naar {count} teksten van {brand} die het dichtst bij het onderwerp liggen.",
    ),
    # scripts
    "hook_question": ("The hook asks a question.", "De opening stelt een vraag."),
    "hook_short": ("The hook takes {count} words.", "De opening telt {count} woorden."),
    "hook_worked": (
        "Openings of the kind {kind} reached percentile {percentile} on this channel ({videos} videos).",
        "Openingen van de soort {kind} haalden percentiel {percentile} op dit kanaal ({videos} video's).",
    ),
    "fits_time": (
        "{count} words: {seconds} of {asked} seconds at {pace} words a minute.",
        "{count} woorden: {seconds} van {asked} seconden bij {pace} woorden per minuut.",
    ),
    "short_script": (
        "The sources hold enough for {seconds} of {asked} seconds only.",
        "De bronnen bevatten genoeg voor maar {seconds} van {asked} seconden.",
    ),
    # texts to be found by
    "tip_description_length": (
        "Make the description at least {asked} words long; it has {count}.",
        "Maak de beschrijving minstens {asked} woorden lang; hij heeft er {count}.",
    ),
    "tip_keyword_opening": (
        'Use "{keyword}" in the first 25 words of the description.',
        'Gebruik "{keyword}" in de eerste 25 woorden van de beschrijving.',
    ),
    "tip_keyword_missing": (
        'The description lacks the keyword "{keyword}".',
        'De beschrijving mist het zoekwoord "{keyword}".',
    ),
    "tip_stuffing": (
        '"{keyword}" stands {density} times per 100 words; 3 are enough.',
        '"{keyword}" staat {density} keer per 100 woorden; 3 is genoeg.',
    ),
    "tip_keyword_title": (
        'The title lacks the keyword "{keyword}".',
        'De titel mist het zoekwoord "{keyword}".',
    ),
    "tip_readability": (
        "Use shorter sentences and words: the reading ease is {ease} of 100.",
        "Gebruik kortere zinnen en woorden: de leesbaarheid is {ease} van 100.",
    ),
    "tip_timestamps": (
        "The script is too short for chapters: YouTube wants three of ten seconds each.",
        "Het script is te kort voor hoofdstukken: YouTube wil er drie van elk tien seconden.",
    ),
    "tip_tags": ("Use more tags: {count} of at most {asked}.", "Gebruik meer tags: {count} van hoogstens {asked}."),
    "tip_paragraphs": (
        "Divide the description into paragraphs.",
        "Verdeel de beschrijving in alinea's.",
    ),
}


def say(name: str, language: str, **values: Any) -> str:
    """The sentence of that name in nl, else in en."""
    english, dutch = _SENTENCES[name]
    return (dutch if language == "nl" else english).format(**values)
