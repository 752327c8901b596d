"""Recordings to words: the port and its adapters."""
