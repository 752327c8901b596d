"""Captions and text files, read as they are."""

from typing import Final

from workers.inputs import media, subtitles
from workers.inputs.decoding import decode
from workers.providers.ai.models.base import TokenUsage
from workers.providers.transcription.base import File, Recording, Segment, Source, Transcribed, Transcript
from workers.runtime.errors import Rejected

PROVIDER: Final = "local"
MODEL: Final = "local-captions"

_READABLE: Final = media.SRT | media.VTT | media.PLAIN


def written_down(recording: Recording, language: str | None) -> Transcribed | None:
    """The words that came with the recording, or None when only its sound has them."""
    for file in (recording.captions, recording.file):
        if file is not None and (media_type := _kind(file)) in _READABLE:
            transcript = _read(file, media_type, language, recording.duration_seconds)
            return Transcribed(transcript, TokenUsage(), 0.0, PROVIDER, MODEL)
    if recording.captions is not None:
        raise Rejected("captions are read from .srt, .vtt and .txt files", "UNSUPPORTED_TYPE")
    return None


def _kind(file: File) -> str:
    return media.media_type_of(file.media_type or "application/octet-stream", file.name)[0]


def _read(file: File, media_type: str, language: str | None, duration: float | None) -> Transcript:
    text = decode(file.body, media.media_type_of(file.media_type, file.name)[1]).replace("\x00", "").strip()
    cues: list[subtitles.Cue] = []
    source: Source = "captions"
    if text.removeprefix("\ufeff").startswith("WEBVTT"):
        cues = subtitles.vtt_cues(text.removeprefix("\ufeff"))
    elif media_type in media.SRT | media.VTT:
        cues = subtitles.srt_cues(text)
    else:
        source = "text"
    said = subtitles.running(cues) if source == "captions" else text.replace("\r\n", "\n").replace("\r", "\n")
    if not said:
        raise Rejected("there are no words in the captions", "INPUT_EMPTY")
    segments = tuple(Segment(start, max(start, end), words) for start, end, words in cues if words)
    length = duration or (max(segment.end for segment in segments) if segments else None)
    return Transcript(said, segments, language, length, source)
