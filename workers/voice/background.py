"""How often anybody does what a brand is known by: counts over texts of many writers, kept beside this module.

    python -m workers.voice.background nl file.conllu … > workers/voice/background.nl.json

counts anew, from treebanks in the CoNLL-U format. The files hold counts alone, no text.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Final

from workers.voice.habits import Habits, always_counted, habits, together

_FEWEST: Final = 5
"""What was seen less often has no share to go by."""
_TEXT: Final = "# text = "
_PARAGRAPH: Final = 4


@cache
def background(language: str) -> Habits:
    """The counts of one of `habits.LANGUAGES`."""
    kept = Path(__file__).with_name(f"background.{language}.json").read_text(encoding="utf-8")
    return Habits.model_validate_json(kept)


def counted(language: str, lines: Iterable[str]) -> Habits:
    """The counts of a treebank; what is always counted is there at least `_FEWEST` times."""
    found = together(habits("\n\n".join(one), language) for one in _paragraphs(lines))
    counts = {name: count for name, count in found.counts.items() if count >= _FEWEST}
    known = dict.fromkeys(always_counted(language), _FEWEST) | counts
    return Habits(counts=Counter(dict(sorted(known.items()))), totals=found.totals)


def _paragraphs(lines: Iterable[str]) -> Iterator[tuple[str, ...]]:
    texts = (line[len(_TEXT) :].strip() for line in lines if line.startswith(_TEXT))
    return iter(lambda: tuple(islice(texts, _PARAGRAPH)), ())


def main(language: str, *paths: str) -> None:
    """Print the counts of the files."""
    lines = (line for path in paths for line in Path(path).read_text(encoding="utf-8").splitlines())
    sys.stdout.write(json.dumps(counted(language, lines).model_dump(), ensure_ascii=False, indent=0) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
