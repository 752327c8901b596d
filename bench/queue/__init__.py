"""Our queue against others on one server: `python -m bench.queue`."""
