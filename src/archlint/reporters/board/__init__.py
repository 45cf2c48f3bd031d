"""The page that goes to a board: pictures, findings, the roadmap and who holds what, in one file."""
