"""The job engine in SQL under concurrent connections: what one pgTAP transaction cannot show."""
