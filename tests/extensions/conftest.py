"""These tests are about the real extensions: other lanes do not collect them, so that nothing is shown as skipped."""

from __future__ import annotations

import os

collect_ignore_glob = [] if os.environ.get("CATALYST_TEST_BACKEND") == "extensions" else ["test_*.py"]
