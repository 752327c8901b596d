"""Makes answers out of the request's own text, so that they are plausible and the same every time."""
