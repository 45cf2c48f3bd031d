"""SEC: personal data is classified, kept close, and not readable on the way."""
