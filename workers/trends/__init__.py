"""Which words the world outside uses more than before."""
