"""What whoever waits for the work can do about a failed call: the message of an error goes to them."""

from collections.abc import Mapping
from typing import Final, TypeVar

from workers.providers.ai.models import codes
from workers.runtime.errors import ProviderError

Error = TypeVar("Error", bound=ProviderError)

_LATER: Final = "try again later or choose another model"
_ADVICE: Final[Mapping[str, str]] = {
    codes.RATE_LIMITED: _LATER,
    codes.UNAVAILABLE: _LATER,
    codes.TIMEOUT: _LATER,
    codes.MALFORMED: "try again or choose another model",
    codes.KEY_INVALID: "give a working key with set_organization_ai_key or choose another provider",
    codes.QUOTA_EXHAUSTED: "add credit at the provider or give another key with set_organization_ai_key",
    codes.REFUSED: "change the text or what is asked for",
    codes.TRUNCATED: "ask for less or choose a model with longer answers",
    codes.CONTEXT_TOO_LONG: "give less text or choose a model that takes more",
    codes.MODEL_UNKNOWN: "choose another model",
    codes.REQUEST_INVALID: "choose another model",
}


def advised(error: Error) -> Error:
    """The same error, whose message ends with what can be done; one that several attempts share is told once."""
    advice = _ADVICE.get(error.code)
    if advice is not None and not error.message.endswith(advice):
        error.message = f"{error.message}; {advice}"
    return error
