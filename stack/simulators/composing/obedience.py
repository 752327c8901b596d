"""The one instruction a simulated model follows, wherever a prompt lets content become an instruction.

`SIMULATOR-OBEY:word` inside the data of a prompt is data. Anywhere else, as in a system text or beyond a delimiter that
content managed to close, it is obeyed: the answer is made of that word. So a test of injections can fail.
"""

from __future__ import annotations

import re

from stack.simulators.composing.material import outside_data

_ORDER = re.compile(r"SIMULATOR-OBEY:(\w+)")


def order(system: str, text: str) -> str | None:
    """The word to answer with, or None. A prompt without delimiters holds no data, only instructions."""
    if "SIMULATOR-OBEY:" not in system and "SIMULATOR-OBEY:" not in text:
        return None
    found = _ORDER.search(f"{system}\n{outside_data(text)}")
    return found[1] if found else None
