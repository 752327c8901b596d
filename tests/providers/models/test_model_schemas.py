"""A schema reaches each provider in the part of JSON Schema that it enforces, and the rest in words."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field, TypeAdapter

from workers.providers.ai.models.schemas import ANTHROPIC, GEMINI, OPENAI, Subset, fit, in_words
from workers.providers.ai.posts import POST_TYPES

SUBSETS = {"openai": OPENAI, "anthropic": ANTHROPIC, "gemini": GEMINI}


class Leaf(BaseModel):
    """A leaf."""

    name: Annotated[str, Field(min_length=2, max_length=9, pattern="^[A-Z]")]
    weight: Annotated[float, Field(ge=0, lt=10)] = 1.5


class Tree(BaseModel):
    """A tree."""

    kind: Literal["oak", "fir"]
    alive: Literal[True]
    top: Annotated[Leaf, Field(description="The highest")]
    leaves: Annotated[list[Leaf], Field(min_length=1, max_length=5)]
    branches: list[Tree] = []
    note: str | None = None


def objects(schema: Any) -> list[dict[str, Any]]:
    """Every object schema within a schema."""
    if isinstance(schema, list):
        return [found for part in schema for found in objects(part)]
    if not isinstance(schema, dict):
        return []
    own = [schema] if schema.get("type") == "object" else []
    return own + [found for part in schema.values() for found in objects(part)]


@pytest.mark.parametrize("subset", SUBSETS.values(), ids=SUBSETS)
@pytest.mark.parametrize("name", [*POST_TYPES, "tree"])
def test_objects_are_closed_and_everything_is_required(name: str, subset: Subset) -> None:
    source = (POST_TYPES | {"tree": Tree})[name].model_json_schema()
    before = json.dumps(source)
    fitted = fit(source, subset)
    assert fitted.is_closed
    assert objects(fitted.schema)
    for part in objects(fitted.schema):
        assert part["additionalProperties"] is False
        assert part["required"] == list(part["properties"])
    text = json.dumps(fitted.schema)
    assert '"default":' not in text
    assert '"const"' not in text
    assert json.dumps(source) == before, "the schema that was given is not changed"


def test_what_a_provider_does_not_enforce_is_said() -> None:
    name, weight = (fit(Leaf.model_json_schema(), OPENAI).schema["properties"][key] for key in ("name", "weight"))
    assert name == {"type": "string", "pattern": "^[A-Z]", "description": "at least 2 characters, at most 9 characters"}
    assert weight == {"type": "number", "minimum": 0, "exclusiveMaximum": 10}
    name, weight = (fit(Leaf.model_json_schema(), ANTHROPIC).schema["properties"][key] for key in ("name", "weight"))
    assert name["description"].endswith("matching ^[A-Z]")
    assert weight == {"type": "number", "description": "at least 0, less than 10"}
    fitted = fit(Tree.model_json_schema(), GEMINI).schema
    leaves = fitted["$defs"]["Tree"]["properties"]["leaves"]
    assert (leaves["minItems"], leaves["maxItems"]) == (1, 5)


def test_references_stand_alone_and_lead_somewhere() -> None:
    fitted = fit(Tree.model_json_schema(), OPENAI).schema
    tree = fitted["$defs"]["Tree"]["properties"]
    assert tree["branches"]["items"] == {"$ref": "#/$defs/Tree"}
    assert tree["top"]["description"] == "The highest"
    assert tree["top"]["type"] == "object", "a reference with something beside it is written out"
    assert set(fitted["$defs"]) == {"Tree", "Leaf"}


def test_a_reference_to_itself_with_something_beside_it_comes_to_an_end() -> None:
    node = {
        "type": "object",
        "properties": {"next": {"$ref": "#/$defs/Node", "description": "The next one"}},
        "required": ["next"],
    }
    fitted = fit({"$ref": "#/$defs/Node", "$defs": {"Node": node}}, OPENAI).schema
    assert "#/$defs/Node" in json.dumps(fitted)


@pytest.mark.parametrize("annotation", [dict[str, int], list[dict[str, str]]])
def test_objects_with_keys_of_their_own_stay_open(annotation: Any) -> None:
    schema = {"type": "object", "properties": {"x": TypeAdapter(annotation).json_schema()}}
    assert fit(schema, OPENAI).is_closed is False


def test_the_schema_in_words_is_the_schema() -> None:
    words = in_words(Tree.model_json_schema())
    assert json.loads(words[words.index("{") :]) == Tree.model_json_schema()
