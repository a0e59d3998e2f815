"""Attacks on fairmark, one a file, and honest work that looks like one. See `lay`."""
