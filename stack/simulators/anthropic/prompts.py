"""Reading the system text, the turns and the form of the answer of a Messages request."""

from __future__ import annotations

from typing import Any

from stack.simulators.failures import invalid
from stack.simulators.schema_rules import check_anthropic


def read_turns(body: dict[str, Any]) -> tuple[str, list[tuple[str, str]]]:
    """System text, and the turns as (role, text)."""
    messages = body.get("messages")
    if not isinstance(messages, list) or not messages:
        raise invalid("messages: at least one message is required")
    turns = []
    for at, message in enumerate(messages):
        role = message.get("role") if isinstance(message, dict) else None
        if role not in ("user", "assistant"):
            raise invalid(f"messages.{at}.role: Input should be 'user' or 'assistant'")
        text = _text(message.get("content"), f"messages.{at}.content")
        if role == "user" and not text.strip():
            raise invalid(f"messages.{at}: user messages must have non-empty content")
        turns.append((role, text))
    if turns[0][0] != "user":
        raise invalid('messages: first message must use the "user" role')
    return _text(body.get("system") or "", "system"), turns


def _text(content: Any, param: str) -> str:
    if isinstance(content, str):
        return content
    if not isinstance(content, list):
        raise invalid(f"{param}: Input should be a valid string or list")
    texts = []
    for at, block in enumerate(content):
        if isinstance(block, dict) and block.get("type") == "text":
            if not isinstance(block.get("text"), str):
                raise invalid(f"{param}.{at}.text.text: Input should be a valid string")
            texts.append(block["text"])
    return "\n".join(texts)


def read_form(body: dict[str, Any]) -> tuple[dict[str, Any] | None, str | None, bool]:
    """The schema wanted, its name, and whether it is that of a tool which must be used."""
    form = (body.get("output_config") or {}).get("format")
    if form is not None:
        schema = form.get("schema")
        if form.get("type") != "json_schema" or not isinstance(schema, dict):
            raise invalid("output_config.format: expected type json_schema with a schema")
        check_anthropic(schema, "output_config.format.schema")
        return schema, schema.get("title"), False
    tools, choice = body.get("tools") or [], body.get("tool_choice") or {}
    if not tools:
        return None, None, False
    chosen = next((tool for tool in tools if tool.get("name") == choice.get("name")), None)
    if choice.get("type") == "any" and len(tools) == 1:
        chosen = tools[0]
    if chosen is None:
        raise invalid("This simulator uses a tool only when tool_choice names it.")
    schema = chosen.get("input_schema")
    if not isinstance(schema, dict) or schema.get("type") != "object":
        raise invalid("tools.0.input_schema.type: Input should be 'object'")
    if chosen.get("strict"):
        check_anthropic(schema, "tools.0.input_schema")
    return schema, chosen["name"], True
