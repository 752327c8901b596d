"""Sentence embeddings: the port and its adapters."""
