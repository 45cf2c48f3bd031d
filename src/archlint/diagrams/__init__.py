"""Pictures of a model: what to show, how it looks, its DOT text, and the engines that draw it."""
