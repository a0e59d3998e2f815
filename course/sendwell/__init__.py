"""Sendwell: what the notebooks of the course import.

Nothing is imported here, so that ``import sendwell`` costs nothing and runs anywhere Python runs.
"""

__version__ = "0.1.0"
