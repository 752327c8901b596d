"""When a cron job is due: five fields in GMT, the @ names, or every N seconds, as pg_cron understands them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

NAMES = {
    "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
    "@monthly": "0 0 1 * *",
    "@weekly": "0 0 * * 0",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@hourly": "0 * * * *",
}
MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
DAYS = {name: number for number, name in enumerate(["sun", "mon", "tue", "wed", "thu", "fri", "sat"])}
SECONDS = re.compile(r"\s*([1-9]|[1-5][0-9])\s+seconds?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class EverySeconds:
    """`'10 seconds'`."""

    seconds: int

    def is_due(self, now: datetime, last: datetime) -> bool:
        """Whether a run is due at `now`, the last one having started at `last`."""
        return now - last >= timedelta(seconds=self.seconds)


@dataclass(frozen=True)
class Calendar:
    """Five fields. `last_day` stands for the `$` of pg_cron."""

    minutes: frozenset[int]
    hours: frozenset[int]
    days: frozenset[int]
    months: frozenset[int]
    weekdays: frozenset[int]
    any_day: bool
    any_weekday: bool
    last_day: bool

    def is_due(self, now: datetime, last: datetime) -> bool:
        """Whether a matching minute began after `last`, up to `now`. However many were missed, they are one run."""
        minute = now.replace(second=0, microsecond=0)
        # The pause may have been long; a year covers every schedule but the 29th of February.
        floor = max(last, now - timedelta(days=366))
        while minute > floor:
            if self._matches_day(minute):
                if minute.hour in self.hours and minute.minute in self.minutes:
                    return True
                minute -= timedelta(minutes=1)
            else:
                minute = minute.replace(hour=0, minute=0) - timedelta(minutes=1)
        return False

    def _matches_day(self, moment: datetime) -> bool:
        if moment.month not in self.months:
            return False
        in_month = moment.day in self.days or (
            self.last_day and moment.day == calendar.monthrange(moment.year, moment.month)[1]
        )
        in_week = moment.isoweekday() % 7 in self.weekdays
        # As cron has always done it: two restricted day fields are alternatives.
        if self.any_day or self.any_weekday:
            return in_month and in_week
        return in_month or in_week


Schedule = EverySeconds | Calendar


def parse(text: str) -> Schedule:
    """Read a schedule; ValueError when it is none."""
    if match := SECONDS.fullmatch(text):
        return EverySeconds(int(match[1]))
    fields = NAMES.get(text.strip().lower(), text).lower().split()
    if len(fields) != 5:
        raise ValueError(f"not a schedule: {text!r}")
    minute, hour, day, month, weekday = fields
    last_day = day == "$"
    return Calendar(
        minutes=_field(minute, 0, 59),
        hours=_field(hour, 0, 23),
        days=frozenset() if last_day else _field(day, 1, 31),
        months=_field(month, 1, 12, MONTHS),
        weekdays=frozenset(number % 7 for number in _field(weekday, 0, 7, DAYS)),
        any_day=day.startswith("*"),
        any_weekday=weekday.startswith("*"),
        last_day=last_day,
    )


def _field(text: str, low: int, high: int, names: dict[str, int] | None = None) -> frozenset[int]:
    def number(value: str) -> int:
        found = (names or {}).get(value)
        result = found if found is not None else int(value)
        if not low <= result <= high:
            raise ValueError(f"{value} is not between {low} and {high}")
        return result

    chosen: set[int] = set()
    for part in text.split(","):
        span, _, step = part.partition("/")
        if span == "*":
            first, last = low, high
        elif "-" in span:
            first, last = map(number, span.split("-", 1))
        else:
            first = number(span)
            last = high if step else first
        if first > last or (step and int(step) < 1):
            raise ValueError(f"not a range: {part}")
        chosen.update(range(first, last + 1, int(step) if step else 1))
    return frozenset(chosen)


def now_gmt() -> datetime:
    """The clock pg_cron goes by."""
    return datetime.now(UTC)
