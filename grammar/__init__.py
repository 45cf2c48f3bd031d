"""The grammar of the archlint language, shipped as the package `archlint.grammar`."""
