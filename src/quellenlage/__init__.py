"""Quellenlage: who claims what, on whose word, with which figure, and how many origins stand behind it."""

__version__ = "0.1.0"
