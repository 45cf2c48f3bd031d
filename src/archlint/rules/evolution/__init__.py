"""The roadmap itself: whether the way from one state to the next can be gone, and leads where it should."""
