"""The work behind every endpoint that writes text: content, finish and token counts, faults included."""

from __future__ import annotations

import json

from stack.simulators import tokens
from stack.simulators.answers import Answer, Answers
from stack.simulators.calls import Call, Finish, Reply, Usage
from stack.simulators.composing import breakage
from stack.simulators.composing.limits import lengths, written_out
from stack.simulators.composing.material import Material, outside_data, read
from stack.simulators.composing.obedience import order
from stack.simulators.composing.values import compose
from stack.simulators.faults import Fault, FaultKind

REASONING_TOKENS = 16
PLAIN_SENTENCES = 6
WRONG_USAGE = {"output_tokens": 0, "total_tokens": 999_999}


def write(call: Call, answers: Answers, fault: Fault | None) -> Reply:
    """Answer the call as a model would, or as the fault wants it."""
    answer = answers.find(call) or Answer()
    text, finish = _broken(answer.content or _content(call), answer.finish, fault)
    reasoning = REASONING_TOKENS if call.thinks else 0
    if call.max_output_tokens is not None and tokens.count(text) + reasoning > call.max_output_tokens:
        reasoning = min(reasoning, call.max_output_tokens)
        text, finish = tokens.cut(text, call.max_output_tokens - reasoning), "length"
    if finish == "blocked":
        text, reasoning = "", 0
    billed = Usage(
        input_tokens=call.input_tokens, output_tokens=tokens.count(text) + reasoning, reasoning_tokens=reasoning
    ).changed(answer.usage or {})
    return Reply(finish=finish, billed=billed, reported=reported(billed, fault), text=text)


def reported(billed: Usage, fault: Fault | None) -> Usage | None:
    """What the answer says was used."""
    if fault is None or fault.kind not in (FaultKind.WRONG_USAGE, FaultKind.MISSING_USAGE):
        return billed
    return None if fault.kind is FaultKind.MISSING_USAGE else billed.changed(fault.usage or WRONG_USAGE)


def _content(call: Call) -> str:
    word = order(call.system, call.text)
    material = read(call.text) if word is None else Material((word,), (word,), "en")
    schema = written_out(call.system) or call.schema
    if schema is None:
        return " ".join(material.sentences[:PLAIN_SENTENCES])
    return json.dumps(
        compose(schema, material, lengths(f"{call.system}\n{outside_data(call.text)}")), ensure_ascii=False
    )


def _broken(text: str, finish: Finish, fault: Fault | None) -> tuple[str, Finish]:
    match fault.kind if fault else None:
        case FaultKind.REFUSAL:
            return breakage.REFUSAL_TEXT, "refusal"
        case FaultKind.CONTENT_FILTER:
            return breakage.cut_off(text), "content_filter"
        case FaultKind.PROMPT_BLOCKED:
            return "", "blocked"
        case FaultKind.TRUNCATED_ANSWER:
            return breakage.cut_off(text), "length"
        case FaultKind.MALFORMED_CONTENT:
            return breakage.cut_off(text), finish
        case FaultKind.FENCED_CONTENT:
            return breakage.fenced(text), finish
        case FaultKind.SCHEMA_VIOLATION:
            return breakage.violating(text), finish
        case FaultKind.EMPTY_ANSWER:
            return "", finish
        case _:
            return text, finish
