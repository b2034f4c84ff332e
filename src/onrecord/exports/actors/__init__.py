"""Actors, offices and tenures in the forms that `onrecord.imports` reads back."""
