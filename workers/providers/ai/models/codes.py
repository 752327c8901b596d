"""The codes by which a failed call to a model, an embedder or a transcriber is known, whatever the provider."""

from typing import Final

RATE_LIMITED: Final = "AI_RATE_LIMITED"
"""Too many requests or tokens for now. RateLimited; `retry_after` when the provider named a time."""

UNAVAILABLE: Final = "AI_UNAVAILABLE"
"""No connection, 5xx, overloaded, or an answer that broke off. Unavailable."""

TIMEOUT: Final = "AI_TIMEOUT"
"""No whole answer in time; the work may have been done and billed. Unavailable."""

KEY_INVALID: Final = "AI_KEY_INVALID"
"""The key is missing, wrong, revoked, or not for this. AuthExpired."""

QUOTA_EXHAUSTED: Final = "AI_QUOTA_EXHAUSTED"
"""The account behind the key has no credit left, or reached its limit of spending or of the day. AuthExpired."""

REFUSED: Final = "AI_REFUSED"
"""The provider declined on grounds of safety or policy. Rejected."""

TRUNCATED: Final = "AI_TRUNCATED"
"""The answer was cut off at `max_output_tokens`. Rejected."""

MALFORMED: Final = "AI_MALFORMED"
"""The answer is not what was asked for: no JSON, another form, no text. Rejected; Unavailable when not even the
provider's own envelope could be read."""

CONTEXT_TOO_LONG: Final = "AI_CONTEXT_TOO_LONG"
"""The input is longer than the model takes. Rejected."""

MODEL_UNKNOWN: Final = "AI_MODEL_UNKNOWN"
"""There is no such model, or not for this key. Rejected."""

REQUEST_INVALID: Final = "AI_REQUEST_INVALID"
"""The provider refuses the form of the request. Rejected."""
