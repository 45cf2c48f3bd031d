"""Platforms that are platforms."""
