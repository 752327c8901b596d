"""What the two text endpoints of the OpenAI API have in common."""

from __future__ import annotations

import re
from typing import Any

from stack.simulators.failures import invalid
from stack.simulators.schema_rules import check_strict

_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
_SYSTEM = {"system", "developer"}


def read_messages(items: Any, param: str) -> tuple[str, list[tuple[str, str]]]:
    """System text, and the other turns as (role, text)."""
    if not isinstance(items, list) or not items:
        raise invalid(f"Invalid type for '{param}': expected a non-empty array of messages.", param)
    system: list[str] = []
    turns: list[tuple[str, str]] = []
    for at, item in enumerate(items):
        if not isinstance(item, dict) or not isinstance(item.get("role"), str):
            raise invalid(f"Missing required parameter: '{param}[{at}].role'.", f"{param}[{at}].role")
        text = _text(item.get("content"), f"{param}[{at}].content")
        if item["role"] in _SYSTEM:
            system.append(text)
        else:
            turns.append((item["role"], text))
    return "\n\n".join(system), turns


def _text(content: Any, param: str) -> str:
    if isinstance(content, str):
        return content
    if not isinstance(content, list):
        raise invalid(f"Invalid type for '{param}': expected a string or an array of content parts.", param)
    return "\n".join(part["text"] for part in content if isinstance(part, dict) and isinstance(part.get("text"), str))


def read_schema(form: Any, inner: Any, param: str) -> tuple[dict[str, Any] | None, str | None]:
    """The schema wanted, and its name. `inner` holds name, strict and schema; `form` the type."""
    kind = form.get("type") if isinstance(form, dict) else None
    if kind in (None, "text"):
        return None, None
    if kind == "json_object":
        return {"type": "object", "properties": {"answer": {"type": "string"}}}, None
    if kind != "json_schema" or not isinstance(inner, dict):
        raise invalid(
            f"Invalid value: '{kind}'. Supported values are: 'json_object', 'json_schema', and 'text'.", param
        )
    name, schema = inner.get("name"), inner.get("schema")
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise invalid(f"Invalid '{param}.name': string does not match pattern '^[a-zA-Z0-9_-]+$'.", f"{param}.name")
    if not isinstance(schema, dict):
        raise invalid(f"Missing required parameter: '{param}.schema'.", f"{param}.schema")
    if inner.get("strict"):
        check_strict(schema, name, param)
    return schema, name


def refuse_tools(body: dict[str, Any]) -> None:
    """Tools are not simulated; saying so is better than an answer that ignores them."""
    if body.get("tools"):
        raise invalid("This simulator has no tools.", "tools")


def thinks(model: str) -> bool:
    """Whether it is one of the models that reason before they answer."""
    return model.startswith(("gpt-5", "gpt-6", "o1", "o3", "o4"))
