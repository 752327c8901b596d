"""Titles without a model: the source's own words first, fixed wording that fits any phrase, and no facts."""

from __future__ import annotations

import pytest

from tests.support.posts import generator
from tests.support.text_requests import TEXTS, TITLES
from workers.providers.ai.extractive.lexicon import lexicon
from workers.providers.ai.extractive.naming import in_a_sentence
from workers.providers.ai.extractive.title_frames import LABELS, SENTENCES
from workers.providers.ai.tasks.base import Source
from workers.providers.ai.tasks.content_analysis import AnalyseContent
from workers.providers.ai.tasks.context import VideoSource
from workers.providers.ai.tasks.titles import Title, WriteTitles
from workers.text.words import folded

STYLES = ["educational", "motivational", "entertainment", "business"]
NAMES = [
    ("en", "microphone", "Buy a microphone. Turn a microphone around.", "a microphone"),
    ("en", "microphone", "Speak past the microphone. Clean the microphone, then talk.", "the microphone"),
    ("en", "audio editor", "Every podcast needs an audio editor.", "an audio editor"),
    ("en", "compost", "Gardens live on compost. The heap becomes compost in spring.", "compost"),
    ("en", "compost", "We work with compost and the compost is warm. Learn about compost.", "compost"),
    ("en", "worms", "Worms are quiet. A bin is full of worms.", "worms"),
    ("en", "red worms", "Red worms are quick.", "red worms"),
    ("en", "new york", "We moved to the coast from New York in May.", "New York"),
    ("en", "microphone", "The microphone stand fell. A better microphone, no.", None),
    ("en", "microphone", "Nothing is said of it here.", None),
    ("en", "", "Nothing is asked for.", None),
    ("nl", "microfoon", "Koop een microfoon. Draai een microfoon om.", "een microfoon"),
    ("nl", "balkon", "Zet ze op het balkon. Het balkon is warm.", "het balkon"),
    ("nl", "grond", "Maak de grond los. De grond is nat.", "de grond"),
    ("nl", "compost", "Planten leven van compost. Werk met compost.", "compost"),
    ("nl", "tomaten", "Tomaten zijn dorstig. De teelt van tomaten is werk.", "tomaten"),
    ("nl", "balkon", "Een groot balkon bloeit. Balkon planten groeien.", None),
]


@pytest.mark.parametrize(("language", "phrase", "text", "expected"), NAMES)
def test_a_thing_is_named_as_its_text_names_it(language: str, phrase: str, text: str, expected: str | None) -> None:
    sentences = [f"{sentence}." for sentence in text.removesuffix(".").split(". ")]
    assert in_a_sentence(phrase, sentences, lexicon(language)) == expected


async def titles(language: str, style: str, **changes: object) -> list[Title]:
    source = VideoSource(title=TITLES[language], text=TEXTS[language].read_text())
    task = WriteTitles.model_validate(
        {"language": language, "style": style, "count": 10, "max_length": 80, "sources": (source,), **changes}
    )
    return (await generator().run(task)).value.titles


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("language", ["en", "nl"])
async def test_a_keyword_that_no_source_names_stands_for_itself(language: str, style: str) -> None:
    made = await titles(language, style, sources=(), target_keywords=("microphone",))
    assert len(made) == 10
    for title in made:
        before, _, after = title.text.lower().partition("microphone")
        assert not before or before.endswith(": "), f"{title.text}: a noun without its article inside a sentence"
        assert not after or after[0] in ":," or after.startswith((" in ", " on ", " op ", " van ")), title.text


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("language", ["en", "nl"])
async def test_the_source_s_own_words_come_first_and_nothing_is_added_to_them(language: str, style: str) -> None:
    made = await titles(language, style)
    text = " ".join(folded(TEXTS[language].read_text()))
    own = [title for title in made if " ".join(folded(title.text)) in text]
    assert len(own) >= 5
    assert made[0] in own
    fixed = {
        word for frames in (LABELS, SENTENCES) for frame in frames[language][style] for word in folded(frame)
    }  # fmt: skip
    for title in made:
        assert (title.reason[:2] in ("A ", "Ee")) is (title in own), title
        assert title in own or set(folded(title.text)) <= fixed | set(text.split()), f"{title.text}: from nowhere"


@pytest.mark.parametrize("language", ["en", "nl"])
def test_fixed_wording_holds_no_number_and_no_promise(language: str) -> None:
    promised = {"best", "secret", "everything", "always", "never", "guaranteed", "minutes", "beste", "geheim", "alles",
                "altijd", "nooit", "minuten"}  # fmt: skip
    for frames in (LABELS, SENTENCES):
        for style in STYLES:
            assert len(set(frames[language][style])) == len(frames[language][style])
            for frame in frames[language][style]:
                assert not any(character.isdigit() for character in frame)
                assert not promised & set(folded(frame)), frame
                assert frame.lower().count("{topic}") == 1
    assert all("{topic}" in frame and ":" not in frame for frames in SENTENCES[language].values() for frame in frames)


async def test_a_sentence_that_follows_from_another_is_no_title() -> None:
    text = (
        "Balcony plants dry out quickly in the sun. Choose therefore a deep pot with a wide rim. "
        "A deep pot holds more water than a wide one. Water early in the morning, never at noon."
    )
    made = await titles("en", "educational", sources=(VideoSource(text=text),))
    assert not any("therefore" in title.text for title in made)
    assert any(title.text == "A deep pot holds more water than a wide one" for title in made)


async def test_sentences_of_several_sources_stand_in_each_others_way_no_more_than_those_of_one() -> None:
    texts = [
        " ".join(sentences)
        for sentences in (
            (
                "Balcony plants dry out quickly in the sun.", "A deep pot holds more water than a wide one.",
                "Water the plants early in the morning.", "Mulch keeps the soil of a pot cool in summer.",
            ),
            (
                "Sourdough bread needs a warm kitchen.", "A cold oven makes the crust of bread pale.",
                "Feed the starter of the bread every day.", "Rye flour wakes a sleepy starter up again.",
            ),
        )
    ]  # fmt: skip
    alone, together = [
        {title.text for title in made if title.reason == "A sentence of the source."}
        for made in (
            [title for text in texts for title in await titles("en", "educational", sources=(VideoSource(text=text),))],
            await titles("en", "educational", sources=tuple(VideoSource(text=text) for text in texts)),
        )
    ]
    assert len(alone) == 8
    assert together == alone


UNFIT = [
    "Longer than that and you wake up from deep sleep, which feels awful.",
    "Ingredients: 500 g flour, 375 ml water, 10 g salt, 2 g dry yeast.",
]


async def test_what_is_compared_with_the_sentence_before_or_lists_things_is_no_title() -> None:
    fitting = "Caffeine has a half-life of about five hours."
    text = " ".join(f"{one} {fitting} Nobody sleeps well after a late cup of coffee." for one in UNFIT)
    made = [one.text for one in await titles("en", "educational", sources=(VideoSource(title="Rest", text=text),))]
    assert fitting.rstrip(".") in made
    assert not {one.rstrip(".") for one in UNFIT} & set(made)


async def test_what_a_text_names_twice_is_not_what_it_is_about() -> None:
    text = (
        "I quit my job on a Friday without a plan. My savings would last five months. Then my mother fell and broke "
        "her hip. I wrote product descriptions for a shop. I earned 640 dollars that month. On Wednesdays I have "
        "dinner with my mother."
    )
    made = [one.text for one in await titles("en", "business", sources=(VideoSource(title="", text=text),))]
    assert made
    assert not [one for one in made if one.startswith("Mother")]


SPOKEN = (
    "als je thuis iets wilt opnemen dan klinkt het vaak hol dus hang een deken op en ga er dicht bij zitten dan hoor "
    "je minder van de muren en meer van je stem zet ook de koelkast even uit want die hoor je straks terug en praat "
    "langs de microfoon niet erin dan plof je niet neem altijd een stukje stilte mee aan het begin zodat je later de "
    "ruis weg kunt halen en luister alles een keer terug met oortjes voordat je het online zet"
)


@pytest.mark.parametrize("style", STYLES)
async def test_what_speech_says_once_is_no_subject_of_a_title(style: str) -> None:
    found = (await generator().run(AnalyseContent(source=Source(text=SPOKEN), language="nl", is_spoken=True))).value
    assert found.keywords, "words to search for are another matter"
    source = VideoSource(text=SPOKEN, topics=found.topics, keywords=found.keywords)
    made = await titles("nl", style, sources=(source,))
    held = " ".join(folded(SPOKEN))
    for title in made:
        assert " ".join(folded(title.text)) in held, f"{title.text}: fixed wording around what is said once"
        assert title.text.endswith("…"), f"{title.text}: cut out of running speech, which has to show"
        assert title.reason == "Gezegd in de bron."


async def test_a_subject_is_what_the_text_comes_back_to_or_what_somebody_called_it() -> None:
    text = SPOKEN + " een microfoon hoeft niet duur te zijn en zet de microfoon altijd op een statief"
    source = VideoSource(text=text, topics=["thuisstudio", "deken"], keywords=["koelkast", "microfoon"])
    made = await titles("nl", "educational", sources=(source,))
    fixed = {title.reason.split('"')[1] for title in made if title.reason.startswith("Vaste")}
    assert fixed == {"thuisstudio", "microfoon"}
