"""Documents on their way to the database."""

from typing import Any

import orjson


def to_json(value: Any) -> str:
    """JSON text; raises TypeError for what JSON cannot hold."""
    return orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS).decode()
