"""What a speaker does by speaking."""
