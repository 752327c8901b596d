"""What is counted in a piece of content once it was read: moments, parts and scores; formulas in docs/analysis.md."""
