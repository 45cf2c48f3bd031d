"""Less legacy, every year."""
