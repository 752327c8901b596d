"""What the world outside publishes and watches: the port and its adapters."""
