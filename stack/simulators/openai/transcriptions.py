"""`POST /audio/transcriptions`, a multipart form."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from stack.simulators import tokens
from stack.simulators.answers import Answer
from stack.simulators.calls import Call, Reply, Usage
from stack.simulators.failures import Refusal, RefusedError, Worded, invalid
from stack.simulators.faults import Fault, FaultKind
from stack.simulators.openai.wording import OpenAIWording, authenticate, check_model
from stack.simulators.requests import a_string
from stack.simulators.speech import Recording, Segment, as_srt, as_vtt, hear, segments
from stack.simulators.wire import Frame, pieces, sse
from stack.simulators.world import World
from stack.simulators.writing import reported

MAX_BYTES = 25 * 1024 * 1024
SUFFIXES = {"flac", "mp3", "mp4", "mpeg", "mpga", "m4a", "ogg", "wav", "webm"}
FORMATS = {"json", "text", "srt", "vtt", "verbose_json"}
TIMED = {"srt", "vtt", "verbose_json"}
LANGUAGES = {"en": "english", "nl": "dutch"}
AUDIO_TOKENS_PER_SECOND = 10


class Transcriptions:
    """A recording in, its words out; whisper-1 knows when each was said, the newer models only what."""

    endpoint = "audio.transcriptions"

    def __init__(self, wording: OpenAIWording) -> None:
        """Only OpenAI itself has this endpoint here."""
        self.wording = wording

    async def read(self, request: web.Request) -> Call:
        """Check key, model, file and the format wanted."""
        key = authenticate(request, self.wording)
        if not request.content_type.startswith("multipart/"):
            raise invalid("Could not parse multipart form")
        form = await request.post()
        upload = form.get("file")
        if not isinstance(upload, FileField):
            raise invalid("Missing required parameter: 'file'.", "file")
        fields: dict[str, Any] = {name: form.getall(name) for name in form if name != "file"}
        fields = {name: values if name.endswith("[]") else values[-1] for name, values in fields.items()}
        model, audio = a_string(fields, "model"), upload.file.read()
        check_model(model, self.wording)
        wanted = fields.get("response_format", "json")
        _check_format(model, wanted, fields)
        if len(audio) > MAX_BYTES:
            raise RefusedError(Refusal.TOO_LARGE, f"Maximum content size limit ({MAX_BYTES}) exceeded")
        if upload.filename.rpartition(".")[2].lower() not in SUFFIXES:
            raise invalid(f"Unrecognized file format. Supported formats: {sorted(SUFFIXES)}", "file")
        recording = hear(audio, upload.filename)
        if recording is None:
            raise invalid("Audio file might be corrupted or unsupported", "file")
        digest = hashlib.sha256(audio).hexdigest()
        return Call(
            provider=self.wording.provider,
            endpoint=self.endpoint,
            model=model,
            body={**fields, "file": {"name": upload.filename, "bytes": len(audio), "sha256": digest}},
            key=key,
            system=fields.get("prompt", ""),
            text=f"{upload.filename}\n{recording.words}",
            is_stream=fields.get("stream") == "true",
            extra={"recording": recording, "format": wanted, "language": fields.get("language", "en")},
        )

    def work(self, world: World, call: Call, fault: Fault | None) -> Reply:
        """Listen."""
        recording: Recording = call.extra["recording"]
        answer = world.answers.find(call) or Answer()
        words = recording.words if answer.content is None else answer.content
        if fault is not None and fault.kind is FaultKind.EMPTY_ANSWER:
            words = ""
        seconds = math.ceil(recording.seconds)
        billed = Usage(
            input_tokens=seconds * AUDIO_TOKENS_PER_SECOND, output_tokens=tokens.count(words), audio_seconds=seconds
        ).changed(answer.usage or {})
        spoken = segments(words, recording.seconds)
        return Reply(finish="stop", billed=billed, reported=reported(billed, fault), text=words, payload=spoken)

    def document(self, call: Call, reply: Reply) -> dict[str, Any] | str:
        """In the format wanted."""
        match call.extra["format"]:
            case "text":
                return reply.text + "\n"
            case "srt":
                return as_srt(reply.payload)
            case "vtt":
                return as_vtt(reply.payload)
            case "verbose_json":
                return _verbose(call, reply)
        usage = {} if reply.reported is None else {"usage": _usage(call.model, reply.reported)}
        return {"text": reply.text, **usage}

    def frames(self, call: Call, reply: Reply, chunk: int) -> Iterator[Frame]:
        """`transcript.text.delta` events and a `transcript.text.done`."""
        for piece in pieces(reply.text, chunk):
            yield sse({"type": "transcript.text.delta", "delta": piece}, is_text=True)
        usage = {} if reply.reported is None else {"usage": _usage(call.model, reply.reported)}
        yield sse({"type": "transcript.text.done", "text": reply.text, **usage})

    def broken(self, call: Call, reply: Reply, worded: Worded) -> Frame:
        """An `error` object as data."""
        del call, reply
        return sse(worded.body)


def _check_format(model: str, wanted: str, fields: dict[str, Any]) -> None:
    if wanted not in FORMATS:
        raise invalid(f"Invalid response_format '{wanted}'.", "response_format")
    if wanted in TIMED and model != "whisper-1":
        raise invalid(
            f"response_format '{wanted}' is not compatible with model '{model}'. Use 'json' or 'text' instead.",
            "response_format",
        )
    if fields.get("timestamp_granularities[]") and wanted != "verbose_json":
        raise invalid("timestamp_granularities needs response_format 'verbose_json'.", "timestamp_granularities")
    if fields.get("stream") == "true" and model == "whisper-1":
        raise invalid("Streaming is not supported for whisper-1.", "stream")


def _usage(model: str, usage: Usage) -> dict[str, Any]:
    if model == "whisper-1":
        return {"type": "duration", "seconds": usage.audio_seconds}
    return {
        "type": "tokens",
        "input_tokens": usage.input_tokens,
        "input_token_details": {"text_tokens": 0, "audio_tokens": usage.input_tokens},
        "output_tokens": usage.output_tokens,
        "total_tokens": usage.total,
    }


def _verbose(call: Call, reply: Reply) -> dict[str, Any]:
    spoken: list[Segment] = reply.payload
    granularities = call.body.get("timestamp_granularities[]") or ["segment"]
    document: dict[str, Any] = {
        "task": "transcribe",
        "language": LANGUAGES.get(call.extra["language"], call.extra["language"]),
        "duration": call.extra["recording"].seconds,
        "text": reply.text,
    }
    if reply.reported is not None:
        document["usage"] = _usage(call.model, reply.reported)
    if "segment" in granularities:
        document["segments"] = [
            {
                "id": at,
                "seek": 0,
                "start": segment.start,
                "end": segment.end,
                "text": segment.text,
                "tokens": [],
                "temperature": 0.0,
                "avg_logprob": -0.28,
                "compression_ratio": 1.2,
                "no_speech_prob": 0.01,
            }
            for at, segment in enumerate(spoken)
        ]
    if "word" in granularities:
        document["words"] = [word for segment in spoken for word in segment.words()]
    return document
