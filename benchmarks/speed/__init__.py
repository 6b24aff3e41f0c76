"""The parts of `benchmarks/search_speed.py`: real claims, queries taken from them, and the engines."""
