"""`make demo` as its user runs it: exit code, outputs, and what happens when it cannot work."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from stack.demo.beside import layout_beside, stop_abandoned
from stack.layout import PROJECT, Layout
from stack.postgres import PostgresServer
from stack.processes import helpers, mark, marked
from tests.support.stacks import RunningStack, destroy_stack

CATALYST = PROJECT / ".venv" / "bin" / "catalyst"
PARTS = (
    "TikTok", "X: thread", "Threads", "LinkedIn", "Instagram", "E-mail", "Brand voice", "Titles", "Script", "SEO",
)  # fmt: skip
SUBTITLES = "\n\n".join(
    f"{number}\n00:00:{number * 3:02},000 --> 00:00:{number * 3 + 2:02},000\n{line}"
    for number, line in enumerate(
        [
            "Sourdough bread rises slowly because wild yeast is sparse.",
            "A starter needs fresh flour every day to stay active.",
            "Cold dough can ferment for a whole night in the fridge.",
            "Steam in the oven keeps the crust soft while the loaf grows.",
            "A loaf sounds hollow when it is baked through.",
        ],
        1,
    )
)


def demo(stack: RunningStack, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [CATALYST, "demo", "--dir", stack.directory, *arguments],
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_article_we_ship_becomes_everything(working_stack: RunningStack, language: str) -> None:
    done = demo(working_stack, "--language", language)
    assert done.returncode == 0, done.stderr
    for title in PARTS:
        assert f"─ {title}" in done.stdout
    assert "live events" in done.stdout
    assert "Made by local-extractive. It selects sentences and counts" in done.stdout
    assert working_stack.url in done.stdout
    assert working_stack.secret_key not in done.stdout
    # an address in the last lines may be longer
    assert max(map(len, done.stdout.partition("The stack goes on")[0].splitlines())) <= 100

    kept = json.loads((Path(working_stack.directory) / "demo.json").read_text())
    assert kept["voice"]["is_calibrated"]
    assert {title["estimated_performance"] for title in kept["titles"]["titles"]} == {None}, "nothing was measured"
    assert [kept[one]["parameters"] for one in ("titles", "script", "seo_content")] != [None] * 3
    assert kept["script"]["parameters"]["title_id"] == kept["titles"]["titles"][0]["id"]
    for content in (kept["script"]["script"], kept["seo_content"]["description"]):
        assert content["voice_fit_score"] is not None, "there were samples to compare with"
    assert kept["seo_content"]["parameters"]["video_context"]["language"] == language


def test_a_file_of_the_user_s_own_is_taken(working_stack: RunningStack, tmp_path: Path) -> None:
    subtitles = tmp_path / "talk.srt"
    subtitles.write_text(SUBTITLES)
    done = demo(working_stack, "--input", str(subtitles), "--tone", "authority")
    assert done.returncode == 0, done.stderr
    assert "wild yeast" in done.stdout
    assert "-->" not in done.stdout


def test_the_real_adapter_is_shown_against_a_simulator(working_stack: RunningStack) -> None:
    beside = Path(f"{working_stack.directory}-simulators")
    try:
        done = demo(working_stack, "--ai", "simulators")
        assert done.returncode == 0, done.stderr
        assert "Made by gpt-5.4-mini." in done.stdout
        assert "no language model was asked" not in done.stdout
        assert "calls of the adapter openai were answered by a simulator" in done.stdout
        stopped = subprocess.run([CATALYST, "stack", "status", "--dir", beside], capture_output=True, check=False)
        assert stopped.returncode == 1, "the stack of the simulator goes on running"
    finally:
        destroy_stack(beside)


def test_a_killed_demo_leaves_nothing_running(working_stack: RunningStack) -> None:
    layout = layout_beside(Path(working_stack.directory))
    command = [str(CATALYST), "demo", "--dir", str(working_stack.directory), "--ai", "simulators"]
    try:
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            wait_for(lambda: len(marked(layout.root)) > 3, within=60)  # the simulators, the supervisor, its services
            other = demo(working_stack, "--ai", "simulators")
            assert (other.returncode, other.stderr) == (
                1,
                f"Another demo with simulators is at work, process {process.pid}.\n",
            )
            process.kill()
        wait_for(lambda: not marked(layout.root) and not marked(helpers(layout.root)), within=60)
        wait_for(lambda: not PostgresServer(layout.postgres).is_running, within=60)
    finally:
        destroy_stack(layout.root)


def test_what_a_killed_demo_left_is_stopped_by_the_next(tmp_path: Path) -> None:
    """Its supervisor was killed too, or had not begun."""
    layout = Layout(tmp_path / "stack-simulators")
    layout.root.mkdir()
    (layout.root / "owner.json").write_text('{"pid": 1, "started": 1.0}')
    command = [sys.executable, "-m", "stack.simulators", "--port", "0"]
    with subprocess.Popen(
        command, env=os.environ | mark(helpers(layout.root), "simulators"), stdout=subprocess.DEVNULL
    ) as left:
        wait_for(lambda: marked(helpers(layout.root)) != [], within=20)
        stop_abandoned(layout_beside(tmp_path / "stack"))
        left.wait(20)
    assert not (layout.root / "owner.json").exists()


def wait_for(condition: Callable[[], bool], within: float) -> None:
    end = time.monotonic() + within
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.2)


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ("no-such-file.txt", "There is no file no-such-file.txt"),
        ("picture.png", "not a .txt, .md, .srt or .vtt file"),
        ("http://127.0.0.1:1/page", "URL_REFUSED"),
        ("one-word.txt", "INPUT_TOO_SHORT"),
    ],
)
def test_what_cannot_be_done_is_said_and_is_no_success(
    working_stack: RunningStack, tmp_path: Path, given: str, complaint: str
) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "one-word.txt").write_text("hello")
    path = tmp_path / given
    done = demo(working_stack, "--input", str(path) if path.exists() else given)
    assert done.returncode == 1
    assert complaint in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_other_models_than_these_two_are_refused(working_stack: RunningStack) -> None:
    done = demo(working_stack, "--ai", "magic")
    assert (done.returncode, done.stderr) == (2, "AI is local or simulators, not magic.\n")


def test_an_interrupt_is_one_sentence_and_no_success(working_stack: RunningStack) -> None:
    # Who starts the tests in the background has them ignore interrupts, and a child would inherit that.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        running = subprocess.Popen(
            [CATALYST, "demo", "--dir", working_stack.directory],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
        )
    finally:
        signal.signal(signal.SIGINT, before)
    assert running.stdout is not None
    running.stdout.readline()
    running.send_signal(signal.SIGINT)
    _, complaint = running.communicate(timeout=60)
    assert running.returncode == 130
    assert complaint == "Interrupted; make status shows what still runs, make down stops it.\n"
