"""The stack of a demo with simulators: it lasts as long as the demo, also when that is killed."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from stack.demo.errors import DemoError
from stack.layout import Layout
from stack.lifecycle import Stack
from stack.processes import ProcessRef, helpers, marked, stop_tree
from stack.settings import write_private


def layout_beside(directory: Path) -> Layout:
    """Where the stack lies that belongs to the demos of this directory."""
    root = directory.expanduser().absolute()
    return Layout(root.with_name(f"{root.name}-simulators"))


@contextlib.contextmanager
def owned(layout: Layout) -> Iterator[None]:
    """For one demo at a time. Raises DemoError while another one is at work; stops what a killed one left."""
    stop_abandoned(layout)
    if (owner := _owner(layout)) is not None:
        raise DemoError(f"Another demo with simulators is at work, process {owner.pid}.")
    layout.root.mkdir(parents=True, exist_ok=True)
    write_private(_path(layout), ProcessRef.of(os.getpid()).model_dump_json())
    try:
        yield
    finally:
        Stack(layout.root).down()
        _path(layout).unlink(missing_ok=True)


def stop_abandoned(layout: Layout) -> None:
    """Stop the stack of a demo that was killed. Its supervisor does so too, unless it was killed as well."""
    if _path(layout).exists() and _owner(layout) is None:
        Stack(layout.root).down()
        stop_tree(marked(helpers(layout.root)))
        _path(layout).unlink(missing_ok=True)


def _path(layout: Layout) -> Path:
    return layout.root / "owner.json"


def _owner(layout: Layout) -> ProcessRef | None:
    """The demo at work there: the process, not another one that has its number by now."""
    try:
        owner = ProcessRef.model_validate_json(_path(layout).read_text())
    except (OSError, ValueError):
        return None
    return owner if owner.find() is not None else None
