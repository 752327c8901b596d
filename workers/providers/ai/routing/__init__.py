"""Which model does a job's work: the order of choice, keys, pauses, budgets, and what happens when one fails."""
