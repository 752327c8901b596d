"""Saying an answer in a chat while it is thought."""
