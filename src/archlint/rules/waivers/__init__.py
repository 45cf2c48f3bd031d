"""Waivers that do not hold what they say."""
