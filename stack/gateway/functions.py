"""Edge Functions: one Deno process per function, started when it is first asked for."""

from __future__ import annotations

import asyncio
import os
import re
import socket
import time
from pathlib import Path

from stack.gateway.settings import GatewaySettings
from stack.processes import mark, marked, stop_process, stop_tree

NAME = re.compile(r"[a-zA-Z0-9_-]{1,64}")
BOOT_SECONDS = 30.0


class FunctionUnavailableError(Exception):
    """It does not exist (404) or does not start (503)."""

    def __init__(self, status: int, code: str, message: str) -> None:
        """Keep the parts of the answer."""
        super().__init__(message)
        self.status = status
        self.code = code


class FunctionRunner:
    """Owns the Deno processes of one gateway."""

    def __init__(self, settings: GatewaySettings) -> None:
        """Nothing is started yet; what a killed gateway left behind is stopped."""
        stop_tree(marked(settings.root, "function"))
        self._settings = settings
        self._running: dict[str, tuple[asyncio.subprocess.Process, int, float]] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    async def address(self, name: str) -> str:
        """Base URL of a running function, starting it, or starting it anew when its source changed."""
        source = self._settings.functions_dir / name / "index.ts"
        if not NAME.fullmatch(name) or name.startswith("_") or not source.is_file():
            raise FunctionUnavailableError(404, "NOT_FOUND", "Requested function was not found")
        async with self._locks.setdefault(name, asyncio.Lock()):
            changed = _last_change(self._settings.functions_dir)
            running = self._running.get(name)
            if running and running[0].returncode is None and running[2] == changed:
                return f"http://127.0.0.1:{running[1]}"
            if running:
                await stop_process(running[0])
            process, port = await self._start(name, source)
            self._running[name] = (process, port, changed)
            return f"http://127.0.0.1:{port}"

    async def close(self) -> None:
        """Stop them all."""
        await asyncio.gather(*(stop_process(process) for process, _, _ in self._running.values()))
        self._running.clear()

    async def _start(self, name: str, source: Path) -> tuple[asyncio.subprocess.Process, int]:
        port = _free_port()
        own = source.parent / "deno.json"
        process = await asyncio.create_subprocess_exec(
            str(self._settings.deno), "run", "--quiet", "--no-prompt", "--no-lock", "--node-modules-dir=none",
            "--allow-net", "--allow-env", f"--allow-read={self._settings.functions_dir}",
            *(["--config", str(own)] if own.exists() else ["--no-config"]),
            str(source),
            env=self._environment() | {"DENO_SERVE_ADDRESS": f"tcp:127.0.0.1:{port}"},
            cwd=self._settings.functions_dir,
            stdin=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        deadline = time.monotonic() + BOOT_SECONDS
        while time.monotonic() < deadline and process.returncode is None:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.03)
                continue
            writer.close()
            return process, port
        await stop_process(process)
        raise FunctionUnavailableError(503, "BOOT_ERROR", f"Function {name} failed to start (please check its logs)")

    def _environment(self) -> dict[str, str]:
        """What a hosted function finds in its environment, and what Deno itself needs."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if name in {"PATH", "HOME", "TMPDIR", "LANG", "DENO_DIR", "SSL_CERT_FILE", "SSL_CERT_DIR"}
            or name.lower() in {"http_proxy", "https_proxy", "no_proxy"}
            or name.startswith("CATALYST_FUNCTION_")
        }
        keys = self._settings.keys
        return (
            kept
            | mark(self._settings.root, "function")
            | {
                "SUPABASE_URL": self._settings.url,
                "SUPABASE_ANON_KEY": keys.anon_jwt,
                "SUPABASE_SERVICE_ROLE_KEY": keys.service_role_jwt,
                "SUPABASE_PUBLISHABLE_KEYS": f'{{"default":"{keys.publishable_key}"}}',
                "SUPABASE_SECRET_KEYS": f'{{"default":"{keys.secret_key}"}}',
                "SUPABASE_DB_URL": self._settings.database_url.get_secret_value(),
                "DENO_NO_UPDATE_CHECK": "1",
            }
        )


def _last_change(directory: Path) -> float:
    return max((path.stat().st_mtime for path in directory.rglob("*") if path.is_file()), default=0)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
