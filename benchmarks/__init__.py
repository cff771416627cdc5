"""What the steps cost, and how that grows. Run `python -m benchmarks.growth`."""
