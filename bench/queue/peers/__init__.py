"""One program per queue system; the harness drives them all with the same lines of JSON (see `protocol`)."""
