"""A value that satisfies a JSON schema, or Gemini's OpenAPI subset of one, built from the material of a prompt."""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Mapping
from typing import Any

from stack.simulators.composing.limits import stated
from stack.simulators.composing.material import Material
from stack.simulators.composing.shapes import finished, in_order
from stack.simulators.composing.texts import Texts

MAX_DEPTH = 24
USUAL_ITEMS = 3
_RATIO = re.compile(r"confidence|relevance|probability|ratio|share|weight|density|sentiment", re.IGNORECASE)
_SCORE = re.compile(r"score|percent|rating|fit|potential|quality", re.IGNORECASE)


def compose(schema: dict[str, Any], material: Material, longest: Mapping[str, int] | None = None) -> Any:
    """Build the value; every optional property is there, and every nullable one has a value.

    `longest` gives fields that the schema leaves open a greatest number of characters.
    """
    return _Composer(schema, material, longest or {}).value(schema, "", 0)


class _Composer:
    def __init__(self, root: dict[str, Any], material: Material, longest: Mapping[str, int]) -> None:
        self._root = root
        self._texts = Texts(material, longest)
        self._seed = material.title

    def value(self, schema: Any, name: str, depth: int) -> Any:
        schema = stated(self._resolved(schema))
        if "const" in schema:
            return schema["const"]
        if schema.get("enum"):
            return self._pick(schema["enum"], name)
        for union in ("anyOf", "oneOf", "any_of"):
            if schema.get(union):
                return self._branch(schema, union, name, depth)
        kind = _type_of(schema)
        if depth > MAX_DEPTH:
            return {"object": {}, "array": []}.get(kind)
        if kind == "object":
            return self._object(schema, depth)
        if kind == "array":
            return self._array(schema, name, depth)
        if kind in ("integer", "number"):
            return self._number(schema, name, whole=kind == "integer")
        if kind == "boolean":
            return True
        if kind == "null":
            return None
        return self._texts.string(schema, name)

    def _resolved(self, schema: Any) -> dict[str, Any]:
        """References followed and `allOf` folded into one."""
        if not isinstance(schema, dict):
            return {}
        seen = 0
        while "$ref" in schema and seen < MAX_DEPTH:
            seen += 1
            target: Any = self._root
            for step in schema["$ref"].removeprefix("#").strip("/").split("/"):
                target = target.get(step.replace("~1", "/").replace("~0", "~"), {}) if step else target
            schema = {**target, **{key: value for key, value in schema.items() if key != "$ref"}}
        resolved: dict[str, Any] = schema
        for part in schema.get("allOf", []):
            folded = self._resolved(part)
            resolved = {
                **folded,
                **resolved,
                "properties": {**folded.get("properties", {}), **resolved.get("properties", {})},
                "required": [*folded.get("required", []), *resolved.get("required", [])],
            }
        return resolved

    def _branch(self, schema: dict[str, Any], union: str, name: str, depth: int) -> Any:
        """The first branch that is not null; a deep one that leads back to itself gives up for null."""
        branches = [self._resolved(branch) for branch in schema[union]]
        full = [branch for branch in branches if _type_of(branch) != "null"]
        if depth > MAX_DEPTH // 2 and len(full) < len(branches):
            return None
        kept = {key: value for key, value in schema.items() if key not in (union, "description", "default", "title")}
        return self.value({**kept, **full[0]} if full else {"type": "null"}, name, depth + 1)

    def _object(self, schema: dict[str, Any], depth: int) -> dict[str, Any]:
        properties = schema.get("properties") or {}
        required = set(schema.get("required") or [])
        made = {
            key: self.value(inner, key, depth + 1)
            for key, inner in properties.items()
            if key in required or depth < MAX_DEPTH // 2
        }
        others = schema.get("additionalProperties")
        if not properties and isinstance(others, dict):
            made = {self._texts.keyword(): self.value(others, "", depth + 1) for _ in range(2)}
        return finished(made)

    def _array(self, schema: dict[str, Any], name: str, depth: int) -> list[Any]:
        least, most = int(schema.get("minItems") or 0), schema.get("maxItems")
        count = max(least, USUAL_ITEMS if most is None else min(USUAL_ITEMS, int(most)))
        if depth > MAX_DEPTH // 2:
            count = least
        if prefix := schema.get("prefixItems"):
            return [self.value(inner, name, depth + 1) for inner in prefix]
        items = self._resolved(schema.get("items") or {})
        if choices := items.get("enum"):
            # Each once while there are enough; a list that has to be longer begins anew.
            return [choices[at % len(choices)] for at in range(max(least, min(count, len(choices))))]
        made = [self.value(items, name, depth + 1) for _ in range(count)]
        if schema.get("uniqueItems"):
            made = [item for at, item in enumerate(made) if item not in made[:at]]
        return in_order(made)

    def _number(self, schema: dict[str, Any], name: str, *, whole: bool) -> int | float:
        step = float(schema.get("multipleOf") or (1 if whole else 0.01))
        low, high = _bounds(schema, step)
        if low is None:
            low = 0.0 if high is None or high >= 0 else high - 100
        if high is None:
            high = low + (1 if _RATIO.search(name) and not whole else 100 if _SCORE.search(name) else 10)
        # Scores differ between texts and fields, and never between two runs.
        place = int.from_bytes(hashlib.sha256(f"{self._seed}:{name}".encode()).digest()[:4]) / 2**32
        value = math.floor((low + place * (high - low)) / step) * step
        value = value + step if value < low else value
        return int(value) if whole or float(value).is_integer() else round(value, 6)

    def _pick(self, choices: list[Any], name: str) -> Any:
        full = [choice for choice in choices if choice is not None] or choices
        return full[hashlib.sha256(f"{self._seed}:{name}".encode()).digest()[0] % len(full)]


def _bounds(schema: dict[str, Any], step: float) -> tuple[float | None, float | None]:
    low, high = schema.get("minimum"), schema.get("maximum")
    if (above := schema.get("exclusiveMinimum")) is not None:
        low = above + step
    if (below := schema.get("exclusiveMaximum")) is not None:
        high = below - step
    return None if low is None else float(low), None if high is None else float(high)


def _type_of(schema: dict[str, Any]) -> str:
    kind = schema.get("type")
    if isinstance(kind, list):
        kind = next((one for one in kind if one != "null"), "null")
    if isinstance(kind, str):
        return kind.lower()
    if "properties" in schema or "additionalProperties" in schema:
        return "object"
    return "array" if "items" in schema else "string"
