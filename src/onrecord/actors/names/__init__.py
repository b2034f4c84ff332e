"""Whether two name strings may be the same actor."""
