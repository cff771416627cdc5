"""The command line: open, call, show. No logic that a Python user could not reach."""
