"""Which JSON schemas each provider takes for structured output; others are refused as the real API refuses them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from stack.simulators.failures import invalid

_NOT_IN_STRICT = ("oneOf", "allOf", "not", "if", "then", "else", "dependentRequired", "dependentSchemas")
_NOT_FOR_ANTHROPIC = {
    "string": ("minLength", "maxLength"),
    "integer": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    "array": ("maxItems", "uniqueItems"),
}
_GEMINI_FIELD_NAMES = """
    type properties required items enum format description nullable minItems maxItems minimum maximum minLength
    maxLength minProperties maxProperties pattern anyOf propertyOrdering title default example additionalProperties
    additional_properties min_items max_items min_length max_length min_properties max_properties any_of
    property_ordering
"""
_GEMINI_FIELDS = frozenset(_GEMINI_FIELD_NAMES.split())


def check_strict(schema: dict[str, Any], name: str, param: str) -> None:
    """OpenAI with `strict`: closed objects, every property required, no composition but `anyOf`."""

    def refuse(path: str, problem: str) -> None:
        raise invalid(f"Invalid schema for response_format '{name}': In context=({path}), {problem}", param)

    if schema.get("type") != "object":
        refuse("", "schema must be a JSON Schema of 'type: \"object\"'.")
    for path, part in walk(schema):
        for keyword in _NOT_IN_STRICT:
            if keyword in part:
                refuse(path, f"'{keyword}' is not permitted.")
        if "$ref" in part and len(part) > 1:
            refuse(path, "$ref cannot have keywords beside it.")
        if part.get("type") != "object":
            continue
        if part.get("additionalProperties") is not False:
            refuse(path, "'additionalProperties' is required to be supplied and to be false.")
        missing = [key for key in part.get("properties", {}) if key not in part.get("required", [])]
        if missing:
            refuse(
                path,
                f"'required' is required to be an array including every key in properties. Missing '{missing[0]}'.",
            )


def check_anthropic(schema: dict[str, Any], param: str) -> None:
    """Anthropic: closed objects, and no limits on lengths, counts and numbers."""
    for _, part in walk(schema):
        kinds = part.get("type")
        for kind in kinds if isinstance(kinds, list) else [kinds]:
            for keyword in _NOT_FOR_ANTHROPIC.get(str(kind), ()):
                if keyword in part:
                    raise invalid(f"{param}: For '{kind}' type, property '{keyword}' is not supported", param)
            if kind == "array" and part.get("minItems", 0) not in (0, 1):
                raise invalid(
                    f"{param}: For 'array' type, 'minItems' values other than 0 or 1 are not supported", param
                )
            if kind == "object" and part.get("additionalProperties") is not False:
                raise invalid(
                    f"{param}: For 'object' type, 'additionalProperties' must be explicitly set to false", param
                )


def check_gemini(schema: dict[str, Any], param: str) -> None:
    """Gemini's `responseSchema`: fields of its OpenAPI subset only. `responseJsonSchema` takes any JSON schema."""
    for path, part in walk(schema):
        for field in part:
            if field not in _GEMINI_FIELDS:
                where = f"{param}.{path}" if path else param
                raise invalid(
                    f"Invalid JSON payload received. Unknown name \"{field}\" at '{where}': Cannot find field."
                )


def walk(schema: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema within a schema, with the path to it."""
    if not isinstance(schema, dict):
        return
    yield path, schema
    for group in ("properties", "$defs", "definitions"):
        inner = schema.get(group)
        for key, part in inner.items() if isinstance(inner, dict) else ():
            yield from walk(part, f"{path}.{group}.{key}".lstrip("."))
    for union in ("anyOf", "any_of", "oneOf", "allOf", "prefixItems"):
        parts = schema.get(union)
        for at, part in enumerate(parts if isinstance(parts, list) else ()):
            yield from walk(part, f"{path}.{union}.{at}".lstrip("."))
    for single in ("items", "additionalProperties", "not"):
        yield from walk(schema.get(single), f"{path}.{single}".lstrip("."))
