"""Debian's Postgres 17 with its real extensions in a directory of its own, made once by debootstrap.

The embedded Postgres has no pg_cron, pgtap, pgcrypto or plpgsql_check, and it is a major version ahead of hosted
Supabase. This root closes both gaps for tests. It needs root and a Debian (or derivative) with debootstrap.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from stack.errors import StackError

SUITE = "trixie"
PACKAGES = (
    "postgresql-17",
    "postgresql-17-cron",
    "postgresql-17-pgvector",
    "postgresql-17-pgtap",
    "postgresql-17-plpgsql-check",
)
CACHE_DIR = Path(os.environ.get("CATALYST_EXTENSIONS_DIR", "/var/cache/catalyst"))
_WHERE_ELSE = "Elsewhere the same tests run on the embedded Postgres: make test"


def ensure_root() -> Path:
    """Return the root directory, making it (about 40 seconds, 700 MB) when it is not cached."""
    root = CACHE_DIR / f"postgres-17-{SUITE}"
    if (root / "usr/lib/postgresql/17/bin/postgres").exists():
        return root
    require_debian()
    CACHE_DIR.mkdir(parents=True, exist_ok=True)
    with (CACHE_DIR / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not root.exists():
            _build(root)
    return root


def require_debian() -> None:
    """Refuse in one sentence where the root cannot be made."""
    if os.geteuid() != 0:
        raise StackError("The full-extension lane needs root, because debootstrap and chroot do.", _WHERE_ELSE)
    if shutil.which("debootstrap") is None:
        remedy = "Run: apt-get install debootstrap" if shutil.which("apt-get") else _WHERE_ELSE
        raise StackError("The full-extension lane needs Debian's debootstrap, which is not installed.", remedy)


def _build(root: Path) -> None:
    unfinished = root.with_suffix(".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    command = ["debootstrap", "--variant=minbase", f"--include={','.join(PACKAGES)}", SUITE, str(unfinished), _mirror()]
    done = _run(command, env=os.environ | _proxies())
    if done.returncode != 0:
        tail = "\n".join((done.stdout + done.stderr).strip().splitlines()[-5:])
        raise StackError("debootstrap could not make the Postgres 17 root.", "Its last words follow.", detail=tail)
    unfinished.rename(root)


def _mirror() -> str:
    """The archive this machine's own apt uses: a file here that named a host would be wrong somewhere."""
    for codename in (SUITE, None):
        wanted = ["Created-By: Packages", "Origin: Debian", *([f"Codename: {codename}"] if codename else [])]
        done = _run(["apt-get", "indextargets", "--format", "$(REPO_URI) $(CODENAME)", *wanted])
        # Security and updates live beside the suite; only the suite itself can be bootstrapped.
        plain = [line.split()[0] for line in done.stdout.splitlines() if "-" not in line.split()[-1]]
        if plain:
            return plain[0]
    raise StackError("apt names no Debian archive on this machine, so there is nothing to bootstrap from.", _WHERE_ELSE)


def _proxies() -> dict[str, str]:
    """Apt may reach its archive through a proxy that only its own configuration names."""
    command = ["apt-config", "shell", "http_proxy", "Acquire::http::Proxy", "https_proxy", "Acquire::https::Proxy"]
    done = _run(command)
    pairs = (line.split("=", 1) for line in done.stdout.splitlines() if "=" in line)
    return {name: value.strip("'") for name, value in pairs}


def _run(command: list[str], env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, env=env, timeout=900)  # noqa: S603 (own)
