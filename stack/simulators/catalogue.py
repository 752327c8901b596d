"""The models that the simulated providers know, with their list prices.

The prices are kept here a second time on purpose: the ledger has to be able to contradict our own accounting.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from stack.simulators.calls import Usage

MILLION = Decimal(1_000_000)
MICRO = Decimal("0.000001")
FAMILIES = {
    "openai": ("gpt-", "o1", "o3", "o4", "text-embedding-", "whisper-"),
    "google": ("gemini-",),
    "anthropic": ("claude-",),
    "compatible": ("",),
}


@dataclass(frozen=True, slots=True)
class Long:
    """A call with more input tokens than this pays so many times the price for all of its tokens."""

    above: int
    input: Decimal
    output: Decimal

    def factors(self, tokens_in: int) -> tuple[Decimal, Decimal]:
        """By what input and output are multiplied."""
        return (self.input, self.output) if tokens_in > self.above else (Decimal(1), Decimal(1))


@dataclass(frozen=True, slots=True)
class Price:
    """USD per million tokens, or per minute of audio."""

    input: Decimal = Decimal(0)
    cached: Decimal | None = None  # None: not published; the ledger takes it for input
    output: Decimal = Decimal(0)
    minute: Decimal = Decimal(0)
    long: Long | None = None

    def of(self, usage: Usage) -> Decimal:
        """The cost of one call, to a millionth of a dollar. Counts that make no sense cost nothing."""
        tokens_in, tokens_out = max(usage.input_tokens, 0), max(usage.output_tokens, 0)
        cached = min(max(usage.cached_input_tokens, 0), tokens_in)
        rate = self.input if self.cached is None else self.cached
        times_in, times_out = self.long.factors(tokens_in) if self.long else (Decimal(1), Decimal(1))
        read = (tokens_in - cached) * self.input + cached * rate
        cost = (read * times_in + tokens_out * self.output * times_out) / MILLION
        cost += usage.audio_seconds * self.minute / 60
        return cost.quantize(MICRO, ROUND_HALF_UP)


OPENAI_LONG = Long(272_000, Decimal(2), Decimal("1.5"))
HAIKU_LONG = Long(100_000, Decimal(5), Decimal(5))
GEMINI_LONG = Long(200_000, Decimal(2), Decimal("1.5"))


def _text(price_in: str, cached: str | None, price_out: str, long: Long | None = None) -> Price:
    return Price(Decimal(price_in), None if cached is None else Decimal(cached), Decimal(price_out), long=long)


def _audio(minute: str) -> Price:
    return Price(minute=Decimal(minute))


PRICES: dict[str, dict[str, Price]] = {
    "openai": {
        "gpt-6.1-sol": _text("2", "0.1", "10", OPENAI_LONG),
        "gpt-6.1-terra": _text("1", "0.05", "5", OPENAI_LONG),
        "gpt-6-sol": _text("2", "0.2", "10", OPENAI_LONG),
        "gpt-6-luna": _text("0.1", "0.01", "0.5", OPENAI_LONG),
        "gpt-6-astra": _text("10", "1", "50", OPENAI_LONG),
        "gpt-5.6-sol": _text("4", "0.4", "20", OPENAI_LONG),
        "gpt-5.6-terra": _text("2", "0.2", "12", OPENAI_LONG),
        "gpt-5.6-luna": _text("0.2", "0.02", "1.2", OPENAI_LONG),
        "gpt-5.5": _text("5", "0.5", "30", OPENAI_LONG),
        "gpt-5.4": _text("2.5", "0.25", "15", OPENAI_LONG),
        "gpt-5.4-mini": _text("0.75", "0.075", "4.5"),
        "gpt-5.4-nano": _text("0.2", "0.02", "1.25"),
        "gpt-5.2": _text("1.75", "0.175", "14"),
        "gpt-5": _text("1.25", "0.125", "10"),
        "gpt-4.1": _text("2", "0.5", "8"),
        "gpt-4o": _text("2.5", "1.25", "10"),
        "text-embedding-3-small": _text("0.02", None, "0"),
        "text-embedding-3-large": _text("0.13", None, "0"),
        "text-embedding-ada-002": _text("0.1", None, "0"),
        "gpt-4o-transcribe": _audio("0.006"),
        "gpt-4o-mini-transcribe": _audio("0.003"),
        "gpt-4o-transcribe-diarize": _audio("0.006"),
        "whisper-1": _audio("0.006"),
    },
    "anthropic": {
        "claude-opus-5-5": _text("4", "0.2", "20"),
        "claude-sonnet-5-5": _text("2", "0.1", "10"),
        "claude-haiku-5-5": _text("0.1", "0.01", "0.5", HAIKU_LONG),
        "claude-opus-4-8": _text("5", "0.5", "25"),
        "claude-sonnet-4-6": _text("3", "0.3", "15"),
        "claude-haiku-4-5": _text("1", "0.1", "5"),
    },
    "google": {
        "gemini-3.8-flash": _text("0.75", None, "3.75"),
        "gemini-3-pro-preview": _text("2", "0.2", "12", GEMINI_LONG),
        "gemini-2.5-pro": _text("1.25", "0.125", "10", GEMINI_LONG),
        "gemini-2.5-flash": _text("0.3", "0.03", "2.5"),
        "gemini-embedding-001": _text("0.15", None, "0"),
    },
    "compatible": {},
    "youtube": {},
}
DIMENSIONS = {
    "text-embedding-3-small": 1536,
    "text-embedding-3-large": 3072,
    "text-embedding-ada-002": 1536,
    "gemini-embedding-001": 3072,
}


def is_known(provider: str, model: str) -> bool:
    """Any name of the provider's families is a model: the list grows faster than this file."""
    return bool(model) and model.startswith(FAMILIES[provider])


def price(provider: str, model: str) -> Price | None:
    """None for a model without a list price here."""
    return PRICES[provider].get(model)
