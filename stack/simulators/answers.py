"""Answers given beforehand, for calls whose content a test has to know."""

from __future__ import annotations

import json
from typing import Annotated, Any

from pydantic import Field

from stack.simulators.calls import Call, Finish
from stack.simulators.faults import Matcher


class Answer(Matcher):
    """What to answer the calls that match."""

    text: str | None = None
    data: Any = None  # becomes the JSON text of the answer
    finish: Finish = "stop"
    usage: dict[str, int] | None = None  # fields to bill and report in place of the counted ones
    times: Annotated[int, Field(ge=1)] | None = None  # None: always

    @property
    def content(self) -> str | None:
        """The text to answer; None leaves the content to the simulator."""
        return json.dumps(self.data, ensure_ascii=False) if self.data is not None else self.text


class Answers:
    """The answers given; the latest one that matches wins."""

    def __init__(self) -> None:
        """None at first."""
        self._rules: list[Answer] = []

    def add(self, answer: Answer) -> None:
        """Give it, before all earlier ones."""
        self._rules.insert(0, answer)

    def clear(self) -> None:
        """Forget all."""
        self._rules.clear()

    def find(self, call: Call) -> Answer | None:
        """The answer for this call; one that was given for a number of times is used up by it."""
        for rule in self._rules:
            if not rule.meets(call):
                continue
            if rule.times is not None:
                rule.times -= 1
                if rule.times == 0:
                    self._rules.remove(rule)
            return rule
        return None
