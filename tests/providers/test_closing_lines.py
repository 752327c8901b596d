"""The closing line that somebody gave ends the post of every platform, once, and within the platform's length."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from stack import simulators
from tests.support.links import Ledger, job_context
from tests.support.posts import ENGLISH, write_all
from tests.support.text_requests import prompted
from workers.providers.ai.posts import Platform
from workers.providers.ai.tasks.analysis import Analysis
from workers.providers.ai.tasks.base import Source, Tone
from workers.providers.ai.tasks.post_answers import ANSWER_TYPES
from workers.providers.ai.tasks.posts import PostOptions, WritePost
from workers.writing.plain import plain_text

CTA = "Book a seat\n for the workshop."
LINE = "Book a seat for the workshop."
LONG = "Come to the workshop, " * 13 + "please."
FOUND = Analysis(core_message="c", key_points=["p"], detected_topic=None, detected_audience=None, keywords=[])
ANSWERS: dict[str, dict[str, Any]] = {
    "tiktok": {"hooks": ["a", "b", "c"], "talking_points": ["d"], "cta": "Mine.", "hashtags": []},
    "x": {"posts": ["1/2 One.", "2/2 Two."], "hashtags": ["bread"]},
    "threads": {"posts": ["One.", "Two."], "topic_tag": None},
    "linkedin": {"opening_hook": "One.", "body": "Two.", "cta": "Mine.", "hashtags": ["bread"]},
    "instagram": {"caption": "One.", "hashtags": ["bread"], "alt_text": None},
    "email": {"subject": "One", "preheader": "Two", "body": "Hello,\n\nThree."},
}


def task(platform: str, cta: str | None = CTA) -> WritePost:
    return WritePost(
        platform=platform,  # type: ignore[arg-type]
        source=Source(text="Bread."),
        analysis=FOUND,
        tone=Tone.AUTHORITY,
        options=PostOptions(cta=cta),
    )


def finished(platform: str, cta: str | None = CTA, **changes: Any) -> dict[str, Any]:
    answer = ANSWER_TYPES[platform].model_validate(ANSWERS[platform] | changes)
    return task(platform, cta).finish(answer).model_dump()


def said(output: dict[str, Any]) -> str:
    """All of it; a TikTok's closing line is spoken, LinkedIn's stands in its post."""
    return plain_text(output) + (output["cta"] if "hooks" in output else "")


@pytest.mark.parametrize("platform", get_args(Platform))
def test_it_is_in_the_post_of_every_platform_once(platform: str) -> None:
    assert said(finished(platform)).count(LINE) == 1
    assert "Mine." not in said(finished(platform))
    assert LINE not in said(finished(platform, None))


def test_it_stands_at_the_end_before_the_tags() -> None:
    assert finished("x")["thread"] == ["1/2 One.", f"2/2 Two.\n\n{LINE} #bread"]
    assert finished("threads")["posts"] == ["One.", f"Two.\n\n{LINE}"]
    assert finished("instagram")["caption"] == f"One.\n\n{LINE}\n\n#bread"
    assert finished("email")["body"] == f"Hello,\n\nThree.\n\n{LINE}"


@pytest.mark.parametrize(("platform", "field"), [("instagram", "caption"), ("email", "body")])
def test_what_the_model_said_is_not_said_again(platform: str, field: str) -> None:
    own = "One.\n\nBook a  seat for the workshop."
    assert finished(platform, **{field: own})[field].startswith(own)
    assert finished(platform, **{field: own})[field].count("workshop") == 1
    for chain, posts in (("x", "thread"), ("threads", "posts")):
        assert len(finished(chain, posts=["One.", LINE, "Two."])[posts]) == 3


@pytest.mark.parametrize(("platform", "field", "size"), [("x", "thread", 260), ("threads", "posts", 480)])
def test_without_room_it_is_a_post_of_its_own(platform: str, field: str, size: int) -> None:
    made = finished(platform, posts=["One.", "t" * size])[field]
    assert len(made) == 3
    assert made[-1].startswith("3/3 Book a seat for the workshop." if platform == "x" else LINE)
    long = finished(platform, LONG, posts=["One.", "t" * size])[field]
    assert long[-1].endswith("please." if platform == "threads" else "Come to…")


def test_what_no_reader_sees_is_not_in_it() -> None:
    assert finished("email", "Book\u202e a\x00 seat.")["body"].endswith("\n\nBook a seat.")


def test_a_line_longer_than_a_post_is_cut_at_a_word() -> None:
    last = finished("x", LONG)["thread"][-1].removesuffix(" #bread")
    assert last.startswith("3/3 Come to the workshop, ")
    assert last.endswith("…")
    assert last.removeprefix("3/3 ").removesuffix("…") in LONG
    word = finished("x", "w" * 300)["thread"][-1]
    assert word.startswith("3/3 www")
    assert "w…" in word


def test_a_line_with_a_tag_finds_a_post_without_one() -> None:
    assert len(finished("x", "Follow $CD.", posts=["One.", "Two $AB."])["thread"]) == 3
    assert len(finished("threads", "Follow #cd.", posts=["One.", "Two #ab."])["posts"]) == 3


@pytest.mark.parametrize(("platform", "most"), [("x", 25), ("threads", 10)])
async def test_a_chain_without_room_is_asked_for_again(sims: simulators.Simulators, platform: str, most: int) -> None:
    full = "t" * (260 if platform == "x" else 480)
    rest = {"hashtags": []} if platform == "x" else {"topic_tag": None}
    sims.answer(schema_name="posts", data={"posts": ["One.", "Two."], **rest})
    sims.answer(schema_name="posts", data={"posts": [full] * most, **rest}, times=1)
    async with prompted(sims, "openai") as tools:
        generator = await tools.generator(job_context(Ledger(), "generate_posts", {}))
        made = await generator.run(task(platform))
    assert LINE in said(made.value.model_dump())
    repair = sims.ledger.body(2)
    assert repair is not None
    assert f"send at most {most - 1}" in str(repair)


@pytest.mark.parametrize("cta", [CTA, LONG])
def test_without_a_model_it_is_in_every_post_too(cta: str) -> None:
    _, outputs = write_all(Source(text=ENGLISH.read_text()), options=PostOptions(cta=cta))
    for platform, output in outputs.items():
        assert " ".join(cta.split())[:200] in said(output), platform
