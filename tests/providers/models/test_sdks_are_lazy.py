"""Importing the workers loads no SDK; choosing a provider loads its own."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

SDKS = ("openai", "anthropic", "google.genai", "httpx2", "wordllama")
EVERYTHING = """
import importlib, pkgutil, sys
import workers.handlers, workers.providers.selection, workers.runtime.cli, workers.cli
import workers.providers.ai.models.base, workers.providers.embeddings.base, workers.providers.transcription.base
for module in pkgutil.iter_modules(workers.handlers.__path__):
    importlib.import_module(f"workers.handlers.{module.name}")
"""


def loaded(code: str, **keys: str) -> set[str]:
    """The SDKs that a fresh process, with these keys, has loaded after running the code."""
    code = f"{EVERYTHING}\n{code}\nprint(*[name for name in {SDKS!r} if name in sys.modules])"
    env = {name: value for name, value in os.environ.items() if not name.startswith("CATALYST_AI_")} | keys
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env)
    return set(done.stdout.split())


def test_the_workers_load_none() -> None:
    assert loaded("") == set()


@pytest.mark.parametrize(
    ("provider", "module", "own"),
    [
        ("openai", "workers.providers.ai.models.base", {"openai"}),
        ("ollama", "workers.providers.ai.models.base", {"openai"}),
        ("anthropic", "workers.providers.ai.models.base", {"anthropic"}),
        ("google", "workers.providers.ai.models.base", {"google.genai"}),
        ("google", "workers.providers.embeddings.base", {"google.genai"}),
        ("openai", "workers.providers.transcription.base", {"openai"}),
    ],
)
def test_a_provider_loads_its_own(provider: str, module: str, own: set[str]) -> None:
    chosen = (
        f"from pydantic import SecretStr; from workers.providers.ai.models.base import ModelConfig; "
        f"from {module} import build; build(ModelConfig({provider!r}, 'm', 'http://127.0.0.1:9', SecretStr('sk-x')))"
    )
    assert loaded(chosen) - {"httpx2"} == own


@pytest.mark.parametrize(
    ("keys", "own"),
    [
        ({}, {"wordllama"}),
        ({"CATALYST_AI_ANTHROPIC_API_KEY": "sk-x"}, {"anthropic"}),
        (
            {"CATALYST_AI_GOOGLE_API_KEY": "sk-x", "CATALYST_AI_API_KEYS": '{"mistral": "k"}'},
            {"google.genai", "openai"},
        ),
        ({"CATALYST_AI_PROVIDER": "ollama", "CATALYST_AI_MODEL": "m"}, {"openai"}),
        ({"CATALYST_AI_PROVIDER": "local", "CATALYST_AI_MODEL": "m"}, {"wordllama"}),
    ],
)
def test_whom_a_chat_may_ask_is_loaded_before_it_asks(keys: dict[str, str], own: set[str]) -> None:
    code = (
        "from workers.runtime.registry import default_registry\n"
        "[prepare() for prepare in default_registry.preparations(['generate_posts', 'answer_chat'])]"
    )
    assert loaded(code, **keys) - {"httpx2"} == own
