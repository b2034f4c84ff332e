"""One module a change of shape; none is edited once released."""
