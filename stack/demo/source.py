"""What the demo works with: the article we ship, or the user's own text, file or page; and an author's samples."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from pathlib import Path

from stack.demo.errors import DemoError

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
ARTICLES = {"en": EXAMPLES / "clear-audio-in-an-ordinary-room.md", "nl": EXAMPLES / "tomaten-op-het-balkon.md"}
SAMPLES = EXAMPLES / "author"
UPLOADED = {".md": "text/markdown", ".srt": "application/x-subrip", ".vtt": "text/vtt"}


@dataclass(frozen=True, kw_only=True)
class Source:
    """Exactly one of `text`, `file` and `url` is set."""

    label: str
    text: str | None = None
    file: Path | None = None
    url: str | None = None

    @property
    def media_type(self) -> str:
        """The content type under which `file` is uploaded."""
        if self.file is None:
            return "text/plain"
        guessed = mimetypes.guess_type(self.file.name)[0] or "text/plain"
        return UPLOADED.get(self.file.suffix.lower(), guessed)


def author_samples(language: str) -> list[Path]:
    """Short texts by one author, from which a brand voice is learned."""
    samples = sorted(SAMPLES.glob(f"{language}-*.md"))
    if not samples:
        raise DemoError(f"There are no author samples for {language} in {SAMPLES}; restore them from the repository.")
    return samples


def choose(given: str, language: str) -> Source:
    """Read `given`, a path or a URL; without it take the example article of `language`."""
    if not given:
        article = ARTICLES[language]
        return Source(label=f"examples/{article.name}", file=article)
    if given.startswith(("http://", "https://")):
        return Source(label=given, url=given)
    path = Path(given).expanduser()
    if not path.is_file():
        raise DemoError(f"There is no file {given}; INPUT takes a .txt, .md, .srt or .vtt file, or an http(s) address.")
    if path.suffix.lower() not in {".txt", *UPLOADED}:
        raise DemoError(f"{path.name} is not a .txt, .md, .srt or .vtt file; save the text as one of those.")
    if path.suffix.lower() != ".txt":
        return Source(label=given, file=path)
    try:
        return Source(label=given, text=path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise DemoError(f"{path.name} is not UTF-8 text; save it as UTF-8.") from None
