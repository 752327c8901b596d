"""Greetings and goodbyes are said in every recording, and are worth no hook, no insight, no quote and no hashtag."""

from __future__ import annotations

import pytest

from tests.support.posts import generator
from workers.analysis.reading import Reading, Subject
from workers.analysis.report import Answers, Report
from workers.providers.ai.extractive.lexicon import lexicon
from workers.providers.ai.tasks.base import Language, Source
from workers.providers.ai.tasks.content_analysis import AnalyseContent

WELCOME = "Welkom bij De Moestuinpodcast, ik ben Femke."
GOODBYE = "Tot volgende week, en vergeet je handschoenen niet!"
SPOKEN = f"""{WELCOME} Vandaag praten we over water geven. Wortels hebben lucht nodig. In natte grond zit geen lucht.
Is de grond nog vochtig, dan geef je geen water. Geef je 's avonds water, dan blijft het blad de hele nacht nat. Geef
nooit een beetje, elke dag. Geef liever twee keer per week een volle gieter. Dan gaan de wortels de diepte in.
{GOODBYE}"""


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Welcome back to another episode of The Soil Hour."),
        ("en", "Hello everyone and welcome to the show."),
        ("en", "Hi guys!"),
        ("en", "See you next week."),
        ("en", "And thank you so much for listening."),
        ("en", "Until next time, keep digging."),
        ("nl", WELCOME),
        ("nl", "Hallo allemaal, en welkom terug bij mijn podcast!"),
        ("nl", "Hoi allemaal!"),
        ("nl", GOODBYE),
        ("nl", "Bedankt voor het luisteren."),
        ("nl", "Dankjewel voor het kijken en tot snel."),
    ],
)
def test_what_is_said_in_every_recording(language: str, sentence: str) -> None:
    assert lexicon(language).small_talk.search(sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Every guest is welcome to bring a plant."),
        ("en", "A warm welcome is worth more than a discount."),
        ("en", "Hello is the first word a robot learns."),
        ("en", "You will see your next harvest in May."),
        ("en", "Thanks to compost the soil stays wet."),
        ("nl", "Iedereen is welkom in onze tuin."),
        ("nl", "Dagelijks water geven is slecht."),
        ("nl", "Tot volgend jaar bewaar je de knollen droog."),
        ("nl", "Bedankt een klant je nooit, dan klopt er iets niet."),
    ],
)
def test_what_only_sounds_like_it(language: str, sentence: str) -> None:
    assert not lexicon(language).small_talk.search(sentence)


async def test_an_analysis_leaves_it_out() -> None:
    found = (await generator().run(AnalyseContent(source=Source(text=SPOKEN), language="nl", is_spoken=True))).value
    chosen = [*found.key_insights, *found.quotes, found.summary or ""]
    assert chosen
    assert not [text for text in chosen if "Welkom" in text or "Tot volgende" in text]


@pytest.mark.parametrize(
    ("language", "text", "verb", "noun"),
    [
        ("nl", SPOKEN, "geef", "wortels"),
        (
            "en",
            "Measure the soil before you plant. Measure it twice. The soil tells you all. In May measure your soil.",
            "measure",
            "soil",
        ),
    ],
)
async def test_what_one_is_told_to_do_is_no_subject(language: Language, text: str, verb: str, noun: str) -> None:
    found = (await generator().run(AnalyseContent(source=Source(text=text), language=language))).value
    named = [word.lower() for word in [*found.topics, *found.keywords]]
    assert noun in named
    assert verb not in named


async def test_it_is_no_hook_though_it_is_how_the_text_opens() -> None:
    findings = (await generator().run(AnalyseContent(source=Source(text=SPOKEN), language="nl"))).value
    report = Report(Subject(), Reading(text=SPOKEN, language="nl"), findings, "nl")
    assert report.questions.hooks[0] == WELCOME, "the opening is judged all the same"
    assert GOODBYE not in report.questions.hooks
    result = report.result(Answers(["warning"] * len(report.questions.hooks), [[]] * len(report.questions.endings)))
    hooks = [moment["text"] for moment in result["hook_moments"]]
    assert hooks
    assert WELCOME not in hooks
