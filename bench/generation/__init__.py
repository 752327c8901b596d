"""`create_generation` under many concurrent users: `python -m bench.generation`."""
