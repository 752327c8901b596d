"""Answers load nothing. A text can make a model write an image whose address holds what else the model was shown; a
page that shows the answer as Markdown or HTML would fetch it, and tell, before anybody clicks.

An image becomes a link, which asks for a click; an element that loads something becomes text. What is inside code is
treated alike, as pages differ in what they take for code. The attributes of other elements stay as they are.
"""

from typing import Final

import regex

_ELEMENTS: Final = (
    "applet", "audio", "base", "bgsound", "embed", "frame", "iframe", "image", "img", "input", "link", "meta", "object",
    "picture", "script", "source", "style", "svg", "track", "video",
)  # fmt: skip
"""Beginnings of names, as a longer name does no harm when it is text."""
# a row of signs goes as a whole, since any that stayed would begin the image
_LOADING: Final = regex.compile(rf"(?<!!)!++\[|<(?:{'|'.join(_ELEMENTS)})", regex.IGNORECASE | regex.ASCII)


def without_images(text: str) -> str:
    """The text with `![` as `[`, and `<` as `&lt;` before the name of an element that loads something."""
    return str(_LOADING.sub(_harmless, text))


class Imageless:
    """The same for a text that comes in pieces; what it hears and the rest are together `without_images` of it all."""

    def __init__(self) -> None:
        self._held = ""

    def hear(self, piece: str) -> str:
        """What may be said after this piece: all but an end that the next one may make an image or an element."""
        text = self._held + piece
        decided = _decided(text)
        self._held = text[decided:]
        return without_images(text[:decided])

    def rest(self) -> str:
        """What was held back, once nothing more comes."""
        said, self._held = self._held, ""
        return said


def _decided(text: str) -> int:
    """Where the end begins that may be the beginning of something."""
    before_signs = len(text.rstrip("!"))
    if before_signs < len(text):
        return before_signs
    last = text.rfind("<")
    name = text[last + 1 :].lower()
    is_begun = last >= 0 and any(one.startswith(name) and one != name for one in _ELEMENTS)
    return last if is_begun else len(text)


def _harmless(found: "regex.Match[str]") -> str:
    signs = found[0]
    return "[" if signs.startswith("!") else f"&lt;{signs[1:]}"
