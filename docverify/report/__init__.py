"""Verdict to text or file; one function per format."""
