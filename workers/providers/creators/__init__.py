"""What creators show to everybody: the port and its adapters."""
