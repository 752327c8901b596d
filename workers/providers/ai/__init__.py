"""Text generation: the port, its output types and its adapters."""
