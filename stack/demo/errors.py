"""What can stop the demo."""

from __future__ import annotations


class DemoError(Exception):
    """The demo did not do what it says; the message tells what to do about it."""
