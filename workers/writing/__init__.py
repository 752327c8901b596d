"""What the handlers that write titles, scripts and texts to be found by have in common."""
