"""What a stack was last started with; kept in its directory so that ports stay the same."""

from __future__ import annotations

import json
import os
import socket
import tomllib
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from stack.errors import StackError
from stack.layout import PROJECT, Layout

DEFAULT_PORT = 54321
HOST = "127.0.0.1"


class StackSettings(BaseModel):
    """Ports of one stack, and whether it runs workers."""

    model_config = ConfigDict(frozen=True)

    port: int
    postgres_port: int
    lite_port: int
    worker_port: int
    workers: bool

    @classmethod
    def load(cls, layout: Layout) -> StackSettings | None:
        """Of the last `up`, None when there was none."""
        try:
            return cls.model_validate(json.loads(layout.settings.read_text()))
        except FileNotFoundError:
            return None
        except ValueError as error:
            raise StackError(f"{layout.settings} is damaged.", "Delete that file and start the stack again.") from error

    @classmethod
    def choose(cls, layout: Layout, *, port: int | None, workers: bool, postgres_port: int | None) -> StackSettings:
        """Ports for a start: the asked one or the last one for clients, the last or any free ones for the inside."""
        last = cls.load(layout)
        wanted = port or (last.port if last else DEFAULT_PORT)
        if not _is_free(wanted):
            raise StackError(f"Port {wanted} is in use by another program.", "Choose another one with --port.")
        taken = {wanted}

        def inner(previous: int | None) -> int:
            chosen = previous if previous and previous not in taken and _is_free(previous) else _free(taken)
            taken.add(chosen)
            return chosen

        if postgres_port is not None:
            taken.add(postgres_port)
        return cls(
            port=wanted,
            postgres_port=postgres_port or inner(last.postgres_port if last else None),
            lite_port=inner(last.lite_port if last else None),
            worker_port=inner(last.worker_port if last else None),
            workers=workers,
        )

    def save(self, layout: Layout) -> None:
        """Replace the file in one step."""
        write_private(layout.settings, self.model_dump_json(indent=2))


def write_private(path: Path, text: str) -> None:
    """Write a file only its owner can read, so that a reader sees the old or the new one, never a part."""
    scratch = path.with_name(path.name + ".new")
    scratch.unlink(missing_ok=True)
    with os.fdopen(os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
    scratch.replace(path)


def project_config() -> dict[str, Any]:
    """`supabase/config.toml`."""
    path = PROJECT / "supabase" / "config.toml"
    try:
        return tomllib.loads(path.read_text())
    except FileNotFoundError as error:
        raise StackError(f"{path} is missing.", "Restore it from the repository.") from error
    except tomllib.TOMLDecodeError as error:
        raise StackError(f"{path} is not valid TOML: {error}.", "Correct it.") from error


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError):
            return False
        return True


def _free(taken: set[int]) -> int:
    while True:
        with socket.socket() as probe:
            probe.bind((HOST, 0))
            port = int(probe.getsockname()[1])
        if port not in taken:
            return port
