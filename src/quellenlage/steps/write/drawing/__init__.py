"""Geometry for the drawings: numbers in, places out; no markup and no words."""
