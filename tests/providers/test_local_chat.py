"""Without a model a chat quotes what is about the question, and owns that nothing is."""

from __future__ import annotations

import pytest

from tests.support.posts import generator
from workers.providers.ai.tasks.base import Language
from workers.providers.ai.tasks.chat import AnswerChat, ChatPiece, ChatTurn

TEXTS: dict[Language, str] = {
    "en": (
        "A foam cap helps a little, and a pop filter helps more. Put the microphone at the length of your hand. "
        "Switch off the fridge for the length of the take. Aim for peaks around minus twelve decibels."
    ),
    "nl": (
        "Meng alles behalve het zout en laat het een half uur staan. Vouw het deeg in de eerste twee uur vier keer, "
        "met een half uur ertussen. Een starter die net borrelt is nog niet klaar. Gebruik 500 gram bloem en 350 gram "
        "water. Bak het brood 20 minuten met deksel en 25 minuten zonder."
    ),
}


def answer(language: Language, question: str) -> str:
    task = AnswerChat(
        language=language,
        pieces=(ChatPiece(title="Piece", kind="text", text=TEXTS[language]),),
        turns=(ChatTurn(role="user", text=question),),
    )
    return generator().run_blocking(task).value.text


@pytest.mark.parametrize(
    ("language", "question", "quoted"),
    [
        ("en", "Does foam help?", "A foam cap helps"),
        ("en", "Where do I put the microphone?", "Put the microphone at"),
        ("nl", "Hoe lang bak je het brood?", "Bak het brood 20 minuten"),
        ("nl", "Wanneer is mijn starter klaar?", "Een starter die net borrelt"),
        ("nl", "Welke bloem gebruik ik?", "Gebruik 500 gram bloem"),
    ],
)
def test_what_is_about_the_question_is_quoted(language: Language, question: str, quoted: str) -> None:
    assert f"“{quoted}" in answer(language, question)


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "What is the capital of Peru?"),
        ("en", "Can you summarise this?"),
        ("nl", "Wat is de hoofdstad van Peru?"),
        ("nl", "Wie won de Tour de France?"),
        ("nl", "Kun je dit samenvatten?"),
    ],
)
def test_where_nothing_is_about_it_nothing_is_quoted(language: Language, question: str) -> None:
    assert "“" not in answer(language, question)
