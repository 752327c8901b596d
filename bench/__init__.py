"""Side-by-side measurements; each folder has a README with its last results."""
