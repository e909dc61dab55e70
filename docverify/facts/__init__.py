"""The nouns: frozen records that every stage reads and returns. No input or output, no third-party import."""
