"""Errors of the stack: one sentence that says what is wrong, and one that says what to do."""

from __future__ import annotations


class StackError(Exception):
    """Something the person at the keyboard can act on; printed without a traceback."""

    def __init__(self, problem: str, remedy: str = "", *, detail: str = "") -> None:
        """Keep the sentence, the advice and, for `--verbose` and logs, the raw detail."""
        super().__init__(f"{problem} {remedy}".strip())
        self.problem = problem
        self.remedy = remedy
        self.detail = detail
