"""Write the JSON Schemas of the analysis and of every platform's output to docs/, for SQL, TypeScript and frontends."""

import json
from pathlib import Path
from typing import Any, Final

from workers.providers import platform_limits as limits
from workers.providers.ai.posts import POST_TYPES
from workers.providers.ai.tasks.analysis import Analysis

TARGET: Final = Path(__file__).parents[3] / "docs" / "schemas" / "generation.json"


def schemas() -> dict[str, Any]:
    """Analysis, outputs by platform, and the limits that JSON Schema cannot express in the platform's own counting."""
    named = ("x", "threads", "linkedin", "instagram", "tiktok", "email")
    return {
        "analysis": Analysis.model_json_schema(),
        "outputs": {platform: kind.model_json_schema() for platform, kind in POST_TYPES.items()},
        "limits": {name: _figures(getattr(limits, name.upper())) for name in named},
    }


def _figures(limit: Any) -> dict[str, int]:
    return {name: getattr(limit, name) for name in type(limit).__slots__}


def main() -> None:
    """Rewrite the file."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(schemas(), indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
