"""The model at an instant as a graph: dependencies lifted to systems, and what follows from them."""
