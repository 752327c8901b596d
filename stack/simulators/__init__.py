"""Simulators of the AI providers' APIs: the official SDKs talk to them unmodified, and faults can be switched on.

Tests use `async with simulators.running() as sims:`; `python -m stack.simulators` serves alone. See docs/simulators.md.
"""

from stack.simulators.answers import Answer
from stack.simulators.faults import Fault, FaultKind
from stack.simulators.server import Simulators, running
from stack.simulators.speech import recording

__all__ = ["Answer", "Fault", "FaultKind", "Simulators", "recording", "running"]
