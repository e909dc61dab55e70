"""Bytes to pages of words with boxes, tables and structure facts; the only package that knows a PDF or OCR library."""
