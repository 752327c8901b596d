"""Posts made of a text's own sentences: splitting, ranking, keywords, and templates whose wording claims nothing."""
