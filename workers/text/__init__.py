"""What can be counted in a text: words, sentences, syllables, readability, keyword density, reading time."""
