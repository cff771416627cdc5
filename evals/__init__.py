"""Yardsticks: what each step measures on development gold, compared with pinned floors. Run `python -m evals`."""
