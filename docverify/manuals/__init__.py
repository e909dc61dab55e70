"""The manual check: a brand's manuals held against their products before they are committed."""
