"""Hints that there may be work. Correctness never depends on them."""
