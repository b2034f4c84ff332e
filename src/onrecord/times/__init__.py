"""Expressions of time and their values, and when a document was published."""
