"""Stored objects: the port and its adapters."""
