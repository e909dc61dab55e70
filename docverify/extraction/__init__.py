"""Pages to facts: one module per kind of document; labels and patterns are data beside the code."""
