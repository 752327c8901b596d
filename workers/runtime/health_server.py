"""`/healthz` and `/metrics` on loopback, from a thread of their own: a blocked event loop must be visible too."""

from __future__ import annotations

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from prometheus_client import CONTENT_TYPE_LATEST

LOOPBACK = "127.0.0.1"


class HealthServer:
    """Answers until closed."""

    def __init__(self, port: int, problem: Callable[[], str | None], metrics: Callable[[], bytes]) -> None:
        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path == "/metrics":
                    self._send(200, CONTENT_TYPE_LATEST, metrics())
                elif self.path == "/healthz":
                    found = problem()
                    self._send(503 if found else 200, "text/plain; charset=utf-8", (found or "ok").encode() + b"\n")
                else:
                    self._send(404, "text/plain; charset=utf-8", b"/healthz or /metrics\n")

            def _send(self, status: int, kind: str, body: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the library's name)
                """Probes are not news."""

        self._server = ThreadingHTTPServer((LOOPBACK, port), Answer)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, name="health", daemon=True)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._server.server_address[1])

    def start(self) -> None:
        """Answer from now on."""
        self._thread.start()

    def close(self) -> None:
        """Answer no more."""
        self._server.shutdown()
        self._server.server_close()
