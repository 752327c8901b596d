"""What goes into the input stage and what comes out of it."""

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field


class TextInput(BaseModel):
    """Text given with the request."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    type: Literal["text"]
    text: str


class FileInput(BaseModel):
    """An object in Storage."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    type: Literal["file"]
    bucket: Annotated[str, Field(min_length=1, max_length=100)] = "assets"
    path: Annotated[str, Field(min_length=1, max_length=1024)]


class UrlInput(BaseModel):
    """A web page, or a text file on the web."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    type: Literal["url"]
    url: Annotated[str, Field(min_length=1, max_length=2048)]


Input: TypeAlias = Annotated[TextInput | FileInput | UrlInput, Field(discriminator="type")]


class ExtractedText(BaseModel):
    """Running text: paragraphs apart by blank lines; headings start with #, list items with a dash."""

    model_config = ConfigDict(frozen=True)

    text: str
    title: str | None = None
    media_type: str
    url: str | None = None
    """Where a fetched page was found after redirects."""
