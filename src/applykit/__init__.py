"""Tailored, truthful job applications from a posting and a profile."""

__version__ = "0.1.0"
