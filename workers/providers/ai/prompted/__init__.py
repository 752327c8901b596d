"""Tasks done by a language model: a prompt file, a call, a check of the answer, and one chance to repair it."""
