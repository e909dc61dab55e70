"""Development layouts of many suppliers: every paper with its own words, form, parties and numbers."""
