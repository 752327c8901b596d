"""`make demo` as its user runs it: exit code, outputs, and what happens when it cannot work."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from stack.layout import PROJECT
from tests.support.stacks import RunningStack

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
    catalyst = PROJECT / ".venv" / "bin" / "catalyst"
    return subprocess.run(
        [catalyst, "demo", "--dir", stack.directory, *arguments],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_article_we_ship_becomes_six_outputs(working_stack: RunningStack, language: str) -> None:
    done = demo(working_stack, "--language", language)
    assert done.returncode == 0, done.stderr
    for title in ("TikTok", "X: thread", "Threads", "LinkedIn", "Instagram", "E-mail"):
        assert title in done.stdout
    assert "live events" in done.stdout
    assert working_stack.url in done.stdout
    assert working_stack.secret_key not in done.stdout


def test_a_file_of_the_user_s_own_is_taken(working_stack: RunningStack, tmp_path: Path) -> None:
    subtitles = tmp_path / "talk.srt"
    subtitles.write_text(SUBTITLES)
    done = demo(working_stack, "--input", str(subtitles), "--tone", "authority")
    assert done.returncode == 0, done.stderr
    assert "wild yeast" in done.stdout
    assert "-->" not in done.stdout


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
    assert "Traceback" not in done.stderr
