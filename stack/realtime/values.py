"""Turns the text form of a Postgres value into the JSON that `to_jsonb` would make of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

import orjson

Converter = Callable[[str], Any]


def _number(text: str) -> Any:
    # As text, so that no digit of a numeric is lost on the way.
    return text if text[-1] in "Nny" else orjson.Fragment(text)  # NaN, Infinity


def _timestamp(text: str) -> str:
    return text.replace(" ", "T", 1)


_SHORT_OFFSET = re.compile(r"([+-]\d\d)(?= BC$|$)")


def _timestamptz(text: str) -> str:
    return _SHORT_OFFSET.sub(r"\1:00", text.replace(" ", "T", 1), count=1)


def _json(text: str) -> Any:
    return orjson.Fragment(text)


SCALARS: Final[dict[int, Converter]] = {
    16: lambda text: text == "t",
    20: int,
    21: int,
    23: int,
    26: int,
    700: _number,
    701: _number,
    1700: _number,
    114: _json,
    3802: _json,
    1114: _timestamp,
    1184: _timestamptz,
    # Text as it is: text, varchar, bpchar, name, uuid, date, time, interval, bytea, inet, cidr, money
    **dict.fromkeys((25, 1043, 1042, 19, 18, 2950, 1082, 1083, 1186, 17, 869, 650, 790, 3614), str),
}
"""By type oid. Types that are not here are converted by Postgres itself, except enums (text)."""

_ARRAYS: Final = {
    1000: 16, 1016: 20, 1005: 21, 1007: 23, 1028: 26, 1021: 700, 1022: 701, 1231: 1700, 199: 114, 3807: 3802,
    1115: 1114, 1185: 1184, 1009: 25, 1015: 1043, 1003: 19, 2951: 2950, 1182: 1082, 1183: 1083, 1187: 1186,
    1041: 869, 651: 650,
}  # fmt: skip


def converter(type_oid: int, *, is_enum: bool = False) -> Converter | None:
    """The function for a type; None means: ask Postgres."""
    if is_enum:
        return str
    if type_oid in SCALARS:
        return SCALARS[type_oid]
    if type_oid in _ARRAYS:
        element = SCALARS[_ARRAYS[type_oid]]
        return lambda text: parse_array(text, element)
    return None


_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|([{},])|([^{},"]+)')


def parse_array(text: str, element: Converter) -> list[Any]:
    """Read an array literal of any depth, with or without explicit bounds."""
    if text.startswith("["):
        text = text[text.index("=") + 1 :]
    result: list[Any] = []
    stack = [result]
    for quoted, punctuation, bare in _TOKEN.findall(text):
        if punctuation == "{":
            inner: list[Any] = []
            stack[-1].append(inner)
            stack.append(inner)
        elif punctuation == "}":
            stack.pop()
        elif punctuation == ",":
            continue
        elif bare:
            stack[-1].append(None if bare == "NULL" else element(bare))
        else:
            stack[-1].append(element(re.sub(r"\\(.)", r"\1", quoted)))
    return list(result[0])
