"""Reading what lies on a canvas."""
