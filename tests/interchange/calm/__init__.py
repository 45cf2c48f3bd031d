"""Architectures in CALM."""
