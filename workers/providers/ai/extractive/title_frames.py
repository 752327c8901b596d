"""Fixed wording of titles around a phrase.

Nothing here states a fact, promises a number, a length or an order, or has a verb or a pronoun that must agree with the
phrase. LABELS hold where the phrase stands for itself, before or after a colon: any phrase fits. SENTENCES need it with
the article that it has in a sentence.
"""

from typing import Final

LABELS: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "en": {
        "educational": (
            "{Topic}: where to begin",
            "{Topic}: what to know first",
            "{Topic}: the key points",
            "{Topic}: a closer look",
            "{Topic} in plain words",
            "{Topic}: what do you know already?",
            "{Topic}: a first look",
            "Today's subject: {topic}",
            "Worth knowing: {topic}",
            "In this video: {topic}",
        ),
        "motivational": (
            "{Topic}: start today",
            "{Topic}: one step at a time",
            "{Topic}: begin where you are",
            "{Topic}: your next step",
            "{Topic}: ready to begin?",
            "{Topic}: keep going",
            "{Topic}: what is keeping you?",
            "{Topic}: now is a good time",
            "On the list for today: {topic}",
            "Your turn: {topic}",
        ),
        "entertainment": (
            "{Topic}: what would you do?",
            "{Topic}, honestly",
            "{Topic}: which side are you on?",
            "{Topic}, here we go",
            "{Topic}: what do you think?",
            "{Topic}: yes or no?",
            "{Topic}: let's talk",
            "Right, then: {topic}",
            "Be honest: {topic}",
            "In this video: {topic}",
        ),
        "business": (
            "{Topic}: what matters for your business",
            "{Topic}: where does your team begin?",
            "{Topic}: questions to ask first",
            "{Topic}: what to decide",
            "{Topic}: the key points for teams",
            "{Topic} on your agenda",
            "{Topic}: a briefing",
            "{Topic}: your next step",
            "For managers: {topic}",
            "For your next meeting: {topic}",
        ),
    },
    "nl": {
        "educational": (
            "{Topic}: waar begin je?",
            "{Topic}: wat je eerst moet weten",
            "{Topic}: de kernpunten",
            "{Topic} van dichtbij bekeken",
            "{Topic} in gewone woorden",
            "{Topic}: wat weet je al?",
            "{Topic}: een eerste blik",
            "Het onderwerp van vandaag: {topic}",
            "Goed om te weten: {topic}",
            "In deze video: {topic}",
        ),
        "motivational": (
            "{Topic}: begin vandaag",
            "{Topic}: stap voor stap verder",
            "{Topic}: begin waar je nu staat",
            "{Topic}: jouw volgende stap",
            "{Topic}: klaar om te beginnen?",
            "{Topic}: ga zo door",
            "{Topic}: wat houdt je tegen?",
            "{Topic}: dit is een goed moment",
            "Op de lijst voor vandaag: {topic}",
            "Jouw beurt: {topic}",
        ),
        "entertainment": (
            "{Topic}: wat zou jij doen?",
            "{Topic}, eerlijk gezegd",
            "{Topic}: aan welke kant sta jij?",
            "{Topic}, daar gaan we",
            "{Topic}: wat vind jij?",
            "{Topic}: ja of nee?",
            "{Topic}: even praten",
            "Goed, dan nu: {topic}",
            "Wees eerlijk: {topic}",
            "In deze video: {topic}",
        ),
        "business": (
            "{Topic}: wat telt voor jouw bedrijf",
            "{Topic}: waar begint jouw team?",
            "{Topic}: vragen om eerst te stellen",
            "{Topic}: wat je moet besluiten",
            "{Topic}: de kernpunten voor teams",
            "{Topic} op jouw agenda",
            "{Topic}: een briefing",
            "{Topic}: jouw volgende stap",
            "Voor managers: {topic}",
            "Voor je volgende vergadering: {topic}",
        ),
    },
}
"""Language → style → wording; `{topic}` and `{Topic}` stand for the bare phrase."""

SENTENCES: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "en": {
        "educational": (
            "What to know about {topic} before you start",
            "How much do you know about {topic}?",
            "A first look at {topic}",
        ),
        "motivational": (
            "Start with {topic} today",
            "Your first step with {topic}",
            "Make time for {topic} this week",
        ),
        "entertainment": (
            "Let's talk about {topic}",
            "So, about {topic}…",
            "Can we talk about {topic} for a minute?",
        ),
        "business": (
            "What to decide about {topic}",
            "Your next step with {topic}",
            "Questions to ask about {topic}",
        ),
    },
    "nl": {
        "educational": (
            "Wat je over {topic} moet weten voor je begint",
            "Hoeveel weet jij over {topic}?",
            "Een eerste blik op {topic}",
        ),
        "motivational": (
            "Begin vandaag met {topic}",
            "Jouw eerste stap met {topic}",
            "Maak deze week tijd voor {topic}",
        ),
        "entertainment": (
            "Laten we het hebben over {topic}",
            "Dus, over {topic}…",
            "Even praten over {topic}?",
        ),
        "business": (
            "Wat je over {topic} moet besluiten",
            "Jouw volgende stap met {topic}",
            "Vragen om te stellen over {topic}",
        ),
    },
}
"""Language → style → wording; `{topic}` stands for the phrase as it is in a sentence."""
