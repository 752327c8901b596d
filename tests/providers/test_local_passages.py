"""Chosen sentences read as a paragraph: scripts are read aloud, descriptions are read by people."""

from __future__ import annotations

from typing import cast

import pytest
import regex

from tests.support.posts import generator
from workers.providers.ai.tasks.base import Language
from workers.providers.ai.tasks.context import VideoSource
from workers.providers.ai.tasks.script import ScriptStyle, WriteScript
from workers.providers.ai.tasks.seo_content import WriteSeoContent
from workers.providers.ai.tasks.thumbnails import WriteThumbnailPrompts

RECIPE = """Lentil soup for a weeknight

- 250 grams of red lentils
- juice of half a lemon
- two carrots and an onion

1. Chop the onion and the carrots and fry them for five minutes
2. Add the lentils and simmer them for twenty minutes

Lentil soup freezes well for three months. Red lentils need no soaking at all."""
SPEECH = (
    "so hey guys welcome back today i want to talk about why i stopped editing my videos for six hours and you know "
    "it honestly changed everything i used to sit there until two in the morning cutting every single breath out of "
    "the footage and what happened was that the videos got worse they felt robotic so what i do now is i record in "
    "one take and i only cut the parts where i am bored myself when i watch it back if i am bored then you are bored "
    "that is the whole rule and the crazy thing is my retention went up from forty to fifty five percent in a month"
)
STYLE = ScriptStyle(
    hook_intensity="moderate", motivational_level="light", include_statistics=True, include_call_to_action=True
)


def script(text: str) -> list[str]:
    task = WriteScript(
        language="en", title="A title", duration_seconds=60, style=STYLE, sources=(VideoSource(text=text, title=None),)
    )
    made = generator().run_blocking(task).value
    return [made.hook, *made.body]


def test_list_items_are_sentences_of_their_own() -> None:
    body = " ".join(script(RECIPE)[1:])
    assert "minutes. Add the lentils" in body
    assert not regex.search(r"\w \p{Lu}", body), body


def test_pieces_of_speech_that_follow_each_other_are_not_cut_apart() -> None:
    for paragraph in script(SPEECH)[1:]:
        assert "… …" not in paragraph
    description = (
        generator()
        .run_blocking(
            WriteSeoContent(
                language="en",
                title="A title",
                script=SPEECH,
                target_keywords=(),
                description_min_words=300,
                max_tags=5,
                include_hashtags=False,
                sections=(),
            )
        )
        .value.description
    )
    assert "… …" not in description
    assert "myself when i watch it back if i am bored" in description


DUTCH = (
    "Mijn eerste vijf broden waren bakstenen. Niet omdat ik het recept verkeerd las, maar omdat ik te vroeg bakte. Een "
    "starter die net borrelt is nog niet klaar. Voed de starter elke dag op hetzelfde moment met evenveel bloem als "
    "water. Gebruik volkorenmeel in een koude keuken. Vouw het deeg vier keer en laat het deeg twee uur rusten. De "
    "helft van het brood gaat in de vriezer. Snijd het brood pas als het brood koud is."
)


def test_hashtags_name_what_the_script_is_about() -> None:
    task = WriteSeoContent(language="nl", title="Brood van deeg en starter", script=DUTCH, include_hashtags=True)
    tags = generator().run_blocking(task).value.hashtags
    assert {"#Brood", "#Deeg", "#Starter"} <= set(tags)
    assert not {"#Hetzelfde", "#Evenveel", "#Koude", "#Helft", "#Moment"} & set(tags)


MEETING = (
    "Cold tea is what most people get wrong. Steeping longer brings bitterness and nothing else. Hot water draws the "
    "tannins out at once. Pouring slower and waiting longer brings more of them into the cup. In a glass jar the tea "
    "stays clear. Fill the glass jar in the evening. Drink the tea from the glass jar in the morning."
)


def test_words_that_merely_meet_are_no_keyword_and_no_hashtag() -> None:
    task = WriteSeoContent(language="en", title="Tea without bitterness", script=MEETING, include_hashtags=True)
    made = generator().run_blocking(task).value
    assert not [word for word in made.hashtags if "brings" in word.lower()]
    assert not [word for word in made.tags if word.endswith(" brings")]
    assert "#GlassJar" in made.hashtags, "two words that are one thing stay together"


@pytest.mark.parametrize(
    ("title", "hook"),
    [
        ("Compost needs air, water and a fork every week", "One thing worth knowing."),
        ("Compost needs air, water…", "One thing worth knowing."),
        ("The heap behind the shed", "The heap behind the shed"),
        ("Compost", "Compost"),
    ],
)
def test_a_source_of_one_sentence_is_said_once(title: str, hook: str) -> None:
    sentence = "Compost needs air, water and a fork every week."
    task = WriteScript(
        language="en", title=title, duration_seconds=30, style=STYLE, sources=(VideoSource(text=sentence),)
    )
    made = generator().run_blocking(task).value
    assert (made.hook, made.body) == (hook, [sentence])
    described = WriteSeoContent(language="en", title=title, script=made.full_text)
    assert generator().run_blocking(described).value.description == sentence


def test_no_post_opens_with_a_reason_for_what_it_does_not_show() -> None:
    task = WriteScript(
        language="nl",
        title="Brood",
        duration_seconds=60,
        style=STYLE,
        sources=(VideoSource(text=DUTCH, title=None),),
    )
    made = generator().run_blocking(task).value
    assert "Niet omdat" not in " ".join([made.hook, *made.body])


def test_no_picture_has_a_verb_that_must_agree_with_its_subject() -> None:
    for language, verbs in (("en", "belongs|is"), ("nl", "hoort|is")):
        task = WriteThumbnailPrompts(language=cast("Language", language), title="Boxes", count=5)
        prompts = [one.prompt for one in generator().run_blocking(task).value.prompts]
        assert len(prompts) == 5
        assert not [prompt for prompt in prompts if regex.search(rf"\b(?:{verbs})\b", prompt)]


def test_a_description_does_not_tell_how_the_video_ends() -> None:
    said = "Cats sleep sixteen hours every day.\n\nStart today, and tell me in the comments how it goes."
    made = generator().run_blocking(WriteSeoContent(language="en", title="How cats sleep", script=said)).value
    assert made.description == "Cats sleep sixteen hours every day."
