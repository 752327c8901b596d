"""Whoever writes for a brand is told its guidelines, card and samples; it is said how well what was written fits."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from uuid import uuid4

import pytest

from stack.simulators.server import Simulators
from tests.support.links import Ledger, job_context
from tests.support.models import row, settings_for
from tests.support.posts import ENGLISH
from tests.support.text_requests import WORKED, prompted, script_payload, seo_payload, source, titles_payload
from tests.support.voices import learned_voice
from workers.handlers import (
    answer_chat,
    generate_posts,
    generate_script,
    generate_seo_content,
    generate_template_text,
    generate_thumbnail_prompts,
    generate_titles,
    remix_piece,
    repurpose,
    suggest_content,
)  # fmt: skip
from workers.providers.ai import local
from workers.providers.ai.routing.breaker import Breakers
from workers.providers.ai.routing.generator import RoutedGenerator
from workers.providers.ai.routing.pool import ModelPool
from workers.providers.ai.routing.route import route_for
from workers.providers.ai.tasks.base import TextGenerator
from workers.runtime.job import JobContext
from workers.writing.steps import Tools

BRAND = {"id": "5b8f3a3e-5a5d-4e55-9f0c-0f3f7f0a2b11", "name": "Room", "guidelines": "No jokes about cats."}
TEXT = ENGLISH.read_text()
LIKE_IT = {**WORKED, "hooks": [{"value": "number", "sample_count": 6, "average_percentile": 81, "lift": 31}]}
Run = Callable[[JobContext, Tools], Awaitable[Any]]


PICTURES = {
    "prompts": [
        {"prompt": "A microphone under a blanket", "overlay_text": "Quiet", "reason": ""},
        {"prompt": "A closet full of coats, and in it a phone that you can see in the dark of it, as it is when it is "
            "on and you are not", "overlay_text": "", "reason": ""},
    ]
}  # fmt: skip


async def posts(ctx: JobContext, tools: Tools) -> Any:
    async def choose(_: JobContext, __: Mapping[str, Any]) -> TextGenerator:
        return await tools.generator(ctx)

    return await generate_posts.generate(ctx, generate_posts.Tools(generator=choose))


async def remixed(ctx: JobContext, tools: Tools) -> Any:
    return await remix_piece.remix(ctx, remix_piece.Tools(generator=tools.generator))


WRITERS: dict[str, tuple[Run, dict[str, Any]]] = {
    "generate_titles": (generate_titles.generate, titles_payload()),
    "generate_script": (generate_script.generate, script_payload()),
    "generate_seo_content": (generate_seo_content.generate, seo_payload()),
    "generate_template_text": (
        generate_template_text.generate, {"language": "en", "content_type": "caption", "filled": "Write about bread."}
    ),
    "generate_thumbnail_prompts": (
        generate_thumbnail_prompts.generate, {"language": "en", "count": 2, "title": "Air", "sources": [source()]}
    ),
    "remix_piece": (remixed, {"language": "en", "original": {"title": "Clear audio", "text": TEXT}}),
    "suggest_content": (suggest_content.suggest, {"language": "en", "title": "My video", "text": TEXT}),
    "repurpose": (
        repurpose.repurpose,
        {"content_asset_id": str(uuid4()), "language": "en", "output_format": "linkedin_post"},
    ),
    "generate_posts": (
        posts,
        {
            "generation_id": str(uuid4()), "input": {"type": "text", "text": TEXT}, "platforms": ["linkedin"],
            "tone": "educational", "language": "en",
        },
    ),
}  # fmt: skip


def knowing() -> Ledger:
    """A database that knows the words of uploads."""
    ledger = Ledger()
    ledger.functions["analysis_subject"] = {"title": None, "transcript": TEXT}
    return ledger


def told(ledger: Ledger) -> None:
    """Let the database know the brand."""
    ledger.functions |= {
        "brand_voice_for": learned_voice(BRAND["id"], tone_card={"traits": ["Short sentences."], "avoid": ["Slogans"]}),
        "match_brand_voice_for": [{"sample_text": "Plain words, dry wit.", "similarity": 0.6}],
        "brand_voice_nearness": lambda p_embeddings, **_: [0.55] * len(p_embeddings),
        "what_worked_on_platforms": {"linkedin": LIKE_IT},
    }


def asked(sims: Simulators) -> list[str]:
    return [json.dumps(body) for _, body in sims.ledger.bodies]


def fits(state: Any) -> list[dict[str, Any]]:
    """Every voice fit in what a step hands over."""
    if isinstance(state, list):
        return [fit for one in state for fit in fits(one)]
    if not isinstance(state, dict):
        return []
    found = [state["voice_fit"]] if "voice_fit" in state else []
    return found + [fit for name, one in state.items() if name != "voice_fit" for fit in fits(one)]


@pytest.mark.parametrize("kind", WRITERS)
async def test_the_writer_is_told_and_the_text_is_compared(sims: Simulators, kind: str) -> None:
    run, payload = WRITERS[kind]
    ledger = knowing()
    told(ledger)
    ctx = job_context(ledger, kind, {**payload, "brand": BRAND})
    sims.answer(schema_name="thumbnails", data=PICTURES)
    async with prompted(sims, "openai") as tools:
        await run(ctx, tools)
    bodies = asked(sims)
    for said in ("No jokes about cats.", "Plain words, dry wit.", "Short sentences.", "Slogans"):
        assert any(said in body for body in bodies), said
    written = fits(list(ctx.checkpoints.values()))
    assert written, "nothing says how well it fits"
    for fit in written:
        assert fit.keys() in ({"score", "manner", "nearness"}, {"score", "reason"})
        assert (fit["score"] is None) == ("reason" in fit)
        assert fit.get("reason") in (None, "too_short")


@pytest.mark.parametrize("kind", WRITERS)
async def test_without_a_brand_it_is_said_why_there_is_no_fit(sims: Simulators, kind: str) -> None:
    run, payload = WRITERS[kind]
    ctx = job_context(knowing(), kind, payload)
    sims.answer(schema_name="thumbnails", data=PICTURES)
    async with prompted(sims, "openai") as tools:
        await run(ctx, tools)
    written = fits(list(ctx.checkpoints.values()))
    assert written
    assert all(fit == {"score": None, "reason": "no_brand"} for fit in written)


async def test_posts_are_told_what_worked_and_say_after_what_they_were_written(sims: Simulators) -> None:
    run, payload = WRITERS["generate_posts"]
    ledger = Ledger()
    told(ledger)
    ctx = job_context(ledger, "generate_posts", {**payload, "platforms": ["linkedin", "x"], "brand": BRAND})
    async with prompted(sims, "openai") as tools:
        await run(ctx, tools)
    assert sum("What worked on the channel:" in body for body in asked(sims)) == 1, (
        "what was measured on one platform is for that one"
    )
    linkedin, x = (ctx.checkpoints[f"platform:{name}"] for name in ("linkedin", "x"))
    assert linkedin["worked"]["hooks"] == LIKE_IT["hooks"]
    assert x["worked"] == {}
    assert linkedin["reasons"] == x["reasons"] == ["Written after 1 texts of Room that are nearest to the subject."]


async def test_a_chat_is_told_the_brand_and_what_worked(sims: Simulators) -> None:
    sims.answer(text="Open with a number, as you did before. You can say it in one breath, and you know why it works.")
    ledger = Ledger()
    told(ledger)
    ledger.functions |= {
        "chat_context": {
            "project": "Audio", "model": None, "turns": [{"role": "user", "text": "How do I open?"}], "pieces": [],
            "brand": BRAND, "what_worked": LIKE_IT,
        },
        "ai_route": [row("openai")],
        "stream_chat_answer": "ok",
    }  # fmt: skip
    ctx = job_context(ledger, "answer_chat", {"language": "en"}, created_by=uuid4())
    pool = ModelPool()

    async def answerer(ctx: JobContext, wanted: str | None) -> RoutedGenerator:
        route = await route_for(ctx, settings_for(sims), wanted=wanted)
        return RoutedGenerator(ctx, route, local=local.build(), pool=pool, breakers=Breakers())

    try:
        await answer_chat.answer(ctx, answer_chat.Tools(answerer))
    finally:
        await pool.aclose()
    [body] = asked(sims)
    for said in ("No jokes about cats.", "Plain words, dry wit.", "worked badly"):
        assert said in body
    fit = ctx.checkpoints["answer"]["voice_fit"]
    assert 0 <= fit["score"] <= 100
    assert ctx.checkpoints["answer"]["text"].startswith("Open with a number")
