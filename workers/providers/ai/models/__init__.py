"""Language models: the port and its adapters over the providers' own SDKs."""
