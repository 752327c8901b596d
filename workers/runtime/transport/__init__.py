"""How a worker reaches the job engine: one port, a direct adapter and an HTTPS one."""
