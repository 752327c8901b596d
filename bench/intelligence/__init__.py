"""Latency of generations and chats, and what they cost, over simulated providers."""
