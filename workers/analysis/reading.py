"""From an asset or item to its text, and when each part of it is said."""

from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field

from workers.analysis.timeline import Segment
from workers.inputs import media, subtitles
from workers.inputs.decoding import decode
from workers.inputs.extract import from_bytes
from workers.inputs.media import media_type_of

_TIMED: Final = "-->"


class SpokenSegment(BaseModel):
    """A stretch of speech; seconds from the beginning."""

    model_config = ConfigDict(frozen=True)

    start: Annotated[float, Field(ge=0)]
    end: Annotated[float, Field(ge=0)]
    text: str


class Subject(BaseModel):
    """What `analysis_subject` answers."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    title: str | None = None
    description: str | None = None
    transcript: str | None = None
    language: str | None = None
    duration_seconds: float | None = None
    platform: str | None = None
    is_video: bool = False
    tags: list[str] = []
    hashtags: list[str] = []
    platform_limits: dict[str, Any] = {}
    segments: list[SpokenSegment] | None = None
    """When the words of the transcript are said, where that is known."""
    storage_bucket: str | None = None
    storage_path: str | None = None
    mime_type: str | None = None
    source_url: str | None = None

    @property
    def is_text_file(self) -> bool:
        """Whether its file is read rather than heard."""
        return self.storage_path is not None and self._media_type() in media.ALLOWED_MEDIA_TYPES

    @property
    def is_recording(self) -> bool:
        """Whether its file is heard."""
        return self.storage_path is not None and (self.mime_type or "").startswith(("audio/", "video/"))

    def _media_type(self) -> str:
        return media_type_of(self.mime_type, self.storage_path or "")[0]


class Reading(BaseModel):
    """The step `text` of an analysis."""

    model_config = ConfigDict(frozen=True)

    text: str
    language: str | None = None
    is_spoken: bool = False
    transcript: str | None = None
    """Set when it was made from the file just now and belongs to the asset."""
    transcript_confidence: Annotated[float, Field(ge=0, le=100)] | None = None
    duration_seconds: float | None = None
    segments: list[SpokenSegment] = []
    usage: list[dict[str, Any]] = []
    """Calls that the transcription took."""

    def timeline_segments(self) -> list[Segment]:
        """The segments as the timeline takes them."""
        return [Segment(segment.start, segment.end, segment.text) for segment in self.segments]


def known_text(subject: Subject) -> Reading | None:
    """What is known without opening a file: the transcript, with its times if it holds them; else None."""
    if not subject.transcript or not subject.transcript.strip():
        return None
    text, segments = subject.transcript, subject.segments or []
    if _TIMED in text[:2000]:
        text, segments = _captions(text)
    return Reading(
        text=text,
        language=subject.language,
        is_spoken=subject.is_video,
        duration_seconds=subject.duration_seconds,
        segments=segments,
    )


def described(subject: Subject) -> Reading:
    """The words around it, where nothing is known of what it says."""
    return Reading(
        text="\n\n".join(part for part in (subject.title, subject.description) if part and part.strip()),
        language=subject.language,
    )


def of_text_file(subject: Subject, body: bytes, content_type: str | None) -> Reading:
    """What a file says; of captions also when. Rejected for what is no text."""
    name = (subject.storage_path or "").rpartition("/")[2]
    media_type, charset = media_type_of(content_type, name)
    if media_type in media.SRT | media.VTT:
        text, segments = _captions(decode(body, charset, markup=False))
        return Reading(
            text=text,
            transcript=text,
            language=subject.language,
            is_spoken=True,
            duration_seconds=subject.duration_seconds or max((segment.end for segment in segments), default=None),
            segments=segments,
        )
    return Reading(text=from_bytes(body, media_type, charset, name=name).text, language=subject.language)


def _captions(raw: str) -> tuple[str, list[SpokenSegment]]:
    """SubRip or WebVTT, whichever it is, as running text and as segments."""
    raw = raw.removeprefix("\ufeff").lstrip()
    is_vtt = raw.startswith("WEBVTT")
    cues = subtitles.vtt_cues(raw) if is_vtt else subtitles.srt_cues(raw)
    segments = [SpokenSegment(start=start, end=max(start, end), text=said) for start, end, said in cues if said]
    return subtitles.running(cues), segments
