"""Complete `package-lock.json` with the platform packages that a registry mirror did not list.

npm leaves out of the lock what it cannot resolve, and `npm ci` then refuses the lock on every machine. A platform
package is named `<name>-<os>-<cpu>[-musl]` at the version of the package that wants it, so its entry can be written
without asking; on other platforms npm never fetches it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

LOCK = Path(__file__).parent.parent / "package-lock.json"
PLATFORM = re.compile(r"-(?P<os>darwin|linux|windows|win32)-(?P<cpu>arm64|x64)(?P<musl>-musl)?$")


def complete(lock: dict[str, Any]) -> list[str]:
    """Add the missing optional platform packages to `lock` in place; return their names."""
    packages: dict[str, Any] = lock["packages"]
    wanted = {
        name: version for entry in packages.values() for name, version in entry.get("optionalDependencies", {}).items()
    }
    added = []
    for name, version in wanted.items():
        match = PLATFORM.search(name)
        key = f"node_modules/{name}"
        if key in packages or match is None:
            continue
        os = "win32" if match["os"] == "windows" else match["os"]
        packages[key] = {"version": version, "cpu": [match["cpu"]], "optional": True, "os": [os]}
        if os == "linux":
            packages[key]["libc"] = ["musl" if match["musl"] else "glibc"]
        added.append(name)
    lock["packages"] = dict(sorted(packages.items()))
    return added


if __name__ == "__main__":
    content = json.loads(LOCK.read_text())
    complete(content)
    LOCK.write_text(json.dumps(content, indent=2) + "\n")
