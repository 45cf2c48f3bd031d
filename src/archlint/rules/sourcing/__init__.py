"""SRC: contracts that can be left, and suppliers that can be changed."""
