"""From text to model: schema, parser, binder, and the library of standards."""
