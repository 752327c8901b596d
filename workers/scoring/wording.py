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
    # what a reader of a result should know
    "after_failures": ("written by {model} after {failed} failed", "geschreven door {model} nadat {failed} faalde"),
    "not_translated": (
        "written in {found}, the language of the input: this provider does not translate",
        "geschreven in de taal van de invoer ({found}): deze provider vertaalt niet",
    ),
    "kept_language": (
        "the sentences keep the language of the input: this provider does not translate",
        "de zinnen houden de taal van de invoer: deze provider vertaalt niet",
    ),
    "own_titles": (
        "titles of the sources' own sentences and of fixed wording: this provider does not write",
        "titels van zinnen uit de bronnen en van vaste bewoording: deze provider schrijft niet zelf",
    ),
    "fewer_titles": (
        "{count} of {asked} titles: this provider has no more that fit",
        "{count} van {asked} titels: meer passende heeft deze provider niet",
    ),
    "own_description": (
        "a description of the script's own sentences: this provider does not write",
        "een beschrijving van zinnen uit het script: deze provider schrijft niet zelf",
    ),
    "fewer_words": (
        "the script holds {count} of the {asked} words that were asked for",
        "het script bevat {count} van de {asked} woorden die zijn gevraagd",
    ),
    "own_script": (
        "a script of the sources' own sentences: this provider does not write",
        "een script van zinnen uit de bronnen: deze provider schrijft niet zelf",
    ),
    "own_remix": (
        "cut down to sentences of the original and its sources: this provider does not write",
        "teruggebracht tot zinnen van het origineel en de bronnen: deze provider schrijft niet zelf",
    ),
    "own_prompts": (
        "fixed wording around what the sources are about: this provider does not write",
        "vaste bewoording rond het onderwerp van de bronnen: deze provider schrijft niet zelf",
    ),
    "own_template": (
        "the template as it is filled in: this provider does not write",
        "het sjabloon zoals het is ingevuld: deze provider schrijft niet zelf",
    ),
    "counted_voice": (
        "the tone card says what was counted; manner beyond that takes a language model",
        "de toonkaart zegt wat is geteld; voor meer is een taalmodel nodig",
    ),
    "names_by_capitals": (
        "names are found by their capitals: what each of them is takes a language model",
        "namen zijn gevonden aan hun hoofdletters: om te weten wat ze zijn is een taalmodel nodig",
    ),
    "feeling_uncounted": (
        "feeling is counted in English and Dutch only",
        "gevoel wordt alleen in het Engels en Nederlands geteld",
    ),
    "first_part": (
        "Written from the first {count} characters of the text.",
        "Geschreven naar de eerste {count} tekens van de tekst.",
    ),
    "findings_of_part": (
        "Topics, names and insights are of the first {count} characters.",
        "Onderwerpen, namen en inzichten zijn van de eerste {count} tekens.",
    ),
    "left_out": ("{source} was left out: {reason}", "{source} is weggelaten: {reason}"),
    "source_in_part": (
        "Of {source} the first {count} characters were read.",
        "Van {source} zijn de eerste {count} tekens gelezen.",
    ),
    "titles_of_part": (
        "The titles are written from the first {count} characters alone.",
        "De titels zijn alleen naar de eerste {count} tekens geschreven.",
    ),
    "another_subject": ("it is about something else", "het gaat over iets anders"),
    "a_source": ("a source", "een bron"),
    "no_samples": (
        "written without the brand's samples: {code}",
        "geschreven zonder de voorbeelden van het merk: {code}",
    ),
    "manner_alone": (
        "voice fit by the manner alone: {code}",
        "of het bij de stem past is alleen naar de schrijfwijze gemeten: {code}",
    ),
    # clips
    "clips_by_rule": ("planned by rule", "gepland volgens vaste regels"),
    "clip_times_estimated": (
        "times are reckoned from an even pace: no captions of the recording are known",
        "tijden zijn berekend naar een gelijkmatig tempo: van de opname is geen ondertiteling bekend",
    ),
    "fewer_clips": (
        "{asked} clips were asked for; moments that make one: {count}",
        "gevraagde clips: {asked}; momenten waar er een van te maken is: {count}",
    ),
    # posts
    "after_samples": (
        "Written after {count} texts of {brand} that are nearest to the subject.",
        "Geschreven naar {count} teksten van {brand} die het dichtst bij het onderwerp liggen.",
    ),
    # scripts
    "hook_question": ("The hook asks a question.", "De opening stelt een vraag."),
    "hook_short": ("The hook takes {count} words.", "De opening telt {count} woorden."),
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
    told = {key: decimal(value, language) if isinstance(value, float) else value for key, value in values.items()}
    return (dutch if language == "nl" else english).format(**told)


def decimal(value: float, language: str) -> str:
    """As people write it: 5.2, in Dutch 5,2."""
    return f"{value}".replace(".", ",") if language == "nl" else f"{value}"


def counted(count: int, language: str, english: tuple[str, str], dutch: tuple[str, str]) -> str:
    """So many of something, which is named in the singular and the plural."""
    one, more = dutch if language == "nl" else english
    return f"{count} {one if count == 1 else more}"
