"""`make demo`: one article becomes posts for six platforms on the embedded stack, with live progress."""
