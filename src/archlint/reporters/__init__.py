"""Findings as text: a file a format."""
