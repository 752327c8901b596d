"""What a text generator can be asked for: one task with its input and output types in each module."""
