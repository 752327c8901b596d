"""Secrets reach neither the log nor the job row, wherever they are planted."""

from __future__ import annotations

import io
import json
import logging
from pathlib import Path

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from tests.support.database import Database
from tests.support.ports import nobody_answers
from tests.support.workers import Probes, worker_process
from workers.runtime.logs import configure_logging
from workers.runtime.redaction import MASK, Redactor

JWT = "eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoic2VydmljZV9yb2xlIn0.Vd8m2xQ0hT3nq5"
KEY = "sb_secret_N7UND0UgjKTVK-Uodkm0Hg_xSvEMPvz"


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Authorization: Bearer abc123def456", "abc123def456"),
        ("{'authorization': 'Basic dXNlcjpwYXNz'}", "dXNlcjpwYXNz"),
        ('headers=[("Authorization", "Bearer abc123def456")]', "abc123def456"),
        (f"wss://x.test/websocket?apikey={KEY}&vsn=1.0.0", KEY),
        (f"token {JWT} is expired", JWT),
        ("postgresql://user:p%40ss-word@db.test:5432/x", "p%40ss-word"),
        ("host=db password=hunter2secret user=x", "hunter2secret"),
        ("host=db password='hunter2 secret' user=x", "hunter2 secret"),
        ('{"client_secret": "q1w2e3r4", "n": 1}', "q1w2e3r4"),
        ('{\\"refresh_token\\": \\"q1w2e3r4\\"}', "q1w2e3r4"),
        ("OPENAI_API_KEY=sk-proj-12345678", "sk-proj-12345678"),
    ],
)
def test_what_looks_like_a_secret_is_masked(text: str, secret: str) -> None:
    redacted = Redactor()(text)
    assert secret not in redacted
    assert MASK in redacted


@pytest.mark.parametrize(
    "text", ["used 512 tokens", '{"input_tokens": 512}', "https://example.test:443/path", "a secretary"]
)
def test_ordinary_text_stays(text: str) -> None:
    assert Redactor(["another-secret"])(text) == text


@given(secret=st.text(min_size=6, max_size=40).filter(lambda text: text.strip() == text and not text.isspace()))
def test_a_known_secret_never_appears_in_a_line(secret: str) -> None:
    try:
        secret.encode()
    except UnicodeEncodeError:
        return
    stream = io.StringIO()
    configure_logging(Redactor([secret]), "DEBUG", stream)
    try:
        structlog.get_logger("t").info(
            f"<{secret}>", value=secret, deep={"list": [{"x": f"a{secret}b"}]}, key={secret: 1}
        )
        logging.getLogger("library").warning("said %s", secret)
        lines = stream.getvalue().splitlines()
        assert len(lines) == 2
        for line in lines:
            if secret not in json.dumps(MASK) and secret not in '"event":"level":"logger":"value":"deep":"list":':
                assert secret not in json.dumps(json.loads(line).get("value", ""), ensure_ascii=False)
                assert secret not in json.loads(line)["event"]
    finally:
        structlog.reset_defaults()
        logging.getLogger().handlers.clear()


async def test_a_worker_prints_no_secret_it_was_given_or_met(database: Database, tmp_path: Path) -> None:
    probes = await Probes.install(await database.connect(), max_attempts=1)
    password = database.dsn.split(":")[2].split("@")[0]
    planted = "pl4nted/Cr3dential+value"
    [job_id] = await probes.enqueue(do="leak", secret=planted)
    env = {"DATABASE_URL": database.dsn, "SUPABASE_SECRET_KEY": KEY}
    settings = {"wake": "listen,realtime", "log_level": "DEBUG", "transport": "postgres"}
    with nobody_answers() as port:
        env["SUPABASE_URL"] = f"http://127.0.0.1:{port}"
        async with worker_process(tmp_path / "log", env, **settings) as worker:
            dead = await probes.wait_failed(job_id)
            # A connection that dies is when drivers print their connection string.
            await probes.connection.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                " where application_name like 'catalyst-worker%' and datname = current_database()"
            )
            await probes.wait_ended(*await probes.enqueue("probe_batch", 5))
    output = worker.output.read_text()
    assert "handler_raised" in output
    for secret in (password, KEY):
        assert secret not in output
    # The handler's own secret is known to nobody: it is masked where it stands as one.
    for line in output.splitlines():
        entry = json.loads(line)
        if entry["event"] == "headers" or entry["event"] == "job_failed" or "exception" in entry:
            assert planted not in line
    assert planted not in dead["error_message"]
