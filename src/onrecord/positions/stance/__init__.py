"""The stance of statements on an issue."""
