"""A script in the form in which RevID takes it: `source.text` of the workflow script-to-video.

RevID reads the text aloud and makes a scene of each paragraph: one sentence a line, a blank line between the parts,
nothing that is not to be said.
"""

from typing import Final

import regex

from workers.text.sentences import sentences

_MARKS: Final = regex.compile(r"[*_`#~|<>{}\[\]]|https?://\S+|\p{Emoji_Presentation}|(?<!\S)…|…(?=\s*$)")
_LOOSE: Final = regex.compile(r"\s+(?=[.,;:!?)])")
"""What a mark that was taken out leaves before the next one."""


def revid_text(parts: list[str], language: str) -> str:
    """The paragraphs of a script, as RevID takes them."""
    scenes = []
    for part in parts:
        spoken = _LOOSE.sub("", " ".join(_MARKS.sub("", part).split()))
        lines = sentences(spoken, language)
        if lines:
            scenes.append("\n".join(lines))
    return "\n\n".join(scenes)
