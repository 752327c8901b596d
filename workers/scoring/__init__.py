"""Scores of what was written, by formula: docs/scores.md. What cannot be reckoned is None, never a guess."""
