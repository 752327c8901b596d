"""Run one system's program: `python -m bench.queue.peers MODULE ROLE DSN …`."""

from __future__ import annotations

import importlib
import sys

from bench.queue.peers.protocol import main

main(importlib.import_module(f"bench.queue.peers.{sys.argv[1]}").PEER, sys.argv[2:])
