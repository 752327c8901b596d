"""Recordings do not pile up on the disk of a machine whose workers are killed."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

import pytest

from workers.media.folder import working_folder


def test_a_folder_goes_with_its_job_and_those_of_the_killed_with_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left, running, foreign = (tmp_path / name for name in ("catalyst-media-a", "catalyst-media-b", "other-c"))
    for folder in (left, running, foreign):
        folder.mkdir()
        (folder / "sound").write_bytes(b"x")
    for folder in (left, foreign):
        os.utime(folder, (time.time() - 8000, time.time() - 8000))
    with working_folder() as made:
        (made / "recording").write_bytes(b"x")
        assert made.parent == tmp_path
        assert sorted(tmp_path.iterdir()) == sorted([made, running, foreign])
    assert sorted(tmp_path.iterdir()) == sorted([running, foreign])
    with pytest.raises(RuntimeError), working_folder() as failed:
        raise RuntimeError
    assert not failed.exists()
