"""One loopback URL for all services of the stack."""
