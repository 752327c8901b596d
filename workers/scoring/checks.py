"""A score as a sum of checks, each with its weight, so that every point can be accounted for."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    weight: float
    value: float | None
    """0 to 1; None when it does not apply, and then the others share its weight."""
    tip: str | None = None
    """What to do about it, in the language of the text."""


def total(checks: Iterable[Check], highest: float = 100.0) -> float | None:
    """The weighted mean of what applies, 0 to `highest`; None when nothing does."""
    applying = [(check.weight, check.value) for check in checks if check.value is not None]
    weight = sum(weight for weight, _ in applying)
    if not weight:
        return None
    return round(highest * sum(weight * within(value) for weight, value in applying) / weight, 2)


def tips(checks: Iterable[Check], below: float = 0.75) -> list[str]:
    """What would raise the score, the weightiest first."""
    missing = [check for check in checks if check.value is not None and check.value < below and check.tip]
    missing.sort(key=lambda check: -check.weight * (1 - (check.value or 0)))
    return list(dict.fromkeys(check.tip for check in missing if check.tip))


def within(value: float, low: float = 0.0, high: float = 1.0) -> float:
    """The place of a value between two bounds: 0 at or below `low`, 1 at or above `high`."""
    return min(1.0, max(0.0, (value - low) / (high - low)))


def band(value: float, low: float, best_low: float, best_high: float, high: float) -> float:
    """1 between the inner bounds, falling to 0 at the outer ones."""
    if value < best_low:
        return within(value, low, best_low)
    return 1 - within(value, best_high, high) if value > best_high else 1.0
