"""When, where and to whom a statement was made."""
