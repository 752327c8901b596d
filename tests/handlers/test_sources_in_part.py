"""Of sources that are longer than what is read of them it is said how much was read."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stack.simulators.server import Simulators
from tests.support.links import Ledger, job_context
from tests.support.text_requests import Counting, prompted, script_payload, source, titles_payload, tools
from workers.handlers import generate_script, generate_thumbnail_prompts, generate_titles, suggest_content
from workers.runtime.job import JobContext
from workers.writing.steps import Tools

LONG = "Compost needs air and water, as every garden does. " * 1500
SHORT = "Compost needs air and water, as every garden does. Turn the heap of compost every week with a fork."
READ = {"generate_titles": 12_000, "generate_script": 60_000, "generate_thumbnail_prompts": 8_000}
PICTURES = {
    "prompts": [{"prompt": f"A heap of compost, seen from {side}", "overlay_text": "", "reason": ""} for side in "ab"]
}
Run = Callable[[JobContext, Tools], Awaitable[Any]]
RUN: dict[str, Run] = {
    "generate_titles": generate_titles.generate,
    "generate_script": generate_script.generate,
    "generate_thumbnail_prompts": generate_thumbnail_prompts.generate,
}


def payload(kind: str, *sources: dict[str, Any]) -> dict[str, Any]:
    if kind == "generate_thumbnail_prompts":
        return {"language": "en", "count": 2, "title": "Air", "sources": sources}
    return {"generate_titles": titles_payload, "generate_script": script_payload}[kind](sources=sources)


async def notes(kind: str, made_with: Tools, *sources: dict[str, Any]) -> list[str]:
    ctx = job_context(Ledger(), kind, payload(kind, *sources))
    await RUN[kind](ctx, made_with)
    found: list[str] = ctx.checkpoints["written"]["notes"]
    return [note for note in found if "characters were read" in note]


@pytest.mark.parametrize("kind", RUN)
async def test_a_model_reads_an_equal_part_of_each_source(sims: Simulators, kind: str) -> None:
    sims.answer(schema_name="thumbnails", data=PICTURES)
    room = READ[kind] // 2
    async with prompted(sims, "openai") as made_with:
        assert await notes(kind, made_with, source(title="Heap", text=LONG), source(text=SHORT)) == [
            f"Of Heap the first {room} characters were read."
        ]
        assert await notes(kind, made_with, source(text=SHORT), source(text=None)) == []
        assert await notes(kind, made_with, source(title=None, text=LONG)) == [
            f"Of a source the first {READ[kind]} characters were read."
        ]


@pytest.mark.parametrize("kind", RUN)
async def test_the_local_provider_reads_all_that_it_is_given_of_a_longer_text(kind: str) -> None:
    whole = source(title="Heap", text=SHORT * 200)
    assert await notes(kind, tools(Counting()), whole) == []
    assert await notes(kind, tools(Counting()), whole | {"is_cut": True}) == [
        f"Of Heap the first {len(SHORT) * 200} characters were read."
    ]


PARTS = {
    "en": [
        "Of Heap the first 76499 characters were read.",
        "The titles are written from the first 12000 characters alone.",
    ],
    "nl": [
        "Van Heap zijn de eerste 76499 tekens gelezen.",
        "De titels zijn alleen naar de eerste 12000 tekens geschreven.",
    ],
}


async def suggested(made_with: Tools, language: str, **item: Any) -> list[str]:
    given = {"language": language, "title": "Heap", "tags": ["compost"], **item}
    ctx = job_context(Ledger(), "suggest_content", given)
    await suggest_content.suggest(ctx, made_with)
    # what a crash before the end would leave
    del ctx.checkpoints["written"]
    await suggest_content.suggest(ctx, made_with)
    found: list[str] = ctx.checkpoints["written"]["notes"]
    return [note for note in found if note in {*PARTS["en"], *PARTS["nl"]}]


@pytest.mark.parametrize("language", ["en", "nl"])
async def test_suggestions_say_which_part_of_an_item_a_model_read(sims: Simulators, language: str) -> None:
    whole, titles = PARTS[language]
    async with prompted(sims, "openai") as made_with:
        assert await suggested(made_with, language, text=LONG) == [titles]
        assert await suggested(made_with, language, text=LONG, is_cut=True) == [whole, titles]
        assert await suggested(made_with, language, text=SHORT) == []


async def test_suggestions_of_the_local_provider_are_of_all_that_it_is_given() -> None:
    made_with = tools(Counting())
    assert await suggested(made_with, "en", text=SHORT * 200) == []
    assert await suggested(made_with, "en", text=LONG, is_cut=True) == PARTS["en"][:1]
