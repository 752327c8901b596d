"""Split a SQL script into its statements, the way the Supabase CLI records them.

Comments stay with the statement that follows them and the closing semicolon is dropped, so that
`schema_migrations.statements` reads the same whichever tool applied the migration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
      (?P<line_comment>--[^\n]*)
    | (?P<block_comment>/\*)
    | (?P<escape_string>\b[eE]'(?:[^'\\]|\\.|'')*')
    | (?P<string>'(?:[^']|'')*')
    | (?P<identifier>"(?:[^"]|"")*")
    | (?P<dollar>(?<![\w$])\$(?:[^\W\d]\w*)?\$)
    | (?P<atomic>\bbegin\s+atomic\b)
    | (?P<case>\bcase\b)
    | (?P<end>\bend\b)
    | (?P<semicolon>;)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_BLOCK_EDGE = re.compile(r"/\*|\*/")


class UnterminatedSqlError(ValueError):
    """A quote or comment of the script is never closed."""

    def __init__(self, what: str, line: int) -> None:
        super().__init__(f"line {line}: {what} is never closed")
        self.line = line


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement, with the line of the script on which its text starts."""

    text: str
    line: int

    @property
    def code(self) -> str:
        """The text from the first character that is not a comment or white space."""
        return self.text[_code_start(self.text) :]

    @property
    def code_line(self) -> int:
        """The line of the script on which the code starts."""
        return self.line + self.text.count("\n", 0, _code_start(self.text))


def split_statements(script: str) -> list[Statement]:
    """Return the statements of a script in order; a trailing comment counts as one, as in the CLI."""
    statements = []
    for start, end in _ranges(script):
        raw = script[start:end]
        text = raw.strip()
        if text:
            lead = len(raw) - len(raw.lstrip())
            statements.append(Statement(text, script.count("\n", 0, start + lead) + 1))
    return statements


def _ranges(script: str) -> Iterator[tuple[int, int]]:
    start = position = 0
    depth = 0  # of `begin atomic … end`, in which semicolons separate nothing
    while match := _TOKEN.search(script, position):
        position = match.end()
        match match.lastgroup:
            case "block_comment":
                position = _block_end(script, match.start())
            case "dollar":
                position = _dollar_end(script, match)
            case "atomic":
                depth += 1
            case "case" if depth:
                depth += 1
            case "end" if depth:
                depth -= 1
            case "semicolon" if not depth:
                yield start, match.start()
                start = position
            case _:
                pass
    yield start, len(script)


def _dollar_end(script: str, match: re.Match[str]) -> int:
    closing = script.find(match.group(), match.end())
    if closing < 0:
        raise UnterminatedSqlError(f"the body quoted with {match.group()}", script.count("\n", 0, match.start()) + 1)
    return closing + len(match.group())


def _block_end(script: str, start: int) -> int:
    depth = 0
    for edge in _BLOCK_EDGE.finditer(script, start):
        depth += 1 if edge.group() == "/*" else -1
        if depth == 0:
            return edge.end()
    raise UnterminatedSqlError("a block comment", script.count("\n", 0, start) + 1)


def _code_start(text: str) -> int:
    position = 0
    while position < len(text):
        if text[position].isspace():
            position += 1
        elif text.startswith("--", position):
            end = text.find("\n", position)
            position = len(text) if end < 0 else end + 1
        elif text.startswith("/*", position):
            position = _block_end(text, position)
        else:
            break
    return position
