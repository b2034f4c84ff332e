"""Issues: what someone can be for or against, and which statements bear on it."""
