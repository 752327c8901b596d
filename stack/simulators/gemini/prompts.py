"""Reading the contents and the generation config of a Gemini request."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import Any

from stack.simulators.failures import Refusal, RefusedError, invalid
from stack.simulators.schema_rules import check_gemini
from stack.simulators.speech import hear
from stack.simulators.world import World


@dataclass(frozen=True)
class Prompt:
    """The texts of a request."""

    system: str
    user: list[str]
    all: list[str]


def read_prompt(body: dict[str, Any], world: World | None) -> Prompt:
    """System instruction and contents; files of text or recorded speech are read like text."""
    contents = body.get("contents")
    if isinstance(contents, dict):
        contents = [contents]
    if not isinstance(contents, list) or not contents:
        raise invalid("* GenerateContentRequest.contents: contents is not specified")
    turns = [(turn.get("role", "user"), _text(turn, world)) for turn in contents if isinstance(turn, dict)]
    instruction = body.get("systemInstruction") or body.get("system_instruction") or {}
    user = [text for role, text in turns if role == "user"]
    return Prompt(_text(instruction, world), user, [text for _, text in turns])


def _text(turn: dict[str, Any], world: World | None) -> str:
    parts = turn.get("parts") or []
    return "\n".join(_part(part, world) for part in (parts if isinstance(parts, list) else [parts]))


def _part(part: dict[str, Any], world: World | None) -> str:
    if isinstance(part.get("text"), str):
        return str(part["text"])
    if inline := part.get("inlineData") or part.get("inline_data"):
        try:
            content = base64.b64decode(_padded(inline.get("data", "")), altchars=b"-_", validate=True)
        except binascii.Error as error:
            raise invalid("Invalid value at 'contents.parts.inline_data.data': Base64 decoding failed.") from error
        return _readable(content, inline.get("mimeType") or inline.get("mime_type") or "")
    if given := part.get("fileData") or part.get("file_data"):
        name = (given.get("fileUri") or given.get("file_uri") or "").rpartition("/files/")[2]
        file = world.files.get(f"files/{name}") if world else None
        if file is None:
            raise RefusedError(Refusal.FORBIDDEN, f"You do not have permission to access the File {name}.")
        return _readable(file["content"], file["mimeType"])
    return ""


def _padded(data: str) -> str:
    """In the alphabet for addresses, which the official client uses; protobuf takes both, padded or not."""
    return data.translate({ord("+"): "-", ord("/"): "_"}) + "=" * (-len(data) % 4)


def _readable(content: bytes, kind: str) -> str:
    if kind.startswith("text/"):
        return content.decode("utf-8", "replace")
    if kind.startswith("audio/"):
        heard = hear(content, "audio.wav" if "wav" in kind else "audio.mp3")
        return heard.words if heard else ""
    return ""


def read_schema(config: dict[str, Any]) -> dict[str, Any] | None:
    """The schema of a JSON answer, from either of the two fields."""
    plain = config.get("responseJsonSchema") or config.get("_responseJsonSchema")
    own = config.get("responseSchema") or config.get("response_schema")
    if plain and own:
        raise invalid("Only one of response_schema and response_json_schema may be set.")
    mime = config.get("responseMimeType") or config.get("response_mime_type")
    if not plain and not own:
        return {"type": "object", "properties": {"answer": {"type": "string"}}} if mime == "application/json" else None
    if mime != "application/json":
        raise invalid("A response schema needs response_mime_type application/json.")
    if own:
        check_gemini(own, "generation_config.response_schema")
    return dict(plain or own or {})


def whole_number(config: dict[str, Any], name: str) -> int | None:
    """A field of the config above zero, or nothing."""
    value = config.get(name)
    if value is None:
        return None
    if not isinstance(value, int) or value < 1:
        raise invalid(f"* GenerateContentRequest.generation_config.{name}: must be positive")
    return value
