"""The day of a report: what is stated, else what its text allows."""
