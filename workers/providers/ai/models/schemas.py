"""JSON Schema as far as each provider enforces it; what it does not enforce becomes words that the model reads."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

Schema = dict[str, Any]

_STRUCTURE: Final = frozenset(("type", "enum", "description"))
_WORDS: Final[dict[str, Callable[[Any], str]]] = {
    "minLength": lambda value: f"at least {value} characters",
    "maxLength": lambda value: f"at most {value} characters",
    "minItems": lambda value: f"at least {value} items",
    "maxItems": lambda value: f"at most {value} items",
    "uniqueItems": lambda value: "no two the same" if value else "",
    "minimum": lambda value: f"at least {value}",
    "maximum": lambda value: f"at most {value}",
    "exclusiveMinimum": lambda value: f"more than {value}",
    "exclusiveMaximum": lambda value: f"less than {value}",
    "multipleOf": lambda value: f"a multiple of {value}",
    "pattern": lambda value: f"matching {value}",
    "format": lambda value: f"as {value}",
}


@dataclass(frozen=True, slots=True)
class Subset:
    """What a provider enforces beyond types, enumerations and required properties."""

    keywords: frozenset[str]
    formats: frozenset[str]


OPENAI: Final = Subset(
    frozenset(
        ("pattern", "multipleOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems")
    ),
    frozenset(("date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid")),
)
ANTHROPIC: Final = Subset(frozenset(), OPENAI.formats | {"uri"})
GEMINI: Final = Subset(
    frozenset(("minimum", "maximum", "minItems", "maxItems")), frozenset(("date-time", "date", "time"))
)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A schema for a provider. `is_closed` is false when some object may have keys that the schema does not name."""

    schema: Schema
    is_closed: bool


def fit(schema: Schema, subset: Subset) -> Fitted:
    """The schema within the subset: every named property required, no others allowed, the rest in descriptions.

    A property with a default is asked for as well: the model decides instead of leaving it out.
    """
    fitter = _Fitter(schema, subset)
    fitted = fitter.fit(schema, frozenset())
    if fitter.definitions:
        fitted["$defs"] = fitter.definitions
    return Fitted(fitted, fitter.is_closed)


def in_words(schema: Schema) -> str:
    """The instruction for an endpoint that enforces nothing."""
    return (
        "Answer with one JSON object and nothing else: no explanation, no code fence. It must fit this JSON Schema:\n"
        + json.dumps(schema, ensure_ascii=False, separators=(",", ":"))
    )


class _Fitter:
    def __init__(self, root: Schema, subset: Subset) -> None:
        self._sources: dict[str, Schema] = root.get("$defs", {})
        self._subset = subset
        self.definitions: dict[str, Schema] = {}
        self.is_closed = True

    def fit(self, schema: Schema, inlined: frozenset[str]) -> Schema:
        if len(schema.get("allOf", ())) == 1:
            schema = {**{key: value for key, value in schema.items() if key != "allOf"}, **schema["allOf"][0]}
        if "$ref" in schema:
            return self._referred(schema, inlined)
        fitted = {key: value for key, value in schema.items() if key in _STRUCTURE}
        if "const" in schema:
            fitted["enum"] = [schema["const"]]
        variants = schema.get("anyOf") or schema.get("oneOf")
        if variants:
            fitted["anyOf"] = [self.fit(variant, inlined) for variant in variants]
        if "items" in schema:
            fitted["items"] = self.fit(schema["items"], inlined)
        if schema.get("type") == "object":
            self._close(schema, fitted, inlined)
        self._constrain(schema, fitted)
        return fitted

    def _referred(self, schema: Schema, inlined: frozenset[str]) -> Schema:
        name = schema["$ref"].removeprefix("#/$defs/")
        target = self._sources[name]
        beside = {key: value for key, value in schema.items() if key == "description"}
        if beside and name not in inlined:
            # a reference may have nothing beside it
            return self.fit({**target, **beside}, inlined | {name})
        if name not in self.definitions:
            self.definitions[name] = {}  # named before it is filled: it may refer to itself
            self.definitions[name] = self.fit(target, frozenset())
        return {"$ref": schema["$ref"]}

    def _close(self, schema: Schema, fitted: Schema, inlined: frozenset[str]) -> None:
        properties = schema.get("properties", {})
        if not properties or schema.get("additionalProperties") not in (None, False):
            self.is_closed = False
            fitted.update({key: schema[key] for key in ("additionalProperties", "required") if key in schema})
        else:
            fitted["additionalProperties"] = False
            fitted["required"] = list(properties)
        if properties:
            fitted["properties"] = {name: self.fit(value, inlined) for name, value in properties.items()}

    def _constrain(self, schema: Schema, fitted: Schema) -> None:
        words = []
        for keyword, phrase in _WORDS.items():
            if keyword not in schema:
                continue
            value = schema[keyword]
            if keyword in self._subset.keywords or (keyword == "format" and value in self._subset.formats):
                fitted[keyword] = value
            elif said := phrase(value):
                words.append(said)
        if words:
            before, limits = fitted.get("description"), ", ".join(words)
            fitted["description"] = f"{before} ({limits})" if before else limits
